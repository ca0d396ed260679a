package expr

import (
	"fmt"

	"repartee/flows/value"
)

// Describe names a type in a sentence for authors: "a whole number", "an option".
func Describe(t *value.Type) string { return describe(t) }

// Misfit is what is wrong with keeping a result of type from in a field of type to, where Assignable says no. What names the field in the message: "field brew".
// The problem has no place: it is about the whole expression.
func Misfit(what string, to, from *value.Type) Problem {
	kept, texts := optionsOf(to), optionsOf(from)
	if kept.Base == value.TypeOneOf && len(kept.Options) > 0 && texts.Base == value.TypeText {
		for _, o := range texts.Options {
			if !hasOption(kept, o.ID) {
				return Problem{Code: CodeNotAnOption, Help: meantOption(o.ID, kept.Options),
					Message: fmt.Sprintf("'%s' is not one of the options: %s", o.ID, quotedIDs(kept.Options))}
			}
		}
	}
	help := ""
	if to.Kind() == value.KindList && from.Kind() == value.KindText && len(from.Options) == 1 {
		help = "write a list: `['" + from.Options[0].ID + "']`"
	}
	return Problem{Code: CodeTypeMismatch, Help: help, Message: fmt.Sprintf("%s keeps %s, and this gives %s", what, describe(to), describe(from))}
}
