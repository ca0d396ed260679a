package config

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"repartee/flows"
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

// look is what there is to see of a folder that was read.
type look struct {
	found, findings Diagnostics
	media           map[string]flows.MediaEntry
	texts           []flows.Wording
	said            []flows.Said
	uses            []flows.Use
	steps           []string

	loaded *Loaded
	played map[string][]string // see transcripts
}

func lookAt(loaded *Loaded, found Diagnostics) *look {
	l := &look{found: found, played: map[string][]string{}, findings: loaded.Check(), media: loaded.Media, loaded: loaded}
	if loaded.Set == nil {
		return l
	}
	l.texts, l.said = loaded.Set.Texts(), loaded.Set.Said()
	for _, flow := range loaded.Set.Flows {
		for _, step := range flow.AllSteps() {
			l.steps = append(l.steps, outlined(loaded.Set, step))
			for _, use := range loaded.Set.Uses(step) {
				use.Flow, use.Step, use.IntoFlow = nil, nil, nil // these are others in another set
				l.uses = append(l.uses, use)
			}
		}
	}
	return l
}

// all is what two looks must have in common.
func (l *look) all() []any {
	return []any{l.found, l.findings, l.media, l.texts, l.said, l.uses, l.steps}
}

// outlined writes down what a step is: what it keeps, and where it leads.
func outlined(set *flows.Set, step *flows.Step) string {
	var b strings.Builder
	fmt.Fprint(&b, step.Ref.Flow, " ", step.Name(), " ", step.Kind, " ", step.Keeps())
	for _, x := range set.Exits(step) {
		fmt.Fprint(&b, " ", x.Kind, " ", x.Name, ":")
		if x.To != nil {
			fmt.Fprint(&b, x.To.Order())
		}
		if x.Into != nil {
			fmt.Fprint(&b, x.Into.ID)
		}
	}
	return b.String()
}

// same holds what a workspace gives against what a first look at the same files gives.
func same(t *testing.T, w *Workspace, files fs.FS) *Loaded {
	t.Helper()
	loaded, found := w.Load()
	alike(t, lookAt(Load(files, steps.Kinds())), lookAt(loaded, found))
	return loaded
}

func alike(t *testing.T, first, again *look) {
	t.Helper()
	if (first.loaded.Set == nil) != (again.loaded.Set == nil) {
		t.Errorf("a set is there: %v, of a first look: %v", again.loaded.Set != nil, first.loaded.Set != nil)
	}
	if !slices.EqualFunc(first.all(), again.all(), reflect.DeepEqual) { // that is quick, and a difference rare
		t.Errorf("it differs from a first look (-want +got):\n%s", cmp.Diff(first.all(), again.all()))
	}
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
