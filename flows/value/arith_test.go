package value

import (
	"math"
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestReckoning(t *testing.T) {
	euro := func(cents int64) Value { return Money(cents, "EUR") }
	day := 24 * time.Hour
	tests := []struct {
		name      string
		got, want Value
	}{
		{"numbers", Add(Integer(1), Number(500_000)), Number(1_500_000)},
		{"amounts", Add(euro(1290), euro(10)), euro(1300)},
		{"currencies", Add(euro(1), Money(1, "USD")), Value{}},
		{"texts", Add(Text("a"), Text("b")), Text("ab")},
		{"texts less", Sub(Text("a"), Text("b")), Value{}},
		{"too much", Add(Number(math.MaxInt64), Number(1)), Value{}},
		{"too little", Sub(Number(math.MinInt64), Number(1)), Value{}},
		{"least number less itself", Sub(Number(math.MinInt64), Number(math.MinInt64)), Value{}},
		{"unknown", Add(Value{}, Integer(1)), Value{}},
		{"half a cent up", Mul(euro(5), Number(100_000)), euro(1)},
		{"half a cent down", Mul(Number(-100_000), euro(5)), euro(-1)},
		{"a third", Div(Integer(1), Integer(3)), Number(333_333)},
		{"two thirds", Div(Integer(-2), Integer(3)), Number(-666_667)},
		{"amount by amount", Div(euro(100), euro(300)), Number(333_333)},
		{"by zero", Div(euro(100), Integer(0)), Value{}},
		{"amount by no amount", Div(euro(100), euro(0)), Value{}},
		{"twice three days", Mul(Integer(2), Duration(1, 3*day)), Duration(2, 6*day)},
		{"half of six days", Div(Duration(0, 6*day), Integer(2)), Duration(0, 3*day)},
		{"opposite", Neg(euro(5)), euro(-5)},
		{"opposite of the least", Neg(Number(math.MinInt64)), Value{}},
		{"rounded", Round(Number(2_500_000), 0), Integer(3)},
		{"rounded down from below", Round(Number(-2_500_000), 0), Integer(-3)},
		{"rounded to decimals", Round(Number(1_234_567), 2), Number(1_230_000)},
		{"rounded amount", Round(euro(1250), 0), euro(1300)},
		{"amount of a number", MoneyOf(Number(12_345_000), "EUR"), euro(1235)},
		{"amount without currency", MoneyOf(Integer(1), ""), Value{}},
		{"yen", MoneyOf(Number(1_500_000), "JPY"), Money(2, "JPY")},
		{"number of an amount", NumberOf(euro(-1250)), Number(-12_500_000)},
		{"days between", Sub(Date(2026, 3, 2), Date(2026, 2, 27)), Duration(0, 3*day)},
		{"sum of dates", Add(Date(2026, 3, 2), Date(2026, 3, 2)), Value{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if !Equal(tt.got, tt.want) {
				t.Errorf("got %s, want %s", tt.got.AppendJSON(nil), tt.want.AppendJSON(nil))
			}
		})
	}
}

// TestMulDivAgainstBigIntegers holds the 128-bit arithmetic against math/big.
func TestMulDivAgainstBigIntegers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := rapid.Int64().Draw(t, "a"), rapid.Int64().Draw(t, "b"), rapid.Int64().Draw(t, "c")
		got, ok := mulDiv(a, b, c)
		if c == 0 {
			if ok {
				t.Fatal("divided by zero")
			}
			return
		}
		want := roundedQuotient(a, b, c)
		if ok != want.IsInt64() || ok && got != want.Int64() {
			t.Fatalf("%d, %v; want %s", got, ok, want)
		}
	})
}

func roundedQuotient(a, b, c int64) *big.Int {
	product := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
	divisor := new(big.Int).Abs(big.NewInt(c))
	half := new(big.Int).Rsh(divisor, 1)
	q := new(big.Int).Add(new(big.Int).Abs(product), half)
	q.Quo(q, divisor)
	if product.Sign()*big.NewInt(c).Sign() < 0 {
		q.Neg(q)
	}
	return q
}
