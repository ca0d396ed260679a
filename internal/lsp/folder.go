package lsp

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"repartee/config"
	"repartee/flows/steps"
)

// folder is the folder of one bot.
type folder struct {
	dir       string
	root      *os.Root
	workspace *config.Workspace
	open      map[string]string // the texts in the editor, by file
	stale     bool              // the editor has not been told yet what is wrong now
	read      bool              // nothing has changed since the files were read

	loaded *config.Loaded
	good   *config.Loaded   // the last one without errors
	noted  []config.Mention // of that; nil: not asked for yet
	names  []config.Name    // of the files as they are, and of that where these cannot be read
	found  config.Diagnostics
	shown  map[string][]diagnostic // by file
}

// folderOf finds the folder of a bot that a file belongs to, and the file's name in it; nil where it belongs to none.
func (s *server) folderOf(uri string) (f *folder, name string) {
	file, ok := pathOf(uri)
	if !ok {
		return nil, ""
	}
	for dir, levels := filepath.Dir(file), 0; levels < 2; dir, levels = filepath.Dir(dir), levels+1 {
		name, err := filepath.Rel(dir, file)
		if err != nil {
			return nil, ""
		}
		name = filepath.ToSlash(name)
		if known := s.folders[dir]; known != nil {
			return known, name
		}
		if _, err := os.Stat(filepath.Join(dir, "bot.yaml")); err == nil || name == "bot.yaml" {
			return s.openFolder(dir), name
		}
	}
	return nil, ""
}

func (s *server) openFolder(dir string) *folder {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil
	}
	f := &folder{dir: dir, root: root, workspace: config.NewWorkspace(root.FS(), steps.Kinds()), open: map[string]string{}, shown: map[string][]diagnostic{}, stale: true}
	s.folders[dir] = f
	if loaded, _ := f.workspace.Load(); loaded.Set != nil {
		f.good = loaded // what is saved is known, even if the first thing that the editor shows is broken
	}
	return f
}

// check reads the folder anew.
func (f *folder) check() {
	loaded, found := f.workspace.Load()
	f.loaded, f.found, f.read = loaded, found.With(loaded.Check()), true
	f.names = loaded.Names()
	if loaded.Set != nil {
		f.good, f.noted = loaded, nil
	} else if f.good != nil {
		f.names = withFormer(f.names, f.good.Names())
	}
}

// withFormer adds the names of the last files without errors that are not known now: a line that cannot be read yet must not take them away.
func withFormer(now, former []config.Name) []config.Name {
	type key struct {
		sort           config.NameSort
		of, flow, name string
	}
	known := map[key]bool{}
	for _, n := range now {
		known[key{n.Sort, n.Of, n.Flow, n.Name}] = true
	}
	for _, n := range former {
		if !known[key{n.Sort, n.Of, n.Flow, n.Name}] {
			now = append(now, n)
		}
	}
	return now
}

// latest makes sure that the folder was read since it was changed last.
func (f *folder) latest() {
	if !f.read {
		f.check()
	}
}

// ready makes sure that the folder was read.
func (f *folder) ready() {
	if f.loaded == nil {
		f.check()
	}
}

func (f *folder) uri(name string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(f.dir, filepath.FromSlash(name)))}).String()
}

func pathOf(uri string) (string, bool) {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" {
		return "", false
	}
	return filepath.FromSlash(u.Path), true
}

// line is a line of a file as it was read last; the first is 1.
func (f *folder) line(name string, n int) string {
	if f.loaded == nil {
		return ""
	}
	return lineOf(string(f.loaded.Files[name]), n)
}

func lineOf(text string, n int) string {
	for ; n > 1; n-- {
		_, text, _ = strings.Cut(text, "\n")
	}
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r")
}

// spot tells what stands at a place of a text in the editor, and the line up to it.
func (f *folder) spot(name string, at position) (spot config.Spot, before string, ok bool) {
	text, open := f.open[name]
	if !open {
		return config.Spot{}, "", false
	}
	line := lineOf(text, at.Line+1)
	col := runes(line, at.Character)
	spot, ok = f.workspace.Spot(name, at.Line+1, col+1)
	return spot, string([]rune(line)[:col]), ok
}

// textRange is a place as the editor counts it.
func (f *folder) textRange(r config.Range) textRange {
	line := f.line(r.File, r.Line)
	at := func(col int) position { return position{Line: r.Line - 1, Character: units(line, col-1)} }
	return textRange{Start: at(r.Col), End: at(max(r.EndCol, r.Col+1))}
}

// units is how many UTF-16 code units so many runes of a line are.
func units(line string, runes int) (n int) {
	for _, r := range line {
		if runes--; runes < 0 {
			break
		}
		if n++; r > 0xffff {
			n++
		}
	}
	return n
}

// runes is how many runes so many UTF-16 code units of a line are.
func runes(line string, units int) (n int) {
	for _, r := range line {
		if units--; units < 0 {
			break
		}
		if n++; r > 0xffff {
			units--
		}
	}
	return n
}
