package bot_test

import (
	"slices"
	"strings"
	"time"

	"repartee/bot"
	"repartee/bot/telegram/telegramtest"
	"repartee/internal/app"
)

// soakWords are what customers say at any time.
var soakWords = []string{
	"crema", "course", "coupon", "Crema Roma", "/orders", "/cart", "/cancel", "/back", "TEN", "2", soakAddress, "/forget",
}

const soakAddress = "Ann Lee, Street 1, 10115 Berlin"

// pick draws one of some.
func pick[T any](s *soak, from ...T) T { return from[s.dice.IntN(len(from))] }

// recent draws a place in a list of n, mostly one near its end.
func (s *soak) recent(n int, spread float64) int {
	return n - 1 - min(n-1, int(s.dice.ExpFloat64()*spread))
}

// step does one thing.
func (s *soak) step() {
	s.Helper()
	c := pick(s, s.customers...)
	switch n := s.dice.IntN(100); {
	case n < 10:
		s.buy(c)
	case n < 25:
		s.says(c, pick(s, soakWords...))
	case n < 50:
		s.pressAny(c)
	case n < 70:
		s.pay(c)
	case n < 75:
		s.deliver()
	case n < 85:
		s.staff()
	case n < 90:
		s.erase(c)
	default:
		d := pick(s, time.Minute, 5*time.Minute, 20*time.Minute, 2*time.Hour)
		s.note("%v go by", d)
		s.clock.add(d)
	}
}

func (s *soak) says(c *customer, text string) {
	s.note("%d says %s", c.ID(), text)
	c.Say(text)
}

// buy goes some of the way from the shelf to an invoice or a placed order.
func (s *soak) buy(c *customer) {
	s.Helper()
	s.says(c, "/start")
	s.quiet()
	s.says(c, pick(s, "crema", "course", "coupon"))
	s.quiet()
	onward := []string{"Order", "Buy", "Post", "As last", "Germany", pick(s, "Card", "Transfer")}
	for range 2 + s.dice.IntN(7) {
		screen := c.Messages()
		last := screen[len(screen)-1]
		if last.Invoice != nil {
			return
		}
		label := labelled(last, onward)
		switch {
		case label != "":
			s.press(c, last.ID, label)
		case strings.Contains(last.Text, "Where") || strings.Contains(last.Text, "address") || strings.Contains(last.Text, "name"):
			s.says(c, soakAddress)
		}
		s.quiet()
	}
}

// labelled is the first label under a message that has one of some words; "" where none has.
func labelled(m telegramtest.Message, words []string) string {
	for _, label := range labels(m) {
		if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(label, w) }) {
			return label
		}
	}
	return ""
}

// labels are those of the buttons under a message.
func labels(m telegramtest.Message) (all []string) {
	for _, row := range m.Buttons {
		for _, b := range row {
			all = append(all, b.Text)
		}
	}
	return all
}

// press presses a button, which may not be there any more or be Telegram's own.
func (s *soak) press(c *customer, message int64, label string) {
	_, err := c.Press(message, label)
	s.note("%d presses %s under %d: %v", c.ID(), label, message, err)
}

// pressAny presses a button that is on the screen, however old.
func (s *soak) pressAny(c *customer) {
	type button struct {
		message int64
		label   string
	}
	var all []button
	for _, m := range c.Messages() {
		for _, label := range labels(m) {
			all = append(all, button{m.ID, label})
		}
	}
	if len(all) > 0 {
		b := all[s.recent(len(all), 3)]
		s.press(c, b.message, b.label)
	}
}

// pay pays an invoice, however old. The bot may refuse that, the bank too, and the bot may be told late.
func (s *soak) pay(c *customer) {
	bills := slices.DeleteFunc(c.Messages(), func(m telegramtest.Message) bool { return m.Invoice == nil })
	if len(bills) == 0 {
		return
	}
	id := bills[s.recent(len(bills), 1)].ID
	p := telegramtest.Payment{Held: s.dice.IntN(3) == 0, Declined: s.dice.IntN(8) == 0, Info: atHome}
	receipt, err := c.Pay(s.Context(), id, p)
	s.note("%d pays %d, told late: %v: %v", c.ID(), id, p.Held, err)
	if err == nil && p.Held {
		s.late = append(s.late, receipt)
	}
}

// deliver tells the bot of a payment, maybe again.
func (s *soak) deliver() {
	if len(s.late) == 0 {
		return
	}
	receipt := pick(s, s.late...)
	s.note("the bot is told of payment %s", receipt.ID)
	receipt.Deliver()
}

// staff say something of an order, whether or not that makes sense.
func (s *soak) staff() {
	s.Helper()
	orders := slices.DeleteFunc(s.orders(), func(o app.Order) bool { return o.Forgotten })
	if len(orders) == 0 {
		return
	}
	o := pick(s, orders...)
	event := pick(s, "paid", "paid", "packed", "sent", "delivered", "cancelled", "refunded", "returned")
	s.note("staff say %s of order %s, which is %s", event, o.Number, o.State)
	if err := bot.PostOrder(s.Context(), s.store, o.Chat, o.Order, event, ""); err != nil {
		s.Fatal(err)
	}
}

// erase has a customer ask that all of him is erased, and say yes.
func (s *soak) erase(c *customer) {
	s.Helper()
	s.says(c, "/forget")
	s.quiet()
	s.press(c, 0, "Erase my data")
}
