package storetest_test

import (
	"context"
	"fmt"
	"testing"

	"repartee/bot"
	"repartee/bot/storetest"
	"repartee/flows"
	"repartee/flows/shop"
)

// BenchmarkTill is what a store takes for what Telegram or a customer waits for: an approval, and a hold of two items that is made firm and sold. Read the
// numbers as those of BenchmarkTurn; 1e9 divided by ns/op is how many a second.
func BenchmarkTill(b *testing.B) {
	url := storetest.StartRedis(b)
	server := clientOf(b, url)
	next := chats()
	for _, part := range []struct {
		name  string
		begin func(storetest.Store, func() int64) contact
	}{{"approve", approving}, {"hold", holding}} {
		for _, at := range []int{1, crowded} {
			b.Run(fmt.Sprintf("%s/redis/%d", part.name, at), func(b *testing.B) { measure(b, server, at, part.begin(openRedis(b, url), next)) })
			b.Run(fmt.Sprintf("%s/sqlite/%d", part.name, at), func(b *testing.B) { measure(b, server, at, part.begin(openFile(b), next)) })
		}
	}
}

// approving approves one order again and again.
func approving(s storetest.Store, next func() int64) contact {
	return func(ctx context.Context) func() error {
		chat, now := next(), s.Now()
		order := bot.OrderWrite{Number: "K7-2F", State: shop.Open, Expires: now + 1_000_000_000, Body: state(0)}
		_, err := s.Commit(ctx, bot.Commit{Chat: chat, Next: "1.n", State: state(1), Now: now, Orders: []bot.OrderWrite{order}})
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

// holding goes through hold, firm hold and sale in three operations, each of which counts.
func holding(s storetest.Store, next func() int64) contact {
	return func(ctx context.Context) func() error {
		err := s.Seed(ctx, map[string]int64{"coffee.crema": 1_000_000_000, "coffee.aurora": 1_000_000_000})
		job := flows.StockJob{Items: []shop.Held{{Key: "coffee.crema", Quantity: 2}, {Key: "coffee.aurora", Quantity: 1}}}
		round := 0
		return func() error {
			if err != nil {
				return err
			}
			now := s.Now()
			job.Op, job.Until = flows.StockHold, now/1000+900
			switch round % 3 {
			case 0:
				job.Hold = fmt.Sprint("h", next())
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
