package understand

import "testing"

func TestLinearLearnsItsExamples(t *testing.T) {
	examples := []example{
		{class: 0, features: []feature{{0, 0.8}, {1, 0.6}}},
		{class: 1, features: []feature{{0, 0.8}, {2, 0.6}}},
		{class: 2, features: []feature{{1, 0.6}, {2, 0.8}}},
	}
	all := [][]int32{{0, 1, 2}, {0, 1, 2}, {0, 1, 2}}
	l := newLinear(examples, 3, 3, all)
	for _, x := range examples {
		p := l.likelihoods(x.features, all[0])
		sum := 0.0
		for c, v := range p {
			sum += v
			if int32(c) != x.class && v >= p[x.class] {
				t.Errorf("class %d: %v", x.class, p)
			}
		}
		if sum < 0.999 || sum > 1.001 {
			t.Errorf("the likelihoods are %v in all", sum)
		}
	}
}

func TestShuffledIsEachOnce(t *testing.T) {
	for _, n := range []int{1, 2, 7, 100, 2500} {
		seen := make([]bool, n)
		for i := range n {
			seen[shuffled(i, n)] = true
		}
		for i, ok := range seen {
			if !ok {
				t.Fatalf("%d of %d is never reached", i, n)
			}
		}
	}
}

func TestLikest(t *testing.T) {
	numbers := []float32{0.2, 0.9, 0.2, 0.5, 0}
	for i, want := range [][]int32{{1}, {1, 3}, {1, 3, 0}, {1, 3, 0, 2}, {1, 3, 0, 2, 4}, {1, 3, 0, 2, 4}} {
		n := i + 1
		got := likest(numbers, n)
		if len(got) != len(want) {
			t.Fatalf("likest(%d) = %v, want %v", n, got, want)
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("likest(%d) = %v, want %v", n, got, want)
			}
		}
	}
}
