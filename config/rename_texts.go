package config

import (
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

// movedTo notes where the translations of a text are now; also of the places that it lies in.
func movedTo(now map[string]string, was, is string) {
	before, after := strings.Split(was, "."), strings.Split(is, ".")
	for n := 1; n <= min(len(before), len(after)); n++ {
		now[strings.Join(before[:n], ".")] = strings.Join(after[:n], ".")
	}
	now[was] = is
}

// moveTranslations writes the new places into the entries of translations.
func (r *renaming) moveTranslations(now map[string]string) {
	for _, language := range r.Set.Languages[1:] {
		file, ok := r.places.at(flows.Ref{Path: textsPart(language)})
		if !ok {
			continue
		}
		for _, item := range file.node.Items {
			at := item.Get("at")
			if at == nil || at.Kind != document.Scalar || now[at.Value] == "" || now[at.Value] == at.Value {
				continue
			}
			span := file.doc.Span(at, 0, len(at.Value))
			r.put(Range{file.doc.Name, span.Line, span.Col, span.End}, now[at.Value])
		}
	}
}
