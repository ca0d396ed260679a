package docs_test

import (
	"context"
	"encoding/json"
	"path/filepath"
	"time"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/flows/shop"
)

// sold puts orders into the store of the page's bot, each of a customer of its own, and their payments into the ledger.
func (p *page) sold() {
	p.t.Helper()
	p.t.Setenv("TELEGRAM_TOKEN", "")
	p.t.Setenv("REDIS_URL", "")
	store, err := sqlitestore.Open(context.Background(), sqlitestore.Options{Path: filepath.Join(p.dir, ".repartee", "bot.db"), Bot: 42})
	if err != nil {
		p.t.Fatal(err)
	}
	for i, o := range orders() {
		commit := bot.Commit{Chat: int64(100 + i), Next: "1.a", State: []byte("{}")}
		commit.Orders = []bot.OrderWrite{{Number: o.Number, State: o.State, Expires: o.Expires * 1000, Body: p.encoded(o)}}
		for _, c := range o.Charges {
			row := shop.Entry{ID: c.ID, Order: o.Number, At: c.At, Amount: c.Amount, Currency: c.Currency, Method: o.Method}
			commit.Ledger = append(commit.Ledger, bot.LedgerWrite{ID: row.ID, Row: p.encoded(row)})
		}
		if got, err := store.Commit(context.Background(), commit); err != nil || got.Status != bot.OK {
			p.t.Fatalf("commit: %v %v", got.Status, err)
		}
	}
	if err := store.Close(); err != nil {
		p.t.Fatal(err)
	}
}

func (p *page) encoded(v any) []byte {
	p.t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		p.t.Fatal(err)
	}
	return raw
}

// orders are one that was paid with a card, one in Stars, and one whose transfer is still to come.
func orders() []shop.Order {
	noon := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC).Unix()
	return []shop.Order{{
		Number: "7K3Q-2M9F", State: shop.Paid, At: noon, Changed: noon + 60, Method: shop.ByProvider, Payment: "card", Language: "de", Way: "post",
		Lines:   []shop.Line{{Catalog: "plants", Item: "aloe", Name: "Aloe", Quantity: 2, Price: 1250, Currency: "EUR"}},
		Totals:  shop.Totals{Currency: "EUR", Goods: 2500, Shipping: 490, Total: 2990, Taxes: []shop.TaxSum{{Rate: 190_000, Amount: 78}, {Rate: 70_000, Amount: 164}}},
		Address: &shop.Address{Name: "Kim Weber", Line1: "Garden Street 7", PostCode: "10435", City: "Berlin", Country: "DE"},
		Charges: []shop.Charge{{ID: "ch_1", Provider: "pi_1", Payer: 100, Amount: 2990, Currency: "EUR", At: noon + 60}},
	}, {
		Number: "ABCD-EFGH", State: shop.Paid, At: noon + 3600, Method: shop.ByStars, Payment: "stars",
		Lines:   []shop.Line{{Catalog: "courses", Item: "pruning", Name: "Pruning in ten evenings", Quantity: 1, Price: 250, Currency: "XTR", Digital: true}},
		Totals:  shop.Totals{Currency: "XTR", Goods: 250, Total: 250},
		Charges: []shop.Charge{{ID: "ch_2", Payer: 101, Amount: 250, Currency: "XTR", At: noon + 3660}},
		Grants:  []shop.Grant{{Item: "courses.pruning", Codes: []string{"8JDF-VYW1-NJVG-6E99"}}},
	}, {
		Number: "TRAN-5FER", State: shop.Placed, At: noon + 7200, Expires: noon + 700_000, Method: shop.ByHand, Payment: "transfer",
		Lines:  []shop.Line{{Catalog: "plants", Item: "aloe", Name: "Aloe", Quantity: 1, Price: 1250, Currency: "EUR"}},
		Totals: shop.Totals{Currency: "EUR", Goods: 1250, Total: 1250},
	}}
}
