package rehearsal

import (
	"context"

	"repartee/config"
	"repartee/internal/console"
)

// reload reads the files and shows what they have become: the talks as they go on the changed flows, or what is wrong over the last good version. What the rules find
// comes behind, so that the flow is seen first.
func (r *Rehearsal) reload(ctx context.Context) error {
	loaded, found := r.source.read()
	if loaded.Set == nil {
		r.present(func(f *console.Files) { f.Good, f.Findings, f.Checked = false, found, false })
		return nil
	}
	if err := r.exchange(ctx, loaded, found); err != nil {
		return err
	}
	found = found.With(r.source.check(loaded))
	r.present(func(f *console.Files) { f.Findings, f.Checked = found, true })
	return nil
}

// exchange puts a set in the place of the one that runs, where it is another.
func (r *Rehearsal) exchange(ctx context.Context, loaded *config.Loaded, found config.Diagnostics) error {
	r.deeds.Lock()
	defer r.deeds.Unlock()
	if sameBot(loaded, r.current().loaded) {
		r.present(func(f *console.Files) { f.Good, f.Findings, f.Checked = true, found, false })
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	j := r.kept()
	p, err := r.replay(ctx, loaded, j, false)
	if err != nil {
		return err
	}
	parted := p.parted(j)
	r.present(func(f *console.Files) {
		*f = console.Files{Serial: f.Serial, Dir: f.Dir, Fixed: f.Fixed, Real: f.Real, Good: true, Flows: flowsOf(loaded), Findings: found, Parted: parted}
	})
	return nil
}
