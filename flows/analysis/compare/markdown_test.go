package compare_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"repartee/flows/analysis/compare"
)

// TestMarkdownIsPlain: a text of the files cannot mention anybody, link, or break out of its table.
func TestMarkdownIsPlain(t *testing.T) {
	bot := "bot: B\nlanguages: [en]\ntime_zone: Europe/Berlin\ncurrency: EUR\nstart: welcome\n"
	flow := func(text string) fstest.MapFS {
		return fstest.MapFS{
			"bot.yaml":           &fstest.MapFile{Data: []byte(bot)},
			"flows/welcome.yaml": &fstest.MapFile{Data: []byte("flow: welcome\nsteps:\n  - menu: \"" + text + "\"\n    id: m\n    options: {a: A, b: {label: B, go: m}}\n")},
		}
	}
	old := load(t, flow("Hello"))
	now := load(t, flow(`Hello | @team <img src=x> ![x](https://x.example) #7777 \\n </details> <!-- `))
	var out strings.Builder
	if err := compare.Compare(old, now).WriteMarkdown(&out); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	if !strings.Contains(text, "team") {
		t.Fatalf("the text is not there:\n%s", text)
	}
	tags := regexp.MustCompile(`</?(details|summary|b|i|br|del|ins|pre)>`)
	for _, bad := range []string{"@team", "<img", "](", "<!--", "#7777", "https://"} {
		if strings.Contains(text, bad) {
			t.Errorf("%q came through:\n%s", bad, text)
		}
	}
	if strings.ContainsAny(tags.ReplaceAllString(text, ""), "<>") {
		t.Errorf("there are other tags:\n%s", text)
	}
	if opened, closed := strings.Count(text, "<details>"), strings.Count(text, "</details>"); opened != closed {
		t.Errorf("%d details are opened and %d closed", opened, closed)
	}
}
