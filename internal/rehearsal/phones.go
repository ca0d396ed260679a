package rehearsal

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/internal/app"
	"repartee/internal/console"
)

const (
	// firstCustomer is the id of the first customer; the others follow.
	firstCustomer = 100_000_001
	// maxFile is how much of a file the page is given, in bytes.
	maxFile = 20 << 20
)

// phones gives the page the customers of the Bot API server in this process.
type phones struct {
	server *telegramtest.Server
	client *telegram.Client
	till   *app.Till
	pass   func(time.Duration)

	mu      sync.Mutex
	all     []*phone
	readers map[*phoneReader]struct{}
}

func newPhones(server *telegramtest.Server, till *app.Till, pass func(time.Duration)) (*phones, error) {
	client, err := telegram.New(telegram.Options{Token: server.Token(), APIURL: server.URL(), HTTP: server.HTTPClient()})
	if err != nil {
		return nil, fmt.Errorf("phones of the demo: %w", err)
	}
	return &phones{server: server, client: client, till: till, pass: pass, readers: map[*phoneReader]struct{}{}}, nil
}

// New implements [console.Phones].
func (p *phones) New(name, language string) console.Phone {
	p.mu.Lock()
	defer p.mu.Unlock()
	made := &phone{phones: p, user: p.server.User(firstCustomer+int64(len(p.all)), name, language), profile: console.Profile{Name: name, Language: language}}
	p.all = append(p.all, made)
	p.changed()
	return made
}

// Get implements [console.Phones].
func (p *phones) Get(id int64) (console.Phone, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	at := id - firstCustomer
	if at < 0 || at >= int64(len(p.all)) {
		return nil, false
	}
	return p.all[at], true
}

// All implements [console.Phones].
func (p *phones) All() []console.Phone {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := make([]console.Phone, len(p.all))
	for i, one := range p.all {
		out[i] = one
	}
	return out
}

// Subscribe implements [console.Phones].
func (p *phones) Subscribe() (<-chan console.Event, func()) {
	shown, cancel := p.server.Subscribe()
	r := &phoneReader{out: make(chan console.Event), customers: make(chan struct{}, 1), stop: make(chan struct{})}
	p.mu.Lock()
	p.readers[r] = struct{}{}
	p.mu.Unlock()
	r.running.Go(func() { r.pass(shown) })
	return r.out, sync.OnceFunc(func() {
		p.mu.Lock()
		delete(p.readers, r)
		p.mu.Unlock()
		close(r.stop)
		cancel()
		r.running.Wait()
	})
}

// changed tells the readers that a customer stands otherwise. The caller holds
// the mutex.
func (p *phones) changed() {
	for r := range p.readers {
		select {
		case r.customers <- struct{}{}:
		default: // it is told already
		}
	}
}

// phoneReader passes on what the server shows, and the news of [phones] itself.
type phoneReader struct {
	out       chan console.Event
	customers chan struct{}
	stop      chan struct{}
	running   sync.WaitGroup
}

func (r *phoneReader) pass(shown <-chan telegramtest.Event) {
	defer close(r.out)
	for {
		var e console.Event
		select {
		case s, open := <-shown:
			if !open {
				return
			}
			e = eventOf(s)
		case <-r.customers:
			e.Kind = console.CustomersChanged
		case <-r.stop:
			return
		}
		select {
		case r.out <- e:
		case <-r.stop:
			return
		}
	}
}

// phone is one customer's phone.
type phone struct {
	phones  *phones
	user    *telegramtest.User
	profile console.Profile // the mutex of phones guards it
	blocked bool            // this too
}

// Customer implements [console.Phone].
func (p *phone) Customer() console.Customer {
	p.phones.mu.Lock()
	defer p.phones.mu.Unlock()
	return console.Customer{
		ID: p.user.ID(), Profile: p.profile, Blocked: p.blocked, Keyboard: keyboardOf(p.user.Keyboard()),
	}
}

// Messages implements [console.Phone].
func (p *phone) Messages() []console.Message {
	shown := p.user.Messages()
	out := make([]console.Message, len(shown))
	for i, m := range shown {
		out[i] = messageOf(m)
	}
	return out
}

// About implements [console.Phone].
func (p *phone) About(ctx context.Context) (console.About, error) {
	var description struct {
		Description string `json:"description"`
	}
	language := p.Customer().Language
	language = language[:min(len(language), 2)] // Telegram knows no regions here
	if err := p.phones.read(ctx, "getMyDescription", telegram.Params{"language_code": language}, &description); err != nil {
		return console.About{}, err
	}
	commands, err := p.phones.commands(ctx, p.user.ID(), language)
	return console.About{Description: description.Description, Commands: commands}, err
}

// commands finds the menu of a customer: the first of these that is not empty.
//
// https://core.telegram.org/bots/api#determining-list-of-commands
func (p *phones) commands(ctx context.Context, chat int64, language string) ([]console.Command, error) {
	for _, scope := range []string{fmt.Sprintf(`{"type":"chat","chat_id":%d}`, chat), `{"type":"all_private_chats"}`, `{"type":"default"}`} {
		for _, code := range []string{language, ""} {
			var list []struct{ Command, Description string }
			if err := p.read(ctx, "getMyCommands", telegram.Params{"scope": scope, "language_code": code}, &list); err != nil {
				return nil, err
			}
			if len(list) == 0 {
				continue
			}
			out := make([]console.Command, len(list))
			for i, c := range list {
				out[i] = console.Command{Name: c.Command, Description: c.Description}
			}
			return out, nil
		}
	}
	return nil, nil
}

func (p *phones) read(ctx context.Context, method string, params telegram.Params, into any) error {
	raw, err := p.client.Call(ctx, method, params)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("read the answer to %s: %w", method, err)
	}
	return nil
}

// File implements [console.Phone].
func (p *phone) File(ctx context.Context, id string) ([]byte, error) {
	// Only what this customer sees, although one server keeps the files of all.
	if !slices.ContainsFunc(p.user.Messages(), func(m telegramtest.Message) bool { return m.FileID == id && id != "" }) {
		return nil, fmt.Errorf("file %q: %w", id, console.ErrNotFound)
	}
	s := p.phones.server
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL()+"/file/bot"+s.Token()+"/"+url.PathEscape(id), nil)
	if err != nil {
		return nil, fmt.Errorf("file %q: %w", id, err)
	}
	resp, err := s.HTTPClient().Do(r)
	if err != nil {
		return nil, fmt.Errorf("file %q: %w", id, err)
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("file %q: %w", id, console.ErrNotFound)
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxFile))
	if err != nil {
		return nil, fmt.Errorf("file %q: %w", id, err)
	}
	return data, nil
}

// Start implements [console.Phone].
func (p *phone) Start(payload string) { p.write(func() { p.user.Start(payload) }) }

// Say implements [console.Phone].
func (p *phone) Say(text string) { p.write(func() { p.user.Say(text) }) }

// Send implements [console.Phone].
func (p *phone) Send(a console.Attachment) {
	p.write(func() {
		switch a {
		case console.Contact:
			p.user.ShareContact()
		case console.Stranger:
			p.user.SendContact(telegram.Contact{PhoneNumber: "+4930987654", FirstName: "Robin"})
		case console.Photo:
			p.user.SendPhoto("")
		case console.Album:
			p.user.SendAlbum(3, "")
		case console.Video:
			p.user.SendVideo("")
		case console.Voice:
			p.user.SendVoice()
		case console.Document:
			p.user.SendDocument("letter.pdf", "")
		case console.Location:
			p.user.SendLocation(52.5200, 13.4050) // Berlin
		}
	})
}

// SetProfile implements [console.Phone].
func (p *phone) SetProfile(profile console.Profile) {
	p.user.SetProfile(profile.Name, profile.LastName, profile.Username, profile.Language)
	p.phones.mu.Lock()
	defer p.phones.mu.Unlock()
	p.profile = profile
	p.phones.changed()
}

// Reply implements [console.Phone].
func (p *phone) Reply(message int64, text string) error {
	if !slices.ContainsFunc(p.user.Messages(), func(m telegramtest.Message) bool { return m.ID == message }) {
		return console.ErrNotFound
	}
	p.write(func() { p.user.Reply(message, text) })
	return nil
}

// Edit implements [console.Phone].
func (p *phone) Edit(message int64, text string) error { return missing(p.user.Edit(message, text)) }

// React implements [console.Phone].
func (p *phone) React(message int64, emoji string) error {
	return missing(p.user.React(message, emoji))
}

// missing says in the page's words that something is not there.
func missing(err error) error {
	if err != nil {
		return fmt.Errorf("%w: %w", console.ErrNotFound, err)
	}
	return nil
}

// Press implements [console.Phone].
func (p *phone) Press(message int64, data string) error {
	if _, err := p.user.Press(message, data); err != nil {
		return fmt.Errorf("%w: %w", console.ErrNotFound, err)
	}
	return nil
}

// Tap implements [console.Phone].
func (p *phone) Tap(key string) (err error) {
	p.write(func() { err = p.user.Tap(key) })
	if err != nil {
		return fmt.Errorf("%w: %w", console.ErrNotFound, err)
	}
	return nil
}

// SetBlocked implements [console.Phone].
func (p *phone) SetBlocked(blocked bool) {
	p.note(blocked)
	if blocked {
		p.user.Block()
	} else {
		p.user.Unblock()
	}
}

// write does what takes a block back, as writing to a bot does.
func (p *phone) write(do func()) {
	p.note(false)
	do()
}

func (p *phone) note(blocked bool) {
	p.phones.mu.Lock()
	defer p.phones.mu.Unlock()
	if p.blocked != blocked {
		p.blocked = blocked
		p.phones.changed()
	}
}
