package analysis

// relation says for each field of a flow how what is known at a place may have come of what was known when the flow began. It is kept for both, so that a flow is
// gone through once whoever calls it, and with whatever.
type relation struct {
	all            bits // the four sets in one piece
	kk, ku, uk, uu bits // known at the beginning and known here, known and unknown here ...
}

func newRelation(fields int) relation {
	w := wordsFor(fields)
	return overBits(make(bits, 4*w), w)
}

func overBits(all bits, w int) relation {
	return relation{all: all, kk: all[:w], ku: all[w : 2*w], uk: all[2*w : 3*w], uu: all[3*w:]}
}

// unchanged is the relation where a flow begins.
func unchanged(fields int) relation {
	r := newRelation(fields)
	for i := range fields {
		r.kk.add(i)
		r.uu.add(i)
	}
	return r
}

func (r relation) clone() relation { return overBits(append(bits(nil), r.all...), len(r.kk)) }

func (r relation) join(other relation) bool { return r.all.join(other.all) }

// becomes notes that a field is known from now on, or not, or perhaps.
func (r relation) becomes(i int, now Knowledge) {
	k, u := r.kk.has(i) || r.ku.has(i), r.uk.has(i) || r.uu.has(i)
	put := func(set bits, may bool) {
		set.remove(i)
		if may {
			set.add(i)
		}
	}
	put(r.kk, k && now != Never)
	put(r.ku, k && now != Surely)
	put(r.uk, u && now != Never)
	put(r.uu, u && now != Surely)
}

// only keeps the ways on which a field is known, or on which it is not.
func (r relation) only(i int, known bool) {
	if known {
		r.ku.remove(i)
		r.uu.remove(i)
	} else {
		r.kk.remove(i)
		r.uk.remove(i)
	}
}

// through goes on through another flow, which changes the first fields only: those of the customer.
func (r relation) through(other relation, customers int) {
	for w := range r.kk {
		mask := maskOf(customers - w*wordBits)
		kk, ku := other.kk.word(w)&mask|^mask, other.ku.word(w)&mask
		uk, uu := other.uk.word(w)&mask, other.uu.word(w)&mask|^mask
		r.kk[w], r.ku[w] = r.kk[w]&kk|r.ku[w]&uk, r.kk[w]&ku|r.ku[w]&uu
		r.uk[w], r.uu[w] = r.uk[w]&kk|r.uu[w]&uk, r.uk[w]&ku|r.uu[w]&uu
	}
}

// maskOf has the first n bits.
func maskOf(n int) uint64 {
	switch {
	case n <= 0:
		return 0
	case n >= wordBits:
		return ^uint64(0)
	}
	return 1<<n - 1
}
