package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

// Edit is a file of the folder with a change in it.
type Edit struct {
	File string
	Data []byte
}

// Reword gives the file of a talk with another text in one line of the bot. Where the line has a text for each language, only that of the language changes; where
// one text stands for all and the language is not the bot's first, the language gets a text of its own.
func (l *Loaded) Reword(ref flows.Ref, language, text string) (Edit, error) {
	at, exact, ok := l.places.find(ref.At(language))
	if !ok || !exact {
		at, exact, ok = l.places.find(ref)
	}
	if !ok || !exact || at.node.Kind != document.Scalar {
		return Edit{}, fmt.Errorf("the line at %s cannot be changed by itself", ref.Path)
	}
	r := at.doc.Place(at.node)
	if at.node.Style == document.Block {
		return Edit{}, fmt.Errorf("%s:%d: a text in several lines cannot be brought up to date by itself", at.doc.Name, r.Line)
	}
	replacement := quoted(text)
	if first := l.Set.Languages[0]; language != first && at.key != nil && at.key.Value == "bot" {
		replacement = fmt.Sprintf("{%s: %s, %s: %s}", first, quoted(at.node.Value), language, replacement)
	}
	return Edit{File: at.doc.Name, Data: splice(l.Files[at.doc.Name], r, replacement)}, nil
}

// splice puts text in the place of a range.
func splice(file []byte, r document.Range, text string) []byte {
	lines := bytes.SplitAfter(file, []byte("\n"))
	line := []rune(string(lines[r.Line-1]))
	lines[r.Line-1] = []byte(string(line[:r.Col-1]) + text + string(line[r.End-1:]))
	return bytes.Join(lines, nil)
}

// quoted is a text in double quotes, as YAML reads it on one line.
func quoted(text string) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // a string always encodes
	return strings.TrimSuffix(b.String(), "\n")
}
