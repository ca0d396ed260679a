// Package config turns a bot's folder into a checked set of flows, and says everything that is wrong with it.
//
// [Load] reads all files first. Each is parsed by package document and then decoded by our own walk over its tree into the structs of package flows: the Go
// types and tags of a struct say which keys there are and which form their values have, so a new kind of step is known here as soon as it is in the list of
// kinds. What is decoded goes through flows.Compile, which knows no files; [Loaded.Position] and the diagnostics turn its Refs into file, line and column.
//
// Tags: `yaml:"key"` is a key, with `,required` it must be there, with `,short` a single value in the place of the whole struct fills it, with `,secret` it takes
// nothing but the name of an environment variable; `yaml:",items"` is filled by a list in the place of the struct; `yaml:",inline"` means that the keys of an
// embedded struct belong to this map; `yaml:",key"` makes a list of such structs a map by name. An exported field named Ref is told its place.
//
// The same types give the JSON Schemas of the files ([Schema]). [Loaded.Retext] and [Loaded.Reword] write files anew where only a program can say what is to stand
// in them, and leave all else as it is.
package config
