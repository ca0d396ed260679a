// Package compare tells what a change of a bot's files means: which steps, options, texts, conditions, prices and translations are others, and which ways through a
// flow are gained and lost. It compares by id and meaning, not by line: how the YAML is laid out, which file a flow is in and in which order keys stand is all the same.
//
// Read takes in what was written, before it is compiled, as a tree of entries (entry.go, read.go, forms.go, steps.go). Compare matches the trees of two versions: by
// id, by `was:`, and what has no id by its kind and content (match.go, align.go); what is left over or differs becomes a Change (compare.go, flow.go, change.go), of
// conditions with what became of whom they hold for (conditions.go), of amounts with by how much. Ways are compared as what leads from question to question (ways.go,
// routes.go). A Report is written as text, as Markdown for a review, or as JSON.
package compare
