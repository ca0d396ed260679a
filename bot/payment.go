package bot

import (
	"fmt"

	"repartee/bot/telegram"
	"repartee/flows"
	"repartee/flows/shop"
)

// invoicePayload is what a message about a payment says of its invoice; "" for any other message.
func invoicePayload(m *telegram.Message) string {
	switch {
	case m == nil:
		return ""
	case m.Payment != nil:
		return m.Payment.InvoicePayload
	case m.Refund != nil:
		return m.Refund.InvoicePayload
	}
	return ""
}

// aboutPayment tells a message that says that money has moved.
func aboutPayment(m *telegram.Message) bool { return m != nil && (m.Payment != nil || m.Refund != nil) }

// payee is the contact whose order a message about a payment belongs to, whoever paid and wherever.
func payee(m *telegram.Message) (chat int64) {
	_, chat, _ = parsePayload(invoicePayload(m))
	return chat
}

// strayPayment says of a message about money that it belongs to no order, or cannot be booked; nil for any other.
func strayPayment(m *telegram.Message) error {
	if !aboutPayment(m) {
		return nil
	}
	var in flows.Input
	payment(&in, m)
	switch {
	case payee(m) == 0:
		return fmt.Errorf("it tells of money, charge %s, for no order of this bot", in.Money.Charge.ID)
	case in.Money.Charge.ID == "":
		return fmt.Errorf("it tells of money for order %s without a charge", in.Order)
	}
	return nil
}

// payment notes that an order was paid, or that the money was given back.
func payment(in *flows.Input, m *telegram.Message) {
	number, chat, _ := parsePayload(invoicePayload(m))
	in.Order = number
	payer := m.Chat.ID
	if m.From != nil && !m.From.IsBot {
		payer = m.From.ID
	}
	in.Money = &flows.Money{Own: payer == chat}
	if in.Money.Own && m.From != nil {
		in.From = person(m.From)
	}
	if p := m.Payment; p != nil {
		in.What = flows.Settled
		in.Money.Way, in.Money.Address = p.ShippingOptionID, addressOf(p.OrderInfo)
		in.Money.Charge = shop.Charge{
			ID: p.TelegramChargeID, Provider: p.ProviderChargeID, Payer: payer, Amount: p.TotalAmount, Currency: p.Currency, At: m.Date,
		}
		return
	}
	r := m.Refund
	in.What = flows.GaveBack
	in.Money.Charge = shop.Charge{
		ID: r.TelegramChargeID, Provider: r.ProviderChargeID, Payer: payer, Amount: r.TotalAmount, Currency: r.Currency, Refunded: m.Date,
	}
}
