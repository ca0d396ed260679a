package bot_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"repartee/bot/telegram/telegramtest"
)

// customer is somebody with a phone.
type customer struct {
	testing.TB
	*telegramtest.User
}

// said is what the bot has said, in order.
func said(screen []telegramtest.Message) []string {
	var texts []string
	for _, m := range screen {
		if m.FromBot {
			texts = append(texts, m.Text)
		}
	}
	return texts
}

// hears waits until the bot has said so many messages in all, and gives them.
func (c *customer) hears(n int) []string {
	c.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var heard []string
	c.Wait(ctx, func(screen []telegramtest.Message) bool {
		heard = said(screen)
		return len(heard) >= n
	})
	if len(heard) != n {
		c.Errorf("user %d heard %d messages, not %d: %q", c.ID(), len(heard), n, heard)
	}
	return heard
}

// expects waits for all that the bot is to have said by now.
func (c *customer) expects(want ...string) {
	c.Helper()
	if got := c.hears(len(want)); !slices.Equal(got, want) {
		c.Errorf("user %d heard\n%s\nnot\n%s", c.ID(), strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func (c *customer) press(label string) {
	c.Helper()
	if _, err := c.Press(0, label); err != nil {
		c.Error(err)
	}
}

// orderFlow is the conversation of the acceptance test: six turns after the first word.
const orderFlow = `
flow: order
fields:
  name: text
  size: {type: one_of, options: {small: Small, middle: Middle, large: Large}}
  bags: {type: integer, min: 1, max: 20}
  grams: integer
steps:
  - ask: name
    text: What is your name?
  - ask: size
    text: "Which bag, {{ name }}?"
  - ask: bags
    text: How many bags?
    retry: [Please a number of bags.]
  - set: {grams: "bags * (size == 'small' ? 250 : size == 'middle' ? 500 : 1000)"}
  - menu: "For {{ name }} I recommend {{ grams }} g. Shall I note it?"
    id: confirm
    options: {take: Yes please, leave: No thanks}
  - say: "Noted, {{ name }}: {{ bags }} x {{ size }}."
`

// talk is what one customer does and what must come of it.
type talk struct {
	name, size string
	bags       int
}

var sizes = []struct {
	label string
	grams int
}{{"Small", 250}, {"Middle", 500}, {"Large", 1000}}

func talkOf(i int) talk {
	return talk{name: fmt.Sprintf("Customer %d", i), size: sizes[i%3].label, bags: 1 + i%20}
}

// script is all that the bot must say in the talk.
func (k talk) script() []string {
	grams := 0
	for _, s := range sizes {
		if s.label == k.size {
			grams = s.grams * k.bags
		}
	}
	return []string{
		"What is your name?",
		fmt.Sprintf("Which bag, %s?", k.name),
		"How many bags?",
		"Please a number of bags.",
		fmt.Sprintf("For %s I recommend %s g. Shall I note it?", k.name, thousands(grams)),
		fmt.Sprintf("Noted, %s: %d x %s.", k.name, k.bags, k.size),
	}
}

func thousands(n int) string {
	if n < 10_000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

// acts are what the customer does, one after each thing the bot has said.
func (k talk) acts(c *customer) []func() {
	return []func(){
		func() { c.Start("") },
		func() { c.Say(k.name) },
		func() { c.press(k.size) },
		func() { c.Say("a few") },
		func() { c.Say(fmt.Sprint(k.bags)) },
		func() { c.press("Yes please") },
	}
}

// play goes through the talk and checks every reply.
func (k talk) play(c *customer) {
	c.Helper()
	script := k.script()
	for i, act := range k.acts(c) {
		act()
		c.expects(script[:i+1]...)
	}
}
