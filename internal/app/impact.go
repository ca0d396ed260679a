package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"time"

	"repartee/bot"
	"repartee/bot/sealed"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis/impact"
)

// Impact is what the files of a folder would do to the people in a store.
type Impact struct {
	Running int  `json:"running"`             // the publication in use; 0: none was published yet
	Number  int  `json:"number"`              // that these files would have; the one in use where they are the same
	Same    bool `json:"unchanged,omitempty"` // they are in use already
	Unknown bool `json:"unknown,omitempty"`   // the files in use cannot be read any more: nobody knows whom they strand already
	impact.Report
}

// ImpactOf reads it beside the bot, which may run, and changes nothing.
func ImpactOf(ctx context.Context, dir string, loaded *config.Loaded) (*Impact, error) {
	return pressBeside(ctx, dir, func(p *press, _ *sealed.Store) (*Impact, error) { return p.impact(ctx, loaded) })
}

// pressBeside lends the press of a bot with its store, beside the bot itself.
func pressBeside[T any](ctx context.Context, dir string, use func(p *press, kept *sealed.Store) (*T, error)) (*T, error) {
	kept, err := besideAny(ctx, dir)
	if err != nil {
		return nil, err
	}
	defer kept.Close()
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("read the bot's folder: %w", err)
	}
	defer root.Close()
	return use(&press{library: kept, media: root.FS(), log: silent(), people: kept}, kept)
}

// people is what a store tells of its contacts.
type people interface {
	Load(ctx context.Context, chat int64) (bot.Record, error)
	Contacts(ctx context.Context, each func(chat int64) error) error
	Now() int64
}

func (p *press) impact(ctx context.Context, loaded *config.Loaded) (*Impact, error) {
	c, out, err := p.change(ctx, loaded)
	if err != nil {
		return nil, err
	}
	return out, p.count(ctx, c, &out.Report)
}

// count adds up what a change does to everybody. States are read one after the other: it may go on beside a busy bot.
func (p *press) count(ctx context.Context, c *impact.Change, r *impact.Report) error {
	at := time.UnixMilli(p.people.Now()).UTC()
	err := p.people.Contacts(ctx, func(chat int64) error {
		record, err := p.people.Load(ctx, chat)
		if err != nil || len(record.State) == 0 {
			return err
		}
		if state, err := flows.DecodeState(record.State); err == nil {
			e := c.Of(state, at, flows.Facts{})
			r.Add(&e)
		} else {
			r.Contacts++
			r.Unread++
		}
		return nil
	})
	r.Sort()
	return err
}

// change puts a folder's files beside those that were published last.
func (p *press) change(ctx context.Context, loaded *config.Loaded) (*impact.Change, *Impact, error) {
	all, err := p.library.Publications(ctx)
	if err != nil {
		return nil, nil, err
	}
	out := &Impact{Number: 1}
	c := &impact.Change{Has: p.has(ctx, loaded.Files)}
	engine := func(set *flows.Set, number int) *flows.Engine {
		return flows.NewEngine(set, flows.EngineOptions{Publication: number})
	}
	if len(all) == 0 {
		c.New = engine(loaded.Set, out.Number)
		return c, out, nil
	}
	latest := all[len(all)-1]
	out.Running, out.Number = latest.Number, latest.Number+1
	if out.Same, err = p.published(latest, loaded.Files); err != nil {
		return nil, nil, err
	}
	if out.Same {
		out.Number = latest.Number
		c.New = engine(loaded.Set, out.Number)
		c.Old = c.New
		return c, out, nil
	}
	c.New = engine(loaded.Set, out.Number)
	old, err := p.earlier(ctx, latest.Number, nil)
	if err != nil {
		return nil, nil, err
	}
	if out.Unknown = old == nil; old != nil {
		c.Old = engine(old, latest.Number)
	}
	return c, out, nil
}

// published tells whether files are those of a publication.
func (p *press) published(as bot.Publication, files map[string][]byte) (bool, error) {
	packed, err := pack(files)
	if err != nil {
		return false, err
	}
	sum := sha256.Sum256(packed)
	return hex.EncodeToString(sum[:]) == as.Digest, nil
}

// has tells whether the set of a publication can still be made, with today's catalog. Each is tried once.
func (p *press) has(ctx context.Context, today map[string][]byte) func(int) bool {
	known := map[int]bool{}
	return func(number int) bool {
		there, tried := known[number]
		if !tried {
			set, err := p.earlier(ctx, number, today)
			there = err == nil && set != nil
			known[number] = there
		}
		return there
	}
}
