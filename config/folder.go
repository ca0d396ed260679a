package config

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"repartee/config/document"
	"repartee/flows/expr"
)

// The folders of a bot that have YAML files in them, and its one file outside of them.
const (
	botFile  = "bot.yaml"
	flowsDir = "flows"
	textsDir = "texts"
	talksDir = "talks"
)

// otherDirs are folders of a bot that hold no YAML.
var otherDirs = []string{"media"}

// folder is what was read of a bot's folder.
type folder struct {
	fsys  fs.FS
	files map[string][]byte
	names []string // of files, sorted
	found Diagnostics
}

// readFolder reads all files before any of them is decoded, so that what is decoded belongs together.
func readFolder(fsys fs.FS) *folder {
	f := &folder{fsys: fsys, files: map[string][]byte{}}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		f.unread(".", err)
		return f
	}
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case strings.HasPrefix(name, "."):
		case entry.IsDir():
			f.dir(name)
		case name == botFile:
			f.read(name)
		case isYAML(name):
			f.unknown(name, "a bot has bot.yaml and the folders flows, texts, talks and media", expr.Nearest(name, []string{botFile}))
		}
	}
	if _, ok := f.files[botFile]; !ok {
		f.report(botFile, Error, "missing-file", "the folder has no bot.yaml", "write one: `bot`, `languages`, `time_zone`, `currency` and `start` come first")
	}
	slices.Sort(f.names)
	return f
}

func isYAML(name string) bool { return path.Ext(name) == ".yaml" || path.Ext(name) == ".yml" }

func (f *folder) dir(dir string) {
	entries, err := fs.ReadDir(f.fsys, dir)
	if err != nil {
		f.unread(dir, err)
		return
	}
	known := slices.Contains([]string{flowsDir, textsDir, talksDir}, dir)
	for _, entry := range entries {
		name := path.Join(dir, entry.Name())
		switch {
		case strings.HasPrefix(entry.Name(), ".") || slices.Contains(otherDirs, dir):
		case known && entry.IsDir():
			f.unknown(name, "put its files into "+dir+"/ itself", "")
		case known && path.Ext(name) == ".yaml":
			f.read(name)
		case known && isYAML(name):
			f.unknown(name, "", strings.TrimSuffix(name, ".yml")+".yaml")
		case known && strings.Contains(entry.Name(), ".yaml."):
			base, _, _ := strings.Cut(entry.Name(), ".yaml.")
			f.unknown(name, "its name must end with .yaml: rename it to "+base+".yaml", "")
		case isYAML(name):
			f.unknown(dir+"/", "a bot has the folders flows, texts, talks and media", nearestDir(dir))
			return
		}
	}
}

func nearestDir(dir string) string {
	near := expr.Nearest(strings.ToLower(dir), []string{flowsDir, textsDir, talksDir})
	if near != "" {
		near += "/"
	}
	return near
}

func (f *folder) read(name string) {
	file, err := f.fsys.Open(name)
	if err != nil {
		f.unread(name, err)
		return
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, document.MaxSize+1)) // one byte more tells that it is too large
	if err != nil {
		f.unread(name, err)
		return
	}
	f.files[name] = content
	f.names = append(f.names, name)
}

func (f *folder) unread(name string, err error) {
	f.report(name, Error, "bad-file", fmt.Sprintf("%s cannot be read: %s", name, err), "")
}

func (f *folder) unknown(name, help, near string) {
	if near != "" {
		help = "did you mean " + near + "?"
	}
	f.report(name, Warning, "bad-file", name+" is not read", help)
}

func (f *folder) report(name string, severity Severity, code, message, help string) {
	f.found = append(f.found, Diagnostic{File: name, Line: 1, Col: 1, EndCol: 1, Severity: severity, Code: code, Message: message, Help: help})
}
