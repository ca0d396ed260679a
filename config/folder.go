package config

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/expr"
)

// The files of a bot, and its folders.
const (
	botFile     = "bot.yaml"
	faqFile     = "faq.yaml"
	catalogFile = "catalog.yaml"
	flowsDir    = "flows"
	textsDir    = "texts"
	talksDir    = "talks"
	catalogDir  = "catalog"
	mediaDir    = "media"
)

// The files that stand beside the folders, and the folders whose files are read, each with how their names end.
var (
	rootFiles = []string{botFile, faqFile, catalogFile}
	readDirs  = map[string]string{flowsDir: ".yaml", textsDir: ".yaml", talksDir: ".yaml", catalogDir: ".csv"}
)

const (
	knownFiles = "a bot has bot.yaml, faq.yaml, catalog.yaml and the folders flows, texts, talks, catalog and media"
	knownDirs  = "a bot has the folders flows, texts, talks, catalog and media"
)

// folder is what was read of a bot's folder.
type folder struct {
	fsys    fs.FS
	unsaved map[string][]byte // texts that stand in the place of files
	files   map[string][]byte
	names   []string // of files, sorted
	media   map[string]flows.MediaEntry
	known   map[string]medium // what was known of media before
	found   Diagnostics
}

// readAll reads all files before any of them is decoded, so that what is decoded belongs together.
func (f *folder) readAll() {
	f.files, f.media = map[string][]byte{}, map[string]flows.MediaEntry{}
	entries, err := fs.ReadDir(f.fsys, ".")
	if err != nil {
		f.unread(".", err)
		return
	}
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case strings.HasPrefix(name, "."):
		case entry.IsDir() && name == mediaDir:
			f.readMedia()
		case entry.IsDir():
			f.dir(name)
		case slices.Contains(rootFiles, name):
			f.read(name)
		case isYAML(name):
			f.unknown(name, knownFiles, expr.Nearest(name, rootFiles))
		case path.Ext(name) == ".csv":
			f.unknown(name, "put it into catalog/, named after the catalog", "")
		}
	}
	for name, content := range f.unsaved {
		if isRead(name) {
			f.files[name] = content
			f.names = append(f.names, name)
		}
	}
	if _, ok := f.files[botFile]; !ok {
		f.report(botFile, Error, "missing-file", "the folder has no bot.yaml", "write one: `bot`, `languages`, `time_zone`, `currency` and `start` come first")
	}
	slices.Sort(f.names)
	f.names = slices.Compact(f.names)
}

// isRead tells whether a file of that name is one of a bot's.
func isRead(name string) bool {
	dir, base := path.Split(name)
	if dir == "" {
		return slices.Contains(rootFiles, base)
	}
	ext, known := readDirs[strings.TrimSuffix(dir, "/")]
	return known && path.Ext(base) == ext && !strings.HasPrefix(base, ".")
}

func isYAML(name string) bool { return path.Ext(name) == ".yaml" || path.Ext(name) == ".yml" }

func (f *folder) dir(dir string) {
	entries, err := fs.ReadDir(f.fsys, dir)
	if err != nil {
		f.unread(dir, err)
		return
	}
	ext, known := readDirs[dir]
	for _, entry := range entries {
		name := path.Join(dir, entry.Name())
		switch {
		case strings.HasPrefix(entry.Name(), "."):
		case known && entry.IsDir():
			f.unknown(name, "put its files into "+dir+"/ itself", "")
		case known && path.Ext(name) == ext:
			f.read(name)
		case known:
			f.otherFile(dir, name, ext)
		case isYAML(name):
			f.unknown(dir+"/", knownDirs, nearestDir(dir))
			return
		}
	}
}

// otherFile reports a file whose name ends differently from those that are read in its folder, where it was most likely meant to be one.
func (f *folder) otherFile(dir, name, ext string) {
	base, _, again := strings.Cut(name, ext+".")
	switch {
	case again: // flow.yaml.txt
		f.unknown(name, "its name must end with "+ext+": rename it to "+path.Base(base)+ext, "")
	case dir == catalogDir:
		f.unknown(name, "a table is a .csv file: save it as CSV (UTF-8); what is written as YAML stands in catalog.yaml", "")
	case isYAML(name):
		f.unknown(name, "", strings.TrimSuffix(name, path.Ext(name))+ext)
	}
}

func nearestDir(dir string) string {
	near := expr.Nearest(strings.ToLower(dir), slices.Sorted(maps.Keys(readDirs)))
	if near != "" {
		near += "/"
	}
	return near
}

func (f *folder) read(name string) {
	if f.unsaved[name] != nil {
		return
	}
	file, err := f.fsys.Open(name)
	if err != nil {
		f.unread(name, err)
		return
	}
	defer file.Close()
	limit := int64(document.MaxSize)
	if path.Ext(name) == ".csv" {
		limit = document.MaxTableSize
	}
	var content bytes.Buffer
	if info, err := file.Stat(); err == nil {
		content.Grow(int(min(max(info.Size(), 0), limit)) + bytes.MinRead)
	}
	if _, err := content.ReadFrom(io.LimitReader(file, limit+1)); err != nil { // one byte more tells that it is too large
		f.unread(name, err)
		return
	}
	f.files[name] = content.Bytes()
	f.names = append(f.names, name)
}

func (f *folder) unread(name string, err error) {
	f.report(name, Error, "bad-file", fmt.Sprintf("%s cannot be read: %s", name, err), "")
}

func (f *folder) unknown(name, help, near string) {
	if near != "" {
		help = "did you mean " + near + "?"
	}
	help = cmp.Or(unbuilt(name), help)
	f.report(name, Warning, "bad-file", name+" is not read", help)
}

func (f *folder) report(name string, severity Severity, code, message, help string) {
	f.found = append(f.found, Diagnostic{File: name, Line: 1, Col: 1, EndCol: 1, Severity: severity, Code: code, Message: message, Help: help})
}
