package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"repartee/flows/analysis/funnel"
)

// writeStats writes numbers for a terminal.
func writeStats(w io.Writer, n *funnel.Numbers) error {
	var text strings.Builder
	if len(n.Groups) == 0 {
		fmt.Fprintf(&text, "nobody came in this time (the store keeps %s)\n", count(n.Kept, "turn"))
	} else {
		fmt.Fprintf(&text, "%s to %s\n", n.Since.Format(time.DateOnly), n.Until.Format(time.DateOnly))
	}
	for i := range n.Groups {
		writeGroupStats(&text, &n.Groups[i], n.By)
	}
	if most := n.Unanswered[:min(len(n.Unanswered), 10)]; len(most) > 0 {
		text.WriteString("\nasked in vain\n")
		for _, q := range most {
			fmt.Fprintf(&text, "%6d  %s  %s\n", q.Count, q.Language, q.Words)
		}
	}
	_, err := io.WriteString(w, text.String())
	return err
}

func writeGroupStats(text *strings.Builder, g *funnel.Group, by string) {
	text.WriteByte('\n')
	if by != "" {
		name := g.Name
		if name == "" {
			name = "none"
		}
		fmt.Fprintf(text, "== %s: %s\n", by, name)
	}
	fmt.Fprintf(text, "%s, %s", count(g.Customers, "customer"), count(g.Visits, "visit"))
	if len(g.Revenue) > 0 {
		fmt.Fprintf(text, ", %s paid", amountsText(g.Revenue))
	}
	if r := g.Response; r.Count > 0 {
		fmt.Fprintf(text, ", first answer after %s (nine of ten: %s)", waited(r.Median), waited(r.Most))
	}
	text.WriteByte('\n')
	for i := range g.Flows {
		writeFunnel(text, &g.Flows[i])
	}
}

func writeFunnel(text *strings.Builder, f *funnel.Flow) {
	fmt.Fprintf(text, "\n%s: %d entered, %d ended, %d left", f.Flow, f.Entered, f.Ended, f.Dropped)
	if f.Waiting > 0 {
		fmt.Fprintf(text, ", %d waiting", f.Waiting)
	}
	if f.HasGoal {
		fmt.Fprintf(text, ", %d reached the goal (%s)", f.Reached, inHundred(f.Reached, f.Entered))
	}
	if len(f.Revenue) > 0 {
		fmt.Fprintf(text, ", %s paid", amountsText(f.Revenue))
	}
	text.WriteByte('\n')
	if len(f.Questions) > 0 {
		out := tabwriter.NewWriter(text, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintln(out, "question\tasked\tanswered\tskipped\tgave up\tleft\twaiting\tmedian\t")
		for i := range f.Questions {
			q := &f.Questions[i]
			fmt.Fprintf(out, "%s\t%d\t%d %s\t%d\t%d\t%d %s\t%d\t%s\t\n", q.Step, q.Asked, q.Answered, inHundred(q.Answered, q.Asked), q.Skipped, q.GaveUp,
				q.Dropped, inHundred(q.Dropped, q.Asked), q.Waiting, took(q))
		}
		out.Flush() // into memory: it cannot fail
	}
	for _, g := range f.Goals {
		fmt.Fprintf(text, "goal %s: %d (%s)", g.Goal, g.Reached, inHundred(g.Reached, f.Entered))
		if len(g.Worth) > 0 {
			fmt.Fprintf(text, ", worth %s", amountsText(g.Worth))
		}
		text.WriteByte('\n')
	}
}

// inHundred is a part in per cent.
func inHundred(some, of int) string {
	if of == 0 {
		return "-"
	}
	return strconv.Itoa((some*200+of)/(2*of)) + "%"
}

func amountsText(all []funnel.Amount) string {
	texts := make([]string, len(all))
	for i, a := range all {
		texts[i] = a.String()
	}
	return strings.Join(texts, ", ")
}

// took is the median time to an answer, in words.
func took(q *funnel.Question) string {
	if q.Answered == 0 {
		return "-"
	}
	return span(q.Median)
}

// span is a time in its two greatest units: 45s, 3m 20s, 2h 5m, 3d 4h.
func span(seconds int64) string {
	units := []struct {
		size int64
		name string
	}{{86400, "d"}, {3600, "h"}, {60, "m"}, {1, "s"}}
	for i, u := range units[:3] {
		if seconds < u.size {
			continue
		}
		next := units[i+1]
		text := strconv.FormatInt(seconds/u.size, 10) + u.name
		if rest := seconds % u.size / next.size; rest > 0 {
			text += " " + strconv.FormatInt(rest, 10) + next.name
		}
		return text
	}
	return strconv.FormatInt(seconds, 10) + "s"
}

// waited is how long an answer took, in milliseconds.
func waited(ms int64) string {
	if ms < 60_000 {
		return strconv.FormatFloat(float64(ms)/1000, 'f', 1, 64) + "s"
	}
	return span(ms / 1000)
}
