package app

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"repartee/bot/telegram"
)

const (
	askTime     = 10 * time.Second // for one question of the doctor
	manyPending = 100              // updates that wait at Telegram: more than a bot that works leaves there
	recent      = time.Hour        // a failure that is older is history
	clockApart  = 2 * time.Second  // Telegram tells its time in whole seconds
)

// telegram tries the token, and asks Telegram how deliveries go.
func (d *doctor) telegram(ctx context.Context, s Settings) {
	client, err := telegram.New(telegram.Options{Token: s.Token, APIURL: s.APIURL, Timeout: askTime})
	if err != nil {
		d.fail("token", err.Error(), "")
		return
	}
	defer client.CloseIdleConnections()
	me, err := client.Me(ctx)
	switch {
	case telegram.Unauthorized(err):
		d.fail("token", "Telegram does not know this token", "Copy it anew from @BotFather into TELEGRAM_TOKEN")
		return
	case err != nil:
		d.fail("token", "Telegram cannot be reached: "+err.Error(), "Look at the network, and at TELEGRAM_API_URL if that is set")
		return
	}
	d.fine("token", "it is that of @%s", me.Username)
	info, err := client.WebhookInfo(ctx)
	if err != nil {
		d.fail("webhook", err.Error(), "")
		return
	}
	d.port(s)
	d.address(s, info)
	d.deliveries(info, time.Now())
	d.clock(ctx, s.APIURL)
}

// address compares where Telegram delivers to with where the settings want it to. What the secret is Telegram does not tell.
func (d *doctor) address(s Settings, info telegram.WebhookInfo) {
	switch {
	case s.WebhookURL == "" && info.URL == "":
		d.fine("webhook", "none is set: updates come by long polling")
		return
	case s.WebhookURL == "":
		d.warn("webhook", "Telegram delivers to "+hostOf(info.URL)+", and WEBHOOK_URL is not set", "`repartee run` deletes the webhook and polls; set WEBHOOK_URL where it is to stay")
		return
	case info.URL == "":
		d.warn("webhook", "none is set yet", "`repartee run` sets it")
		return
	case info.URL != s.WebhookURL:
		d.warn("webhook", "Telegram delivers to another address than WEBHOOK_URL, at "+hostOf(info.URL), "`repartee run` sets it anew; see that no other program uses this token")
		return
	}
	missing := slices.DeleteFunc(telegram.UpdateKinds(), func(kind string) bool { return slices.Contains(info.AllowedUpdates, kind) })
	if len(info.AllowedUpdates) > 0 && len(missing) > 0 {
		d.warn("webhook", "Telegram is not asked for "+strings.Join(missing, ", "), "Start the bot anew: it asks for all that it needs")
		return
	}
	where := ""
	if info.IPAddress != "" {
		where = " at " + info.IPAddress
	}
	if info.Certificate {
		where += ", with a certificate of its own"
	}
	d.fine("webhook", "Telegram delivers to WEBHOOK_URL%s", where)
}

// port looks at the port of WEBHOOK_URL. A Bot API server of one's own delivers to any.
//
// https://core.telegram.org/bots/api#setwebhook
func (d *doctor) port(s Settings) {
	if s.WebhookURL == "" || s.APIURL != telegram.DefaultAPIURL {
		return
	}
	if port := portOf(s.WebhookURL); !slices.Contains([]string{"443", "80", "88", "8443"}, port) {
		d.fail("webhook", "WEBHOOK_URL names port "+port, "Use 443, 80, 88 or 8443: Telegram delivers to no other")
	}
}

// deliveries tells of updates that wait, and of the last one that could not be delivered.
func (d *doctor) deliveries(info telegram.WebhookInfo, now time.Time) {
	if info.PendingUpdateCount > manyPending {
		d.warn("updates", fmt.Sprintf("%d wait at Telegram", info.PendingUpdateCount), "Start the bot, or look why it does not keep up")
	} else {
		d.fine("updates", "%d wait at Telegram", info.PendingUpdateCount)
	}
	if info.LastErrorDate == 0 {
		return
	}
	at := time.Unix(info.LastErrorDate, 0).UTC()
	says := fmt.Sprintf("the last failure was at %s: %s", at.Format("2006-01-02 15:04 UTC"), telegram.Redact(info.LastErrorMessage))
	if now.Sub(at) > recent {
		d.fine("deliveries", "%s", says)
		return
	}
	d.warn("deliveries", says, cureOf(info.LastErrorMessage))
}

// cureOf says where to look for what Telegram complains of.
func cureOf(message string) string {
	m := strings.ToLower(message)
	for _, c := range []struct{ word, do string }{
		{"certificate", "Look at the proxy's certificate: it must be whole, valid, and of this host"},
		{"ssl", "Look at the proxy's certificate: it must be whole, valid, and of this host"},
		{"resolve", "Look at the host's name in the DNS"},
		{"401", "The secret that Telegram shows is not WEBHOOK_SECRET: start the bot anew, with the same secret for all instances"},
		{"404", "The path of WEBHOOK_URL does not come through the proxy as it is"},
		{"503", "The bot takes nothing in: look at its log, and at the store"},
		{"502", "The proxy does not reach the bot: look at WEBHOOK_LISTEN"},
		{"timed out", "Nobody answers at this address: look at the firewall, and whether the bot runs"},
		{"refused", "Nobody listens at this address: look at the proxy, and whether the bot runs"},
	} {
		if strings.Contains(m, c.word) {
			return c.do
		}
	}
	return "Look at the proxy in front of the bot"
}

// clock compares this machine's clock with the one that Telegram shows with each answer.
func (d *doctor) clock(ctx context.Context, api string) {
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, api, nil)
	if err != nil {
		d.warn("clock", err.Error(), "Look at TELEGRAM_API_URL")
		return
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	defer client.CloseIdleConnections()
	before := time.Now()
	resp, err := client.Do(req)
	if err != nil {
		d.warn("clock", "it could not be compared with Telegram's", "Try again")
		return
	}
	resp.Body.Close()
	after := time.Now()
	at, err := http.ParseTime(resp.Header.Get("Date"))
	if err != nil {
		d.warn("clock", "Telegram does not tell its time", "")
		return
	}
	// The date was cut to a second: it stands for the middle of it.
	apart := at.Add(500 * time.Millisecond).Sub(before.Add(after.Sub(before) / 2))
	if apart.Abs() > clockApart {
		d.warn("clock", fmt.Sprintf("this machine's clock is %s away from Telegram's", apart.Abs().Round(time.Second)), "Set it by NTP: reminders and opening hours go by it")
		return
	}
	d.fine("clock", "this machine and Telegram agree to two seconds")
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "an address that cannot be read"
	}
	return u.Host // the path may hold a secret
}

// portOf is the port of an https address.
func portOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if u.Port() != "" {
		return u.Port()
	}
	return "443"
}
