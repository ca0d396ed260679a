package compare

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"strings"
)

// WriteMarkdown writes a report as a comment on a change: what is short in tables, the rest behind details. Whatever was written in the files is data there: it can
// become neither markup nor a mention.
func (r Report) WriteMarkdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	if r.Empty() {
		fmt.Fprintln(out, "No difference in meaning.")
		return out.Flush()
	}
	fmt.Fprintln(out, "### What this changes for customers")
	fmt.Fprintln(out)
	fmt.Fprintln(out, "| Part | Added | Changed | Renamed or moved | Removed |\n|---|---:|---:|---:|---:|")
	for _, part := range r.Parts {
		n := part.counts()
		fmt.Fprintf(out, "| %s | %d | %d | %d | %d |\n", cell(part.Title), n[Added], n[Changed], n[Renamed]+n[Moved], n[Removed])
	}
	if len(r.Gained)+len(r.Lost) > 0 {
		fmt.Fprintf(out, "| ways from question to question | %d | | | %d |\n", len(r.Gained), len(r.Lost))
	}
	for _, part := range r.Parts {
		part.writeMarkdown(out)
	}
	markdownWays(out, "Ways gained", r.Gained)
	markdownWays(out, "Ways lost", r.Lost)
	return out.Flush()
}

func (p Part) counts() map[Kind]int {
	counts := map[Kind]int{}
	for _, change := range p.Changes {
		counts[change.Kind]++
	}
	return counts
}

func (p Part) writeMarkdown(w io.Writer) {
	fmt.Fprintf(w, "\n<details><summary><b>%s</b> (%d)</summary>\n\n", plainHTML(p.Title), len(p.Changes))
	fmt.Fprintln(w, "| | What | Before → after | |\n|---|---|---|---|")
	for _, change := range p.Changes {
		fmt.Fprintf(w, "| %s | %s | %s | %s |\n", change.Kind, cell(change.headOnly()), change.markdown(), cell(change.place()))
	}
	fmt.Fprint(w, "\n</details>\n")
}

// headOnly says what changed, without how.
func (c Change) headOnly() string {
	c.Kind = Changed
	return c.head()
}

func (c Change) markdown() string {
	var parts []string
	switch {
	case len(c.Words) > 0:
		marked := make([]Word, len(c.Words))
		for i, word := range c.Words {
			marked[i] = Word{cell(word.Text), word.Kind}
		}
		parts = append(parts, withMarks(marked))
	case c.Before != "" && c.After != "":
		parts = append(parts, cell(oneLine(c.Before))+" → "+cell(oneLine(c.After)))
	case c.Before+c.After != "":
		parts = append(parts, cell(oneLine(c.Before+c.After)))
	}
	if c.Note != "" {
		parts = append(parts, "<i>"+cell(c.Note)+"</i>")
	}
	return strings.Join(parts, "<br>")
}

func withMarks(words []Word) string { return marked(words, "<del>", "</del>", "<ins>", "</ins>") }

func markdownWays(w io.Writer, title string, ways []Way) {
	if len(ways) == 0 {
		return
	}
	fmt.Fprintf(w, "\n<details><summary><b>%s</b> (%d)</summary>\n", title, len(ways))
	for i, way := range ways {
		if i == mostWays {
			fmt.Fprintf(w, "\nand %d more\n", len(ways)-i)
			break
		}
		fmt.Fprintf(w, "\n%s\n\n", cell(way.String()))
		fmt.Fprintln(w, "<pre>")
		for _, line := range way.Transcript {
			fmt.Fprintln(w, strings.ReplaceAll(html.EscapeString(line), "\n", " "))
		}
		fmt.Fprintln(w, "</pre>")
	}
	fmt.Fprint(w, "\n</details>\n")
}

// cell is a text within a table: on one line, and nothing in it means anything to Markdown or HTML.
func cell(text string) string {
	return strings.NewReplacer("\n", "<br>", "\r", "").Replace(plainHTML(text))
}

// plainHTML writes each sign that could mean something as an entity. An opening bracket and a colon mean nothing alone: brackets make links only behind square
// ones, which are entities, and a colon only within an address or between letters as :tada:.
func plainHTML(text string) string {
	var b strings.Builder
	runes := []rune(text)
	for i, r := range runes {
		if strings.ContainsRune("&<>\"'`*[]#|@\\~$", r) || inside(runes, i) {
			fmt.Fprintf(&b, "&#%d;", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// inside tells of a sign that means something only beside others: a colon with something right behind it, an underscore at the edge of a word, an exclamation mark
// before a bracket.
func inside(runes []rune, i int) bool {
	switch runes[i] {
	case ':':
		return i+1 < len(runes) && runes[i+1] != ' '
	case '_':
		return i == 0 || i+1 == len(runes) || !inWord(runes[i-1]) || !inWord(runes[i+1])
	case '!':
		return i+1 < len(runes) && runes[i+1] == '['
	}
	return false
}
