package app

import (
	"context"
	"fmt"

	"repartee/bot/sealed"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/talk/replay"
)

// Replay is what became of the conversations that a bot has recorded, played on the files of a folder.
type Replay struct {
	Running int `json:"running"` // the publication in use; 0: none was published yet
	replay.Report
}

// ReplayOf plays the conversations among the latest turns of a bot's store, beside the bot, which may run. Each is held against the files that it was recorded with.
// Whoever watches is told after each how many were played; nil: nobody does.
func ReplayOf(ctx context.Context, dir string, loaded *config.Loaded, turns int, watch func(played int)) (*Replay, error) {
	return pressBeside(ctx, dir, func(p *press, kept *sealed.Store) (*Replay, error) {
		entries, err := kept.Events(ctx, turns)
		if err != nil {
			return nil, err
		}
		return p.replay(ctx, loaded, replay.Read(entries), watch)
	})
}

func (p *press) replay(ctx context.Context, loaded *config.Loaded, recorded *replay.Recordings, watch func(played int)) (*Replay, error) {
	all, err := p.library.Publications(ctx)
	if err != nil {
		return nil, err
	}
	out := &Replay{}
	out.Unread = recorded.Unread
	if len(all) > 0 {
		out.Running = all[len(all)-1].Number
	}
	after := replay.Edition{Set: loaded.Set, Number: out.Running + 1}
	sets := map[int]*flows.Set{}
	for r := range recorded.All() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		before, tried := sets[r.Publication]
		if !tried {
			if before, err = p.earlier(ctx, r.Publication, nil); err != nil {
				return nil, err
			}
			sets[r.Publication] = before
		}
		if before == nil {
			out.Conversations++
			out.Missing++
			continue
		}
		result := compared(replay.Edition{Set: before, Number: r.Publication}, after, r)
		out.Add(&result)
		if watch != nil {
			watch(out.Conversations)
		}
	}
	out.Sort()
	return out, nil
}

// compared plays one conversation. One that no bot could have recorded must not hide the others.
func compared(before, after replay.Edition, r *replay.Recording) (result replay.Result) {
	defer func() {
		if p := recover(); p != nil {
			result = replay.Result{Recording: r, Unlike: fmt.Sprint(p)}
		}
	}()
	return replay.Compare(before, after, r)
}
