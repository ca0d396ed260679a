// Package document reads one file of YAML, or one table, as a tree in which every node knows its place.
//
// It tells a marketer what is wrong with the YAML itself, all at once: a [Fault] is reported, the line is mended in memory (quoted where its meaning is
// clear, taken out where it is not) and the file is parsed again. What YAML knows beyond maps, lists and texts (anchors, aliases, tags, merge keys, further
// documents) is refused: it makes one thing two forms, and a text that begins with a sign is taken for it in silence.
//
// A table (comma-separated values) is read as the same tree, a list of maps, so that whoever decodes it need not know which of the two was written.
//
// A scalar keeps the words that were typed. What they mean (a number, a yes, an expression) is for the reader of the tree to say.
package document
