package app

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"maps"
	"slices"
	"strings"

	"repartee/bot"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

// press publishes a bot's files, and makes sets of those that were published before.
type press struct {
	library bot.Library
	media   fs.FS // the bot's folder: pictures are today's
	log     *slog.Logger
	people  people // whom changed files may strand
	force   bool   // they are put in use all the same
}

// publish keeps the files that a bot was loaded from, unless they strand somebody.
func (p *press) publish(ctx context.Context, loaded *config.Loaded) (int, error) {
	if err := p.admits(ctx, loaded); err != nil {
		return 0, err
	}
	packed, err := pack(loaded.Files)
	if err != nil {
		return 0, fmt.Errorf("publish the files: %w", err)
	}
	return p.library.Publish(ctx, packed)
}

// earlier makes the set of another publication, with the catalog, the FAQ and the pictures of today's files; where these do not fit to its flows any more, or
// without files of today, with its own. What cannot be made is nil.
func (p *press) earlier(ctx context.Context, number int, today map[string][]byte) (*flows.Set, error) {
	packed, err := p.library.Publication(ctx, number)
	if err != nil || packed == nil {
		return nil, err
	}
	files, err := unpack(packed)
	if err != nil {
		p.log.Error("files that were published cannot be read; customers who began with them go on with today's", "publication", number, "err", err)
		return nil, nil
	}
	editions := []map[string][]byte{files}
	if today != nil {
		editions = []map[string][]byte{withToday(files, today), files}
	}
	for _, edition := range editions {
		set, err := p.load(edition)
		if err == nil {
			return set, nil
		}
		p.log.Info("published files cannot be used as they are", "publication", number, "err", err)
	}
	p.log.Warn("flows that were published cannot be used any more; customers who began with them go on with today's", "publication", number)
	return nil, nil
}

// load makes a set of files.
func (p *press) load(files map[string][]byte) (*flows.Set, error) {
	packed, err := pack(files)
	if err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, fmt.Errorf("read published files: %w", err)
	}
	loaded, found := config.Load(printed{archive, p.media}, steps.Kinds())
	if found.HasErrors() {
		return nil, fmt.Errorf("%s: %s", found[0].File, found[0].Message)
	}
	return loaded.Set, nil
}

// ofToday tells files that do not belong to a flow: what is sold, and plain answers.
func ofToday(name string) bool {
	return name == "catalog.yaml" || name == "faq.yaml" || strings.HasPrefix(name, "catalog/")
}

func withToday(files, today map[string][]byte) map[string][]byte {
	out := map[string][]byte{}
	for name, data := range files {
		if !ofToday(name) {
			out[name] = data
		}
	}
	for name, data := range today {
		if ofToday(name) {
			out[name] = data
		}
	}
	return out
}

// pack puts files into an archive: the same files always into the same bytes.
func pack(files map[string][]byte) ([]byte, error) {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		w, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return nil, fmt.Errorf("pack %s: %w", name, err)
		}
		if _, err := w.Write(files[name]); err != nil {
			return nil, fmt.Errorf("pack %s: %w", name, err)
		}
	}
	if err := archive.Close(); err != nil {
		return nil, fmt.Errorf("pack: %w", err)
	}
	return out.Bytes(), nil
}

func unpack(packed []byte) (map[string][]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, f := range archive.File {
		if files[f.Name], err = fs.ReadFile(archive, f.Name); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// printed is a bot's folder as it was published, with the media folder of today.
type printed struct {
	files *zip.Reader
	media fs.FS
}

// Open implements fs.FS.
func (e printed) Open(name string) (fs.File, error) {
	if name == mediaDir || strings.HasPrefix(name, mediaDir+"/") {
		return e.media.Open(name)
	}
	return e.files.Open(name)
}

// ReadDir implements fs.ReadDirFS: the media folder is seen among the published files.
func (e printed) ReadDir(name string) ([]fs.DirEntry, error) {
	if name != "." {
		return fs.ReadDir(plain{e}, name)
	}
	entries, err := fs.ReadDir(e.files, name)
	if err != nil {
		return nil, err
	}
	if info, err := fs.Stat(e.media, mediaDir); err == nil {
		entries = append(entries, fs.FileInfoToDirEntry(info))
	}
	return entries, nil
}

// plain hides ReadDir.
type plain struct{ fs.FS }
