package expr

// Join makes one text of several.
func Join(parts []Formatted, between string) Formatted {
	var all Formatted
	for i, part := range parts {
		if i > 0 {
			all.Text += between
		}
		shift := UTF16Len(all.Text)
		for _, entity := range part.Entities {
			entity.Offset += shift
			all.Entities = append(all.Entities, entity)
		}
		all.Text += part.Text
	}
	return all
}
