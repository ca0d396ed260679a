// Package docs_test runs what stands in the documentation: blocks of YAML form the folder of a bot, commands run in it.
package docs_test

import (
	"bytes"
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"repartee/config"
	"repartee/flows/steps"
	"repartee/flows/talk"
	"repartee/internal/cli"
)

func TestPages(t *testing.T) {
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range pages(t) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		blocks := blocksOf(t, name, string(text))
		if len(blocks) == 0 {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			p := page{t: t, root: root, dir: "."}
			for _, b := range blocks {
				p.run(b)
			}
			p.finish()
		})
	}
}

// page is one page at work: the folder that its blocks have made so far.
type page struct {
	t     *testing.T
	root  string // of the repository
	dir   string // of the bot
	files bool   // the page has written some
}

func (p *page) run(b block) {
	p.t.Helper()
	switch {
	case b.language == "go":
		p.quoted(b)
	case b.attributes["kinds"] == "own": // the test of its kind plays it
	case b.attributes["workflow"] != "": // TestWorkflows reads it
	case b.language == "console":
		if b.attributes["till"] != "" {
			p.sold()
		}
		if b.attributes["visits"] != "" {
			p.visited()
		}
		p.console(b)
	case b.attributes["wrong"] != "":
		p.wrong(b)
	case b.fragment:
		p.fragment(b)
	case b.attributes["title"] != "":
		p.files = true
		p.write(filepath.Join(p.dir, filepath.FromSlash(b.attributes["title"])), b.text)
	default:
		p.t.Errorf("%s: a block of yaml needs a title, or the word fragment", b.at)
	}
}

// quoted holds Go against the file that it is taken from: its lines have to come there, in their order.
func (p *page) quoted(b block) {
	p.t.Helper()
	source, err := os.ReadFile(filepath.Join(p.root, filepath.FromSlash(b.attributes["file"])))
	if err != nil {
		p.t.Error(err)
		return
	}
	lines := strings.Split(string(source), "\n")
	for line := range strings.Lines(b.text) {
		at := slices.IndexFunc(lines, func(got string) bool { return strings.TrimSpace(got) == strings.TrimSpace(line) })
		if at < 0 {
			p.t.Errorf("%s: %s has no line %q there", b.at, b.attributes["file"], strings.TrimSpace(line))
			return
		}
		lines = lines[at+1:]
	}
}

func (p *page) write(name, text string) {
	p.t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// finish holds the page's bot as it is at the end: no error, and every talk passes.
func (p *page) finish() {
	p.t.Helper()
	if !p.files {
		return
	}
	loaded, found, err := config.LoadDir(p.dir, steps.Kinds())
	if err != nil {
		p.t.Fatal(err)
	}
	if found.HasErrors() {
		p.t.Fatalf("the bot of the page has errors:\n%s", told(p.t, found))
	}
	for i := range loaded.Talks {
		for _, language := range append([]string{""}, loaded.Talks[i].Languages...) {
			result := talk.Play(loaded.Set, &loaded.Talks[i], language)
			for _, failure := range result.Failures {
				p.t.Errorf("%s (%s): %s\nwant %q\ngot  %q", result.Talk.Name, language, failure.Message, failure.Want, failure.Got)
			}
		}
	}
}

// console runs the commands of a block. Lines behind a command have to come in its output, in their order; ... stands for anything.
func (p *page) console(b block) {
	p.t.Helper()
	lines := strings.Split(strings.TrimSpace(b.text), "\n")
	for i := 0; i < len(lines); {
		command, ok := strings.CutPrefix(lines[i], "$ ")
		if !ok {
			p.t.Fatalf("%s: %q is no command; write a $ in front", b.at, lines[i])
		}
		end := i + 1
		for end < len(lines) && !strings.HasPrefix(lines[end], "$ ") {
			end++
		}
		p.command(b, wordsOf(command), lines[i+1:end])
		i = end
	}
}

// wordsOf takes a command apart as a shell does: what stands in double quotes is one word.
func wordsOf(command string) []string {
	var words []string
	for i, part := range strings.Split(command, `"`) {
		if i%2 == 1 {
			words = append(words, part)
		} else {
			words = append(words, strings.Fields(part)...)
		}
	}
	return words
}

// waiting are the commands that go on until they are stopped, or need a bot that has run. The tests of package cli try them.
var waiting = []string{"demo", "dev", "impact", "replay", "run", "unanswered", "versions"}

func (p *page) command(b block, words, want []string) {
	p.t.Helper()
	switch {
	case words[0] == "rm":
		if err := os.Remove(filepath.FromSlash(words[1])); err != nil {
			p.t.Errorf("%s: %s", b.at, err)
		}
		return
	case words[0] == "cp":
		if err := os.CopyFS(words[3], os.DirFS(words[2])); err != nil {
			p.t.Errorf("%s: %s", b.at, err)
		}
		return
	case words[0] != "repartee":
		return // of the shell: export ...
	}
	args := words[1:]
	if slices.Contains(waiting, args[0]) {
		return
	}
	var out bytes.Buffer
	status := cli.Main(args, strings.NewReader(""), &out, &out)
	if want := cmp.Or(b.attributes["ends"], "0"); strconv.Itoa(status) != want {
		p.t.Errorf("%s: %s ends with %d, not %s\n%s", b.at, strings.Join(words, " "), status, want, &out)
	}
	if args[0] == "init" {
		p.dir = args[1]
	}
	p.printed(b, words, out.String(), want)
}

func (p *page) printed(b block, words []string, out string, want []string) {
	p.t.Helper()
	lines := strings.Split(out, "\n")
	for _, line := range want {
		at := slices.IndexFunc(lines, func(got string) bool { return likens(line, got) })
		if at < 0 {
			p.t.Errorf("%s: %s does not print %q; it prints\n%s", b.at, strings.Join(words, " "), line, out)
			return
		}
		lines = lines[at+1:]
	}
}

// likens holds a line of output against one in which ... stands for anything.
func likens(line, got string) bool {
	for i, part := range strings.Split(line, "...") {
		at := strings.Index(got, part)
		if at < 0 || i == 0 && at > 0 {
			return false
		}
		got = got[at+len(part):]
	}
	return got == "" || strings.HasSuffix(line, "...")
}

// small is a bot that a single flow is put into.
const small = "bot: Small\nlanguages: [en]\ntime_zone: Europe/Berlin\ncurrency: EUR\nstart: "

// wrong holds a file of a flow that has to give a diagnostic.
func (p *page) wrong(b block) {
	p.t.Helper()
	dir := p.t.TempDir()
	id := strings.TrimSuffix(filepath.Base(b.attributes["title"]), ".yaml")
	p.write(filepath.Join(dir, "bot.yaml"), small+id+"\n")
	p.write(filepath.Join(dir, "flows", id+".yaml"), b.text)
	_, found, err := config.LoadDir(dir, steps.Kinds())
	if err != nil {
		p.t.Fatal(err)
	}
	var codes []string
	for _, d := range found {
		codes = append(codes, d.Code)
	}
	if !slices.Equal(codes, []string{b.attributes["wrong"]}) {
		p.t.Errorf("%s: want exactly the diagnostic %s, got %q", b.at, b.attributes["wrong"], codes)
	}
}

// form are the diagnostics that a part of a file must not give: those of its form. Names it may use that stand elsewhere.
var form = []string{"bad-duration", "bad-id", "duplicate-key", "missing-key", "missing-value", "unknown-key", "unknown-kind", "wrong-type", "yaml-garbled", "yaml-syntax", "unclosed-braces", "syntax"}

// fragment holds a part of a bot: a list of steps, a flow, or keys of a flow or of bot.yaml.
func (p *page) fragment(b block) {
	p.t.Helper()
	if strings.HasPrefix(b.text, "- ") {
		if wrong := p.formOf(small+"part\n", "flow: part\nsteps:\n"+b.text); len(wrong) > 0 {
			p.t.Errorf("%s: the steps are not well-formed:\n%s", b.at, told(p.t, wrong))
		}
		return
	}
	if strings.HasPrefix(b.text, "flow: ") {
		if wrong := p.formOf(small+"part\n", b.text); len(wrong) > 0 {
			p.t.Errorf("%s: the flow is not well-formed:\n%s", b.at, told(p.t, wrong))
		}
		return
	}
	asBot := p.formOf(small+"part\n"+b.text, "flow: part\nsteps: [{say: Hello.}]\n")
	asFlow := p.formOf(small+"part\n", "flow: part\nsteps: [{say: Hello.}]\n"+b.text)
	if len(asBot) > 0 && len(asFlow) > 0 {
		p.t.Errorf("%s: these are neither keys of bot.yaml:\n%snor of a flow:\n%s", b.at, told(p.t, asBot), told(p.t, asFlow))
	}
}

func (p *page) formOf(bot, flow string) config.Diagnostics {
	p.t.Helper()
	dir := p.t.TempDir()
	p.write(filepath.Join(dir, "bot.yaml"), bot)
	p.write(filepath.Join(dir, "flows", "part.yaml"), flow)
	_, found, err := config.LoadDir(dir, steps.Kinds())
	if err != nil {
		p.t.Fatal(err)
	}
	return slices.DeleteFunc(found, func(d config.Diagnostic) bool { return !slices.Contains(form, d.Code) })
}

func told(t *testing.T, found config.Diagnostics) string {
	t.Helper()
	var text strings.Builder
	if err := found.WriteText(&text, false); err != nil {
		t.Fatal(err)
	}
	return text.String()
}
