package document

import (
	"slices"
	"strings"
)

// ParseAgain reads a file as Parse does, where former is what was read of it before it was changed; nil: nothing. Of a list whose items begin at the left edge, as
// files of translations are, only those items are parsed that lines were changed in: the others are taken over, moved by the lines that have come or gone.
func ParseAgain(name string, content []byte, former *Document) *Document {
	if former == nil || !former.lists(dashLines(former.text)) || len(content) > MaxSize {
		return Parse(name, content)
	}
	s, bad := decode(content)
	d := &Document{Name: name, text: newText(s)}
	if bad >= 0 || d.empty() || d.tooLong() || !d.takeOver(former) {
		return Parse(name, content)
	}
	return d
}

// takeOver makes the tree of what is the same in the former list and of the items that are new; false where the whole file is to be parsed.
func (d *Document) takeOver(former *Document) bool {
	was, now := dashLines(former.text), dashLines(d.text)
	top, end := alike(former.text.lines, d.text.lines)
	first := max(itemFrom(was, top)-1, 0) // the one above the change too: what was written may belong to it
	kept := len(was) - itemFrom(was, len(former.text.lines)-end)
	last := len(now) - kept
	if was[first] > top || first >= last || now[first] != was[first] {
		return false
	}
	above, below := min(1, first), min(1, kept) // what stands beside an item may have a say in where it ends
	changed := d.parsePart(append(now, len(d.text.lines))[first-above : last+below+1])
	if changed == nil {
		return false
	}
	changed = changed[above : len(changed)-below]
	moved := len(d.text.lines) - len(former.text.lines)
	root := *former.Root
	root.last = len(d.text.lines) - 1
	root.Items = slices.Concat(former.Root.Items[:first], changed)
	for _, item := range former.Root.Items[len(was)-kept:] {
		root.Items = append(root.Items, item.moved(moved))
	}
	d.Root = &root
	return true
}

// alike tells how many lines at the top, and how many of the others at the end, are the same in both.
func alike(a, b []string) (top, end int) {
	shorter := min(len(a), len(b))
	for top < shorter && a[top] == b[top] {
		top++
	}
	for end < shorter-top && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return top, end
}

// lists tells of a file without any fault that is a list of as many maps as lines begin with a dash, each on its line.
func (d *Document) lists(dashes []int) bool {
	if d.Root == nil || d.Root.Kind != List || d.Root.Flow || len(d.Faults) > 0 || len(d.text.edits) > 0 || len(d.Root.Items) != len(dashes) {
		return false
	}
	for i, item := range d.Root.Items {
		if item.Kind != Map || item.line != dashes[i] {
			return false
		}
	}
	return len(dashes) > 0
}

// parsePart parses the lines of some items by themselves, from each dash to the next; nil where these are not so many items, or anything is wrong.
func (d *Document) parsePart(dashes []int) []*Node {
	from, items := dashes[0], len(dashes)-1
	lines := d.text.lines[from:dashes[items]]
	if slices.ContainsFunc(lines, func(line string) bool { return strings.HasPrefix(line, "---") || strings.HasPrefix(line, "...") }) {
		return nil // another document
	}
	part := &Document{Name: d.Name, text: newText(strings.Join(lines, "\n"))}
	file, tr := parse(part.text)
	if tr != nil {
		return nil
	}
	part.Root = part.tree(file)
	if part.Root == nil || len(part.Root.Items) != items || !part.lists(dashLines(part.text)) {
		return nil
	}
	changed := make([]*Node, items)
	for i, item := range part.Root.Items {
		changed[i] = item.moved(from)
	}
	return changed
}

// dashLines are the lines that begin with the dash of an item.
func dashLines(t *text) []int {
	var at []int
	for i, line := range t.lines {
		if strings.HasPrefix(line, "- ") || line == "-" {
			at = append(at, i)
		}
	}
	return at
}

// itemFrom is the first item that begins at a line or below it.
func itemFrom(dashes []int, line int) int {
	at, _ := slices.BinarySearch(dashes, line)
	return at
}

// moved is the node so many lines further down.
func (n *Node) moved(lines int) *Node {
	if lines == 0 {
		return n
	}
	made := *n
	made.line, made.last, made.Items, made.Pairs = n.line+lines, n.last+lines, nil, nil
	for _, item := range n.Items {
		made.Items = append(made.Items, item.moved(lines))
	}
	for _, p := range n.Pairs {
		made.Pairs = append(made.Pairs, Pair{Key: p.Key.moved(lines), Value: p.Value.moved(lines), Bare: p.Bare})
	}
	return &made
}
