package telegram

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"strconv"
)

// RefundStarPayment gives a payment in [Stars] back. A second time is refused,
// see [Refunded].
//
// https://core.telegram.org/bots/api#refundstarpayment
type RefundStarPayment struct {
	UserID           int64  `json:"user_id"` // who has paid
	TelegramChargeID string `json:"telegram_payment_charge_id"`
}

// Method implements [Request].
func (RefundStarPayment) Method() string { return "refundStarPayment" }

// StarTransaction is one movement of [Stars]: to the bot with a Source, from
// it with a Receiver.
//
// https://core.telegram.org/bots/api#startransaction
type StarTransaction struct {
	ID       string       `json:"id"` // of a payment its telegram charge id, and the same of its refund
	Amount   int64        `json:"amount"`
	Date     int64        `json:"date"` // Unix time
	Source   *StarPartner `json:"source"`
	Receiver *StarPartner `json:"receiver"`
}

// StarPartner is the other side of a [StarTransaction].
//
// https://core.telegram.org/bots/api#transactionpartner
type StarPartner struct {
	Type            string `json:"type"`             // user, fragment, telegram_ads, ...
	TransactionType string `json:"transaction_type"` // of a user: invoice_payment, paid_media_payment, ...
	User            *User  `json:"user"`
	InvoicePayload  string `json:"invoice_payload"`
}

// maxTransactions is how many transactions Telegram tells at once.
//
// https://core.telegram.org/bots/api#getstartransactions
const maxTransactions = 100

// StarTransactions tells all movements of Stars, oldest first, a page of a
// hundred with each call. It ends with the first error.
func (c *Client) StarTransactions(ctx context.Context) iter.Seq2[StarTransaction, error] {
	return func(yield func(StarTransaction, error) bool) {
		for offset := 0; ; offset += maxTransactions {
			page, err := c.starPage(ctx, offset)
			if err != nil {
				yield(StarTransaction{}, err)
				return
			}
			for _, t := range page {
				if !yield(t, nil) {
					return
				}
			}
			if len(page) < maxTransactions {
				return
			}
		}
	}
}

func (c *Client) starPage(ctx context.Context, offset int) ([]StarTransaction, error) {
	raw, err := c.Call(ctx, "getStarTransactions", Params{"offset": strconv.Itoa(offset), "limit": strconv.Itoa(maxTransactions)})
	if err != nil {
		return nil, err
	}
	var page struct {
		Transactions []StarTransaction `json:"transactions"`
	}
	if err := json.Unmarshal(raw, &page); err != nil {
		return nil, fmt.Errorf("telegram getStarTransactions: %w", err)
	}
	return page.Transactions, nil
}
