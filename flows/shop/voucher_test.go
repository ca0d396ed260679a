package shop

import "testing"

func TestVoucherRefuses(t *testing.T) {
	bags := []Line{{Catalog: "coffee", Quantity: 2, Price: 1000, Currency: "EUR"}, {Catalog: "tools", Quantity: 1, Price: 500, Currency: "EUR"}}
	course := []Line{{Catalog: "courses", Quantity: 1, Price: 9000, Currency: Stars}}
	for name, c := range map[string]struct {
		voucher   Voucher
		lines     []Line
		now, used int64
		want      VoucherRefusal
	}{
		"no bounds":                           {Voucher{Share: 100_000}, bags, 50, 7, ""},
		"before its first day":                {Voucher{Share: 100_000, From: 51}, bags, 50, 0, VoucherEarly},
		"on its first day":                    {Voucher{Share: 100_000, From: 50}, bags, 50, 0, ""},
		"at the end of its last day":          {Voucher{Share: 100_000, Until: 50}, bags, 50, 0, ""},
		"after its last day":                  {Voucher{Share: 100_000, Until: 49}, bags, 50, 0, VoucherOver},
		"used before":                         {Voucher{Share: 100_000, PerCustomer: 1}, bags, 50, 1, VoucherUsed},
		"used once of two":                    {Voucher{Share: 100_000, PerCustomer: 2}, bags, 50, 1, ""},
		"for what is there":                   {Voucher{Amount: 100, Catalog: "tools"}, bags, 50, 0, ""},
		"for what is not there":               {Voucher{Amount: 100, Catalog: "books"}, bags, 50, 0, VoucherOther},
		"for nothing":                         {Voucher{Amount: 100}, nil, 50, 0, VoucherOther},
		"all goods count for the least":       {Voucher{Share: 100_000, Minimum: 2500, Catalog: "tools"}, bags, 50, 0, ""},
		"too little":                          {Voucher{Share: 100_000, Minimum: 2501}, bags, 50, 0, VoucherMinimum},
		"a share of Stars":                    {Voucher{Share: 100_000}, course, 50, 0, ""},
		"an amount is not one of Stars":       {Voucher{Amount: 100}, course, 50, 0, VoucherOther},
		"nor is the least that goods cost":    {Voucher{Share: 100_000, Minimum: 1}, course, 50, 0, VoucherOther},
		"its time is told before all else":    {Voucher{Amount: 100, Until: 49, PerCustomer: 1, Catalog: "books"}, bags, 50, 1, VoucherOver},
		"and that it was used before the sum": {Voucher{Amount: 100, PerCustomer: 1, Minimum: 9999}, bags, 50, 1, VoucherUsed},
	} {
		if got := c.voucher.Refuses(c.lines, c.now, c.used); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
