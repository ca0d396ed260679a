package telegramtest

import "repartee/bot/telegram"

// The objects of payments as this server writes them; see wire.go.

type wireInvoice struct {
	Title          string `json:"title"`
	Description    string `json:"description"`
	StartParameter string `json:"start_parameter"`
	Currency       string `json:"currency"`
	TotalAmount    int64  `json:"total_amount"`
}

type wirePrice struct {
	Label  string `json:"label"`
	Amount *int64 `json:"amount"`
}

type wireShippingOption struct {
	ID     string      `json:"id"`
	Title  string      `json:"title"`
	Prices []wirePrice `json:"prices"`
}

type wireAddress struct {
	CountryCode string `json:"country_code"`
	State       string `json:"state"`
	City        string `json:"city"`
	StreetLine1 string `json:"street_line1"`
	StreetLine2 string `json:"street_line2"`
	PostCode    string `json:"post_code"`
}

type wireOrderInfo struct {
	Name            string       `json:"name,omitempty"`
	PhoneNumber     string       `json:"phone_number,omitempty"`
	Email           string       `json:"email,omitempty"`
	ShippingAddress *wireAddress `json:"shipping_address,omitempty"`
}

type wireShippingQuery struct {
	ID              string      `json:"id"`
	From            wireUser    `json:"from"`
	InvoicePayload  string      `json:"invoice_payload"`
	ShippingAddress wireAddress `json:"shipping_address"`
}

type wirePreCheckoutQuery struct {
	ID               string         `json:"id"`
	From             wireUser       `json:"from"`
	Currency         string         `json:"currency"`
	TotalAmount      int64          `json:"total_amount"`
	InvoicePayload   string         `json:"invoice_payload"`
	ShippingOptionID string         `json:"shipping_option_id,omitempty"`
	OrderInfo        *wireOrderInfo `json:"order_info,omitempty"`
}

type wireSuccessfulPayment struct {
	Currency         string         `json:"currency"`
	TotalAmount      int64          `json:"total_amount"`
	InvoicePayload   string         `json:"invoice_payload"`
	ShippingOptionID string         `json:"shipping_option_id,omitempty"`
	OrderInfo        *wireOrderInfo `json:"order_info,omitempty"`
	TelegramChargeID string         `json:"telegram_payment_charge_id"`
	ProviderChargeID string         `json:"provider_payment_charge_id"`
}

type wireRefundedPayment struct {
	Currency         string `json:"currency"`
	TotalAmount      int64  `json:"total_amount"`
	InvoicePayload   string `json:"invoice_payload"`
	TelegramChargeID string `json:"telegram_payment_charge_id"`
	ProviderChargeID string `json:"provider_payment_charge_id,omitempty"`
}

type wireStarAmount struct {
	Amount int64 `json:"amount"`
}

type wireStarTransaction struct {
	ID       string           `json:"id"`
	Amount   int64            `json:"amount"`
	Date     int64            `json:"date"`
	Source   *wireStarPartner `json:"source,omitempty"`
	Receiver *wireStarPartner `json:"receiver,omitempty"`
}

type wireStarPartner struct {
	Type            string   `json:"type"`
	TransactionType string   `json:"transaction_type"`
	User            wireUser `json:"user"`
	InvoicePayload  string   `json:"invoice_payload,omitempty"`
}

func (p *wireSuccessfulPayment) view() *telegram.SuccessfulPayment {
	if p == nil {
		return nil
	}
	return &telegram.SuccessfulPayment{
		Currency: p.Currency, TotalAmount: p.TotalAmount, InvoicePayload: p.InvoicePayload, ShippingOptionID: p.ShippingOptionID,
		OrderInfo: p.OrderInfo.view(), TelegramChargeID: p.TelegramChargeID, ProviderChargeID: p.ProviderChargeID,
	}
}

func (o *wireOrderInfo) view() *telegram.OrderInfo {
	if o == nil {
		return nil
	}
	out := &telegram.OrderInfo{Name: o.Name, PhoneNumber: o.PhoneNumber, Email: o.Email}
	if a := o.ShippingAddress; a != nil {
		out.ShippingAddress = new(telegram.Address(*a))
	}
	return out
}

func (r *wireRefundedPayment) view() *telegram.RefundedPayment {
	if r == nil {
		return nil
	}
	return new(telegram.RefundedPayment(*r))
}
