package redisstore

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
	"repartee/flows"
	"repartee/flows/shop"
)

// ordersAtOnce is of how many contacts the orders are read in one pipeline.
const ordersAtOnce = 100

// tillArguments adds what a commit sells and books, and how much there is of what.
func tillArguments(args []any, c *bot.Commit) ([]any, error) {
	for i := range c.Orders {
		o := &c.Orders[i]
		if o.Number == "" {
			return nil, errors.New("an order has no number")
		}
		var body []byte
		if !o.Forget {
			body = o.Body
		}
		args = append(args, &o.Number, string(o.State), &o.Expires, body)
	}
	for i := range c.Ledger {
		if c.Ledger[i].ID == "" {
			return nil, errors.New("a row of the ledger has no id")
		}
		args = append(args, &c.Ledger[i].ID, c.Ledger[i].Row)
	}
	moves := c.Moves
	if len(c.State) == 0 {
		moves = bot.Leaves
	}
	return append(args, fmt.Sprintf("%d %d %d %d", len(c.Counts), len(c.Orders), len(c.Ledger), moves)), nil
}

// Order reads an order of a contact; false where there is none.
func (s *Store) Order(ctx context.Context, chat int64, number string) (bot.KeptOrder, bool, error) {
	kept, err := s.member(ctx, s.keys.orders(chat, text(chat)), number)
	if err != nil {
		return bot.KeptOrder{}, false, fmt.Errorf("read order %s: %w", number, err)
	}
	if kept == "" {
		return bot.KeptOrder{}, false, nil
	}
	o, err := keptOrder(chat, number, kept)
	return o, err == nil, err
}

// Approve lets one payer pay an open order until a time, or takes that back.
func (s *Store) Approve(ctx context.Context, a bot.Approval) (bot.Approved, error) {
	args := call(s.scripts.approve, 4, s.keys.orders(a.Chat, text(a.Chat)))
	v, err := s.run(ctx, s.scripts.approve, append(args, a.Order, a.Payer, a.Now, a.Until))
	if err != nil {
		return bot.Approved{}, fmt.Errorf("approve order %s: %w", a.Order, err)
	}
	if v == nil {
		return bot.Approved{Refusal: flows.RefusedUnknown}, nil
	}
	r := replyOf(v)
	why, kept := r.text(), r.text()
	if r.err != nil {
		return bot.Approved{}, fmt.Errorf("approve order %s: %w", a.Order, r.err)
	}
	o, err := keptOrder(a.Chat, a.Order, kept)
	return bot.Approved{Refusal: flows.Refusal(why), Order: o}, err
}

// Orders hands out the orders of all contacts, in no order, until the function answers with an error, which it returns.
func (s *Store) Orders(ctx context.Context, each func(bot.KeptOrder) error) error {
	for i := range s.keys.partitions {
		var chats []string
		err := s.again(ctx, func() (err error) {
			chats, err = s.client.SMembers(ctx, s.keys.partitions[i].ordered()).Result()
			return err
		})
		if err != nil {
			return fmt.Errorf("look for orders: %w", err)
		}
		for len(chats) > 0 {
			some := chats[:min(ordersAtOnce, len(chats))]
			chats = chats[len(some):]
			if err := s.ordersOf(ctx, some, each); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Store) ordersOf(ctx context.Context, chats []string, each func(bot.KeptOrder) error) error {
	ids := make([]int64, len(chats))
	found := make([]*redis.MapStringStringCmd, len(chats))
	pipe := s.client.Pipeline()
	for i, name := range chats {
		id, err := strconv.ParseInt(name, 10, 64)
		if err != nil {
			return fmt.Errorf("contacts with orders: %w", err)
		}
		ids[i], found[i] = id, pipe.HGetAll(ctx, s.keys.orders(id, name))
	}
	if _, err := pipe.Exec(ctx); err != nil {
		return fmt.Errorf("read orders: %w", err)
	}
	for i, cmd := range found {
		for number, kept := range cmd.Val() {
			o, err := keptOrder(ids[i], number, kept)
			if err != nil {
				return err
			}
			if err := each(o); err != nil {
				return err
			}
		}
	}
	return nil
}

// keptOrder reads an order as lua/order.lua keeps it.
func keptOrder(chat int64, number, kept string) (bot.KeptOrder, error) {
	o := bot.KeptOrder{Number: number, Chat: chat}
	parts := strings.SplitN(kept, "|", 5)
	if len(parts) < 5 {
		return o, fmt.Errorf("order %s cannot be read", number)
	}
	var err, err2 error
	o.Payer, err = strconv.ParseInt(parts[2], 10, 64)
	o.Approved, err2 = strconv.ParseInt(parts[3], 10, 64)
	if err := errors.Join(err, err2); err != nil {
		return o, fmt.Errorf("order %s cannot be read: %w", number, err)
	}
	o.State = shop.OrderState(parts[0])
	if parts[4] != "" {
		o.Body = []byte(parts[4])
	}
	return o, nil
}
