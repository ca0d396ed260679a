package sqlitestore_test

import (
	"database/sql"
	"fmt"
	"maps"
	"path/filepath"
	"testing"

	"repartee/flows"
	"repartee/flows/shop"
)

// Free times of the past are taken out of the file, some with each read of the stock.
func TestPastIsNotKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	s := open(t, path)
	job := flows.StockJob{Op: flows.StockSell, Hold: "h", Items: []shop.Held{{Key: "voucher.A", Quantity: 1, Supply: 1}}}
	for i := range int64(1100) {
		job.Items = append(job.Items, shop.Held{Key: fmt.Sprint("slot.visits.doctor.", 1_600_000_000+i), Quantity: 1, Supply: 1})
	}
	if out, err := s.Stock(t.Context(), job, s.Now()); err != nil || !out.OK {
		t.Fatalf("sell: %+v, %v", out, err)
	}
	for _, want := range []int{600, 100, 0, 0} {
		left, _, _, err := s.Left(t.Context(), 0)
		if err != nil || !maps.Equal(left, map[string]int64{"voucher.A": -1}) {
			t.Fatalf("left %v, %v", left, err)
		}
		if got := rows(t, path) - 1; got != want {
			t.Errorf("%d past times are kept, want %d", got, want)
		}
	}
}

// rows counts those of the stock.
func rows(t *testing.T, path string) (n int) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if err := db.QueryRowContext(t.Context(), "SELECT count(*) FROM stock").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
