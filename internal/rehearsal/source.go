package rehearsal

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"strings"
	"testing/fstest"

	"repartee/config"
	"repartee/flows/steps"
)

// source reads a bot's folder again and again. It is for one goroutine at a time.
type source struct{ workspace *config.Workspace }

func newSource(files fs.FS) source { return source{config.NewWorkspace(files, steps.Kinds())} }

// read reads the folder. Whatever stands in a file, it does not end the rehearsal.
func (s source) read() (loaded *config.Loaded, found config.Diagnostics) {
	defer func() {
		if p := recover(); p != nil {
			loaded = &config.Loaded{}
			found = config.Diagnostics{{
				File: "bot.yaml", Line: 1, Col: 1, EndCol: 1, Severity: config.Error, Code: "panic",
				Message: fmt.Sprintf("the files cannot be read, by a fault of Repartee: %v", p), Help: "take the last change back, and please report this",
			}}
		}
	}()
	return s.workspace.Load()
}

// check is what the rules find in a set.
func (s source) check(loaded *config.Loaded) (found config.Diagnostics) {
	defer func() {
		if recover() != nil {
			found = nil // what Load said stands
		}
	}()
	return loaded.Check()
}

// silent is a bot that says nothing, in the place of one whose files have errors from the beginning.
func silent() *config.Loaded {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	loaded, _ := config.Load(fstest.MapFS{
		"bot.yaml":           file("bot: ...\nlanguages: [en]\ntime_zone: Etc/UTC\ncurrency: EUR\nstart: welcome\n"),
		"flows/welcome.yaml": file("flow: welcome\nsteps:\n  - say: ...\n"),
	}, steps.Kinds())
	return loaded
}

// sameBot tells whether two readings of a folder make the same bot: its talks are no part of it.
func sameBot(a, b *config.Loaded) bool {
	if !maps.Equal(a.Media, b.Media) {
		return false
	}
	return covers(a, b) && covers(b, a)
}

func covers(a, b *config.Loaded) bool {
	for name, content := range a.Files {
		if other, there := b.Files[name]; !strings.HasPrefix(name, talksDir) && (!there || !bytes.Equal(content, other)) {
			return false
		}
	}
	return true
}

const talksDir = "talks/"
