package consoletest

import (
	_ "embed"
	"os"
	"path/filepath"
	"strings"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
)

//go:embed contrast.js
var contrast string

// Check holds the page, as it is now, against what can be computed of its
// accessibility, and keeps a picture for what cannot.
func (b *Tab) Check(name string) {
	b.t.Helper()
	b.Shot(name)
	got := Eval[struct {
		Texts    int
		Problems []string
	}](b, contrast)
	if got.Texts < 4 {
		b.t.Errorf("%s: only %d texts were found", name, got.Texts)
	}
	for _, p := range got.Problems {
		b.t.Errorf("%s: %s", name, p)
	}
	b.named(name)
}

// named checks that every control has a name for those who hear the page.
func (b *Tab) named(where string) {
	b.t.Helper()
	const kinds = ` "button" "link" "textbox" "radio" "combobox" "log" "dialog" `
	controls := 0
	for _, n := range Call(b, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes {
		if n.Ignored || n.Role == nil || !strings.Contains(kinds, " "+string(n.Role.Value)+" ") {
			continue
		}
		controls++
		if n.Name == nil || string(n.Name.Value) == `""` {
			b.t.Errorf("%s: a %s has no name", where, n.Role.Value)
		}
	}
	if controls < 2 {
		b.t.Errorf("%s: only %d controls were found", where, controls)
	}
}

// Settled waits until nothing moves any more that moves once.
func (b *Tab) Settled() {
	b.t.Helper()
	b.Wait(`document.getAnimations().every((a) => a.effect.getTiming().iterations === Infinity || a.playState === "finished")`)
}

// Shot keeps a picture of the page in the folder screenshots of the module, by
// the names of the tested package and of the picture.
func (b *Tab) Shot(name string) {
	b.t.Helper()
	picture, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	here, err := os.Getwd()
	if err != nil {
		b.t.Fatal(err)
	}
	folder := filepath.Join(moduleOf(here), "screenshots")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, filepath.Base(here)+"-"+name+".png"), picture, 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// moduleOf is the folder with the go.mod that a folder belongs to, or the
// folder itself.
func moduleOf(folder string) string {
	for at := folder; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, "go.mod")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return folder
		}
	}
}
