package chaos

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"repartee/bot/telegram/telegramtest"
)

const (
	// patience is how long a customer waits for an answer: longer than a press is kept for a bot that is down.
	patience = 3 * time.Minute
	// words is how many words each customer is asked for.
	words = 6
	// marked stands in all that is personal, so that it can be looked for in the logs.
	marked = "zqx"
)

// customer is one customer, who does what the shop asks of him, and what he has done.
type customer struct {
	*telegramtest.User
	crowd *crowd
	name  string
	dice  *rand.Rand
	came  string // the payload of the link he comes by; "" for none

	shared  bool     // his number
	words   []string // that he says
	said    int      // so many of them so far
	pressed int
	link    string // his own, for a friend
	friends int
	buys    bool
	bought  purchase
	stuck   string // what he waits for in vain
	done    bool

	mu       sync.Mutex
	expected []string
}

func newCustomer(c *crowd, id int64, dice *rand.Rand) *customer {
	name := fmt.Sprintf("Customer%s%d", marked, id)
	return &customer{User: c.run.server.User(id, name, "en"), crowd: c, name: name, dice: rand.New(rand.NewPCG(dice.Uint64(), uint64(id)))}
}

// expect notes what the bot is to say.
func (c *customer) expect(texts ...string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.expected = append(c.expected, texts...)
}

// script is all that the bot was to say so far.
func (c *customer) script() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.expected)
}

// visit goes through the whole talk; false where something does not come.
func (c *customer) visit(ctx context.Context) bool {
	c.done = c.after(ctx, func() { c.Start(c.came) }, "Please share your number.") &&
		c.after(ctx, c.share, "Word 1?") &&
		c.speak(ctx) &&
		c.press(ctx, "Press me", "Pressed 1. Wait for me.") && c.counts() &&
		c.hears(ctx, "Woken 1. Tell a friend.", "A ticket?") &&
		c.keepLink() &&
		c.buy(ctx)
	return c.done
}

// after does something, and waits for what the bot is to say then.
func (c *customer) after(ctx context.Context, act func(), texts ...string) bool {
	from := time.Now()
	act()
	if !c.hears(ctx, texts...) {
		return false
	}
	c.crowd.note(from)
	return true
}

// hears waits until the bot has said something.
func (c *customer) hears(ctx context.Context, texts ...string) bool {
	c.expect(texts...)
	for _, text := range texts {
		if !c.sees(ctx, patience, func(m *telegramtest.Message) bool { return m.Text == text }) {
			c.stuck = text
			return false
		}
	}
	return true
}

// sees waits until a message of the bot is as asked for.
func (c *customer) sees(ctx context.Context, within time.Duration, as func(*telegramtest.Message) bool) bool {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	return c.Wait(ctx, func(screen []telegramtest.Message) bool {
		return slices.ContainsFunc(screen, func(m telegramtest.Message) bool { return m.FromBot && as(&m) })
	})
}

func (c *customer) share() {
	c.shared = true
	c.ShareContact()
}

func (c *customer) say(word string) {
	c.said++
	c.Say(word)
}

// counts notes that a press has counted, after which a wait begins.
func (c *customer) counts() bool {
	c.pressed++
	return true
}

// speak says the words: most customers one after each question, some all at once.
func (c *customer) speak(ctx context.Context) bool {
	for n := range words {
		c.words = append(c.words, fmt.Sprintf("%s%d%06x", marked, n, c.dice.IntN(1<<24)))
	}
	if c.dice.IntN(4) == 0 {
		texts := make([]string, words)
		for n := range words {
			texts[n] = c.question(n + 1)
		}
		return c.after(ctx, func() {
			for _, word := range c.words {
				c.say(word)
			}
		}, texts...)
	}
	for n, word := range c.words {
		if !c.after(ctx, func() { c.say(word) }, c.question(n+1)) {
			return false
		}
	}
	return true
}

// question is what comes after so many words.
func (c *customer) question(n int) string {
	if n == words {
		return "Six words. Press the button."
	}
	return fmt.Sprintf("Word %d?", n+1)
}

// press presses a button. A press that nobody took is gone after a while, and the customer presses again.
func (c *customer) press(ctx context.Context, label, then string) bool {
	c.expect(then)
	from := time.Now()
	for range 2 {
		if _, err := c.Press(0, label); err != nil {
			c.stuck = err.Error()
			return false
		}
		if c.sees(ctx, patience, func(m *telegramtest.Message) bool { return m.Text == then }) {
			c.crowd.note(from)
			return true
		}
	}
	c.stuck = then
	return false
}

// keepLink takes the payload of his own link from the button that shares it.
func (c *customer) keepLink() bool {
	for _, m := range c.Messages() {
		for _, row := range m.Buttons {
			for _, b := range row {
				if payload, ok := payloadOf(b.URL); ok {
					c.link = payload
					return true
				}
			}
		}
	}
	c.stuck = "a link to share"
	return false
}

// payloadOf reads what a friend brings who comes by a shared link.
func payloadOf(share string) (string, bool) {
	u, err := url.Parse(share)
	if err != nil {
		return "", false
	}
	_, payload, found := strings.Cut(u.Query().Get("url"), "?start=")
	return payload, found
}
