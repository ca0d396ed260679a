package redisstore

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
)

// mostInbox bounds what one Due hands out of an inbox; the rest is due after it.
const mostInbox = 100

// Due hands out contacts with something to do by now, the longest due first: one pipeline that only reads, and a script for each contact found.
func (s *Store) Due(ctx context.Context, d bot.DueQuery) ([]bot.Work, error) {
	if s.clock.suspect.Load() {
		return nil, nil
	}
	chats, err := s.dueChats(ctx, d)
	if err != nil {
		return nil, fmt.Errorf("look for due contacts: %w", err)
	}
	if len(chats) == 0 {
		return nil, nil
	}
	calls := make([]*waiting, len(chats))
	for i, chat := range chats {
		id := text(chat)
		args := call(s.scripts.take, 6, s.keys.contact(chat, id), s.keys.inbox(chat, id), s.keys.due(chat))
		calls[i] = &waiting{script: s.scripts.take, args: append(args, d.Now, d.Claim.Until, d.Claim.Nonce, d.Retry, mostInbox, id)}
	}
	s.runAll(ctx, calls)
	return taken(chats, calls)
}

// dueChats reads the due index of every partition that is not skipped.
func (s *Store) dueChats(ctx context.Context, d bot.DueQuery) ([]int64, error) {
	pipe := s.client.Pipeline()
	found := make([]*redis.ZSliceCmd, 0, bot.Partitions)
	span := &redis.ZRangeBy{Min: "-inf", Max: text(d.Now), Count: int64(d.Limit)}
	for p := range s.keys.partitions {
		if d.Skip == nil || !d.Skip(p) {
			found = append(found, pipe.ZRangeByScoreWithScores(ctx, s.keys.partitions[p].due, span))
		}
	}
	if _, err := pipe.Exec(ctx); err != nil {
		return nil, err
	}
	var all []redis.Z
	for _, cmd := range found {
		all = append(all, cmd.Val()...)
	}
	slices.SortStableFunc(all, func(a, b redis.Z) int { return cmp.Compare(a.Score, b.Score) })
	chats := make([]int64, 0, min(d.Limit, len(all)))
	for _, z := range all[:min(d.Limit, len(all))] {
		chat, err := strconv.ParseInt(fmt.Sprint(z.Member), 10, 64)
		if err != nil {
			return nil, fmt.Errorf("due index: %w", err)
		}
		chats = append(chats, chat)
	}
	return chats, nil
}

// taken reads the answers. What was claimed before one of them failed is still handed out: nobody else would send it until the claim ends.
func taken(chats []int64, calls []*waiting) ([]bot.Work, error) {
	var out []bot.Work
	var failed error
	for i, res := range calls {
		if res.err == nil && res.reply == nil {
			continue
		}
		w, err := workOf(chats[i], res)
		switch {
		case err != nil:
			failed = fmt.Errorf("take up a contact: %w", err)
		case w.Wake || len(w.Outbox) > 0 || len(w.Inbox) > 0:
			out = append(out, w)
		}
	}
	if len(out) > 0 {
		return out, nil
	}
	return nil, failed
}

func workOf(chat int64, res *waiting) (bot.Work, error) {
	if res.err != nil {
		return bot.Work{}, res.err
	}
	r := replyOf(res.reply)
	w := bot.Work{Chat: chat, Wake: r.number() == 1, Outbox: r.entries(), Inbox: r.inbox()}
	return w, r.err
}
