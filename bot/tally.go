package bot

// tally counts work that is begun and ended side by side. The mutex of what it is a part of guards it.
type tally struct {
	all  uint64        // that was begun so far
	open int           // of it
	none chan struct{} // closed when nothing is at work; nil where nobody waits for that
}

func (t *tally) begin() {
	t.all++
	t.open++
}

func (t *tally) end() {
	t.open--
	if t.open == 0 && t.none != nil {
		close(t.none)
		t.none = nil
	}
}

// waiting gives a channel that is closed as soon as nothing is at work.
func (t *tally) waiting() <-chan struct{} {
	if t.none == nil {
		t.none = make(chan struct{})
	}
	none := t.none
	if t.open == 0 {
		close(none)
		t.none = nil
	}
	return none
}
