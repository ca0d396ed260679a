package shop

import "math/bits"

// Stars is the currency of Telegram Stars. Digital goods are paid in it, and nothing else is: https://core.telegram.org/bots/payments-stars
const Stars = "XTR"

// MaxAmount is the most that goods or shipping can sum up to, in minor units: sums are cut off there, so that none of them can overflow. It is more than a
// thousand times what Telegram takes for one invoice.
const MaxAmount int64 = 1_000_000_000_000_000

// million is 1, in millionths.
const million int64 = 1_000_000

// portion is amount × part ÷ whole, rounded half up. It is exact: the product has 128 bits. All three are at least 0, part is at most whole, and whole above 0.
func portion(amount, part, whole int64) int64 {
	share, rest := portionDown(amount, part, whole)
	if rest >= whole-rest {
		share++
	}
	return share
}

// portionDown is amount × part ÷ whole, rounded down, with what is left of the division.
func portionDown(amount, part, whole int64) (share, rest int64) {
	high, low := bits.Mul64(uint64(amount), uint64(part))
	quotient, remainder := bits.Div64(high, low, uint64(whole))
	return int64(quotient), int64(remainder)
}

// bounded is an amount between 0 and MaxAmount.
func bounded(amount int64) int64 { return min(max(amount, 0), MaxAmount) }

// times is a product of two amounts, at most MaxAmount; what is below 0 counts as 0.
func times(a, b int64) int64 {
	if a, b = bounded(a), bounded(b); a > 0 && b > MaxAmount/a {
		return MaxAmount
	}
	return a * b
}
