package telegram

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// DefaultAPIURL is where Telegram itself answers.
const DefaultAPIURL = "https://api.telegram.org"

// defaultTimeout bounds a call whose context has no deadline of its own.
const defaultTimeout = 60 * time.Second

// ErrToken says that a token is not of the form that @BotFather hands out. It
// does not repeat the token.
var ErrToken = errors.New("telegram: the token must look like 123456789:AAbb..., as @BotFather shows it")

// Options are the settings of a [Client]. Only Token is required.
type Options struct {
	Token   string        // from @BotFather
	APIURL  string        // default [DefaultAPIURL]; without /bot and without a trailing slash
	HTTP    *http.Client  // default: its own, which keeps many connections. Redirects are never followed; a Timeout also cuts polls
	Timeout time.Duration // the longest a call may take if its context has no deadline; default 60 s
	Log     *slog.Logger  // default: none
}

// Client makes calls to the Bot API. It is safe for concurrent use and does
// nothing on the network until a call is made.
type Client struct {
	api     tgbotapi.BotAPI // holds a placeholder where the token would be
	http    *http.Client
	urgent  *http.Client // for what cannot wait behind other calls
	id      int64
	timeout time.Duration
	log     *slog.Logger
}

// New makes a client. It does not touch the network: whether the token is
// known to Telegram shows with the first call, best [Client.Me].
func New(o Options) (*Client, error) {
	id, err := botID(o.Token)
	if err != nil {
		return nil, err
	}
	base, err := parseAPIURL(o.APIURL)
	if err != nil {
		return nil, err
	}
	c := &Client{
		http: withToken(o.HTTP, o.Token), urgent: withToken(separate(o.HTTP), o.Token),
		id: id, timeout: o.Timeout, log: o.Log,
	}
	if c.timeout <= 0 {
		c.timeout = defaultTimeout
	}
	if c.log == nil {
		c.log = slog.New(slog.DiscardHandler)
	}
	c.api.Token = placeholder
	// The library puts token and method in with Sprintf.
	c.api.SetAPIEndpoint(strings.ReplaceAll(base, "%", "%%") + "/bot%s/%s")
	return c, nil
}

// BotID is the number in front of the token: the bot's user id, which stays
// when the token is replaced.
func (c *Client) BotID() int64 { return c.id }

// CloseIdleConnections closes the connections that no call is using.
func (c *Client) CloseIdleConnections() {
	c.http.CloseIdleConnections()
	c.urgent.CloseIdleConnections()
}

// String shows which bot the client speaks for.
func (c *Client) String() string { return fmt.Sprintf("telegram bot %d", c.id) }

var tokenForm = regexp.MustCompile(`^([0-9]{1,18}):[A-Za-z0-9_-]+$`)

func botID(token string) (int64, error) {
	m := tokenForm.FindStringSubmatch(token)
	if m == nil {
		return 0, ErrToken
	}
	id, err := strconv.ParseInt(m[1], 10, 64)
	if err != nil {
		return 0, ErrToken
	}
	return id, nil
}

func parseAPIURL(s string) (string, error) {
	if s == "" {
		return DefaultAPIURL, nil
	}
	u, err := url.Parse(s)
	if err != nil {
		return "", errors.New("telegram: the API URL cannot be read; it should look like " + DefaultAPIURL)
	}
	if (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return "", fmt.Errorf("telegram: the API URL must be http(s)://host[/path] without user, query or fragment, as in %s", DefaultAPIURL)
	}
	return strings.TrimRight(u.String(), "/"), nil
}

// String leaves the token out.
func (o Options) String() string { return fmt.Sprintf("{APIURL:%s Timeout:%s}", o.APIURL, o.Timeout) }

// GoString leaves the token out too.
func (o Options) GoString() string { return "telegram.Options" + o.String() }
