package lsp

import (
	"fmt"
	"strings"

	"repartee/config"
	"repartee/config/explain"
	"repartee/flows/expr"
)

// hoverAt tells what stands under the cursor: what was found there, and what the key, the name or the function means.
func hoverAt(f *folder, name string, at position) *hover {
	if f == nil {
		return nil
	}
	f.ready()
	parts := f.explained(name, at)
	if spot, _, ok := f.spot(name, at); ok {
		if told := f.told(spot); told != "" {
			parts = append(parts, told)
		}
	}
	if len(parts) == 0 {
		return nil
	}
	h := new(hover)
	h.Contents.Kind, h.Contents.Value = "markdown", strings.Join(parts, "\n\n---\n\n")
	return h
}

// explained are the pages of what was found at a place, in short.
func (f *folder) explained(name string, at position) []string {
	var parts []string
	for _, d := range f.shown[name] {
		if d.Range.Start.Line != at.Line || at.Character < d.Range.Start.Character || at.Character > d.Range.End.Character {
			continue
		}
		if page, ok := explain.Of(d.Code); ok {
			parts = append(parts, fmt.Sprintf("**%s**: %s\n\n%s\n\n%s", page.Code, page.What, page.Why, page.Mend))
		}
	}
	return parts
}

// told says what stands at a spot.
func (f *folder) told(spot config.Spot) string {
	if spot.IsKey && spot.Form != config.FormField {
		return keyTold(spot.Key)
	}
	if w, ok := wordAt(spot); ok {
		if m, known := f.of(spot, w); known {
			return f.meaning(m)
		}
	}
	return keyTold(spot.Key)
}

func keyTold(key config.Key) string {
	if key.Doc == "" {
		return ""
	}
	return "`" + key.Name + "`: " + key.Doc
}

// meaning says what a name or a function is, and where a name comes from.
func (f *folder) meaning(m meant) string {
	switch {
	case m.function != nil:
		return "`" + m.function.Usage + "`: " + explain.Function(m.function.Name)
	case m.given != nil:
		return fmt.Sprintf("`%s` (%s): %s", m.given.Name, m.given.Type, m.given.Doc)
	}
	text := fmt.Sprintf("%s `%s`", m.name.Sort, m.name.Name)
	if typ := f.typeOf(m.name); typ != "" {
		text += ": " + typ
	}
	if m.name.Text != "" && m.name.Sort != config.NameField {
		text += ": " + m.name.Text
	}
	if r, ok := f.loaded.Range(m.name.Ref); ok {
		text += fmt.Sprintf("\n\n%s, line %d", r.File, r.Line)
	}
	return text
}

// typeOf describes what a field may hold, as far as the last set without errors knows.
func (f *folder) typeOf(name *config.Name) string {
	if name.Sort != config.NameField {
		return ""
	}
	whose := "of the customer, kept across conversations"
	if name.Flow != "" {
		whose = "of this run of flow " + name.Flow
	}
	if f.good != nil {
		if typ := f.good.Set.Type(name.Flow, name.Name); typ != nil {
			described := expr.Describe(typ)
			var labels []string
			for _, option := range typ.Options {
				labels = append(labels, "`"+option.ID+"`")
			}
			if len(labels) > 0 {
				described += " (" + strings.Join(labels, ", ") + ")"
			}
			return described + ", " + whose
		}
	}
	return name.Text + ", " + whose
}
