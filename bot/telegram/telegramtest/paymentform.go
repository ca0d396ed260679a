package telegramtest

import (
	"context"
	"fmt"
	"slices"

	"repartee/bot/telegram"
)

// PaymentForm is the form in which a customer pays an invoice, as their phone
// shows it. Where it needs the bot it waits for ten seconds at most, or until
// its context ends. One goroutine at a time may use it.
type PaymentForm struct {
	server  *Server
	payer   *wireUser
	invoice Invoice
	chat    *chat // where the invoice is; nil for copies and links
	message int64 // its id there
	filled  bool
	info    *wireOrderInfo // what the invoice asks for of what was filled in
	options []telegram.ShippingOption
}

// OpenInvoice opens the form of an invoice in the user's chat; messageID 0 is
// the last one there.
func (u *User) OpenInvoice(messageID int64) (*PaymentForm, error) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	m := u.chat.invoice(messageID)
	if m == nil {
		return nil, fmt.Errorf("telegramtest: user %d sees no invoice %d", u.id, messageID)
	}
	form := u.open(m.invoice)
	form.chat, form.message = u.chat, m.wire.MessageID
	return form, nil
}

// OpenForwarded opens the form of an invoice that from has forwarded to the
// user. With a start parameter such a copy cannot be paid.
func (u *User) OpenForwarded(from *User, messageID int64) (*PaymentForm, error) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	m := from.chat.invoice(messageID)
	switch {
	case m == nil:
		return nil, fmt.Errorf("telegramtest: user %d sees no invoice %d", from.id, messageID)
	case m.wire.HasProtectedContent:
		return nil, fmt.Errorf("telegramtest: message %d cannot be forwarded", messageID)
	case m.invoice.StartParameter != "":
		return nil, fmt.Errorf("telegramtest: the copy of invoice %d only links to the bot, with %q", messageID, m.invoice.StartParameter)
	default:
		return u.open(m.invoice), nil
	}
}

// OpenLink opens the form of an invoice that the bot has made a link to.
func (u *User) OpenLink(link string) (*PaymentForm, error) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	bill := u.server.links[link]
	if bill == nil {
		return nil, fmt.Errorf("telegramtest: there is no invoice behind %q", link)
	}
	return u.open(bill), nil
}

// Pay fills in and pays an invoice in the user's chat; messageID 0 is the last
// one there.
func (u *User) Pay(ctx context.Context, messageID int64, p Payment) (*Receipt, error) {
	form, err := u.OpenInvoice(messageID)
	if err != nil {
		return nil, err
	}
	return form.Pay(ctx, p)
}

func (u *User) open(bill *Invoice) *PaymentForm {
	return &PaymentForm{server: u.server, payer: u.person(), invoice: bill.view()}
}

// invoice finds a message with an invoice; with 0 the last one.
func (c *chat) invoice(id int64) *message {
	for _, m := range slices.Backward(c.messages) {
		if m.invoice != nil && (id == 0 || m.wire.MessageID == id) {
			return m
		}
	}
	return nil
}

func (b *Invoice) view() Invoice {
	out := *b
	out.Prices, out.Tips = slices.Clone(b.Prices), slices.Clone(b.Tips)
	return out
}

// Invoice is what the form is for.
func (p *PaymentForm) Invoice() Invoice { return p.invoice.view() }

// Fill fills in what the invoice asks for, and no more; it may be done again.
// Where the shipping is flexible the bot is asked for the ways to the address,
// which are returned.
func (p *PaymentForm) Fill(ctx context.Context, info telegram.OrderInfo) ([]telegram.ShippingOption, error) {
	p.filled = false
	taken, err := p.invoice.take(info)
	if err != nil {
		return nil, err
	}
	p.info, p.options = taken, nil
	if p.invoice.Flexible {
		v, err := p.server.askBot(ctx, shippingKind, p.payer.ID, false, func(id string) any {
			return &wireShippingQuery{ID: id, From: *p.payer, InvoicePayload: p.invoice.Payload, ShippingAddress: *taken.ShippingAddress}
		})
		if err != nil {
			return nil, err
		}
		if !v.ok {
			return nil, &PaymentError{ShippingRefused, v.message}
		}
		p.options = v.options
	}
	p.filled = true
	return slices.Clone(p.options), nil
}

// Total is what is to be paid with a way of shipping, by its id, and a tip.
func (p *PaymentForm) Total(way string, tip int64) int64 {
	total := p.invoice.Total + tip
	if o := p.option(way); o != nil {
		total += totalOf(o.Prices)
	}
	return total
}

// option finds a way of shipping by its id; "" is the first that is offered.
func (p *PaymentForm) option(way string) *telegram.ShippingOption {
	for i := range p.options {
		if way == "" || p.options[i].ID == way {
			return &p.options[i]
		}
	}
	return nil
}

// take reads what the invoice asks for; nil if that is nothing.
func (b *Invoice) take(info telegram.OrderInfo) (*wireOrderInfo, error) {
	var out wireOrderInfo
	for _, detail := range []struct {
		needed bool
		name   string
		value  string
		into   *string
	}{
		{b.NeedName, "a name", info.Name, &out.Name},
		{b.NeedPhone, "a phone number", info.PhoneNumber, &out.PhoneNumber},
		{b.NeedEmail, "an e-mail address", info.Email, &out.Email},
	} {
		if !detail.needed {
			continue
		}
		if detail.value == "" {
			return nil, incomplete("the form asks for %s", detail.name)
		}
		*detail.into = detail.value
	}
	if b.NeedAddress {
		a := info.ShippingAddress
		if a == nil || len(a.CountryCode) != 2 || a.City == "" || a.StreetLine1 == "" {
			return nil, incomplete("the form asks for an address with country, city and street")
		}
		out.ShippingAddress = new(wireAddress(*a))
	}
	if out == (wireOrderInfo{}) {
		return nil, nil
	}
	return &out, nil
}
