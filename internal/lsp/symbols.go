package lsp

import "repartee/config"

// symbolsOf is the outline of a file.
func symbolsOf(f *folder, name string) []symbol {
	if f == nil {
		return []symbol{}
	}
	f.latest()
	return f.symbols(f.loaded.Outline(name))
}

func (f *folder) symbols(parts []config.Part) []symbol {
	made := make([]symbol, len(parts))
	for i, part := range parts {
		last := f.line(part.Range.File, part.Lines[1])
		made[i] = symbol{
			Name: part.Name, Detail: part.Text, Kind: symbolKind(part.Sort), SelectionRange: f.textRange(part.Range), Children: f.symbols(part.Parts),
			Range: textRange{position{part.Lines[0] - 1, 0}, position{part.Lines[1] - 1, units(last, len([]rune(last)))}},
		}
	}
	return made
}

// symbolKind is how the protocol calls a sort, so that editors paint it.
func symbolKind(sort config.NameSort) int {
	switch sort {
	case config.NameFlow:
		return 2 // module
	case config.NameStep:
		return 12 // function
	case config.NameCatalog:
		return 5 // class
	case config.NameItem:
		return 14 // constant
	case config.NamePhrase:
		return 15 // string
	case config.NameFAQ:
		return 20 // key
	case config.NameCall:
		return 11 // interface
	}
	return 8 // field
}
