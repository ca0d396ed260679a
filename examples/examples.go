// Package examples holds complete bots with their conversation tests. They show how to write one, `repartee init` and `repartee demo` begin with them, and the
// project's own tests play every talk in every language.
package examples

import (
	"embed"
	"io/fs"
)

//go:embed all:coffee
var folders embed.FS

// Coffee is the folder of Bean & Leaf, a coffee roaster in Berlin: advice, tastings and feedback in English, German and French.
func Coffee() fs.FS {
	folder, err := fs.Sub(folders, "coffee")
	if err != nil {
		panic(err) // the name is a constant of a valid form
	}
	return folder
}

// Names lists the examples by their folders.
func Names() []string { return []string{"coffee"} }
