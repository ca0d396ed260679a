// Package compare tells what a change of a bot's files means: which steps, options, texts, conditions, prices and translations are others, and which ways through a
// flow are gained and lost. It compares by id and meaning, not by line: how the YAML is laid out, which file a flow is in and in which order keys stand is all the
// same. Only the order of options and items counts, since it is that of buttons and cards.
//
// Read takes in what was written, before it is compiled, as a tree of entries (entry.go, read.go, forms.go, items.go, steps.go). Compare matches the trees of two
// versions (compare.go, flow.go, others.go): by id, by `was:`, and what has no id by its kind and content (align.go). What is left over or differs becomes a Change
// (change.go): of a text with its words (words.go), of a condition with whom it holds for now (conditions.go), of a price with by how much (told.go). How else an
// expression or a number is spelled is no change (spelling.go). Ways are compared as what leads from question to question (ways.go, routes.go): whole paths would be
// more than anybody reads, as each question doubles them. A Report is written as text, as Markdown for a review, or as JSON (write.go, markdown.go).
package compare
