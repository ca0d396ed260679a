package value

// Format writes a value as a customer of the locale reads it. The type tells
// labels of options from texts; it may be nil. Unknown is "".
func Format(v Value, t *Type, loc Locale) string { return v.AsText() }
