package document

import (
	"slices"
	"strings"
)

// dashWithoutBlank: `-say: Hello`.
func dashWithoutBlank(tr *trouble) (Fault, bool) {
	line := tr.text.line(tr.line)
	l := splitLine(line)
	if l.body+1 >= len(line) || line[l.body] != '-' || line[l.body+1] == '-' {
		return Fault{}, false
	}
	f := tr.fault(tr.line, l.body, max(l.key, l.body+1), "a blank is missing behind the dash")
	f.Help = "write `- " + string(line[l.body+1:l.end]) + "`"
	tr.text.splice(tr.line, l.body+1, l.body+1, " ")
	return f, true
}

// otherDash: `– say: Hello`, as word processors make of a dash.
func otherDash(tr *trouble) (Fault, bool) {
	line := tr.text.line(tr.line)
	at := skipBlanks(line, 0)
	if at+1 >= len(line) || !strings.ContainsRune("–—−•·*", line[at]) || line[at+1] != ' ' || splitLine(line[at+2:]).key < 0 {
		return Fault{}, false
	}
	f := tr.fault(tr.line, at, at+1, "`"+string(line[at])+"` is no dash that begins an item of a list")
	f.Help = "write `- " + strings.TrimSpace(string(line[at+2:])) + "`"
	tr.text.splice(tr.line, at, at+1, "-")
	return f, true
}

// colonWithoutBlank: `say:Hello`.
func colonWithoutBlank(tr *trouble) (Fault, bool) {
	line := tr.text.line(tr.line)
	l := splitLine(line)
	i := nameEnd(line, l.body)
	if i == l.body || i+1 >= len(line) || line[i] != ':' || line[i+1] == '/' || l.key >= 0 || '0' <= line[l.body] && line[l.body] <= '9' {
		return Fault{}, false
	}
	f := tr.fault(tr.line, l.body, l.end, "a blank is missing behind the colon")
	f.Help = "write `" + string(line[l.body:i]) + ": " + string(line[i+1:l.end]) + "`"
	tr.text.splice(tr.line, i+1, i+1, " ")
	return f, true
}

// missingColonBeforeBracket: `fields {name: text}`.
func missingColonBeforeBracket(tr *trouble) (Fault, bool) {
	line := tr.text.line(tr.line)
	l := splitLine(line)
	if i := skipBlanks(line, nameEnd(line, l.body)); i >= len(line) || line[i] != '{' && line[i] != '[' {
		return Fault{}, false
	}
	return missingColon(tr)
}

// missingColon: `text How much?` among the keys of a step.
func missingColon(tr *trouble) (Fault, bool) {
	line := tr.text.line(tr.line)
	l := splitLine(line)
	i := nameEnd(line, l.body)
	if l.key >= 0 || i == l.body || i+1 >= l.end || line[i] != ' ' || !tr.begins(l) {
		return Fault{}, false
	}
	f := tr.fault(tr.line, l.body, l.end, noColon)
	f.Help = "write `" + string(line[l.body:i]) + ": " + strings.TrimSpace(string(line[i:l.end])) + "`"
	tr.text.splice(tr.line, i, i, ":")
	return f, true
}

// begins tells whether a key may begin where the line does: behind a dash, below other keys, or first below their key.
func (tr *trouble) begins(l parts) bool {
	if l.body > l.indent || slices.Contains(tr.columns(tr.line), l.body) {
		return true
	}
	above := tr.above(tr.line)
	if above < 0 {
		return false
	}
	a := splitLine(tr.text.line(above))
	return a.key >= 0 && a.value >= a.end && a.body < l.body
}

const noColon = "there is no colon behind the key"

// missingColonAbove: `steps` alone on a line, and what belongs to it below.
func missingColonAbove(tr *trouble) (Fault, bool) {
	above := tr.above(tr.line)
	if above < 0 {
		return Fault{}, false
	}
	line := tr.text.line(above)
	l := splitLine(line)
	i := nameEnd(line, l.body)
	if l.key >= 0 || i == l.body || i != l.end || splitLine(tr.text.line(tr.line)).indent <= l.indent {
		return Fault{}, false
	}
	f := tr.fault(above, l.body, i, noColon)
	f.Help = "write `" + string(line[l.body:i]) + ":`"
	tr.text.edits[above]++
	tr.text.splice(above, i, i, ":")
	return f, true
}

// keyAbove: `- ask:name` or `- ask name`, and further keys of the step below.
func keyAbove(tr *trouble) (Fault, bool) {
	above := *tr
	above.line = tr.above(tr.line)
	if above.line < 0 {
		return Fault{}, false
	}
	here, l := splitLine(tr.text.line(tr.line)), splitLine(tr.text.line(above.line))
	first := tr.text.line(above.line)
	if here.key < 0 || l.body == l.indent || here.indent != l.body || l.body == len(first) || first[l.body] < 'a' || first[l.body] > 'z' {
		return Fault{}, false
	}
	f, ok := colonWithoutBlank(&above)
	if !ok {
		f, ok = missingColon(&above)
	}
	if ok {
		tr.text.edits[above.line]++
	}
	return f, ok
}

// missingDash: the first of several lines with a dash has none.
func missingDash(tr *trouble) (Fault, bool) {
	here := splitLine(tr.text.line(tr.line))
	if here.body == here.indent {
		return Fault{}, false
	}
	first := -1
	for i := tr.line - 1; i >= 0; i-- {
		l := splitLine(tr.text.line(i))
		if l.body == len(tr.text.line(i)) {
			continue
		}
		if l.indent < here.body {
			if l.key < 0 || l.value < l.end || l.indent > here.indent {
				return Fault{}, false
			}
			break
		}
		first = i
	}
	if first < 0 {
		return Fault{}, false
	}
	l := splitLine(tr.text.line(first))
	if l.indent != here.body || l.body != l.indent || l.key < 0 {
		return Fault{}, false
	}
	f := tr.fault(first, l.body, l.key, "a dash is missing in front of this line")
	f.Help = "write `- " + string(tr.text.line(first)[l.body:l.key]) + ": ...`"
	tr.text.edits[first]++
	tr.text.splice(first, here.indent, here.indent+1, "-")
	return f, true
}

// nameEnd is the end of a name that begins at a column.
func nameEnd(line []rune, from int) int {
	for from < len(line) && isNameRune(line[from]) {
		from++
	}
	return from
}

// above is the next line above that is not blank, -1 where there is none.
func (tr *trouble) above(line int) int {
	for line--; line >= 0; line-- {
		if skipBlanks(tr.text.line(line), 0) < len(tr.text.line(line)) {
			break
		}
	}
	return line
}
