package console

// AllTexts are the page's words in each of its languages.
func AllTexts() []Texts { return []Texts{english(), german(), french()} }
