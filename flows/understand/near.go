package understand

import (
	"cmp"
	"slices"
)

// With many classes not every one is looked at closely, so that words cost hardly more among
// thousands of entries than among hundreds: the phrases that share the rarer traits of a text
// tell which classes contend.
const (
	fewEnough    = 512     // classes, up to which all contend
	contenders   = 32      // else
	mostPostings = 1 << 12 // that are gone through to find them, if not all of the rarest trait's
)

// nearness is how like a text is to the phrases of a model.
type nearness struct {
	likeness []float32 // to each example, 0 to 1
	closest  []float32 // to the likest example of each class
	contend  []int32   // the classes for which this is known in full
}

func (m *model) near(features []feature) nearness {
	n := nearness{likeness: make([]float32, len(m.examples)), closest: make([]float32, len(m.triggers))}
	if len(m.triggers) <= m.few {
		m.add(&n, features)
		n.contend = m.all()
		return n
	}
	common := m.add(&n, m.rarestFirst(features))
	n.contend = likest(n.closest, contenders)
	for _, class := range n.contend {
		m.complete(&n, class, common)
	}
	return n
}

// rarestFirst gives the features in the order of how many examples have them.
func (m *model) rarestFirst(features []feature) []feature {
	return slices.SortedStableFunc(slices.Values(features), func(a, b feature) int {
		return cmp.Compare(len(m.postings[a.id]), len(m.postings[b.id]))
	})
}

// add adds up the likeness that features make, and gives those that were left out since there are many classes.
func (m *model) add(n *nearness, features []feature) (left []feature) {
	visited := 0
	for i, f := range features {
		if visited += len(m.postings[f.id]); i > 0 && visited > mostPostings && len(m.triggers) > m.few {
			left = features[i:]
			break
		}
		for _, p := range m.postings[f.id] {
			n.likeness[p.example] += f.value * p.value
		}
	}
	for i, l := range n.likeness {
		if l > 0 {
			class := m.examples[i].class
			n.closest[class] = max(n.closest[class], l)
		}
	}
	return left
}

// complete adds the features that were left out to the likeness of a class's examples.
func (m *model) complete(n *nearness, class int32, left []feature) {
	for _, e := range m.phrases[class] {
		for _, f := range left {
			n.likeness[e] += f.value * m.examples[e].valueOf(f.id)
		}
		n.closest[class] = max(n.closest[class], n.likeness[e])
	}
}

// valueOf a feature in an example; 0 if it has it not.
func (e *example) valueOf(id int32) float32 {
	i, found := slices.BinarySearchFunc(e.features, id, func(f feature, id int32) int { return cmp.Compare(f.id, id) })
	if !found {
		return 0
	}
	return e.features[i].value
}

func (m *model) all() []int32 {
	all := make([]int32, len(m.triggers))
	for c := range all {
		all[c] = int32(c)
	}
	return all
}
