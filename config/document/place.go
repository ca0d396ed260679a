package document

// Place is where a node begins: the first line of a scalar with its quotes, the first key of a map, the first item of a list.
func (d *Document) Place(n *Node) Range {
	switch {
	case n.Style == Cell && len(n.Pairs) > 0:
		return d.Place(n.Pairs[0].Value)
	case n.Kind == Map && len(n.Pairs) > 0:
		return d.Place(n.Pairs[0].Key)
	case n.Kind == List && len(n.Items) > 0 && n.Items[0].Kind != Empty:
		return d.Place(n.Items[0])
	case n.Kind == Scalar:
		return d.scalarPlace(n)
	}
	return d.rangeOf(n.line, n.col, n.col+1)
}

// Span is a part of a scalar: from and to are byte offsets in its value. What goes beyond one line is cut at its end.
func (d *Document) Span(n *Node, from, to int) Range {
	if n.Kind != Scalar {
		return d.Place(n)
	}
	spots := d.spots(n)
	if from < 0 || from > to || to > len(n.Value) || spots == nil {
		return d.Place(n)
	}
	start := spots[from]
	end := spot{start.line, start.col + 1}
	if to > from {
		end = spots[to-1]
		end.col++
	}
	if end.line != start.line {
		end = spot{start.line, len(d.text.line(start.line))}
	}
	return d.rangeOf(start.line, start.col, end.col)
}

func (d *Document) scalarPlace(n *Node) Range {
	spots := d.spots(n)
	if len(spots) < 2 {
		return d.rangeOf(n.line, n.col, max(n.col+1, splitLine(d.text.line(n.line)).end))
	}
	first, last := spots[0], spots[len(spots)-2]
	from, to := first.col, last.col+1
	if n.Style == Single || n.Style == Double || d.quotedCell(n) {
		from, to = n.col, to+1
		first.line = n.line
	}
	if last.line != first.line {
		to = len(d.text.line(first.line))
	}
	return d.rangeOf(first.line, from, to)
}

// rangeOf turns columns of a mended line into those as written. There is always something to underline.
func (d *Document) rangeOf(line, from, to int) Range {
	line = min(max(line, 0), len(d.text.written)-1)
	a, b := d.text.column(line, from), d.text.column(line, to)
	return Range{Line: line + 1, Col: a + 1, End: max(b, a+1) + 1}
}

// Extent gives the first and the last line of a node, from 1; to the last belong comments and blank lines below it.
func (d *Document) Extent(n *Node) (first, last int) { return n.line + 1, max(n.last, n.line) + 1 }
