package flows

import (
	"repartee/flows/value"
)

// discreet keeps no words of a secret. What a consent was given to is kept in place of the words that were typed.
func (t *Turn) discreet(q *open, r *Reply) {
	field := t.set.field(t.flowID(), q.offer.Field)
	if field == nil {
		return
	}
	if field.Secret {
		r.Words = ""
	}
	if field.typ.Base == value.TypeConsent && !r.Again {
		r.Words = t.wording(q)
	}
}

func (t *Turn) isConsent(name string) bool {
	field := t.set.field(t.flowID(), name)
	return field != nil && field.typ.Base == value.TypeConsent
}

// secret tells whether a question asks for something that nobody may see again.
func (t *Turn) secret(q *open) bool {
	field := t.set.field(t.flowID(), q.offer.Field)
	return field != nil && field.Secret
}

// masked stands for a secret.
const masked = "•••"

// shownAnswer is an answer as the bot may say it.
func (t *Turn) shownAnswer(q *open, v value.Value) string {
	if t.secret(q) {
		return masked
	}
	return t.formatted(v, q.offer.Type)
}
