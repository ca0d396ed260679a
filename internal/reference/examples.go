package reference

import (
	"embed"
	"fmt"
	"io/fs"
)

// files are a bot with one flow for each kind of step, checked and played by the tests.
//
//go:embed bot
var files embed.FS

// Example is the bot that the pages take their examples from.
func Example() fs.FS {
	sub, err := fs.Sub(files, "bot")
	if err != nil {
		panic(err) // the pattern above has made the folder
	}
	return sub
}

// exampleOf is the flow that shows a kind of step.
func exampleOf(kind string) (string, error) { return exampleFile("flows/" + kind + ".yaml") }

func exampleFile(name string) (string, error) {
	text, err := fs.ReadFile(Example(), name)
	if err != nil {
		return "", fmt.Errorf("the example is missing: %w", err)
	}
	return string(text), nil
}
