package shop

// VoucherRefusal says why a voucher takes nothing off.
type VoucherRefusal string

// Why a voucher takes nothing off. Refuses tells the first five; the others are for whoever knows the vouchers, the condition and the stock of uses.
const (
	VoucherEarly    VoucherRefusal = "early"     // its first day is to come
	VoucherOver     VoucherRefusal = "over"      // its last day is over
	VoucherUsed     VoucherRefusal = "used"      // the customer has used it as often as one may
	VoucherOther    VoucherRefusal = "other"     // it is for other goods
	VoucherMinimum  VoucherRefusal = "minimum"   // the goods cost too little
	VoucherUnknown  VoucherRefusal = "unknown"   // there is none with the code
	VoucherNotYours VoucherRefusal = "not_yours" // its condition does not hold for the customer
	VoucherGone     VoucherRefusal = "gone"      // all its uses are used up
)

// Refuses tells why the voucher takes nothing off these lines of one currency: now in Unix seconds, used is how often the customer has used it. "" where it holds.
func (v *Voucher) Refuses(lines []Line, now, used int64) VoucherRefusal {
	goods, applies := int64(0), false
	for i, amount := range amountsOf(lines) {
		goods += amount
		applies = applies || v.appliesTo(lines[i])
	}
	switch {
	case now < v.From:
		return VoucherEarly
	case v.Until != 0 && now > v.Until:
		return VoucherOver
	case v.PerCustomer > 0 && used >= v.PerCustomer:
		return VoucherUsed
	case !applies || v.Minimum > 0 && lines[0].Currency == Stars: // a minimum is in the bot's currency
		return VoucherOther
	case goods < v.Minimum:
		return VoucherMinimum
	}
	return ""
}
