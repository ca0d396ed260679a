package value

// Read makes a value of the type of what a customer typed in a chat, or says
// what was wrong with it. Both are never nil or unknown together.
func Read(t *Type, words string, loc Locale) (Value, *Misread) {
	return Text(words), nil
}
