package expr

// UTF16Len is the length of s in UTF-16 units, which Telegram counts texts and
// the places of entities in: https://core.telegram.org/api/entities#entity-length
func UTF16Len(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x10000 {
			n++
		}
	}
	return n
}
