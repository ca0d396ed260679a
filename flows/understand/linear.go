package understand

import "math"

// How the classifier learns: rounds over all phrases, step of the first round,
// and where it stops.
const (
	rounds    = 10
	firstStep = 2.0
	slowDown  = 0.1
	cells     = 1 << 22 // weights at most: 16 MB; with more features some share a place
	settled   = 1e-2    // an error below which nothing is corrected
)

// linear is a softmax classifier over the features of texts. It learns by
// gradient descent in a fixed order, so equal phrases give equal weights.
type linear struct {
	classes int
	weights []float32 // of each place, of each class
	places  int
}

// newLinear learns the classes of the examples. The rivals of an example are the
// classes it can be mistaken for, with its own among them.
func newLinear(examples []example, classes, features int, rivals [][]int32) *linear {
	l := &linear{classes: classes, places: min(features, max(1, cells/max(1, classes)))}
	l.weights = make([]float32, l.places*classes)
	p := make([]float64, classes)
	for round := range rounds {
		step := firstStep / (1 + slowDown*float64(round))
		for i := range examples {
			i = shuffled(i, len(examples))
			l.correct(&examples[i], rivals[i], step, p[:len(rivals[i])])
		}
	}
	return l
}

// shuffled goes through n numbers in another order than theirs, each once.
func shuffled(i, n int) int {
	const prime = 1000003
	return (i*prime + 7) % n
}

// correct moves the weights so that the example's class gets likelier.
func (l *linear) correct(x *example, rivals []int32, step float64, p []float64) {
	clear(p)
	for _, f := range x.features {
		row := l.row(f.id)
		for j, c := range rivals {
			p[j] += float64(row[c] * f.value)
		}
	}
	softmax(p, 0)
	for j, c := range rivals {
		if c == x.class {
			p[j]--
		}
		if math.Abs(p[j]) < settled {
			continue
		}
		change := float32(step * p[j])
		for _, f := range x.features {
			l.weights[l.at(f.id)+int(c)] -= change * f.value
		}
	}
}

func (l *linear) at(feature int32) int { return int(feature) % l.places * l.classes }

func (l *linear) row(feature int32) []float32 {
	at := l.at(feature)
	return l.weights[at : at+l.classes]
}

// likelihoods of some of the classes for a text. With the others, of which nothing
// is held to be known, they are 1 in all.
func (l *linear) likelihoods(features []feature, classes []int32) []float64 {
	p := make([]float64, len(classes))
	for _, f := range features {
		row := l.row(f.id)
		for i, c := range classes {
			p[i] += float64(row[c] * f.value)
		}
	}
	softmax(p, l.classes-len(classes))
	return p
}

// softmax makes likelihoods of what speaks for each class; for so many others
// nothing does.
func softmax(p []float64, others int) {
	top := math.Inf(-1)
	if others > 0 {
		top = 0
	}
	for _, v := range p {
		top = max(top, v)
	}
	sum := float64(others) * math.Exp(-top)
	for i, v := range p {
		p[i] = math.Exp(v - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
}
