package config

import (
	"io/fs"
	"os"
	"path"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"repartee/flows/steps"
)

// copied is a folder in memory, for a test to write in.
func copied(t *testing.T, dir string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	fsys := os.DirFS(dir)
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(fsys, name)
		files[name] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// same holds what a workspace gives against what a first look at the same files gives.
func same(t *testing.T, w *Workspace, files fs.FS) *Loaded {
	t.Helper()
	loaded, found := w.Load()
	fresh, want := Load(files, steps.Kinds())
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("the diagnostics differ from those of a first look (-want +got):\n%s", diff)
	}
	if (loaded.Set == nil) != (fresh.Set == nil) {
		t.Errorf("a set is there: %v, of a first look: %v", loaded.Set != nil, fresh.Set != nil)
	}
	if diff := cmp.Diff(fresh.Check(), loaded.Check()); diff != "" {
		t.Errorf("the findings differ from those of a first look (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(fresh.Media, loaded.Media); diff != "" {
		t.Errorf("the media differ from those of a first look (-want +got):\n%s", diff)
	}
	return loaded
}

// TestWorkspace breaks and mends files of a bot, one after the other: a workspace must say what a first look at the files says.
func TestWorkspace(t *testing.T) {
	files := copied(t, "../internal/reference/bot")
	w := NewWorkspace(files, steps.Kinds())
	loaded := same(t, w, files)
	for _, name := range []string{"bot.yaml", "catalog.yaml", "faq.yaml", "flows/welcome.yaml", "texts/de.yaml", "talks/advice.yaml"} {
		whole := files[name].Data
		if _, there := loaded.Files[name]; !there {
			t.Fatalf("the bot has no %s", name)
		}
		for _, changed := range [][]byte{whole[:len(whole)/2], append([]byte("# more\n"), whole...), nil} {
			files[name] = &fstest.MapFile{Data: changed}
			same(t, w, files)
		}
		delete(files, name)
		same(t, w, files)
		files[name] = &fstest.MapFile{Data: whole}
	}
	same(t, w, files)
}

// TestWorkspaceEdit has texts of an editor that are not saved yet, one of them in a file that is not there.
func TestWorkspaceEdit(t *testing.T) {
	files := copied(t, "testdata/valid")
	w := NewWorkspace(files, steps.Kinds())
	written := copied(t, "testdata/valid")
	for name, content := range map[string]string{
		"flows/welcome.yaml": "flow: welcome\nsteps: [{sya: Hello}]\n",
		"flows/added.yaml":   "flow: added\nstart: {command: added}\nsteps: [{say: Hello}]\n",
		"notes.yaml":         "what: is not read\n",
		"flows/.draft.yaml":  "neither\n",
	} {
		w.Edit(name, []byte(content))
		if path.Base(name) != "notes.yaml" {
			written[name] = &fstest.MapFile{Data: []byte(content)}
		}
	}
	same(t, w, written)
	for name := range written {
		w.Close(name)
	}
	same(t, w, files)
}

// TestWorkspaceMedia changes a file of the media folder: it is read again.
func TestWorkspaceMedia(t *testing.T) {
	files := copied(t, "testdata/valid")
	const name = "media/shop.jpg"
	w := NewWorkspace(files, steps.Kinds())
	for _, content := range []string{"one", "two"} {
		now := time.Unix(int64(len(content)+int(content[0])), 0)
		files[name] = &fstest.MapFile{Data: []byte(content), ModTime: now}
		same(t, w, files)
	}
}
