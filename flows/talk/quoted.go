package talk

import (
	"bytes"
	"encoding/json"
	"strings"
)

// Quoted is a text as a talk file holds it on one line: in double quotes, which YAML reads as JSON does.
func Quoted(text string) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		return `""` // a text always encodes
	}
	return strings.TrimSuffix(b.String(), "\n")
}
