// Package drawing shows a flow, or how the flows of a bot hang together, as boxes and lines.
//
// A Picture is what is to be seen, as data (picture.go): OfFlow makes it of a flow's steps and their outcomes (flow.go, lines.go, outcomes.go, words.go,
// plain.go), with parts folded into one box if need be (fold.go), OfBot of all flows and the ways between them (bot.go). Marks put something on it, as how many
// talks go through a step (marks.go). A Picture is written as Mermaid (mermaid.go), as DOT for Graphviz (dot.go), or placed by ourselves (sheet.go, with
// package layered) and written as SVG (svg.go, shape.go, style.go).
//
// Whatever an author wrote is data: in none of the formats it can become markup or a link.
package drawing
