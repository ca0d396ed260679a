package console_test

import (
	"context"
	"fmt"

	"repartee/internal/console"
)

func (p *fakePhone) Invoice(b console.Bill) (console.Invoice, error) {
	if invoice, ok := p.fake.links[b.Link]; ok {
		return invoice, nil
	}
	for _, m := range p.Messages() {
		if m.ID == b.Message && m.Invoice != nil {
			return *m.Invoice, nil
		}
	}
	return console.Invoice{}, console.ErrNotFound
}

func (p *fakePhone) Ways(_ context.Context, b console.Bill, to console.Recipient) ([]console.Way, error) {
	if _, err := p.Invoice(b); err != nil {
		return nil, err
	}
	if to.Country != "DE" {
		return nil, &console.Refused{Reason: console.ByBot, Text: "Nothing is sent to " + to.Country + "."}
	}
	return []console.Way{{ID: "post", Label: "Post", Price: 490}, {ID: "pickup", Label: "Pickup", Price: 0}}, nil
}

func (p *fakePhone) Pay(_ context.Context, b console.Bill, with console.Payment) error {
	invoice, err := p.Invoice(b)
	switch {
	case err != nil:
		return err
	case with.Declined:
		return &console.Refused{Reason: console.Declined}
	case with.TooLate:
		return &console.Refused{Reason: console.NoAnswer}
	case with.Rest > 0:
		return &console.Refused{Reason: console.ByBot, Text: "This invoice has expired."}
	}
	if with.Twice {
		p.act("told twice")
	}
	p.act(fmt.Sprintf("pay %s to %q way %q tip %d", invoice.Title, with.To.Name+" "+with.To.City, with.Way, with.Tip))
	receipt := p.show(console.Message{Money: &console.Money{Currency: invoice.Currency, Digits: invoice.Digits, Amount: invoice.Total + with.Tip}})
	if b.Message != 0 {
		m := p.Messages()[b.Message-1]
		m.Receipt = receipt
		p.show(m)
	}
	return nil
}

func (p *fakePhone) Staff(_ context.Context, state, note string) error {
	switch {
	case len(p.Messages()) == 0:
		return console.ErrNoOrder
	case state != "sent":
		return console.ErrOrderState
	}
	p.act("staff " + state + " " + note)
	return nil
}

// beans is an invoice that asks for all that one can.
func beans() *console.Invoice {
	return &console.Invoice{
		Title: "Order 7K3Q-2M9F", Description: "2 × Crema Roma, freshly roasted", Currency: "EUR", Digits: 2,
		Lines: []console.Line{{Label: "2 × Crema Roma", Amount: 2580}, {Label: "Voucher WELCOME10", Amount: -258}}, Total: 2322,
		MaxTip: 500, Tips: []int64{100, 200}, Asks: []string{"name", "phone", "email", "address"}, Flexible: true,
	}
}

// course is an invoice in Stars.
func course() console.Invoice {
	return console.Invoice{
		Title: "Brewing course", Description: "Six films", Currency: "XTR", Lines: []console.Line{{Label: "Brewing course", Amount: 250}}, Total: 250, Stars: 1000,
	}
}

// sell is a bot that writes invoices.
func sell(p *fakePhone, did string) {
	switch did {
	case "say beans":
		p.write(console.Message{Invoice: beans(), Buttons: [][]console.Button{{{Text: "Pay 23.22 €", Pay: true}}, {{Text: "Change the order", Data: "change"}}}})
	case "say course":
		p.write(console.Message{Invoice: new(course()), Buttons: [][]console.Button{{{Text: "Pay 250 ⭐", Pay: true}}}})
	case "say link":
		p.fake.links["https://t.me/$course"] = course()
		p.write(console.Message{Text: "Or by link", Buttons: [][]console.Button{{{Text: "The course", URL: "https://t.me/$course"}}}})
	case "say back":
		p.write(console.Message{Money: &console.Money{Currency: "XTR", Amount: 250, Back: true}})
	}
}
