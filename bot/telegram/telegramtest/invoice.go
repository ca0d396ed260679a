package telegramtest

import (
	"slices"
	"strings"

	"repartee/bot/telegram"
)

// ProviderToken is the token of a payment provider that a server takes whose
// options name none. Telegram's test tokens look like it.
const ProviderToken = "424242:TEST:telegramtest"

// Invoice is an invoice as a phone shows it, with what it only knows.
type Invoice struct {
	Title          string
	Description    string
	PhotoURL       string
	Currency       string
	Prices         []telegram.LabeledPrice
	Total          int64 // of the prices, in the smallest unit: without shipping and tip
	MaxTip         int64
	Tips           []int64 // proposed
	NeedName       bool
	NeedPhone      bool
	NeedEmail      bool
	NeedAddress    bool
	Flexible       bool   // the bot is asked for ways of shipping
	Payload        string // not shown
	StartParameter string // not shown; with one, forwarded copies cannot be paid
}

func (s *Server) sendInvoice(f *form) (any, *refusal) {
	bill, no := s.parseInvoice(f)
	if no != nil {
		return nil, no
	}
	return s.place(f, bill, func(m *wireMessage) {
		m.Invoice = &wireInvoice{
			Title: bill.Title, Description: bill.Description, StartParameter: bill.StartParameter,
			Currency: bill.Currency, TotalAmount: bill.Total,
		}
	})
}

func (s *Server) createInvoiceLink(f *form) (any, *refusal) {
	bill, no := s.parseInvoice(f)
	if no != nil {
		return nil, no
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	link := "https://t.me/$" + s.nextID("invoice")
	s.links[link] = bill
	return link, nil
}

// parseInvoice reads what sendInvoice and createInvoiceLink have in common.
func (s *Server) parseInvoice(f *form) (*Invoice, *refusal) {
	bill := &Invoice{
		Title: f.text("title"), Description: f.text("description"), PhotoURL: f.text("photo_url"), Currency: f.text("currency"),
		MaxTip: f.int("max_tip_amount"), Payload: f.text("payload"), StartParameter: f.text("start_parameter"),
		NeedName: f.bool("need_name"), NeedPhone: f.bool("need_phone_number"), NeedEmail: f.bool("need_email"),
		NeedAddress: f.bool("need_shipping_address"), Flexible: f.bool("is_flexible"),
	}
	for _, check := range []func(*form) *refusal{bill.checkTexts, bill.readPrices, bill.readTips, s.checkProvider, bill.checkKind} {
		if no := check(f); no != nil {
			return nil, no
		}
	}
	return bill, nil
}

func (b *Invoice) checkTexts(*form) *refusal {
	switch {
	case strings.TrimSpace(b.Title) == "" || units(b.Title) > telegram.MaxInvoiceTitle:
		return badRequest("invoice title must have 1 to %d characters, has %d", telegram.MaxInvoiceTitle, units(b.Title))
	case strings.TrimSpace(b.Description) == "" || units(b.Description) > telegram.MaxInvoiceDescription:
		return badRequest("invoice description must have 1 to %d characters, has %d", telegram.MaxInvoiceDescription, units(b.Description))
	case b.Payload == "" || len(b.Payload) > telegram.MaxInvoicePayload:
		return badRequest("INVOICE_PAYLOAD_INVALID: %d bytes, must be 1 to %d", len(b.Payload), telegram.MaxInvoicePayload)
	case b.PhotoURL != "" && !goodURL(b.PhotoURL):
		return badRequest("invoice photo URL %q is invalid", b.PhotoURL)
	case !isCurrency(b.Currency):
		return badRequest("CURRENCY_INVALID: %s", quote(b.Currency))
	case len(b.StartParameter) > telegram.MaxStartParameter || strings.Trim(b.StartParameter, startLetters) != "":
		return badRequest("START_PARAM_INVALID: %s", quote(b.StartParameter))
	default:
		return nil
	}
}

const startLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"

func (b *Invoice) readPrices(f *form) (no *refusal) {
	if b.Prices, b.Total, no = parsePrices(f.text("prices")); no != nil {
		return no
	}
	if b.Total < 1 || b.Total > telegram.MaxAmount {
		return badRequest("CURRENCY_TOTAL_AMOUNT_INVALID: %d", b.Total)
	}
	return nil
}

// readTips refuses null, as the real server does here and nowhere else.
func (b *Invoice) readTips(f *form) *refusal {
	if b.MaxTip < 0 || b.MaxTip > telegram.MaxAmount {
		return badRequest("max_tip_amount %d is out of range", b.MaxTip)
	}
	raw, given := f.values["suggested_tip_amounts"]
	if !given || raw == "" {
		return nil
	}
	if err := decodeStrict(raw, &b.Tips); err != nil || b.Tips == nil {
		return badRequest("expected an Array of suggested tip amounts")
	}
	if len(b.Tips) > telegram.MaxSuggestedTips {
		return badRequest("there can be at most %d suggested tip amounts", telegram.MaxSuggestedTips)
	}
	last := int64(0)
	for _, tip := range b.Tips {
		if tip <= last || tip > b.MaxTip {
			return badRequest("suggested tip amounts must be positive, rising and at most %d: %v", b.MaxTip, b.Tips)
		}
		last = tip
	}
	return nil
}

// checkProvider never repeats a token.
func (s *Server) checkProvider(f *form) *refusal {
	token := f.text("provider_token")
	switch {
	case f.text("currency") == stars && token != "":
		return badRequest("STARS_PROVIDER_INVALID: payments in Telegram Stars have no provider token")
	case f.text("currency") != stars && !slices.Contains(s.opts.Providers, token):
		return badRequest("PAYMENT_PROVIDER_INVALID")
	default:
		return nil
	}
}

// checkKind holds an invoice against the rules for Stars, which ignore what
// their form cannot ask for, or for goods.
func (b *Invoice) checkKind(*form) *refusal {
	if b.Currency != stars {
		if b.Flexible && !b.NeedAddress {
			return badRequest("is_flexible needs need_shipping_address: without an address nobody asks for the ways of shipping")
		}
		return nil
	}
	if len(b.Prices) != 1 {
		return badRequest("STARS_INVOICE_INVALID: must contain exactly one price, not %d", len(b.Prices))
	}
	if b.MaxTip != 0 || len(b.Tips) > 0 {
		return badRequest("STARS_INVOICE_INVALID: tips are not supported for payments in Telegram Stars")
	}
	b.NeedName, b.NeedPhone, b.NeedEmail, b.NeedAddress, b.Flexible = false, false, false, false, false
	return nil
}
