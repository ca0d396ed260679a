package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/flows"
	"repartee/flows/shop"
)

// noon is when the first order of the tests was made.
var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC).Unix()

// beans is an order as a customer has paid it; courses, transfers and others are made of it.
func beans() shop.Order {
	return shop.Order{
		Number: "7K3Q-2M9F", State: shop.Paid, At: noon, Changed: noon + 60, Method: shop.ByProvider, Payment: "card", Language: "de", Voucher: "WELCOME10", Way: "post",
		Lines: []shop.Line{{Catalog: "coffee", Item: "roma", Name: "Crema Roma", Quantity: 2, Price: 1290, Currency: "EUR"}},
		Totals: shop.Totals{
			Currency: "EUR", Goods: 2580, Discount: 258, Shipping: 490, Tip: 100, Total: 2912,
			Taxes: []shop.TaxSum{{Rate: 190_000, Amount: 78}, {Rate: 70_000, Amount: 152}},
		},
		Address: &shop.Address{Name: "=HYPERLINK(\"evil\")", Line1: "Torstraße 1", PostCode: "10119", City: "Berlin", Country: "DE", Phone: "+493012345678"},
		Charges: []shop.Charge{{ID: "ch1", Provider: "pi_1", Payer: 7, Amount: 2912, Currency: "EUR", At: noon + 60}},
	}
}

func course() shop.Order {
	return shop.Order{
		Number: "ABCD-EFGH", State: shop.Paid, At: noon + 3600, Method: shop.ByStars, Payment: "stars",
		Lines:   []shop.Line{{Catalog: "courses", Item: "brewing", Name: "Brewing course", Quantity: 1, Price: 250, Currency: "XTR", Digital: true}},
		Totals:  shop.Totals{Currency: "XTR", Goods: 250, Total: 250},
		Charges: []shop.Charge{{ID: "ch2", Payer: 8, Amount: 250, Currency: "XTR", At: noon + 3660}},
		Grants:  []shop.Grant{{Item: "courses.brewing", Codes: []string{"AAAA-BBBB"}}},
	}
}

func transfer() shop.Order {
	return shop.Order{
		Number: "TRAN-5FER", State: shop.Placed, At: noon + 7200, Expires: noon + 700_000, Method: shop.ByHand, Payment: "transfer",
		Lines:  []shop.Line{{Catalog: "coffee", Item: "roma", Quantity: 1, Price: 1290, Currency: "EUR"}},
		Totals: shop.Totals{Currency: "EUR", Goods: 1290, Total: 1290},
	}
}

// entries are the rows of the ledger that belong to orders.
func entries(orders ...shop.Order) (rows []shop.Entry) {
	for _, o := range orders {
		for _, c := range o.Charges {
			rows = append(rows, shop.Entry{ID: c.ID, Order: o.Number, At: c.At, Amount: c.Amount, Currency: c.Currency, Method: o.Method, Extra: c.Due})
		}
	}
	return rows
}

// sold makes a bot's folder whose store has orders, each of a customer of its own, and rows of the ledger.
func sold(t *testing.T, orders []shop.Order, rows []shop.Entry) (dir string) {
	t.Helper()
	dir = t.TempDir()
	store := openStore(t, dir, false)
	defer store.Close()
	c := bot.Commit{Chat: 99, Next: "1.a", State: []byte("{}")}
	for _, row := range rows {
		c.Ledger = append(c.Ledger, bot.LedgerWrite{ID: row.ID, Row: encoded(t, row)})
	}
	commit(t, store, c)
	for i, o := range orders {
		write := bot.OrderWrite{Number: o.Number, State: o.State, Expires: o.Expires * 1000, Body: encoded(t, o)}
		commit(t, store, bot.Commit{Chat: int64(100 + i), Next: "1.a", State: []byte("{}"), Orders: []bot.OrderWrite{write}})
	}
	return dir
}

func openStore(t *testing.T, dir string, beside bool) *sqlitestore.Store {
	t.Helper()
	store, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: filepath.Join(dir, ".repartee", "bot.db"), Bot: 42, Beside: beside})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func commit(t *testing.T, store bot.Store, c bot.Commit) {
	t.Helper()
	if got, err := store.Commit(context.Background(), c); err != nil || got.Status != bot.OK {
		t.Fatalf("commit: %v %v", got.Status, err)
	}
}

func encoded(t *testing.T, v any) []byte {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// call runs a command as the command line does, and gives what it printed and its error.
func call(t *testing.T, args ...string) (string, error) {
	t.Helper()
	return callWith(t, "", args...)
}

// callWith does so with a token in the environment.
func callWith(t *testing.T, token string, args ...string) (string, error) {
	t.Helper()
	t.Setenv("TELEGRAM_TOKEN", token)
	t.Setenv("REDIS_URL", "")
	t.Setenv("TZ", "UTC")
	var out bytes.Buffer
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(&out)
	root.SetErr(&out)
	err := root.ExecuteContext(t.Context())
	return out.String(), err
}

// printed runs a command that must go well.
func printed(t *testing.T, args ...string) string {
	t.Helper()
	out, err := call(t, args...)
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return out
}

func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n%s\nwant\n%s", what, got, want)
	}
}

func TestOrdersList(t *testing.T) {
	twice := beans()
	twice.Charges = append(twice.Charges, shop.Charge{ID: "ch9", Amount: 2912, Currency: "EUR", Due: true})
	dir := sold(t, []shop.Order{twice, course(), transfer()}, nil)
	day := time.Unix(noon, 0).Format("2006-01-02")
	at := func(after int64) string { return moment(noon + after) }
	all := "TRAN-5FER  " + at(7200) + "  placed  12.90 EUR  transfer (outside of Telegram)\n" +
		"ABCD-EFGH  " + at(3600) + "  paid    250 XTR    stars (Telegram Stars)\n" +
		"7K3Q-2M9F  " + at(0) + "  paid    29.12 EUR  card  29.12 EUR to be given back\n"
	same(t, "all", printed(t, "orders", "list", dir), all)
	same(t, "since", printed(t, "orders", "list", dir, "--since", day), all)
	same(t, "none", printed(t, "orders", "list", dir, "--since", "2030-01-01"), "no orders\n")
	same(t, "placed", printed(t, "orders", "list", dir, "--state", "placed"), "TRAN-5FER  "+at(7200)+"  placed  12.90 EUR  transfer (outside of Telegram)\n")
	if got := printed(t, "orders", "list", dir, "--state", "paid"); strings.Contains(got, "TRAN-5FER") || strings.Count(got, "\n") != 2 {
		t.Errorf("paid:\n%s", got)
	}
	for says, args := range map[string][]string{"there is no state": {"--state", "eaten"}, "is no day": {"--since", "1.3.2026"}} {
		if out, err := call(t, append([]string{"orders", "list", dir}, args...)...); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v: %v %s", args, err, out)
		}
	}
	if _, err := call(t, "orders", "list", t.TempDir()); err == nil || !strings.Contains(err.Error(), "no bot has written") {
		t.Errorf("no store: %v", err)
	}
}

func TestOrdersShow(t *testing.T) {
	dir := sold(t, []shop.Order{beans(), course()}, nil)
	want, err := os.ReadFile("testdata/order.golden")
	if err != nil {
		t.Fatal(err)
	}
	got := strings.NewReplacer(moment(noon), "MADE", moment(noon+60), "PAID").Replace(printed(t, "orders", "show", "7k3q2m9f", dir))
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile("testdata/order.golden", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "show", got, string(want))
	if got := printed(t, "orders", "show", "ABCD-EFGH", dir); !strings.Contains(got, "AAAA-BBBB") || !strings.Contains(got, "250 XTR") {
		t.Errorf("a course:\n%s", got)
	}
	if _, err := call(t, "orders", "show", "NONE-NONE", dir); err == nil || !strings.Contains(err.Error(), "there is no such order: NONE-NONE") {
		t.Errorf("none: %v", err)
	}
}

// posted are the inputs that wait for the bot.
func posted(t *testing.T, dir string) (inputs []flows.Input) {
	t.Helper()
	store := openStore(t, dir, true)
	defer store.Close()
	work, err := store.Due(t.Context(), bot.DueQuery{Now: store.Now() + 1000, Limit: 10, Claim: bot.Claim{Nonce: "n", Until: store.Now() + 60_000}, Retry: store.Now() + 60_000})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range work {
		for _, p := range w.Inbox {
			var in flows.Input
			if err := json.Unmarshal(p.Input, &in); err != nil {
				t.Fatal(err)
			}
			inputs = append(inputs, in)
		}
	}
	return inputs
}

func TestOrdersSet(t *testing.T) {
	refunded := course()
	refunded.State = shop.Refunded
	twice := beans()
	twice.Charges = append(twice.Charges, shop.Charge{ID: "ch9", Provider: "pi_9", Amount: 2912, Currency: "EUR", Due: true})
	expired := beans()
	expired.State, expired.Charges = shop.Expired, nil
	for name, c := range map[string]struct {
		order shop.Order
		args  []string // after the number
		event string   // "" for nothing
		says  string
	}{
		"packed":               {beans(), []string{"set", "packed"}, "packed", "order 7K3Q-2M9F is to be packed: the running bot changes it and tells the customer"},
		"sent, with a note":    {beans(), []string{"set", "sent", "--note", "Parcel 4711"}, "sent", "is to be sent"},
		"paid by hand":         {transfer(), []string{"set", "paid"}, "paid", "is to be paid"},
		"cancelled":            {transfer(), []string{"set", "cancelled"}, "cancelled", "is to be cancelled"},
		"already":              {beans(), []string{"set", "paid"}, "", "is paid already"},
		"not cancelled":        {beans(), []string{"set", "cancelled"}, "", "money was paid for it, so give that back"},
		"paid by Telegram":     {expired, []string{"set", "paid"}, "", "is paid in Telegram's own form"},
		"never paid":           {expired, []string{"set", "packed"}, "", "cannot become packed or anything else"},
		"not from there":       {transfer(), []string{"set", "sent"}, "", "cannot become sent; it can become paid, cancelled"},
		"over":                 {refunded, []string{"set", "sent"}, "", "cannot become sent or anything else"},
		"no state":             {beans(), []string{"set", "eaten"}, "", "there is no \"eaten\" to set; write one of paid, packed, sent, delivered, cancelled"},
		"not refunded":         {beans(), []string{"set", "refunded"}, "", "there is no \"refunded\" to set"},
		"Stars back":           {course(), []string{"refund"}, "refunded", "the running bot gives the Stars back and tells the customer"},
		"at the provider":      {beans(), []string{"refund"}, "", "give the customer 29.12 EUR back first, in the provider's dashboard (pi_1); then call this with --returned"},
		"done there":           {beans(), []string{"refund", "--returned", "--note", "Sorry"}, "refunded", "the running bot marks it and tells the customer"},
		"back twice":           {refunded, []string{"refund"}, "", "is refunded already"},
		"back unpaid":          {transfer(), []string{"refund"}, "", "cannot become refunded"},
		"nothing too much":     {beans(), []string{"refund", "--extra"}, "", "nothing of order 7K3Q-2M9F is to be given back"},
		"too much comes first": {twice, []string{"refund", "--returned"}, "", "was paid once too often: settle that first, with --extra"},
		"too much, first":      {twice, []string{"refund", "--extra"}, "", "give the customer 29.12 EUR back first, in the provider's dashboard (pi_9)"},
		"too much, returned":   {twice, []string{"refund", "--extra", "--returned"}, "returned", "29.12 EUR is to be marked as given back"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := sold(t, []shop.Order{c.order}, nil)
			args := append([]string{"orders", c.args[0], c.order.Number}, c.args[1:]...)
			out, err := call(t, append(args, dir)...)
			if err != nil {
				out += err.Error()
			}
			if !strings.Contains(out, c.says) || (err == nil) != (c.event != "") {
				t.Errorf("%v: %s", args, out)
			}
			inputs := posted(t, dir)
			if c.event == "" {
				if len(inputs) != 0 {
					t.Errorf("posted %+v", inputs)
				}
				return
			}
			if len(inputs) != 1 {
				t.Fatalf("posted %d inputs", len(inputs))
			}
			in := inputs[0]
			note := ""
			if at := strings.Join(c.args, " "); strings.Contains(at, "--note ") {
				_, note, _ = strings.Cut(at, "--note ")
			}
			if in.What != flows.Staffed || in.Order != c.order.Number || in.Event != c.event || in.Text != note {
				t.Errorf("posted %+v", in)
			}
		})
	}
}
