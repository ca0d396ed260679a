package compare_test

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/config"
	"repartee/examples"
	"repartee/flows"
	"repartee/flows/analysis/compare"
	"repartee/flows/steps"
)

const everyKey = "every key"

// bots are the examples, and the bot that has every key there is, as files in memory.
func bots(t *testing.T) map[string]fstest.MapFS {
	t.Helper()
	all := map[string]fstest.MapFS{everyKey: inMemory(t, os.DirFS("../../../internal/reference/bot"))}
	for _, name := range examples.Names() {
		folder, ok := examples.Folder(name)
		if !ok {
			t.Fatalf("there is no example %s", name)
		}
		all[name] = inMemory(t, folder)
	}
	return all
}

func inMemory(t *testing.T, folder fs.FS) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(folder, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(folder, p)
		files[p] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestNothingChanged: a bot does not differ from itself, nor from itself in another layout.
func TestNothingChanged(t *testing.T) {
	for name, files := range bots(t) {
		t.Run(name, func(t *testing.T) {
			was := load(t, files)
			for what, again := range map[string]fstest.MapFS{"the same files": files, "another layout": turned(files)} {
				if report := compare.Compare(was, load(t, again)); !report.Empty() {
					var text strings.Builder
					if err := report.WriteText(&text); err != nil {
						t.Fatal(err)
					}
					t.Errorf("%s differ:\n%s", what, text.String())
				}
			}
		})
	}
}

// turned gives flows other file names, the keys of each file another order, and comments and empty lines between them.
func turned(files fstest.MapFS) fstest.MapFS {
	other := fstest.MapFS{}
	for name, file := range files {
		dir, base := path.Split(name)
		if path.Ext(name) == ".yaml" && (dir == "flows/" || name == "bot.yaml" || name == "catalog.yaml") {
			blocks := topBlocks(string(file.Data))
			slices.Reverse(blocks)
			file = &fstest.MapFile{Data: []byte("# another layout\n" + strings.Join(blocks, "\n"))}
		}
		if dir == "flows/" {
			name = dir + "z" + string('a'+('z'-base[0])) + base
		}
		other[name] = file
	}
	return other
}

// topBlocks cuts a file before each key that is not indented.
func topBlocks(text string) []string {
	var blocks []string
	for line := range strings.Lines(text) {
		if len(blocks) == 0 || line[0] >= 'a' && line[0] <= 'z' {
			blocks = append(blocks, "")
		}
		blocks[len(blocks)-1] += line
	}
	return blocks
}

// everyNth step is left out, as each is compiled anew.
const everyNth = 23

// TestEveryStepCounts: whichever step is left out, it is told, in its flow and nowhere else.
func TestEveryStepCounts(t *testing.T) {
	for name, files := range bots(t) {
		t.Run(name, func(t *testing.T) {
			was := load(t, files)
			left, at := 0, 0
			for _, flow := range was.Set.Flows {
				if flow.Builtin() {
					continue
				}
				for i := range flow.Steps {
					if at++; at%everyNth != 1 {
						continue
					}
					report, ok := without(t, was, files, string(flow.ID), i)
					if !ok {
						continue // something else needs the step: that is an error, no difference
					}
					left++
					if len(report.Parts) != 1 || report.Parts[0].Title != "flow "+string(flow.ID) || !tells(report.Parts[0], compare.Removed) {
						t.Errorf("without step %d of %s it is told: %+v", i+1, flow.ID, report.Parts)
					}
				}
			}
			if left == 0 {
				t.Error("no step could be left out")
			}
		})
	}
}

func tells(part compare.Part, kind compare.Kind) bool {
	return slices.ContainsFunc(part.Changes, func(c compare.Change) bool { return c.Kind == kind })
}

// without compares a bot with itself less one step; not ok where it does not run then.
func without(t *testing.T, was compare.Version, files fstest.MapFS, flow string, step int) (compare.Report, bool) {
	t.Helper()
	now := compare.Version{}
	cut := config.Reworked(func(source *flows.Source) {
		for _, f := range source.Flows {
			if string(f.ID) == flow {
				f.Steps = slices.Delete(slices.Clone(f.Steps), step, step+1)
			}
		}
		now.Written = compare.Read(source)
	})
	loaded, _ := config.Load(files, steps.Kinds(), cut)
	now.Set = loaded.Set
	if now.Set == nil {
		return compare.Report{}, false
	}
	return compare.Compare(was, now), true
}
