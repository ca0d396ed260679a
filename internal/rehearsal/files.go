package rehearsal

import (
	"path/filepath"

	"repartee/config"
	"repartee/flows"
	"repartee/internal/console"
)

// Files implements [console.Workbench].
func (r *Rehearsal) Files() console.Files {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.shown
}

// present changes what is told of the files, and tells that.
func (r *Rehearsal) present(change func(*console.Files)) {
	r.mu.Lock()
	change(&r.shown)
	r.shown.Serial++
	r.mu.Unlock()
	r.tell(console.Event{Kind: console.FilesChanged})
}

func (r *Rehearsal) filesOf(loaded *config.Loaded, found config.Diagnostics) console.Files {
	return console.Files{Serial: 1, Dir: nameOf(r.opts.Dir), Fixed: r.opts.Dir == "", Good: loaded.Set != nil, Findings: found}
}

// nameOf is what a folder is called on the page: as it was named, unless that says nothing.
func nameOf(dir string) string {
	if dir == "" || filepath.Base(dir) != "." && filepath.Base(dir) != ".." {
		return dir
	}
	whole, err := filepath.Abs(dir)
	if err != nil {
		return dir
	}
	return whole
}

// flowsOf are a bot's own flows.
func flowsOf(loaded *config.Loaded) (list []console.Flow) {
	for _, flow := range loaded.Set.Flows {
		if !flow.Builtin() {
			list = append(list, console.Flow{ID: string(flow.ID), Steps: len(flow.AllSteps()), Place: placeOf(loaded, flow.Ref)})
		}
	}
	return list
}

func placeOf(loaded *config.Loaded, ref flows.Ref) console.Place {
	file, line, _ := loaded.Position(ref)
	return console.Place{File: file, Line: line}
}
