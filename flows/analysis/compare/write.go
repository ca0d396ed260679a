package compare

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// WriteJSON writes a report for other tools.
func (r Report) WriteJSON(w io.Writer) error {
	if r.Parts == nil {
		r.Parts = []Part{}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r)
}

// WriteText writes a report for a terminal.
func (r Report) WriteText(w io.Writer) error {
	out := bufio.NewWriter(w)
	for i, part := range r.Parts {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintln(out, part.Title)
		for _, change := range part.Changes {
			change.writeText(out)
		}
	}
	writeWays(out, "ways gained", r.Gained, len(r.Parts) > 0)
	writeWays(out, "ways lost", r.Lost, len(r.Parts)+len(r.Gained) > 0)
	return out.Flush()
}

func (c Change) writeText(w io.Writer) {
	head := c.sign() + " " + c.head()
	if place := c.place(); place != "" {
		head += "  (" + place + ")"
	}
	fmt.Fprintln(w, "  "+head)
	indent := "      "
	switch {
	case len(c.Words) > 0:
		fmt.Fprintln(w, indent+strings.ReplaceAll(marked(c.Words, "[-", "-]", "{+", "+}"), "\n", "\n"+indent))
	case c.Before != "" && c.After != "":
		fmt.Fprintln(w, indent+oneLine(c.Before)+" -> "+oneLine(c.After))
	case c.Before+c.After != "":
		fmt.Fprintln(w, indent+oneLine(c.Before+c.After))
	}
	if c.Note != "" {
		fmt.Fprintln(w, indent+c.Note)
	}
}

// sign is what stands before a change in a list.
func (c Change) sign() string {
	switch c.Kind {
	case Added:
		return "+"
	case Removed:
		return "-"
	case Moved:
		return ">"
	}
	return "~"
}

// head says what changed.
func (c Change) head() string {
	head := c.Where
	if c.Key != "" {
		key := strings.ReplaceAll(c.Key, "_", " ")
		if head != "" {
			head += ": "
		}
		head += key
	}
	if head == "" {
		head = "all of it"
	}
	switch c.Kind {
	case Moved:
		if c.Key != "" {
			return head + " (in another order)"
		}
		return head + " (moved)"
	case Renamed:
		return head + " (renamed)"
	}
	return head
}

// place is where the change is to be looked at.
func (c Change) place() string {
	if c.NewPlace != "" {
		return c.NewPlace
	}
	return c.OldPlace
}

// marked puts marks around what is only in one of the versions.
func marked(words []Word, lost, lostEnd, gained, gainedEnd string) string {
	var b strings.Builder
	for _, word := range words {
		switch word.Kind {
		case Removed:
			b.WriteString(lost + word.Text + lostEnd)
		case Added:
			b.WriteString(gained + word.Text + gainedEnd)
		default:
			b.WriteString(word.Text)
		}
	}
	return b.String()
}

// What is shown to people; JSON has it all.
const (
	mostShown = 160 // signs of a value
	mostWays  = 20
)

func oneLine(text string) string { return shortened(text, mostShown) }

func writeWays(w io.Writer, title string, ways []Way, gap bool) {
	if len(ways) == 0 {
		return
	}
	if gap {
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, title)
	for i, way := range ways {
		if i == mostWays {
			fmt.Fprintf(w, "  and %d more\n", len(ways)-i)
			return
		}
		fmt.Fprintln(w, "  "+way.String())
		for _, line := range way.Transcript {
			fmt.Fprintln(w, "      "+line)
		}
	}
}

// String tells a way in one line.
func (w Way) String() string {
	if w.Ways > 0 {
		ways := "1 way"
		if w.Ways > 1 {
			ways = fmt.Sprintf("%d ways", w.Ways)
		}
		return fmt.Sprintf("flow %s: %s, with %s to and from it", w.Flow, w.From, ways)
	}
	from := w.From
	if w.Outcome != "" {
		from += ", " + w.Outcome
	}
	return fmt.Sprintf("flow %s: %s -> %s", w.Flow, from, w.To)
}
