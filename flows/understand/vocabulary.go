package understand

import (
	"cmp"
	"math"
	"slices"
)

// vocabulary numbers the traits of phrases and knows how rare each is.
type vocabulary struct {
	ids    map[string]int32 // by key
	rarity []float64        // of each feature
	unseen float64          // rarity of what no phrase has
}

// feature is a trait by its number.
type feature struct {
	id    int32
	value float32
}

// share is what each kind of trait counts in the likeness of two texts, found by
// trial with our own phrases. Groups count most: people seldom choose the same
// word for the same thing.
var share = [traitKinds]float64{
	wordTrait: 0.20, pairTrait: 0.10, conceptTrait: 0.40, linkTrait: 0.15, letterTrait: 0.15,
}

// fewClasses is what counts as the number of classes of an unseen trait.
const fewClasses = 0.7

// newVocabulary numbers the traits of the examples. Rare is what few classes
// have, however many phrases of theirs.
func newVocabulary(examples []example, classes int) *vocabulary {
	v := &vocabulary{ids: map[string]int32{}}
	type occurrence struct{ feature, class int32 }
	seen := map[occurrence]bool{}
	var counts []int
	for i := range examples {
		eachTrait(examples[i].tokens, func(t trait) {
			id, ok := v.ids[string(t.key)]
			if !ok {
				id = int32(len(counts))
				v.ids[string(t.key)] = id
				counts = append(counts, 0)
			}
			if o := (occurrence{id, examples[i].class}); !seen[o] {
				seen[o] = true
				counts[id]++
			}
		})
	}
	v.unseen = rarity(classes, fewClasses)
	v.rarity = make([]float64, len(counts))
	for id, count := range counts {
		v.rarity[id] = rarity(classes, float64(count))
	}
	return v
}

// rarity of what so many of all classes have: the root of the usual logarithm,
// which in a few short phrases tells more by chance than by meaning.
func rarity(classes int, count float64) float64 {
	n := float64(classes)
	return math.Sqrt(math.Log(1+n/count) / math.Log(1+n))
}

func (v *vocabulary) size() int { return len(v.rarity) }

// rarityOf a stem among the phrases.
func (v *vocabulary) rarityOf(stem string) float64 {
	if id, ok := v.ids[wordKey(stem)]; ok {
		return v.rarity[id]
	}
	return v.unseen
}

// weighed is a feature before its kind's share is known.
type weighed struct {
	id     int32
	kind   traitKind
	weight float64
}

// of gives the features of a text, each once. Each kind of trait has its share
// of the length, which is 1 together with the traits that no phrase has.
func (v *vocabulary) of(tokens []token) []feature {
	var room [128]weighed
	list := room[:0]
	var length [traitKinds]float64 // squared
	eachTrait(tokens, func(t trait) {
		if id, ok := v.ids[string(t.key)]; ok {
			list = append(list, weighed{id, t.kind, t.weight * v.rarity[id]})
		} else {
			length[t.kind] += t.weight * v.unseen * t.weight * v.unseen
		}
	})
	slices.SortFunc(list, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(b.weight, a.weight))
	})
	list = slices.CompactFunc(list, func(a, b weighed) bool { return a.id == b.id })
	for _, w := range list {
		length[w.kind] += w.weight * w.weight
	}
	features := make([]feature, len(list))
	for i, w := range list {
		features[i] = feature{w.id, float32(w.weight * math.Sqrt(share[w.kind]/length[w.kind]))}
	}
	return features
}
