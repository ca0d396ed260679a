package telegram

import (
	"context"
	"encoding/json"
	"fmt"
)

// Stars is the currency of Telegram Stars, in which digital goods are paid. An
// invoice in Stars has exactly one price, no tips and no provider token.
//
// https://core.telegram.org/bots/payments-stars
const Stars = "XTR"

// Invoice is what an invoice says and asks for, be it a message or a link. A
// list that is nil is left out: Telegram refuses null for the tips.
//
// https://core.telegram.org/bots/api#sendinvoice
type Invoice struct {
	Title               string         `json:"title"`
	Description         string         `json:"description"`
	Payload             string         `json:"payload"` // comes back with all that follows from the invoice; customers do not see it
	ProviderToken       TokenName      `json:"provider_token,omitempty"`
	Currency            string         `json:"currency"` // ISO 4217, or [Stars]
	Prices              []LabeledPrice `json:"prices"`
	MaxTipAmount        int64          `json:"max_tip_amount,omitempty"`
	SuggestedTipAmounts []int64        `json:"suggested_tip_amounts,omitempty"` // rising, none above MaxTipAmount
	ProviderData        string         `json:"provider_data,omitempty"`         // JSON for the provider, as it describes
	PhotoURL            string         `json:"photo_url,omitempty"`
	PhotoWidth          int            `json:"photo_width,omitempty"`
	PhotoHeight         int            `json:"photo_height,omitempty"`
	NeedName            bool           `json:"need_name,omitempty"`
	NeedPhoneNumber     bool           `json:"need_phone_number,omitempty"`
	NeedEmail           bool           `json:"need_email,omitempty"`
	NeedShippingAddress bool           `json:"need_shipping_address,omitempty"`
	PhoneToProvider     bool           `json:"send_phone_number_to_provider,omitempty"`
	EmailToProvider     bool           `json:"send_email_to_provider,omitempty"`
	IsFlexible          bool           `json:"is_flexible,omitempty"` // a [ShippingQuery] asks for the ways of shipping
}

// LabeledPrice is one line of an invoice. The lines add up to what is to be
// paid; one below zero is a discount.
//
// https://core.telegram.org/bots/api#labeledprice
type LabeledPrice struct {
	Label  string `json:"label"`
	Amount int64  `json:"amount"` // in the smallest unit
}

// SendInvoice sends an invoice with a button that pays it. If there are other
// buttons too, the first one must be that with Pay.
//
// https://core.telegram.org/bots/api#sendinvoice
type SendInvoice struct {
	Delivery
	Invoice

	// StartParameter decides what forwarded copies have: without it a button
	// by which anybody can pay, else a link to the bot with this parameter.
	StartParameter string `json:"start_parameter,omitempty"`
}

// CreateInvoiceLink makes a link by which anybody can pay; see
// [Client.InvoiceLink].
//
// https://core.telegram.org/bots/api#createinvoicelink
type CreateInvoiceLink struct{ Invoice }

// Method implements [Request].
func (SendInvoice) Method() string { return "sendInvoice" }

// Method implements [Request].
func (CreateInvoiceLink) Method() string { return "createInvoiceLink" }

// InvoiceLink makes a link to an invoice. The provider's token is read by its
// name, see [Params.FillToken]. Links have no end; made again, there are two.
func (c *Client) InvoiceLink(ctx context.Context, r CreateInvoiceLink, secret func(name string) (string, bool)) (string, error) {
	params, err := ParamsOf(r)
	if err != nil {
		return "", err
	}
	if err := params.FillToken(secret); err != nil {
		return "", err
	}
	raw, err := c.Call(ctx, r.Method(), params)
	if err != nil {
		return "", err
	}
	var link string
	if err := json.Unmarshal(raw, &link); err != nil {
		return "", fmt.Errorf("telegram createInvoiceLink: %w", err)
	}
	return link, nil
}
