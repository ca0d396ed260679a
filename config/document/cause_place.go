package document

import (
	"fmt"
	"slices"
	"strings"
)

// tab: YAML wants blanks in front of a line.
func tab(tr *trouble) (Fault, bool) {
	for line := tr.line; line <= tr.line+1 && line < len(tr.text.mended); line++ {
		runes := tr.text.line(line)
		indent := skipBlanks(runes, 0)
		if indent == len(runes) || !slices.Contains(runes[:indent], '\t') {
			continue
		}
		f := tr.fault(line, 0, indent, "the line begins with a tab")
		f.Help = "use blanks: two for each level"
		tr.text.edits[line]++
		tr.text.splice(line, 0, indent, strings.Repeat(" ", tr.indentOf(line, indent)))
		return f, true
	}
	return Fault{}, false
}

// firstIndented: the first line of the file has blanks in front, and the others have not.
func firstIndented(tr *trouble) (Fault, bool) {
	first := tr.text.below(-1)
	l := splitLine(tr.text.line(first))
	if first >= tr.line || l.indent == 0 || l.body > l.indent || l.key < 0 || splitLine(tr.text.line(tr.line)).indent > 0 {
		return Fault{}, false
	}
	f := tr.fault(first, l.body, l.key, "the file begins with blanks")
	f.Help = "begin the line at column 1"
	tr.text.edits[first]++
	tr.move(first, -l.indent)
	return f, true
}

// indentedTooLittle: a key that stands to the left of those before and behind it.
func indentedTooLittle(tr *trouble) (Fault, bool) {
	odd, next := tr.line, tr.text.below(tr.line)
	if !tr.leftOf(odd, next) {
		odd, next = tr.above(tr.line), tr.line
	}
	if !tr.leftOf(odd, next) {
		return Fault{}, false
	}
	l, column := splitLine(tr.text.line(odd)), splitLine(tr.text.line(next)).indent
	f := tr.fault(odd, l.body, max(l.key, l.body+1), "the line does not begin below the lines that it belongs to")
	f.Help = fmt.Sprintf("begin it at column %d", column+1)
	tr.text.edits[odd]++
	tr.move(odd, column-l.indent)
	return f, true
}

// leftOf tells whether a line stands to the left of the next one although it is no key that could have others below it, and the line before it shows that the next
// one is right: it stands at its column too, or it is their key.
func (tr *trouble) leftOf(odd, next int) bool {
	if odd < 0 || next >= len(tr.text.mended) {
		return false
	}
	l, n := splitLine(tr.text.line(odd)), splitLine(tr.text.line(next))
	before := tr.above(odd)
	if before < 0 || l.key < 0 || l.value >= l.end || l.body > l.indent || n.key < 0 || n.body > n.indent || n.indent <= l.indent {
		return false
	}
	b := splitLine(tr.text.line(before))
	return b.body == n.indent || b.key >= 0 && b.value >= b.end && b.body == l.indent
}

// indentedTooFar: a key below a text instead of below the key of that text.
func indentedTooFar(tr *trouble) (Fault, bool) {
	here := splitLine(tr.text.line(tr.line))
	next := tr.text.below(tr.line)
	below := splitLine(tr.text.line(next))
	if here.key < 0 || here.value >= here.end || below.indent <= here.body || below.key < 0 || !strings.HasPrefix(tr.message, "mapping value") {
		return Fault{}, false
	}
	f := tr.fault(next, below.body, below.key, "the line is indented too far")
	f.Help = fmt.Sprintf("begin it at column %d, below `%s`", here.body+1, string(tr.text.line(tr.line)[here.body:here.key]))
	tr.text.edits[next]++
	tr.shift(next, below.indent, here.body-below.indent)
	return f, true
}

// firstItemMisaligned: the first of several dashes does not stand above the others.
func firstItemMisaligned(tr *trouble) (Fault, bool) {
	here := splitLine(tr.text.line(tr.line))
	first := tr.firstItem(tr.line)
	if here.body == here.indent || first < 0 || !tr.hasNext(tr.line) {
		return Fault{}, false
	}
	l := splitLine(tr.text.line(first))
	f := tr.fault(first, l.body, max(l.key, l.body+1), "the line does not begin below the lines that it belongs to")
	f.Help = fmt.Sprintf("begin it at column %d", here.indent+1)
	tr.text.edits[first]++
	tr.shift(first, l.indent, here.indent-l.indent)
	return f, true
}

// firstItem is the line of a dash that is the only one before the given one below their key, at another column; -1 where there is none.
func (tr *trouble) firstItem(line int) int {
	here, first := splitLine(tr.text.line(line)), -1
	for i := tr.above(line); i >= 0; i = tr.above(i) {
		l := splitLine(tr.text.line(i))
		switch {
		case l.body > l.indent && abs(l.indent-here.indent) < 3 && l.indent != here.indent && first < 0:
			first = i
		case first >= 0:
			if l.key < 0 || l.value < l.end || l.body >= here.indent {
				return -1
			}
			return first
		case l.indent < here.indent:
			return -1
		}
	}
	return -1
}

// hasNext tells whether another dash stands below the one of a line, at its column.
func (tr *trouble) hasNext(line int) bool {
	here := splitLine(tr.text.line(line))
	for i := tr.text.below(line); i < len(tr.text.mended); i = tr.text.below(i) {
		if l := splitLine(tr.text.line(i)); l.indent <= here.indent {
			return l.indent == here.indent && l.body > l.indent
		}
	}
	return false
}

// textNotBelow: the lines behind `say: |` begin at the column of the key, or to the left of it.
func textNotBelow(tr *trouble) (Fault, bool) {
	here, above := splitLine(tr.text.line(tr.line)), tr.above(tr.line)
	if above < 0 || here.key >= 0 || here.body > here.indent || here.body >= here.end {
		return Fault{}, false
	}
	line := tr.text.line(above)
	a := splitLine(line)
	if a.key < 0 || here.indent > a.body || !slices.Contains([]string{"|", ">", "|-", ">-", "|+", ">+"}, string(line[a.value:a.end])) {
		return Fault{}, false
	}
	column := a.body + 2
	f := tr.fault(tr.line, here.body, here.end, "the text does not stand below its key")
	f.Help = fmt.Sprintf("begin it at column %d, and so the lines of it that follow", column+1)
	for i := tr.line; i < len(tr.text.mended); i++ {
		l := splitLine(tr.text.line(i))
		if l.body == len(tr.text.line(i)) {
			continue
		}
		if l.key >= 0 || l.body > l.indent || l.indent > a.body {
			break
		}
		tr.text.edits[i]++
		tr.move(i, column-l.indent)
	}
	return f, true
}

// misaligned: a line that begins between the columns of the lines above.
func misaligned(tr *trouble) (Fault, bool) {
	l := splitLine(tr.text.line(tr.line))
	columns := tr.columns(tr.line)
	if l.body == len(tr.text.line(tr.line)) || len(columns) == 0 || l.body == 0 || slices.Contains(columns, l.indent) {
		return Fault{}, false
	}
	best := nearest(tr.leftOfBelow(columns, l), l.indent)
	f := tr.fault(tr.line, l.body, max(l.key, l.body+1), "the line does not begin below the lines that it belongs to")
	f.Help = fmt.Sprintf("begin it at column %d", best+1)
	tr.shift(tr.line, l.indent, best-l.indent)
	return f, true
}

// leftOfBelow leaves out the columns at which a key could not have the lines below it.
func (tr *trouble) leftOfBelow(columns []int, l parts) []int {
	below := splitLine(tr.text.line(tr.text.below(tr.line))).indent
	if l.key < 0 || l.value < l.end || below <= l.indent {
		return columns
	}
	fitting := slices.DeleteFunc(slices.Clone(columns), func(column int) bool { return column >= below })
	if len(fitting) == 0 {
		return columns
	}
	return fitting
}

// indentOf is the column that a line with tabs in front most likely belongs to.
func (tr *trouble) indentOf(line, tabs int) int {
	for i := line - 1; i >= 0; i-- {
		if l := splitLine(tr.text.line(i)); l.key >= 0 && l.value >= l.end {
			return l.body + 2
		} else if l.body < len(tr.text.line(i)) {
			break
		}
	}
	if columns := tr.columns(line); len(columns) > 0 {
		return nearest(columns, 2*tabs)
	}
	return 0
}

// columns are those that a line may begin at, going by the lines above: the nearest come first.
func (tr *trouble) columns(line int) []int {
	var columns []int
	this := splitLine(tr.text.line(line))
	limit := int(^uint(0) >> 1)
	for i := line - 1; i >= 0 && limit > 0; i-- {
		l := splitLine(tr.text.line(i))
		if l.indent >= limit || l.body == len(tr.text.line(i)) {
			continue
		}
		limit = l.indent
		switch dashed := l.body > l.indent; {
		case this.body > this.indent && dashed:
			columns = append(columns, l.indent)
		case this.body == this.indent:
			columns = append(columns, l.body)
		}
	}
	return columns
}

func nearest(columns []int, to int) int {
	return slices.MinFunc(columns, func(a, b int) int { return abs(a-to) - abs(b-to) })
}

func abs(n int) int { return max(n, -n) }

// shift moves a line, and those that belong to it: what is deeper, and what stands beside it in the same way.
func (tr *trouble) shift(line, indent, by int) {
	first := splitLine(tr.text.line(line))
	alone := tr.alone(line, by)
	tr.move(line, by)
	for line++; line < len(tr.text.mended) && !alone; line++ {
		l := splitLine(tr.text.line(line))
		switch {
		case l.body == len(tr.text.line(line)):
			continue
		case l.indent < indent, l.indent == indent && (l.body > l.indent) != (first.body > first.indent):
			return
		}
		tr.move(line, by)
	}
}

// alone tells whether the lines below one that is moved stand where they should already.
func (tr *trouble) alone(line, by int) bool {
	l, below := splitLine(tr.text.line(line)), splitLine(tr.text.line(tr.text.below(line)))
	if l.body > l.indent && below.body > below.indent && below.indent == l.indent+by {
		return true // the next item of the list stands where this one goes
	}
	if by > 0 {
		return below.indent >= l.body+by
	}
	opens := l.key >= 0 && l.value >= l.end
	return below.indent < l.body || opens && below.indent == l.body
}

// move moves one line.
func (tr *trouble) move(line, by int) {
	if by < 0 {
		tr.text.splice(line, 0, -by, "")
	} else {
		tr.text.splice(line, 0, 0, strings.Repeat(" ", by))
	}
}
