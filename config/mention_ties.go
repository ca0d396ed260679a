package config

// itemsOwner stands for the ids of all items, which options can be held against too.
const itemsOwner = "catalog"

// tie notes that options of two owners are held against each other: those with the same id mean the same, and keep doing so only if both are renamed.
func (m *mentions) tie(one, other string) {
	one, other = m.tied(one), m.tied(other)
	switch {
	case one == "" || other == "" || one == other:
	case other == itemsOwner:
		m.ties[one] = other
	default:
		m.ties[other] = one
	}
}

// tied is the owner that stands for all that an owner is tied to.
func (m *mentions) tied(owner string) string {
	for m.ties[owner] != "" {
		owner = m.ties[owner]
	}
	return owner
}

// together gives options that are tied the same owner.
func (m *mentions) together() {
	for i := range m.all {
		m.all[i].of = m.same(m.all[i].of)
	}
	for i := range m.doubtful {
		for n := range m.doubtful[i].of {
			m.doubtful[i].of[n] = m.same(m.doubtful[i].of[n])
		}
	}
	for of, name := range m.names {
		if tied := m.same(of); tied != of {
			if _, known := m.names[tied]; !known {
				m.names[tied] = name
			}
		}
	}
}

func (m *mentions) same(of called) called {
	if of.sort == NameOption {
		of.of = m.tied(of.of)
	}
	return of
}
