package value

// Text says to the customer what was wrong, in one short sentence.
func (m *Misread) Text(loc Locale) string { return "" }

// Hint says what an answer of the type would look like, in one short sentence.
func Hint(t *Type, loc Locale) string { return "" }
