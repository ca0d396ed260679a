package rules

import (
	"slices"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/expr"
	"repartee/flows/value"
)

// filling looks for texts that are too long when they are filled with the longest values.
type filling struct {
	v       *analysis.View
	longest *longest
	apart   map[any]bool            // forms with another limit, or none
	refs    map[[2]string]flows.Ref // of translations, by language and source
	found   func(ref flows.Ref, length int, language string)
}

func newFilling(v *analysis.View, found func(ref flows.Ref, length int, language string)) *filling {
	return &filling{v: v, longest: newLongest(v), apart: map[any]bool{}, found: found}
}

// each goes through the lines, or labels, of all steps that have a limit.
func (f *filling) each(look func(step *flows.Step, form any)) {
	for _, flow := range f.v.Flows() {
		f.longest.flow = flow
		for _, step := range flow.AllSteps() {
			f.longest.catalog = catalogAt(step)
			for _, form := range f.v.Forms(step) {
				look(step, form)
			}
		}
	}
}

// check holds a text in each language to a limit. A translation is only told of where the source is not.
func (f *filling) check(ref flows.Ref, source string, template func(language int) *expr.Template, limit int) {
	for i, language := range f.v.Set.Languages {
		t := template(i)
		if t == nil || t.Static() || i > 0 && t == template(0) {
			continue
		}
		f.longest.language = i
		length := f.longest.length(t)
		if length > limit && f.byItem(t, limit, &length) {
			if i > 0 {
				ref = f.translation(language, source, ref)
			}
			f.found(ref, length, language)
			return
		}
	}
}

// byItem looks at each item by itself: the one with the longest name may have a short text.
func (f *filling) byItem(t *expr.Template, limit int, length *int) bool {
	catalog := f.v.Set.Catalog(f.longest.catalog)
	ofItem := slices.ContainsFunc(t.Reads(), func(r expr.Read) bool { return r.Name == "item" })
	if catalog == nil || !ofItem {
		return true
	}
	defer func() { f.longest.item = value.Value{} }()
	for _, item := range catalog.Sold(f.longest.language) {
		f.longest.item = item
		if n := f.longest.length(t); n > limit {
			*length = n
			return true
		}
	}
	return false
}

// translation is where a text stands in another language.
func (f *filling) translation(language, source string, otherwise flows.Ref) flows.Ref {
	if f.refs == nil {
		f.refs = map[[2]string]flows.Ref{}
		for _, said := range f.v.Set.Said() {
			f.refs[[2]string{said.Language, said.Source}] = said.Ref
		}
	}
	if ref, ok := f.refs[[2]string{language, source}]; ok {
		return ref
	}
	return otherwise
}
