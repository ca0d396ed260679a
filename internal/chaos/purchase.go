package chaos

import (
	"context"
	"errors"
	"time"

	"repartee/bot/telegram/telegramtest"
)

// purchase is what became of a customer's ticket.
type purchase struct {
	gone bool // it was said to be sold out, or not to be had any more
	left bool // he left the invoice alone
	paid *telegramtest.Receipt
	late bool // the bot was told of it only in the end

	refused bool // the bot could not look at its store when he paid, and told him so
	overdue bool // and only when what was held for it was everybody's again: he gets his ticket, or his money back
}

const (
	anInvoice  = "invoice" // what a message with one is called
	ticketGone = "It is gone."
	ticketHere = "You have it."
	// paysWithin is how often a customer presses Pay again when the bot did not answer in time.
	paysWithin = 12
)

// buy decides for a ticket or against it, and goes through with it.
func (c *customer) buy(ctx context.Context) bool {
	if c.dice.IntN(2) == 0 {
		return c.press(ctx, "No ticket", "Good bye.")
	}
	c.buys = true
	from := time.Now()
	if _, err := c.Press(0, "A ticket please"); err != nil {
		c.stuck = err.Error()
		return false
	}
	isInvoice := func(m *telegramtest.Message) bool { return m.Invoice != nil }
	if !c.sees(ctx, patience, func(m *telegramtest.Message) bool { return isInvoice(m) || m.Text == ticketGone }) {
		c.stuck = "an invoice"
		return false
	}
	c.crowd.note(from)
	if c.has(func(m *telegramtest.Message) bool { return m.Text == ticketGone }) {
		c.bought.gone = true
		c.expect("I am sorry, Pass has just been sold out.", ticketGone)
		return true
	}
	c.expect(anInvoice)
	if c.dice.IntN(10) == 0 {
		c.bought.left = true
		return true
	}
	return c.pay(ctx)
}

// has tells whether a message of the bot is as asked for.
func (c *customer) has(as func(*telegramtest.Message) bool) bool {
	for _, m := range c.Messages() {
		if m.FromBot && as(&m) {
			return true
		}
	}
	return false
}

// pay pays the invoice. Some payments are told of only in the end.
func (c *customer) pay(ctx context.Context) bool {
	c.bought.late = c.dice.IntN(10) == 0
	c.bought.overdue = c.bought.late && c.dice.IntN(2) == 0
	for range paysWithin {
		receipt, err := c.Pay(ctx, 0, telegramtest.Payment{Held: c.bought.late})
		var no *telegramtest.PaymentError
		switch {
		case err == nil:
			c.bought.paid = receipt
			if !c.bought.overdue {
				c.expect("Thank you! Your payment has arrived.", "Here is Pass.", ticketHere)
			}
			return c.bought.late || c.hasTicket(ctx)
		case !errors.As(err, &no):
			c.stuck = err.Error()
			return false
		}
		c.bought.refused = true
		wait(ctx, time.Second)
	}
	c.bought.left = true
	return true
}

// hasTicket waits until he has what he paid for.
func (c *customer) hasTicket(ctx context.Context) bool {
	if c.sees(ctx, patience, func(m *telegramtest.Message) bool { return m.Text == ticketHere }) {
		return true
	}
	c.stuck = ticketHere
	return false
}
