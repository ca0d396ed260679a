package bench_test

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"repartee/bench"
	"repartee/bot/telegram/telegramtest"
)

// turns is how many updates a talk has.
const turns = 6

// customer is somebody who goes through the talk and waits for each reply before he goes on.
type customer struct {
	user *telegramtest.User
	ctx  context.Context
}

func (c *customer) talk(name string, bags int) error {
	for _, turn := range c.turns(name, bags) {
		if err := turn(); err != nil {
			return err
		}
	}
	return nil
}

// turns are the talk, turn by turn.
func (c *customer) turns(name string, bags int) []func() error {
	return []func() error{
		c.say("/start", bench.AskName),
		c.say(name, bench.AskSize(name)),
		c.press("Middle", bench.AskBags),
		c.say("some", bench.AskAgain),
		c.say(strconv.Itoa(bags), bench.Advice(name, "Middle", bags)),
		c.press(bench.Yes, bench.Noted(name, "Middle", bags)),
	}
}

func (c *customer) say(words, reply string) func() error {
	return func() error {
		c.user.Say(words)
		return c.hears(reply)
	}
}

func (c *customer) press(label, reply string) func() error {
	return func() error {
		if _, err := c.user.Press(0, label); err != nil {
			return err
		}
		return c.hears(reply)
	}
}

func (c *customer) hears(reply string) error {
	var last string
	ok := c.user.Wait(c.ctx, func(screen []telegramtest.Message) bool {
		last = screen[len(screen)-1].Text
		return last == reply
	})
	if !ok {
		return fmt.Errorf("waited for %q and heard %q", reply, strings.TrimSpace(last))
	}
	return nil
}
