package bench_test

import (
	"context"
	"fmt"
	"strconv"
	"testing"

	"repartee/bot"
	"repartee/flows"
	"repartee/flows/shop"
)

// BenchmarkTill is what a store takes for what Telegram or a customer waits for, beside a plain write: an approval, and a hold of two items that is made firm and
// sold, of which each of the three counts.
func BenchmarkTill(b *testing.B) {
	const at = 64
	b.Run(fmt.Sprintf("redis/%d", at), func(b *testing.B) {
		redis := startRedis(b)
		till(b, openRedis(b, redis), load{at: at, begin: set(redis), redis: &redis}, "SET")
	})
	b.Run(fmt.Sprintf("sqlite/%d", at), func(b *testing.B) {
		till(b, openFile(b), load{at: at, begin: openPlain(b).insert}, "INSERT")
	})
}

// seller is a store that sells.
type seller interface {
	bot.Store
	bot.Till
}

func till(b *testing.B, s seller, floor load, name string) {
	b.Helper()
	if _, err := s.Seed(b.Context(), flows.Stocklist{Stock: map[string]int64{"coffee.crema": 1_000_000_000, "coffee.aurora": 1_000_000_000}}); err != nil {
		b.Fatal(err)
	}
	approve, hold := floor, floor
	approve.begin, hold.begin = approving(s), holding(s)
	for range b.N {
		compare(b,
			contender{name, func() []reading { return floor.run(b) }},
			contender{"approve", func() []reading { return approve.run(b) }},
			contender{"hold", func() []reading { return hold.run(b) }})
	}
}

// approving approves one order again and again.
func approving(s seller) func(context.Context, int64) func() error {
	return func(ctx context.Context, chat int64) func() error {
		now := s.Now()
		order := bot.OrderWrite{Number: "K7-2F", State: shop.Open, Expires: now + 1_000_000_000, Body: kept(0)}
		_, err := s.Commit(ctx, bot.Commit{Chat: chat, Next: "1.n", State: kept(1), Now: now, Orders: []bot.OrderWrite{order}})
		until := now
		return func() error {
			if err != nil {
				return err
			}
			until++
			out, err := s.Approve(ctx, bot.Approval{Chat: chat, Order: order.Number, Payer: chat, Now: now, Until: until})
			if err == nil && out.Refusal != "" {
				err = fmt.Errorf("refused: %s", out.Refusal)
			}
			return err
		}
	}
}

// holding goes through hold, firm hold and sale.
func holding(s seller) func(context.Context, int64) func() error {
	return func(ctx context.Context, chat int64) func() error {
		job := flows.StockJob{Items: []shop.Held{{Key: "coffee.crema", Quantity: 2}, {Key: "coffee.aurora", Quantity: 1}}}
		round := 0
		return func() error {
			now := s.Now()
			job.Op, job.Until = flows.StockHold, now/1000+900
			switch round % 3 {
			case 0:
				job.Hold = "h" + strconv.FormatInt(chat, 10) + "." + strconv.Itoa(round)
			case 2:
				job.Op = flows.StockSell
			}
			round++
			out, err := s.Stock(ctx, job, now)
			if err == nil && !out.OK {
				err = fmt.Errorf("not there: %v", out.Left)
			}
			return err
		}
	}
}
