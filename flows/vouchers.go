package flows

import (
	"strings"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// CartVoucher is the code of the voucher in the cart; "" for none.
func (t *Turn) CartVoucher() string {
	if cart := t.state.Session.Cart; cart != nil {
		return cart.Voucher
	}
	return ""
}

// TakesVouchers tells whether there are vouchers at all.
func (t *Turn) TakesVouchers() bool { return len(t.set.vouchers) > 0 }

// KnowsVoucher tells whether there is a voucher with a code, whatever the customer may do with it.
func (t *Turn) KnowsVoucher(code string) bool { return t.set.vouchers[voucherCode(code)] != nil }

func voucherCode(code string) string { return strings.ToUpper(strings.TrimSpace(code)) }

// voucher is the rule behind a code where it holds for this customer and cart; nil else.
func (t *Turn) voucher(code string) *shop.Voucher {
	if code == "" || t.refusesVoucher(code) != "" {
		return nil
	}
	return &t.set.vouchers[voucherCode(code)].voucher
}

func (t *Turn) refusesVoucher(code string) shop.VoucherRefusal {
	v := t.set.vouchers[voucherCode(code)]
	if v == nil {
		return shop.VoucherUnknown
	}
	if v.When != nil && !t.Holds(v.When) {
		return shop.VoucherNotYours
	}
	if cart := t.state.Session.Cart; v.voucher.Uses > 0 && v.voucher.Uses+t.facts.Stock[v.voucher.StockKey()] <= 0 {
		if cart == nil || cart.Voucher != v.Code || cart.Held <= t.in.At.Unix() { // else the customer holds the last use himself
			return shop.VoucherGone
		}
	}
	var lines []shop.Line // nothing is taken off in Stars
	for _, line := range t.Cart() {
		if line.Currency != stars {
			lines = append(lines, line.Line)
		}
	}
	if len(lines) == 0 {
		return shop.VoucherOther
	}
	return v.voucher.Refuses(lines, t.in.At.Unix(), int64(t.state.Contact.Vouchers[v.Code]))
}

// TryVoucher puts a voucher into the cart, or tells the customer in words why it takes nothing off.
func (t *Turn) TryVoucher(code string) (refusal string) {
	if why := t.refusesVoucher(code); why != "" {
		names := map[string]value.Value{"voucher": value.Text(voucherCode(code))}
		if v := t.set.vouchers[voucherCode(code)]; v != nil {
			names["amount"] = value.Text(t.money(v.voucher.Minimum, t.set.Currency))
		}
		return t.Phrase("voucher_"+string(why), names).Text
	}
	t.setVoucher(voucherCode(code))
	return ""
}

// DropVoucher takes the voucher out of the cart.
func (t *Turn) DropVoucher() { t.setVoucher("") }

func (t *Turn) setVoucher(code string) {
	t.changeCart(func(c shop.Cart) shop.Cart {
		c.Voucher = code
		return c
	})
}
