package document

// opensBracket tells whether a value begins a list or a map in brackets. {{ begins a text.
func opensBracket(value []rune) bool {
	return len(value) > 0 && (value[0] == '[' || value[0] == '{' && (len(value) == 1 || value[1] != '{'))
}

// itemAround finds the item that column col lies in, within the brackets of a line that begin at from.
func itemAround(line []rune, from, col int) span {
	start := from
	for i := from; i < len(line); i++ {
		switch {
		case i+1 < len(line) && line[i] == '{' && line[i+1] == '{':
			i = pastBraces(line, i) - 1
		case i == start && (line[i] == '"' || line[i] == '\''):
			i = closingQuote(line, i)
		case line[i] == ',' || line[i] == ']' || line[i] == '}':
			if i > col {
				return trimmed(line, start, i)
			}
			start = skipBlanks(line, i+1)
		case (line[i] == '[' || line[i] == '{') && i == start:
			start = skipBlanks(line, i+1)
		case line[i] == ':' && i+1 < len(line) && line[i+1] == ' ' && isName(line[start:i]):
			start = skipBlanks(line, i+2)
		}
	}
	return trimmed(line, start, len(line))
}

func isName(runes []rune) bool {
	for _, r := range runes {
		if !isNameRune(r) {
			return false
		}
	}
	return len(runes) > 0
}

func trimmed(line []rune, from, to int) span {
	from = min(from, len(line))
	for to > from && line[to-1] == ' ' {
		to--
	}
	return span{from, max(from, to)}
}

// pastBraces is the column behind the }} that belongs to the {{ at i.
func pastBraces(line []rune, i int) int {
	for i += 2; i+1 < len(line); i++ {
		if line[i] == '}' && line[i+1] == '}' {
			return i + 2
		}
	}
	return len(line)
}

// closingQuote is the column of the quote that closes the one at i, or the end of the line.
func closingQuote(line []rune, i int) int {
	quote := line[i]
	for i++; i < len(line); i++ {
		switch {
		case quote == '"' && line[i] == '\\':
			i++
		case line[i] == quote && quote == '\'' && i+1 < len(line) && line[i+1] == quote:
			i++
		case line[i] == quote:
			return i
		}
	}
	return len(line)
}
