package telegramtest

import (
	"context"
	"fmt"
	"time"

	"repartee/bot/telegram"
)

// Payment is how a customer pays.
type Payment struct {
	Info     telegram.OrderInfo // for a form that was not filled in yet
	Way      string             // the id of the way of shipping; "" is the first that is offered
	Tip      int64              // in the smallest unit
	Declined bool               // the bank says no, after the bot has said yes
	TooLate  bool               // the form does not wait: any answer to its pre-checkout query is too late
	Held     bool               // the bot is told of the payment only by [Receipt.Deliver]
}

// Receipt is what a customer has after a payment.
type Receipt struct {
	Charge
	MessageID int64 // of the message about it

	server *Server
	update *wireMessage
}

// Deliver tells the bot of the payment, once more unless it was held: an
// update with another id about the same message.
func (r *Receipt) Deliver() {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	r.server.emit("message", lane{"message", r.update.Chat.ID}, r.update)
}

// PaymentFailure is why there is no receipt.
type PaymentFailure string

// The ways in which a payment fails.
const (
	ShippingRefused PaymentFailure = "the bot sends nothing there"
	CheckoutRefused PaymentFailure = "the bot has refused it"
	NoAnswer        PaymentFailure = "the bot has not answered in time"
	CardDeclined    PaymentFailure = "the card was declined"
	TooFewStars     PaymentFailure = "there are too few Stars"
	Incomplete      PaymentFailure = "the form is not filled in"
)

// PaymentError is what a form shows instead of a receipt.
type PaymentError struct {
	Failure PaymentFailure
	Message string // the bot's, or what is missing; may be ""
}

// Error tells the failure and the message.
func (e *PaymentError) Error() string {
	if e.Message == "" {
		return "telegramtest: not paid: " + string(e.Failure)
	}
	return fmt.Sprintf("telegramtest: not paid: %s: %s", e.Failure, e.Message)
}

func incomplete(format string, args ...any) error {
	return &PaymentError{Incomplete, fmt.Sprintf(format, args...)}
}

// Pay asks the bot whether the payment may go ahead and then makes it. It can
// be done again: what keeps an invoice from being paid twice is the bot.
func (p *PaymentForm) Pay(ctx context.Context, with Payment) (*Receipt, error) {
	if !p.filled {
		if _, err := p.Fill(ctx, with.Info); err != nil {
			return nil, err
		}
	}
	way, err := p.choose(with)
	if err != nil {
		return nil, err
	}
	total := p.Total(way, with.Tip)
	back, err := p.reserve(total)
	if err != nil {
		return nil, err
	}
	if err := p.preCheckout(ctx, way, total, with); err != nil {
		back()
		return nil, err
	}
	return p.server.settle(p, way, total, with.Held), nil
}

// choose returns the id of the way of shipping; "" if there is none to choose.
func (p *PaymentForm) choose(with Payment) (way string, err error) {
	o := p.option(with.Way)
	switch {
	case with.Tip < 0 || with.Tip > p.invoice.MaxTip:
		return "", incomplete("a tip is from 0 to %d, not %d", p.invoice.MaxTip, with.Tip)
	case o != nil:
		return o.ID, nil
	case with.Way != "":
		return "", incomplete("there is no way of shipping %q", with.Way)
	default:
		return "", nil
	}
}

func (p *PaymentForm) preCheckout(ctx context.Context, way string, total int64, with Payment) error {
	v, err := p.server.askBot(ctx, preCheckoutKind, p.payer.ID, with.TooLate, func(id string) any {
		return &wirePreCheckoutQuery{
			ID: id, From: *p.payer, Currency: p.invoice.Currency, TotalAmount: total,
			InvoicePayload: p.invoice.Payload, ShippingOptionID: way, OrderInfo: p.info,
		}
	})
	switch {
	case err != nil:
		return err
	case !v.ok:
		return &PaymentError{CheckoutRefused, v.message}
	case with.Declined:
		return &PaymentError{Failure: CardDeclined}
	default:
		return nil
	}
}

// Charge is money that has moved.
type Charge struct {
	ID       string // Telegram's
	Provider string // the provider's
	Payer    int64
	Payload  string // of the invoice
	Currency string
	Amount   int64 // in the smallest unit, with shipping and tip
	At       time.Time
	Refunded bool
}

// Charges are all payments, oldest first.
func (s *Server) Charges() []Charge {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]Charge, len(s.charges))
	for i, c := range s.charges {
		out[i] = *c
	}
	return out
}

// settle moves the money and tells of it, in the payer's private chat.
func (s *Server) settle(p *PaymentForm, way string, total int64, held bool) *Receipt {
	s.mu.Lock()
	defer s.mu.Unlock()
	charge := &Charge{
		ID: s.nextID("charge"), Provider: s.nextID("provider"), Payer: p.payer.ID, Payload: p.invoice.Payload,
		Currency: p.invoice.Currency, Amount: total, At: s.opts.Now(),
	}
	s.charges = append(s.charges, charge)
	s.chargeByID[charge.ID] = charge
	if charge.Currency == stars {
		s.moveStars(charge, false)
	}
	m := s.service(p.payer, func(m *wireMessage) {
		m.SuccessfulPayment = &wireSuccessfulPayment{
			Currency: charge.Currency, TotalAmount: total, InvoicePayload: charge.Payload, ShippingOptionID: way,
			OrderInfo: p.info, TelegramChargeID: charge.ID, ProviderChargeID: charge.Provider,
		}
	})
	p.showReceipt(m.MessageID)
	if !held {
		s.emit("message", lane{"message", m.Chat.ID}, m)
	}
	return &Receipt{Charge: *charge, MessageID: m.MessageID, server: s, update: m}
}

// showReceipt makes the receipt known where the invoice stands. Apps show it
// there instead of the button that pays.
func (p *PaymentForm) showReceipt(messageID int64) {
	if p.chat == nil {
		return
	}
	if at := p.chat.find(p.message); at >= 0 {
		paid := *p.chat.messages[at]
		paid.receipt = messageID
		p.server.replace(p.chat, at, &paid)
	}
}

// service puts a message about a payment into the private chat of a customer.
func (s *Server) service(person *wireUser, fill func(*wireMessage)) *wireMessage {
	c := s.chats[person.ID]
	c.opened = true
	m := &wireMessage{From: person, Date: s.opts.Now().Unix(), Chat: c.wire}
	fill(m)
	s.post(c, &message{wire: m})
	return m
}
