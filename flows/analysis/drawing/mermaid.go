package drawing

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteMermaid writes a picture as a flowchart of Mermaid (https://mermaid.js.org/syntax/flowchart.html), as GitHub and GitLab show it in Markdown.
func (p Picture) WriteMermaid(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "flowchart TD")
	for _, box := range p.Boxes {
		left, right := mermaidShape(box.Shape)
		fmt.Fprintf(out, "  %s%s\"%s\"%s:::%s\n", box.ID, left, mermaidText(boxRows(box)), right, mermaidClass(box.Shape.String(), box.Missed))
	}
	var missed []string
	for i, line := range p.Lines {
		label := ""
		if rows := labelRows(line); len(rows) > 0 {
			label = "|\"" + mermaidText(rows) + "\"|"
		}
		fmt.Fprintf(out, "  %s %s%s %s\n", p.Boxes[line.From].ID, mermaidArrow(line.Style), label, p.Boxes[line.To].ID)
		if line.Missed {
			missed = append(missed, fmt.Sprint(i))
		}
	}
	fmt.Fprint(out, mermaidStyles())
	if len(missed) > 0 {
		fmt.Fprintf(out, "  linkStyle %s stroke:#b3432b,stroke-dasharray:3 3\n", strings.Join(missed, ","))
	}
	return out.Flush()
}

func mermaidShape(shape Shape) (left, right string) {
	switch shape {
	case Question:
		return "(", ")"
	case Start, End:
		return "([", "])"
	case Fork:
		return "{{", "}}"
	case Pause:
		return "[/", "/]"
	case Other:
		return "[[", "]]"
	}
	return "[", "]"
}

func mermaidArrow(style Style) string {
	switch style {
	case Repair, Past:
		return "-.->"
	case Excursion:
		return "<-.->"
	}
	return "-->"
}

// mermaidClass is the class of a box. "end" and "start" alone are words of the language.
func mermaidClass(shape string, missed bool) string {
	if missed {
		return "missed"
	}
	return shape + "_box"
}

func mermaidStyles() string {
	return `  classDef question_box fill:#e3efff,stroke:#2a6fc9,color:#1d2327
  classDef saying_box fill:#f3f5f7,stroke:#77828c,color:#1d2327
  classDef action_box fill:#fbfcfd,stroke:#77828c,color:#1d2327,stroke-dasharray:4 2
  classDef fork_box fill:#fff3d6,stroke:#b27a00,color:#1d2327
  classDef other_box fill:#efe7fb,stroke:#7a4fc0,color:#1d2327
  classDef pause_box fill:#e4f5ec,stroke:#1f8a56,color:#1d2327
  classDef start_box fill:#1d2327,stroke:#1d2327,color:#fff
  classDef end_box fill:#1d2327,stroke:#1d2327,color:#fff
  classDef missed fill:#fff,stroke:#b3432b,color:#1d2327,stroke-dasharray:3 3
`
}

// mermaidText puts rows one below the other. Only letters, digits and the plainest signs stay as they are: all others are written as entities, so that nothing is
// taken for markup, for HTML or for the end of the text.
func mermaidText(rows []Row) string {
	var text strings.Builder
	for i, row := range rows {
		if i > 0 {
			text.WriteString("<br/>")
		}
		for _, r := range clean(row.Text) {
			if r >= 0x80 || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune(" .,?!'-_+", r) {
				text.WriteRune(r)
			} else {
				fmt.Fprintf(&text, "#%d;", r)
			}
		}
	}
	return text.String()
}
