package config

import (
	"reflect"

	"repartee/config/document"
	"repartee/flows"
)

// faq decodes faq.yaml, if it is there.
func (l *loader) faq(f *folder, source *flows.Source) {
	if _, ok := f.files[faqFile]; !ok {
		return
	}
	doc, ref := l.parsed(faqFile), flows.Ref{Path: "faq"}
	d := &decoder{loader: l, doc: doc}
	switch {
	case doc.Root == nil:
		l.damage.add(ref)
	case doc.Root.Kind != document.List:
		for _, p := range doc.Root.Pairs {
			l.damage.lose([]string{p.Key.Value})
		}
		d.bad(doc.Root, ref, "wrong-type", "the file is a list of entries, each with a dash in front", belongs(faqFile))
	default:
		l.places.add(ref, place{doc: doc, node: doc.Root})
		d.slice(reflect.ValueOf(&source.FAQ).Elem(), doc.Root, ref)
	}
}
