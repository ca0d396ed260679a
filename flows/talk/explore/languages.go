package explore

import (
	"fmt"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/talk"
)

// Spoken is how far an exploration came in one of the other languages.
type Spoken struct {
	Language string
	States   int // different ones that were found
	Turns    int // that were taken
}

// speak goes along a full walk in another language.
func speak(full *walk, along *guide, language string, watch func(*walk)) *walk {
	w := newWalk(full.set, language, full.bounds)
	w.guide, w.asksLanguage = along, asksLanguage(full.set)
	w.begin()
	for s := w.next(); s != nil; s = w.next() {
		watch(w)
		w.goOn(s)
	}
	return w
}

// compare tells of moves that lead elsewhere in this language than in the first, where no condition asks for the language.
func (w *walk) compare(s *spot) {
	full := w.guide.full
	there := full.known[s.key]
	if there == nil || w.asksLanguage {
		return
	}
	for _, x := range s.ways {
		for _, y := range there.ways {
			if x.move.id != y.move.id || x.world != y.world || x.to.key == y.to.key {
				continue
			}
			message := fmt.Sprintf("in %s %s leads %s, in %s %s leads %s", w.language, x.move.said(), x.to.where(), full.language, y.move.said(), y.to.where())
			w.findings.add(Diverges, s.flow, s.step, message, s, step{move: x.move, world: x.world})
		}
	}
}

// said is a move in a sentence.
func (m move) said() string {
	switch m.kind {
	case typed:
		return "typing " + talk.Quoted(m.words)
	case tapped:
		return "the button " + talk.Quoted(m.words)
	}
	return string(m.kind) + " " + m.words
}

// where is where the talk stands, in a sentence.
func (s *spot) where() string {
	if s.flow == "" {
		return "to the end of the talk"
	}
	return "to " + s.flow + "." + s.step
}

// asksLanguage tells whether the folder's flows ask for the customer's language: then they may go elsewhere in each.
func asksLanguage(set *flows.Set) (asks bool) {
	forms(set, func(form any) {
		var program *expr.Program
		switch form := form.(type) {
		case *flows.Condition:
			if form != nil {
				program = form.Program()
			}
		case *flows.Expr:
			program = form.Program()
		}
		if program == nil {
			return
		}
		for _, read := range program.Reads() {
			asks = asks || read.Name == "language"
		}
	})
	return asks
}
