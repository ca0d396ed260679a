package steps

import (
	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// provenance tells of a kept field what it holds, when and where it was said, and in which words.
func provenance(t *flows.Turn, field *flows.Field, kept flows.Answer) []expr.Formatted {
	parts := []expr.Formatted{answerLine(t, t.FieldLabel(field), keptText(t, field, kept.Value))}
	say := func(phrase, text string) {
		if text != "" {
			parts = append(parts, plain(answer(t, phrase, text)))
		}
	}
	say("mydata_when", dateText(t, kept.At))
	say("mydata_where", flowTitle(t, kept.Flow))
	if !field.Secret {
		say("mydata_words", kept.Words)
	}
	say("mydata_purpose", purposeLabel(t, field))
	return parts
}

// flowTitle is what customers call a flow; "" for one that has no title.
func flowTitle(t *flows.Turn, id string) string {
	flow := t.Set().Flow(id)
	if flow == nil {
		return ""
	}
	if title := t.Read(&flow.Title); title != "" {
		return title
	}
	return t.Phrase("title_"+id, nil).Text
}

func purposeLabel(t *flows.Turn, field *flows.Field) string {
	purposes := t.Set().Privacy.Purposes
	for i := range purposes {
		if purposes[i].ID == field.Purpose {
			return t.Read(&purposes[i].Label)
		}
	}
	return ""
}

// answer is a phrase with one text put in.
func answer(t *flows.Turn, phrase, text string) string {
	return t.Phrase(phrase, named("answer", value.Text(text))).Text
}
