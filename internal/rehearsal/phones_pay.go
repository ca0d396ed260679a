package rehearsal

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
	"repartee/flows/value"
	"repartee/internal/console"
)

// Invoice implements [console.Payer].
func (p *phone) Invoice(b console.Bill) (console.Invoice, error) {
	form, err := p.form(b)
	if err != nil {
		return console.Invoice{}, err
	}
	return p.invoiceOf(form.Invoice()), nil
}

// Ways implements [console.Payer].
func (p *phone) Ways(ctx context.Context, b console.Bill, to console.Recipient) ([]console.Way, error) {
	form, err := p.form(b)
	if err != nil {
		return nil, err
	}
	options, err := form.Fill(ctx, infoOf(to))
	if err != nil {
		return nil, refused(err)
	}
	ways := make([]console.Way, len(options))
	for i, o := range options {
		ways[i] = console.Way{ID: o.ID, Label: o.Title}
		for _, price := range o.Prices {
			ways[i].Price += price.Amount
		}
	}
	return ways, nil
}

// Pay implements [console.Payer].
func (p *phone) Pay(ctx context.Context, b console.Bill, with console.Payment) error {
	form, err := p.form(b)
	if err != nil {
		return err
	}
	if with.Rest > 0 {
		p.phones.Pass(with.Rest)
	}
	receipt, err := form.Pay(ctx, telegramtest.Payment{Info: infoOf(with.To), Way: with.Way, Tip: with.Tip, Declined: with.Declined, TooLate: with.TooLate})
	if err == nil && with.Twice {
		receipt.Deliver()
	}
	return refused(err)
}

func (p *phone) form(b console.Bill) (form *telegramtest.PaymentForm, err error) {
	switch {
	case b.Link != "":
		form, err = p.user.OpenLink(b.Link)
	case b.Message != 0:
		form, err = p.user.OpenInvoice(b.Message)
	default:
		return nil, console.ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", console.ErrNotFound, err)
	}
	return form, nil
}

// refused says in the page's words why nothing was paid.
func refused(err error) error {
	var failed *telegramtest.PaymentError
	if !errors.As(err, &failed) {
		return err
	}
	switch failed.Failure {
	case telegramtest.NoAnswer:
		return &console.Refused{Reason: console.NoAnswer}
	case telegramtest.CardDeclined:
		return &console.Refused{Reason: console.Declined}
	case telegramtest.TooFewStars:
		return &console.Refused{Reason: console.TooFew}
	case telegramtest.Incomplete:
		return &console.Refused{Reason: console.Missing}
	}
	return &console.Refused{Reason: console.ByBot, Text: failed.Message}
}

func infoOf(to console.Recipient) telegram.OrderInfo {
	info := telegram.OrderInfo{Name: to.Name, PhoneNumber: to.Phone, Email: to.Email}
	if to.Country != "" {
		info.ShippingAddress = &telegram.Address{
			CountryCode: strings.ToUpper(to.Country), State: to.State, City: to.City, StreetLine1: to.Street, StreetLine2: to.Street2, PostCode: to.PostCode,
		}
	}
	return info
}

// invoiceOf is an invoice as this customer sees it.
func (p *phone) invoiceOf(i telegramtest.Invoice) console.Invoice {
	out := invoiceOf(i)
	if i.Currency == telegram.Stars {
		out.Stars = p.user.Stars()
	}
	return out
}

func invoiceOf(i telegramtest.Invoice) console.Invoice {
	out := console.Invoice{
		Title: i.Title, Description: i.Description, Currency: i.Currency, Digits: value.Digits(i.Currency),
		Total: i.Total, MaxTip: i.MaxTip, Tips: i.Tips, Flexible: i.Flexible,
	}
	for _, price := range i.Prices {
		out.Lines = append(out.Lines, console.Line{Label: price.Label, Amount: price.Amount})
	}
	for _, ask := range []struct {
		asked bool
		name  string
	}{{i.NeedName, "name"}, {i.NeedPhone, "phone"}, {i.NeedEmail, "email"}, {i.NeedAddress || i.Flexible, "address"}} {
		if ask.asked {
			out.Asks = append(out.Asks, ask.name)
		}
	}
	return out
}

// moneyOf is what a message tells of a payment; nil if it is about none.
func moneyOf(m telegramtest.Message) *console.Money {
	switch {
	case m.Payment != nil:
		return &console.Money{Currency: m.Payment.Currency, Digits: value.Digits(m.Payment.Currency), Amount: m.Payment.TotalAmount}
	case m.Refund != nil:
		return &console.Money{Currency: m.Refund.Currency, Digits: value.Digits(m.Refund.Currency), Amount: m.Refund.TotalAmount, Back: true}
	}
	return nil
}

// Pass implements [console.Phones].
func (p *phones) Pass(d time.Duration) { p.pass(d) }
