package config

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

// TestWorkspaceRandom changes lines of any file of a bot, one after the other, and takes some of the changes back: a workspace, which takes over what it had before,
// must say what a first look at the files says, and its talks must go the same way.
func TestWorkspaceRandom(t *testing.T) {
	whole := copied(t, "../internal/reference/bot")
	names := slices.Sorted(maps.Keys(whole))
	firsts := firstLooks{}
	rapid.Check(t, func(rt *rapid.T) {
		files := maps.Clone(whole)
		w := NewWorkspace(files, steps.Kinds())
		for range rapid.IntRange(1, 4).Draw(rt, "changes") {
			name := rapid.SampledFrom(names).Draw(rt, "file")
			changed := whole[name].Data
			if !rapid.Bool().Draw(rt, "back") {
				changed = changedLine(rt, files[name].Data)
			}
			files[name] = &fstest.MapFile{Data: changed}
			first, again := firsts.at(files), lookAt(w.Load())
			alike(t, first, again)
			sameTalks(t, first, again, rapid.IntRange(0, 2).Draw(rt, "language"))
			if t.Failed() {
				rt.Fatalf("after a change of %s to:\n%s", name, changed)
			}
		}
	})
}

// firstLooks are what first looks gave, by the files: many changes are taken back.
type firstLooks map[string]*look

func (f firstLooks) at(files fstest.MapFS) *look {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintln(sum, name, len(files[name].Data))
		sum.Write(files[name].Data)
	}
	key := string(sum.Sum(nil))
	known, ok := f[key]
	if !ok {
		known = lookAt(Load(files, steps.Kinds()))
		f[key] = known
	}
	return known
}

// changedLine takes a line out, doubles it, changes a word in it, or exchanges it with another one.
func changedLine(rt *rapid.T, file []byte) []byte {
	lines := bytes.SplitAfter(slices.Clone(file), []byte("\n"))
	at := rapid.IntRange(0, len(lines)-1).Draw(rt, "line")
	switch rapid.SampledFrom([]string{"out", "double", "word", "exchange"}).Draw(rt, "change") {
	case "out":
		lines = slices.Delete(lines, at, at+1)
	case "double":
		lines = slices.Insert(lines, at, lines[at])
	case "word":
		words := [][2]string{{"a", "o"}, {"en", "fr"}, {"de", "en"}, {"1", "7"}, {"{{ ", "{{ not "}, {": ", ": More "}, {"EUR", "CHF"}}
		pair := rapid.SampledFrom(words).Draw(rt, "word")
		lines[at] = []byte(strings.Replace(string(lines[at]), pair[0], pair[1], 1))
	case "exchange":
		other := rapid.IntRange(0, len(lines)-1).Draw(rt, "with")
		lines[at], lines[other] = lines[other], lines[at]
	}
	return bytes.Join(lines, nil)
}

// sameTalks plays the talks of both in one of the languages.
func sameTalks(t *testing.T, first, again *look, language int) {
	t.Helper()
	if first.loaded.Set == nil || again.loaded.Set == nil {
		return
	}
	languages := first.loaded.Set.Languages
	spoken := languages[language%len(languages)]
	if diff := cmp.Diff(first.transcripts(spoken), again.transcripts(spoken)); diff != "" {
		t.Errorf("the talks differ from those of a first look (-want +got):\n%s", diff)
	}
}

// transcripts plays all talks.
func (l *look) transcripts(language string) []string {
	all, known := l.played[language]
	if known {
		return all
	}
	for i := range l.loaded.Talks {
		all = append(all, talk.Play(l.loaded.Set, &l.loaded.Talks[i], language).Transcript...)
	}
	l.played[language] = all
	return all
}

// TestForms holds what a compiled step has gathered of its forms against what stands in its body.
func TestForms(t *testing.T) {
	for _, dir := range []string{"../internal/reference/bot", "../examples/coffee", "../examples/bank"} {
		loaded, _ := Load(os.DirFS(dir), steps.Kinds())
		if loaded.Set == nil {
			t.Fatalf("%s has errors", dir)
		}
		for _, flow := range loaded.Set.Flows {
			for _, step := range flow.AllSteps() {
				var gathered, stand []any
				step.Forms(func(form any) { gathered = append(gathered, form) })
				flows.Forms(step.Body, func(form any) { stand = append(stand, form) })
				if !slices.Equal(gathered, stand) {
					t.Errorf("%v: %d forms were gathered, %d stand there", step.Ref, len(gathered), len(stand))
				}
			}
		}
	}
}
