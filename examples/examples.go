// Package examples holds complete bots with their conversation tests. They show how to write one, `repartee init` and `repartee demo` begin with them, and the
// project's own tests play every talk in every language.
package examples

import (
	"embed"
	"io/fs"
	"slices"
)

//go:embed all:coffee all:bank all:architect all:doctor
var folders embed.FS

// Names lists the examples by their folders, the one that is shown first in front.
func Names() []string { return []string{"coffee", "bank", "architect", "doctor"} }

// Folder is the folder of an example; false where there is none of that name.
func Folder(name string) (fs.FS, bool) {
	if !slices.Contains(Names(), name) {
		return nil, false
	}
	folder, err := fs.Sub(folders, name)
	return folder, err == nil
}

// Coffee is the folder of Bean & Leaf, a coffee roaster in Berlin: advice, tastings and feedback in English, German and French.
func Coffee() fs.FS {
	folder, _ := Folder("coffee")
	return folder
}
