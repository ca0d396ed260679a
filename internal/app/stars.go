package app

import (
	"context"
	"fmt"

	"repartee/bot/telegram"
	"repartee/flows/shop"
)

// star is a transaction of Telegram Stars, as far as it is the payment of an invoice or its refund.
type star struct {
	charge string
	amount int64
	refund bool
}

// listed compares the ledger's Stars with what Telegram lists.
func (b *books) listed(stars []star) {
	listed := map[string]bool{} // by the ledger's id
	for _, s := range stars {
		id, what := s.charge, "payment"
		if s.refund {
			id, what = refundOf+s.charge, "refund"
		}
		listed[id] = true
		row, booked := b.rows[id]
		switch {
		case !booked:
			b.differ("Telegram lists a %s of %s (%s), which the ledger has not", what, Amount(s.amount, telegram.Stars), s.charge)
		case row.Amount != s.amount || row.Currency != telegram.Stars:
			b.differ("order %s: Telegram lists a %s of %s (%s), the ledger has %s", row.Order, what, Amount(s.amount, telegram.Stars), s.charge, Amount(row.Amount, row.Currency))
		}
	}
	for _, row := range b.list {
		if row.Method == shop.ByStars && !listed[row.ID] {
			b.differ("order %s: the ledger has %s (%s), which Telegram does not list", row.Order, Amount(row.Amount, row.Currency), row.ID)
		}
	}
}

// starOf reads what is the payment of an invoice, or its refund: both have the id of the charge. Stars come and go otherwise too, as gifts and as what the bot's
// owner takes out.
func starOf(t telegram.StarTransaction) (star, bool) {
	partner := t.Source
	if partner == nil {
		partner = t.Receiver
	}
	if partner == nil || partner.TransactionType != invoicePayment {
		return star{}, false
	}
	return star{charge: t.ID, amount: t.Amount, refund: t.Source == nil}, true
}

// invoicePayment is what Telegram calls the payment of an invoice: https://core.telegram.org/bots/api#transactionpartneruser
const invoicePayment = "invoice_payment"

// stars reads Telegram's list, if the settings have a token to ask with.
func (t *Till) stars(ctx context.Context) (all []star, asked bool, err error) {
	if !tokenForm.MatchString(t.settings.Token) {
		return nil, false, nil
	}
	client, err := telegram.New(telegram.Options{Token: t.settings.Token, APIURL: t.settings.APIURL, HTTP: t.http})
	if err != nil {
		return nil, false, err
	}
	defer client.CloseIdleConnections()
	for t, err := range client.StarTransactions(ctx) {
		if err != nil {
			return nil, false, fmt.Errorf("ask Telegram for its list of Stars: %w", err)
		}
		if one, ok := starOf(t); ok {
			all = append(all, one)
		}
	}
	return all, true, nil
}
