// Package replay plays conversations again that a bot has recorded, on other flows: where each first goes another way, and which goals are won and lost by it.
//
// What was recorded is what each input was understood as, see flows.Heard. So a conversation is played on the files that it was recorded with too: what cannot be
// played there as it was is no witness, and is left out.
//
//   - recording.go conversations out of what turns decided
//   - play.go plays one on a set
//   - compare.go where it first differs on another set
//   - report.go all of them, grouped
package replay
