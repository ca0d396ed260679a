package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"repartee/flows/shop"
)

func TestOrdersExport(t *testing.T) {
	dir := sold(t, []shop.Order{beans(), course()}, nil)
	want := "number,state,made,changed,method,payment,currency,goods,discount,shipping,tax,tax_on_top,taxes,tip,total,voucher,way,lines,charges\n" +
		"ABCD-EFGH,paid,2026-03-01T13:00:00Z,,stars,stars,XTR,250,0,0,0,false,,0,250,,,1 × Brewing course,ch2\n" +
		"7K3Q-2M9F,paid,2026-03-01T12:00:00Z,2026-03-01T12:01:00Z,provider,card,EUR,25.80,2.58,4.90,2.30,false,19% 0.78; 7% 1.52,1.00,29.12,WELCOME10,post,2 × Crema Roma,ch1\n"
	same(t, "screen", printed(t, "orders", "export", dir), want)
	file := filepath.Join(t.TempDir(), "orders.csv")
	same(t, "file", printed(t, "orders", "export", dir, "--addresses", "--csv", file), "wrote "+file+", 2 lines\n")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	if want := `,"'=HYPERLINK(""evil"")",Torstraße 1,10119,Berlin,,DE,'+493012345678,`; !strings.HasSuffix(lines[2], want) {
		t.Errorf("with addresses: %s, want %s", lines[2], want)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read %v: %v", info.Mode(), err)
	}
}

func TestLedger(t *testing.T) {
	refunded := course()
	refunded.State, refunded.Charges[0].Refunded = shop.Refunded, noon+9000
	orders := []shop.Order{beans(), refunded, transfer()}
	rows := append(entries(orders...), shop.Entry{ID: "refund:ch2", Order: refunded.Number, At: noon + 9000, Refund: true, Amount: 250, Currency: "XTR", Method: shop.ByStars})
	dir := sold(t, orders, rows)
	same(t, "list", printed(t, "ledger", "list", dir),
		moment(noon+60)+"  7K3Q-2M9F  payment  29.12 EUR  provider  ch1\n"+
			moment(noon+3660)+"  ABCD-EFGH  payment  250 XTR    stars     ch2\n"+
			moment(noon+9000)+"  ABCD-EFGH  refund   250 XTR    stars     refund:ch2\n")
	same(t, "export", printed(t, "ledger", "export", dir),
		"time,order,method,currency,paid,refunded,too_many,id\n"+
			"2026-03-01T12:01:00Z,7K3Q-2M9F,provider,EUR,29.12,,false,ch1\n"+
			"2026-03-01T13:01:00Z,ABCD-EFGH,stars,XTR,250,,false,ch2\n"+
			"2026-03-01T14:30:00Z,ABCD-EFGH,stars,XTR,,250,false,refund:ch2\n")
	same(t, "verify", printed(t, "ledger", "verify", dir),
		"  payments             refunds              remains\n"+
			"         1  29.12 EUR        0  0.00 EUR  29.12 EUR\n"+
			"         1    250 XTR        1   250 XTR      0 XTR\n"+
			"3 orders and 3 rows compared; Telegram was not asked for Stars; set TELEGRAM_TOKEN for that\n"+
			"all agrees\n")
}

func TestLedgerDiffers(t *testing.T) {
	rows := entries(beans(), course())
	rows[0].Amount--
	dir := sold(t, []shop.Order{beans(), course()}, rows)
	out, err := call(t, "ledger", "verify", dir)
	if !errors.Is(err, errProblems) || !strings.Contains(out, "differs: order 7K3Q-2M9F was paid 29.12 EUR (ch1), in the ledger 29.11 EUR\n1 difference\n") {
		t.Errorf("%v\n%s", err, out)
	}
	if _, err := callWith(t, "777777:"+strings.Repeat("x", 35), "ledger", "verify", dir); err == nil || !strings.Contains(err.Error(), "bot 42") {
		t.Errorf("with another bot's token: %v", err)
	}
	same(t, "empty", printed(t, "ledger", "list", sold(t, nil, nil)), "nothing was paid yet\n")
}
