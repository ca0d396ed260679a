package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"strings"

	"repartee/bot/telegram"
	"repartee/flows"
)

// invoiceParameter is what a forwarded copy of an invoice leads to the bot with, in place of a button that others could pay it by.
const invoiceParameter = "invoice"

// invoiceCall is the call that sends an invoice. Of the provider's token it has only the name.
func invoiceCall(chat int64, e *flows.Invoice) Entry {
	call := telegram.SendInvoice{Delivery: telegram.Delivery{ChatID: chat}, Invoice: invoice(chat, e), StartParameter: invoiceParameter}
	if e.Label != "" || len(e.Buttons) > 0 {
		pay := []telegram.InlineButton{{Text: e.Label, Pay: true}}
		call.ReplyMarkup = telegram.InlineKeyboard{Rows: append([][]telegram.InlineButton{pay}, inline(e.Buttons)...)}
	}
	return entry(call)
}

// invoice is what a message and a link have in common.
func invoice(chat int64, e *flows.Invoice) telegram.Invoice {
	i := telegram.Invoice{
		Title: e.Title, Description: e.Description, Payload: payload(e.Order, chat), PhotoURL: e.Photo,
		Currency: e.Currency, Prices: prices(e.Prices), ProviderToken: tokenName(e.Provider),
		MaxTipAmount: e.MaxTip, SuggestedTipAmounts: e.Tips, NeedShippingAddress: e.Shipping, IsFlexible: e.Flexible,
	}
	for _, detail := range e.Collect {
		switch detail {
		case flows.CollectName:
			i.NeedName = true
		case flows.CollectPhone:
			i.NeedPhoneNumber = true
		case flows.CollectEmail:
			i.NeedEmail = true
		}
	}
	return i
}

func tokenName(provider string) telegram.TokenName {
	return telegram.TokenName(strings.TrimPrefix(provider, "$"))
}

func prices(list []flows.Price) []telegram.LabeledPrice {
	out := make([]telegram.LabeledPrice, len(list))
	for i, p := range list {
		out[i] = telegram.LabeledPrice{Label: p.Label, Amount: p.Amount}
	}
	return out
}

// sendInvoice makes the call of an invoice, without its picture where Telegram does not take that. Where it cannot be sent at all, the flow is told.
func (b *Bot) sendInvoice(ctx context.Context, p telegram.Params) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	err := b.tryInvoice(ctx, p)
	if telegram.Refused(err) && p[photoParam] != "" {
		b.log.Warn("an invoice is sent without its picture", "picture", p[photoParam], "err", err)
		p = maps.Clone(p)
		delete(p, photoParam)
		err = b.tryInvoice(ctx, p)
	}
	if !telegram.Refused(err) && !errors.Is(err, telegram.ErrNoProviderToken) {
		return err
	}
	number, chat, _ := parsePayload(p["payload"])
	in := flows.Input{What: flows.CheckedOut, Order: number, Refusal: flows.RefusedTrouble}
	if wrongAmount(err) {
		in.Refusal = flows.RefusedInvoice
	}
	if lost := b.post(ctx, chat, "invoice."+number, in); lost != nil {
		return fmt.Errorf("%w: %w", errStore, lost)
	}
	return err
}

// wrongAmount tells that Telegram takes no payment of such a sum. Its description has a name for that and no number.
func wrongAmount(err error) bool {
	var refused *telegram.Error
	return errors.As(err, &refused) && strings.Contains(refused.Description, "AMOUNT_INVALID")
}

const photoParam = "photo_url"

func (b *Bot) tryInvoice(ctx context.Context, p telegram.Params) error {
	p = maps.Clone(p)
	if err := p.FillToken(b.secret); err != nil {
		return err
	}
	_, err := b.client.Call(ctx, telegram.SendInvoice{}.Method(), p)
	return err
}

func (b *Bot) hasToken(provider string) bool {
	token, ok := b.secret(string(tokenName(provider)))
	return ok && token != ""
}

// makeLink makes a link to an invoice.
func (b *Bot) makeLink(ctx context.Context, chat int64, e *flows.Invoice) ([]byte, error) {
	link, err := b.client.InvoiceLink(ctx, telegram.CreateInvoiceLink{Invoice: invoice(chat, e)}, b.secret)
	if err != nil {
		return nil, err
	}
	return json.Marshal(map[string]string{"url": link})
}
