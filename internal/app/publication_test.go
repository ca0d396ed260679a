package app

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/bot/sqlitestore"
	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
)

const shopBot = "bot: Test\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\n"

func catalog(column, price string) string {
	return "coffee:\n  columns: {" + column + ": text}\n  items: [{id: crema, name: Crema, price: " + price + ", " + column + ": dark}]\n"
}

// shopFiles is a bot with a catalog and a picture.
func shopFiles(said, catalog string) fstest.MapFS {
	return fstest.MapFS{
		"bot.yaml":           {Data: []byte(shopBot)},
		"flows/welcome.yaml": {Data: []byte("flow: welcome\nsteps:\n  - {say: " + said + ", photo: media/shop.jpg}\n  - {say: Ours, from: catalog.coffee, line: \"{{ item.roast }} {{ item.price }}\"}\n")},
		"catalog.yaml":       {Data: []byte(catalog)},
		"media/shop.jpg":     {Data: []byte("a picture")},
	}
}

func load(t testing.TB, files fs.FS) *config.Loaded {
	t.Helper()
	loaded, found := config.Load(files, steps.Kinds())
	if found.HasErrors() {
		var text strings.Builder
		_ = found.WriteText(&text, false)
		t.Fatal(text.String())
	}
	return loaded
}

func newPress(t *testing.T, media fs.FS) *press {
	t.Helper()
	store, err := sqlitestore.Open(t.Context(), sqlitestore.Options{Path: sqlitestore.Memory, Bot: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return &press{library: store, media: media, log: slog.New(slog.DiscardHandler)}
}

func TestPublish(t *testing.T) {
	first, second := shopFiles("One", catalog("roast", "12.90")), shopFiles("Two", catalog("roast", "14.90"))
	p := newPress(t, second)
	for i, want := range []int{1, 1, 2, 3} {
		files := []fs.FS{first, first, second, first}[i]
		if number, err := p.publish(t.Context(), load(t, files)); err != nil || number != want {
			t.Errorf("publication %d, %v, not %d", number, err, want)
		}
	}
}

// TestEarlier takes the flows of a publication, with the catalog of today where its flows can still read that.
func TestEarlier(t *testing.T) {
	old := shopFiles("One", catalog("roast", "12.90"))
	p := newPress(t, old)
	if _, err := p.publish(t.Context(), load(t, old)); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct{ today, price string }{
		"today's catalog fits":         {catalog("roast", "14.90"), "14.90"},
		"today's catalog does not fit": {catalog("strength", "14.90"), "12.90"},
	} {
		t.Run(name, func(t *testing.T) {
			files := map[string][]byte{"catalog.yaml": []byte(tt.today), "flows/welcome.yaml": []byte("flow: welcome\nsteps: [{say: Two}]\n")}
			set, err := p.earlier(t.Context(), 1, files)
			if err != nil || set == nil {
				t.Fatal(set, err)
			}
			said := firstWords(t, set)
			if !strings.HasPrefix(said, "One") || !strings.Contains(said, "dark") || !strings.Contains(said, tt.price) {
				t.Errorf("says %q", said)
			}
		})
	}
	if set, err := p.earlier(t.Context(), 7, nil); set != nil || err != nil {
		t.Errorf("a publication that is not kept: %v, %v", set, err)
	}
}

// firstWords is what a set says to a new customer.
func firstWords(t *testing.T, set *flows.Set) string {
	t.Helper()
	out, err := flows.NewEngine(set).Turn(flows.State{}, flows.Input{ID: "1", What: flows.Message, Text: "/start"}, flows.Facts{})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, effect := range out.Effects {
		if send, ok := effect.(flows.Send); ok {
			said = append(said, send.Text)
		}
	}
	return strings.Join(said, "\n")
}

// TestUnusablePublication goes on with today's files.
func TestUnusablePublication(t *testing.T) {
	p := newPress(t, fstest.MapFS{})
	broken, err := pack(map[string][]byte{"bot.yaml": []byte("bot: [")})
	if err != nil {
		t.Fatal(err)
	}
	for i, files := range [][]byte{[]byte("no archive"), broken} {
		if _, err := p.library.Publish(t.Context(), files); err != nil {
			t.Fatal(err)
		}
		if set, err := p.earlier(t.Context(), i+1, nil); set != nil || err != nil {
			t.Errorf("%d: %v, %v", i, set, err)
		}
	}
}

func TestMedia(t *testing.T) {
	files := fstest.MapFS{"media/a.jpg": {Data: []byte("a")}, "media/deep/b.pdf": {Data: []byte("b")}, "secret.txt": {Data: []byte("c")}}
	m := &media{files: files}
	open := func(content string) error {
		file, err := m.open(hashOf([]byte(content)))
		if err != nil {
			return err
		}
		got, err := io.ReadAll(file)
		if err != nil || !bytes.Equal(got, []byte(content)) {
			t.Errorf("read %q, %v", got, err)
		}
		return nil
	}
	for _, content := range []string{"a", "b"} {
		if err := open(content); err != nil {
			t.Error(err)
		}
	}
	if open("c") == nil {
		t.Error("a file outside of the media folder is opened")
	}
	files["media/a.jpg"] = &fstest.MapFile{Data: []byte("new")}
	if open("a") == nil {
		t.Error("another picture is taken for the one that was asked for")
	}
	if err := open("new"); err != nil {
		t.Error(err)
	}
}

// TestMediaBesideTrouble opens what can be read beside a link that leads nowhere, as editors make one.
func TestMediaBesideTrouble(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, mediaDir), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, mediaDir, "a.jpg"), []byte("a"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nobody@nowhere", filepath.Join(dir, mediaDir, ".#a.jpg")); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	m := &media{files: root.FS()}
	if _, err := m.open(hashOf([]byte("a"))); err != nil {
		t.Error(err)
	}
	if _, err := m.open(hashOf([]byte("b"))); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}
