package value

import "strings"

// Fold brings words that mean the same to the same form.
func Fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
