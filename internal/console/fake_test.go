package console_test

import (
	"context"
	"slices"
	"sync"
	"time"

	"repartee/internal/console"
)

// fakePhones are customers of a bot that is a function: it is told what a
// customer did ("say hello", "press 1:yes", "photo", ...) and may write back.
type fakePhones struct {
	bot func(p *fakePhone, did string)

	mu      sync.Mutex
	phones  []*fakePhone
	readers []chan console.Event
	about   console.About
	files   map[string][]byte
	links   map[string]console.Invoice // by address
	passed  time.Duration
	gate    chan struct{} // files come when it is closed; nil: at once
}

func newFake(bot func(*fakePhone, string)) *fakePhones {
	if bot == nil {
		bot = func(*fakePhone, string) {}
	}
	return &fakePhones{bot: bot, files: map[string][]byte{}, links: map[string]console.Invoice{}}
}

func (f *fakePhones) Pass(d time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.passed += d
}

func (f *fakePhones) New(name, language string) console.Phone {
	f.mu.Lock()
	defer f.mu.Unlock()
	p := &fakePhone{fake: f, customer: console.Customer{ID: int64(len(f.phones) + 1), Profile: console.Profile{Name: name, Language: language}}}
	f.phones = append(f.phones, p)
	f.publish(console.Event{Kind: console.CustomersChanged})
	return p
}

func (f *fakePhones) Get(id int64) (console.Phone, bool) {
	p := f.phone(id)
	return p, p != nil
}

func (f *fakePhones) phone(id int64) *fakePhone {
	f.mu.Lock()
	defer f.mu.Unlock()
	if id < 1 || int(id) > len(f.phones) {
		return nil
	}
	return f.phones[id-1]
}

func (f *fakePhones) All() []console.Phone {
	f.mu.Lock()
	defer f.mu.Unlock()
	var all []console.Phone
	for _, p := range f.phones {
		all = append(all, p)
	}
	return all
}

func (f *fakePhones) Subscribe() (<-chan console.Event, func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	ch := make(chan console.Event, 100)
	f.readers = append(f.readers, ch)
	return ch, func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.readers = slices.DeleteFunc(f.readers, func(c chan console.Event) bool { return c == ch })
	}
}

// cut closes all streams, as if their readers had been too slow.
func (f *fakePhones) cut() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, ch := range f.readers {
		close(ch)
	}
	f.readers = nil
}

func (f *fakePhones) reading() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.readers)
}

// publish is called with the mutex held.
func (f *fakePhones) publish(e console.Event) {
	for _, ch := range f.readers {
		ch <- e
	}
}

// fakePhone implements [console.Phone].
type fakePhone struct {
	fake     *fakePhones
	customer console.Customer
	messages []console.Message
	did      []string
}

func (p *fakePhone) Customer() console.Customer {
	p.fake.mu.Lock()
	defer p.fake.mu.Unlock()
	return p.customer
}

func (p *fakePhone) Messages() []console.Message {
	p.fake.mu.Lock()
	defer p.fake.mu.Unlock()
	return slices.Clone(p.messages)
}

func (p *fakePhone) About(context.Context) (console.About, error) { return p.fake.about, nil }

func (p *fakePhone) File(ctx context.Context, id string) ([]byte, error) {
	if p.fake.gate != nil {
		select {
		case <-p.fake.gate:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	if data, ok := p.fake.files[id]; ok {
		return data, nil
	}
	return nil, console.ErrNotFound
}

func (p *fakePhone) Start(payload string) {
	text := "/start"
	if payload != "" {
		text += " " + payload
	}
	p.show(console.Message{Text: text})
	p.act("start " + payload)
}

func (p *fakePhone) Say(text string) {
	p.show(console.Message{Text: text})
	p.act("say " + text)
}

func (p *fakePhone) Send(a console.Attachment) {
	m := console.Message{Media: string(a)}
	switch a {
	case console.Contact:
		m.Card = &console.Card{Name: p.customer.Name, Phone: "+49301234567"}
	case console.Location:
		m.Point = &console.Point{Latitude: 52.52, Longitude: 13.405}
	case console.Stranger:
		m.Media, m.Card = "contact", &console.Card{Name: "Robin", Phone: "+49309876543"}
	case console.Photo:
		m.File = "photo"
	case console.Album:
		m.Media, m.File, m.Album = "photo", "photo", "album"
		p.show(m)
		p.show(m)
	case console.Document:
		m.File, m.FileName = "letter", "letter.pdf"
	case console.Video:
		m.File, m.FileName = "clip", "clip.mp4"
	}
	p.show(m)
	p.act(string(a))
}

func (p *fakePhone) Press(message int64, data string) error {
	for _, m := range p.Messages() {
		for _, b := range slices.Concat(m.Buttons...) {
			if m.ID == message && b.Data == data {
				p.act("press " + data)
				return nil
			}
		}
	}
	return console.ErrNotFound
}

func (p *fakePhone) Tap(text string) error {
	k := p.Customer().Keyboard
	if k == nil {
		return console.ErrNotFound
	}
	for _, key := range slices.Concat(k.Rows...) {
		switch {
		case key.Text != text:
		case key.Shares != "":
			p.Send(key.Shares)
			return nil
		default:
			p.Say(text)
			return nil
		}
	}
	return console.ErrNotFound
}

func (p *fakePhone) SetBlocked(blocked bool) {
	p.fake.mu.Lock()
	defer p.fake.mu.Unlock()
	p.customer.Blocked = blocked
	p.fake.publish(console.Event{Kind: console.CustomersChanged})
}

// act notes what the customer did and lets the bot react.
func (p *fakePhone) act(did string) {
	p.fake.mu.Lock()
	p.did = append(p.did, did)
	p.fake.mu.Unlock()
	p.fake.bot(p, did)
}

func (p *fakePhone) deeds() []string {
	p.fake.mu.Lock()
	defer p.fake.mu.Unlock()
	return slices.Clone(p.did)
}

// write is a message from the bot; it returns its id.
func (p *fakePhone) write(m console.Message) int64 {
	m.FromBot = true
	return p.show(m)
}

// show puts a message on the screen, in the place of the one with its id if it
// has one.
func (p *fakePhone) show(m console.Message) int64 {
	p.fake.mu.Lock()
	defer p.fake.mu.Unlock()
	m.Date = 1_790_000_000
	if m.ID == 0 {
		m.ID = int64(len(p.messages) + 1)
		p.messages = append(p.messages, m)
	} else {
		m.Edited = true
		p.messages[m.ID-1] = m
	}
	p.fake.publish(console.Event{Kind: console.MessageShown, Customer: p.customer.ID, Message: &m})
	return m.ID
}

// keyboard shows a reply keyboard from now on; nil takes it away.
func (p *fakePhone) keyboard(k *console.Keyboard) {
	p.fake.mu.Lock()
	defer p.fake.mu.Unlock()
	p.customer.Keyboard = k
	p.fake.publish(console.Event{Kind: console.CustomersChanged})
}

func (p *fakePhone) emit(e console.Event) {
	p.fake.mu.Lock()
	defer p.fake.mu.Unlock()
	e.Customer = p.customer.ID
	p.fake.publish(e)
}
