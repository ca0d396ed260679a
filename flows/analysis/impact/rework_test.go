package impact_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

func load(t *testing.T, folder fs.FS) *config.Loaded {
	t.Helper()
	loaded, found := config.Load(folder, steps.Kinds())
	if found.HasErrors() {
		var text strings.Builder
		_ = found.WriteText(&text, false)
		t.Fatal(text.String())
	}
	return loaded
}

// changed makes other files of a bot, at random; not ok where they have errors.
func (w *walk) changed(folder fs.FS) (*flows.Set, bool) {
	loaded, found := config.Load(folder, steps.Kinds(), config.Reworked(func(source *flows.Source) {
		for _, flow := range source.Flows {
			w.rework(flow)
		}
		for range 2 {
			w.rename(source.Flows[w.random.IntN(len(source.Flows))])
		}
	}))
	return loaded.Set, !found.HasErrors()
}

// rework changes what becomes of those who are in a flow.
func (w *walk) rework(flow *flows.Flow) {
	modes := []flows.OnPublish{flows.MoveOn, flows.MoveOn, flows.MoveOn, flows.Restart, flows.Drain}
	flow.OnPublish = modes[w.random.IntN(len(modes))]
	if rests := w.loaded.Set.Flow(string(flow.ID)).Rests(); len(rests) > 0 && w.random.IntN(4) == 0 {
		flow.ResumeAt = &flows.StepName{Name: rests[w.random.IntN(len(rests))]}
	}
}

// rename gives steps of a flow other names, some of them with their old one.
func (w *walk) rename(flow *flows.Flow) {
	for i, step := range flow.Steps {
		was := w.loaded.Set.Flow(string(flow.ID)).Steps[i].Name()
		if was == "" || w.random.IntN(2) == 0 {
			continue
		}
		step.ID = flows.ID("renamed_" + was)
		if w.random.IntN(2) == 0 {
			step.Was = flows.ID(was)
		}
	}
}

// waiting is a bot whose flows call each other and step aside: the examples do so seldom.
func waiting() fs.FS {
	return fstest.MapFS{
		"bot.yaml": {Data: []byte("bot: Test\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\n")},
		"flows/welcome.yaml": {Data: []byte("flow: welcome\nsteps:\n  - menu: What now?\n    options: {later: {label: Later, flow: later}, inner: {label: Inner, flow: outer}, out: {label: Out, jump: outer}, none: Nothing}\n" +
			"  - say: Bye.\n")},
		"flows/later.yaml": {Data: []byte("flow: later\nstart: {command: later}\nsteps:\n  - say: See you.\n  - {id: pause, wait: 2d}\n  - {id: again, menu: Back?, options: {fine: Fine, no: \"No\"}}\n")},
		"flows/outer.yaml": {Data: []byte("flow: outer\nstart: {command: outer}\nsteps:\n  - {id: in, flow: inner}\n  - {id: after, menu: And now?, options: {on: On}}\n")},
		"flows/inner.yaml": {Data: []byte("flow: inner\nfields: {name: text}\nsteps:\n  - {ask: name, text: Name?}\n  - {id: rest, wait: 1d}\n  - {id: done, menu: Done?, options: {yes: \"Yes\"}}\n")},
	}
}
