package app

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"slices"

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

	At    string `json:"at"`              // when the first contact was read, UTC
	Until string `json:"until"`           // when the last one had been
	Moved bool   `json:"moved,omitempty"` // turns were made in between: who was read before his own is counted where he stood before it
	impact.Report
}

// ImpactOf reads it beside the bot, which may run, and changes nothing. Whoever watches is told after each contact how many were read; nil: nobody does.
func ImpactOf(ctx context.Context, dir string, loaded *config.Loaded, watch func(read int)) (*Impact, error) {
	return pressBeside(ctx, dir, func(p *press, kept *sealed.Store) (*Impact, error) { return p.impact(ctx, loaded, kept, watch) })
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

// impact counts what the files of a folder do to everybody. The archive tells whether the bot was at work meanwhile.
func (p *press) impact(ctx context.Context, loaded *config.Loaded, archive bot.Archive, watch func(read int)) (*Impact, error) {
	c, out, err := p.change(ctx, loaded)
	if err != nil {
		return nil, err
	}
	before, err := archive.Events(ctx, 1)
	if err != nil {
		return nil, err
	}
	out.At = milli(p.people.Now())
	if err := p.count(ctx, bot.Everybody, c, &out.Report, watch); err != nil {
		return nil, err
	}
	out.Until = milli(p.people.Now())
	after, err := archive.Events(ctx, 1)
	out.Moved = !slices.EqualFunc(before, after, bytes.Equal)
	return out, err
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
