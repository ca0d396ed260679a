package understand

import (
	"cmp"
	"math"
	"slices"
)

const (
	candidates = 8    // classes whose evidence is weighed
	byPart     = 0.8  // what a word counts of which only a part fits
	byConcept  = 0.8  // what a word counts that fits by its group only
	enoughNews = 0.25 // less, as a pronoun or two, may mean anything
	epsilon    = 1e-9 // not to divide by zero
)

// evidence says why words may stand for a class; all but the news from 0 to 1.
type evidence struct {
	likeness   float64 // of the likest phrase
	explained  float64 // the part of what was said that the class's phrases have
	complete   float64 // the part of a phrase that was said
	overlap    float64 // of what was said and a phrase, both ways
	likelihood float64 // by the classifier, among all classes
	dominance  float64 // of the likelihood over the next one, 0.5 if they are even
	news       float64 // how much it is that the class's phrases have
	lift       float64 // of the likelihood over that of a guess, by orders of magnitude
}

// What each piece of evidence counts, found by logistic regression over
// utterances of our own: those of the coffee bot in three languages, with all
// triggers and with parts of them, so that what belongs to the others was noise,
// and banking questions.
const (
	noEvidence       = -10.4
	likenessWeight   = 1.3
	explainedWeight  = 2.3
	completeWeight   = 1.6
	overlapWeight    = 3.9
	likelihoodWeight = 1.2
	dominanceWeight  = 3.3
	liftWeight       = 2.9
)

func (e *evidence) score() float64 {
	sum := noEvidence + likenessWeight*e.likeness + explainedWeight*e.explained +
		completeWeight*e.complete + overlapWeight*e.overlap +
		likelihoodWeight*e.likelihood + dominanceWeight*e.dominance + liftWeight*e.lift
	return min(1, e.news/enoughNews) / (1 + math.Exp(-sum))
}

// match weighs the evidence for the likeliest classes, the best first. Typing
// errors are mended only in the customer's own language: the words of another one
// would be taken for misspelt ones.
func (m *model) match(words string, own bool) []Match {
	var tokens []token
	if own {
		tokens = m.analyzer.said(words)
	} else {
		tokens = m.analyzer.tokens(m.analyzer.words(words))
	}
	m.tellNews(tokens)
	features := m.features.of(tokens)
	if len(features) == 0 {
		return nil
	}
	near := m.near(features)
	likelihoods := m.linear.likelihoods(features, near.contend)
	rank := make([]float32, len(near.contend))
	for i, c := range near.contend {
		rank[i] = float32(likelihoods[i]) + near.closest[c]/2
	}
	found := make([]Match, 0, candidates)
	for _, i := range likest(rank, candidates) {
		c := near.contend[i]
		e := m.weigh(tokens, c, near.likeness)
		e.likeness, e.likelihood = float64(near.closest[c]), likelihoods[i]
		e.dominance, e.lift = dominance(likelihoods, i), lift(likelihoods[i], m.linear.classes)
		found = append(found, Match{Trigger: m.triggers[c], Score: e.score()})
	}
	slices.SortStableFunc(found, func(a, b Match) int { return cmp.Compare(b.Score, a.Score) })
	return found
}

// dominance of one likelihood over the highest other one.
func dominance(likelihoods []float64, at int32) float64 {
	other := 0.0
	for i, l := range likelihoods {
		if int32(i) != at {
			other = max(other, l)
		}
	}
	return likelihoods[at] / (likelihoods[at] + other)
}

// lift of a likelihood over a guess among so many classes: 1 for certainty, 0 for
// a guess or where there is nothing to choose from.
func lift(likelihood float64, classes int) float64 {
	if likelihood <= 0 || classes < 2 {
		return 0
	}
	return max(0, 1+math.Log(likelihood)/math.Log(float64(classes)))
}

// weigh compares what was said with the phrases of a class, word by word.
func (m *model) weigh(tokens []token, class int32, likeness []float32) evidence {
	var e evidence
	said, explained := 0.0, 0.0
	for i := range tokens {
		said += tokens[i].news
		explained += tokens[i].news * m.fits(&tokens[i], class)
	}
	e.explained, e.news = explained/max(said, epsilon), explained
	for _, i := range m.phrases[class] {
		x := &m.examples[i]
		if likeness[i] == 0 {
			continue
		}
		there, back := covered(x.tokens, tokens), covered(tokens, x.tokens)
		e.complete = max(e.complete, there)
		e.overlap = max(e.overlap, 2*there*back/max(there+back, epsilon))
	}
	return e
}

// fits tells how well a word fits what a class's phrases say.
func (m *model) fits(t *token, class int32) float64 {
	if m.words[class][t.stem] {
		return t.sure
	}
	for _, part := range t.parts {
		if m.words[class][part] {
			return byPart * t.sure
		}
	}
	if slices.ContainsFunc(t.concepts, m.has(class)) || slices.ContainsFunc(t.within, m.has(class)) {
		return byConcept * t.sure
	}
	return 0
}

func (m *model) has(class int32) func(int32) bool {
	return func(concept int32) bool { return m.concepts[class][concept] }
}

// covered is the part of a text, by its news, that another one has as well.
func covered(text, other []token) float64 {
	all, found := 0.0, 0.0
	for i := range text {
		best := 0.0
		for j := range other {
			best = max(best, same(&text[i], &other[j]))
		}
		all += text[i].news
		found += text[i].news * best
	}
	return found / max(all, epsilon)
}

// same tells how far two words say the same.
func same(a, b *token) float64 {
	sure := a.sure * b.sure
	switch {
	case a.stem == b.stem:
		return sure
	case slices.Contains(a.parts, b.stem), slices.Contains(b.parts, a.stem):
		return byPart * sure
	case a.inGroup(b.concepts) || a.inGroup(b.within):
		return byConcept * sure
	}
	return 0
}

// inGroup tells whether a word is in one of the groups.
func (t *token) inGroup(groups []int32) bool {
	return slices.ContainsFunc(groups, func(c int32) bool {
		return slices.Contains(t.concepts, c) || slices.Contains(t.within, c)
	})
}
