package redisstore_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"repartee/bot"
	"repartee/bot/storetest"
	"repartee/flows"
	"repartee/flows/shop"
)

// Of a forgotten contact that has bought something are left the heads of its orders and the ledger, without what names somebody.
func TestHeadsAreLeftOfTheForgotten(t *testing.T) {
	url := storetest.StartRedis(t)
	s, c := open(t, url, 1), client(t, url)
	now := s.Now()
	order := bot.OrderWrite{Number: "N1", State: shop.Delivered, Expires: 9, Body: []byte("Ann")}
	for _, commit := range []bot.Commit{
		{Next: "1.a", State: []byte("Ann"), Orders: []bot.OrderWrite{order}},
		{Next: "2.a", Version: "1.a"},
	} {
		commit.Chat, commit.Now = 5, now
		if _, err := s.Commit(t.Context(), commit); err != nil {
			t.Fatal(err)
		}
	}
	left := c.Keys(t.Context(), "*").Val()
	slices.Sort(left)
	if want := []string{"rp:{1.p005}:oc", "rp:{1.p005}:or:5", "rp:{1}:meta"}; !slices.Equal(left, want) {
		t.Errorf("left in Redis: %v", left)
	}
	if head := c.HGetAll(t.Context(), "rp:{1.p005}:or:5").Val(); !maps.Equal(head, map[string]string{"N1": "delivered|9|0|0|"}) {
		t.Errorf("of the order is left: %v", head)
	}
}

// A full server changes the stock as a whole, or not at all: what is held and what is left agree.
func TestFullServerLosesNoStock(t *testing.T) {
	url := storetest.StartRedis(t)
	s, c := open(t, url, 1), client(t, url)
	if _, err := s.Seed(t.Context(), flows.Stocklist{Stock: map[string]int64{"a": 10}}); err != nil {
		t.Fatal(err)
	}
	stock := func(op flows.StockOp, hold string, now int64) (flows.StockResult, error) {
		return s.Stock(t.Context(), flows.StockJob{Op: op, Hold: hold, Items: []shop.Held{{Key: "a", Quantity: 2}}, Until: now/1000 + 60}, now)
	}
	left := func() int64 {
		t.Helper()
		n, err := c.HGet(t.Context(), "rp:{1.stock}:left", "a").Int64()
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	now := s.Now()
	for _, hold := range []string{"h", "released", "over"} {
		if _, err := stock(flows.StockHold, hold, now); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.ConfigSet(t.Context(), "maxmemory", "1").Err(); err != nil {
		t.Fatal(err)
	}
	if _, err := stock(flows.StockHold, "more", now); err == nil || left() != 4 {
		t.Errorf("a hold on a full server: error %v, %d left", err, left())
	}
	if _, err := stock(flows.StockRelease, "released", now); err != nil || left() != 6 {
		t.Errorf("a release on a full server: error %v, %d left", err, left())
	}
	// What is over gives room, so that the rest may go on.
	if _, err := stock(flows.StockSell, "late", now+3_600_000); err != nil || left() != 8 {
		t.Errorf("a sale on a full server, after all holds: error %v, %d left", err, left())
	}
}

// Free times of the past are taken out of Redis where the stock is read: what the catalog counts is kept.
func TestPastIsNotKept(t *testing.T) {
	url := storetest.StartRedis(t)
	s, c := open(t, url, 1), client(t, url)
	if _, err := s.Seed(t.Context(), flows.Stocklist{Stock: map[string]int64{"slot.1600000000": 2}}); err != nil {
		t.Fatal(err)
	}
	job := flows.StockJob{Op: flows.StockSell, Hold: "h", Items: []shop.Held{{Key: "voucher.A", Quantity: 1, Supply: 1}}}
	for i := range int64(1100) {
		job.Items = append(job.Items, shop.Held{Key: fmt.Sprint("slot.visits.doctor.", 1_600_000_000+i), Quantity: 1, Supply: 1})
	}
	if out, err := s.Stock(t.Context(), job, s.Now()); err != nil || !out.OK {
		t.Fatalf("sell: %+v, %v", out, err)
	}
	if _, _, _, err := s.Left(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	if kept := c.HGetAll(t.Context(), "rp:{1.stock}:left").Val(); !maps.Equal(kept, map[string]string{"slot.1600000000": "2", "voucher.A": "-1"}) {
		t.Errorf("kept: %v", kept)
	}
}
