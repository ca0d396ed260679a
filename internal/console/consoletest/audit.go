package consoletest

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// Axe reads the rules of axe-core, or skips the test where they are not
// installed (make audit does).
//
// https://github.com/dequelabs/axe-core
func Axe(t *testing.T) string {
	t.Helper()
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile(filepath.Join(moduleOf(here), "bin", "node_modules", "axe-core", "axe.min.js"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("axe-core is not installed; make audit installs it")
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(script)
}

// audit runs the rules for WCAG 2.2, A and AA, and those of good practice.
const audit = `axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then((r) => ({
	rules: r.passes.length,
	problems: r.violations.flatMap((v) => v.nodes.map((n) => v.impact + " " + v.id + ": " + v.help + ": " + n.html.slice(0, 160))),
}))`

// Audit holds the page, as it is now, against the rules that [Axe] has read.
func (b *Tab) Audit(axe, name string) {
	b.t.Helper()
	b.Do(`(() => { ` + axe + ` })()`)
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[struct {
		Rules    int
		Problems []string
	}](audit, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatal(err)
	}
	if got.Rules < 10 {
		b.t.Errorf("%s: only %d rules had something to look at", name, got.Rules)
	}
	for _, p := range got.Problems {
		b.t.Errorf("%s: %s", name, p)
	}
}
