package telegramtest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Token is the token of a server whose options name none.
const Token = "424242:AAtelegramtestAAtelegramtestAAtelegram"

// Options are the settings of a [Server]; the zero value is good for tests.
type Options struct {
	Token       string           // default [Token]
	Username    string           // the bot's, without @; default "test_bot"
	Name        string           // the bot's first name; default "Test"
	ReadsGroups bool             // whether the bot sees all messages of a group
	Now         func() time.Time // dates of messages and ages of updates; default time.Now
	Latency     time.Duration    // how long each call takes at least
	Haste       float64          // divides the waits between webhook deliveries; default 1
	CallLog     int              // how many calls [Server.Calls] remembers; default 10000, negative for none
	Told        func(Call)       // hears of each call when it is answered, whatever is remembered; default nobody
	History     int              // how many messages a chat remembers; default 1000
	Providers   []string         // tokens of payment providers that are taken; default [ProviderToken]
	Stars       int64            // how many each customer has at first; default 10000
	HTTP        *http.Client     // delivers to webhooks; default its own
}

// Server is a Bot API server for one bot. It is safe for concurrent use.
type Server struct {
	opts    Options
	self    wireUser
	methods map[string]*method
	calls   callLog
	faults  faultList
	served  atomic.Int64
	opened  atomic.Int64 // connections

	done     chan struct{} // closed by Close
	closing  sync.Once
	listener net.Listener
	http     *http.Server
	serving  sync.WaitGroup

	mu         sync.Mutex
	people     map[int64]*wireUser
	chats      map[int64]*chat
	queries    map[string]*query
	oldest     []string // the queries by age
	files      map[string]*file
	commands   map[string][]wireCommand
	profile    map[string]string
	readers    map[chan Event]struct{}
	links      map[string]*Invoice  // by URL
	checkouts  map[string]*checkout // that wait, by the id of the query
	charges    []*Charge            // oldest first
	chargeByID map[string]*Charge
	stars      starBook
	updates    updateQueue
	courier    courier
	serial     int64 // of files, queries and albums
}

// NewServer makes a server that knows its bot and nobody else.
func NewServer(o Options) *Server {
	o = o.withDefaults()
	id, _, _ := strings.Cut(o.Token, ":")
	s := &Server{
		opts:       o,
		self:       wireUser{ID: atoi(id), IsBot: true, FirstName: o.Name, Username: o.Username},
		methods:    methods(),
		calls:      callLog{size: o.CallLog, told: o.Told},
		done:       make(chan struct{}),
		people:     map[int64]*wireUser{},
		chats:      map[int64]*chat{},
		queries:    map[string]*query{},
		files:      map[string]*file{},
		commands:   map[string][]wireCommand{},
		profile:    map[string]string{},
		readers:    map[chan Event]struct{}{},
		links:      map[string]*Invoice{},
		checkouts:  map[string]*checkout{},
		chargeByID: map[string]*Charge{},
		stars:      starBook{spent: map[int64]int64{}},
	}
	s.updates.init()
	s.courier.init(s)
	return s
}

func (o Options) withDefaults() Options {
	if o.Token == "" {
		o.Token = Token
	}
	if o.Username == "" {
		o.Username = "test_bot"
	}
	if o.Name == "" {
		o.Name = "Test"
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Haste <= 0 {
		o.Haste = 1
	}
	if o.CallLog == 0 {
		o.CallLog = 10000
	}
	if o.History <= 0 {
		o.History = 1000
	}
	if o.Providers == nil {
		o.Providers = []string{ProviderToken}
	}
	if o.Stars == 0 {
		o.Stars = 10000
	}
	if o.HTTP == nil {
		o.HTTP = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
	}
	return o
}

// Start listens on a free port of 127.0.0.1.
func (s *Server) Start() error {
	l, err := new(net.ListenConfig).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("telegramtest: %w", err)
	}
	s.listener = l
	s.http = &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, ConnState: s.count}
	s.serving.Go(func() { _ = s.http.Serve(l) }) // ends with Close
	return nil
}

func (s *Server) count(_ net.Conn, state http.ConnState) {
	if state == http.StateNew {
		s.opened.Add(1)
	}
}

// Connections counts the connections that were opened to the server.
func (s *Server) Connections() int64 { return s.opened.Load() }

// URL is what a bot takes for the address of the Bot API.
func (s *Server) URL() string {
	if s.listener == nil {
		return "http://telegram.test"
	}
	return "http://" + s.listener.Addr().String()
}

// Token is the bot's token.
func (s *Server) Token() string { return s.opts.Token }

// Username is the bot's user name, without @.
func (s *Server) Username() string { return s.opts.Username }

// Close ends everything that the server has begun: calls that are held,
// deliveries, subscriptions.
func (s *Server) Close() {
	s.closing.Do(func() { close(s.done) })
	if s.http != nil {
		_ = s.http.Close()
	}
	s.courier.stop()
	s.serving.Wait()
	s.opts.HTTP.CloseIdleConnections()
	s.mu.Lock()
	defer s.mu.Unlock()
	for ch := range s.readers {
		delete(s.readers, ch)
		close(ch)
	}
}

// HTTPClient reaches the server without a network; use it with any URL.
func (s *Server) HTTPClient() *http.Client { return &http.Client{Transport: direct{s}} }

// errClosed ends what was waiting when the server was closed.
var errClosed = errors.New("telegramtest: server closed")

// pause waits for d, or less if the caller is gone or the server closes.
func (s *Server) pause(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return nil
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-s.done:
		return errClosed
	}
}
