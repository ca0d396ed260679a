package rehearsal

import (
	"encoding/json"
	"strings"
	"sync"
	"time"

	"repartee/bot/telegram/telegramtest"
	"repartee/flows"
)

// record is what the bot did in a world, turn by turn of each customer. One deed makes one turn, with all that the bot makes of it by itself: the answer of a call is a
// part of it.
type record struct {
	mu    sync.Mutex
	open  map[int64]*turn
	turns map[int64][]turn
}

// turn is what one deed came to, or what happened by itself.
type turn struct {
	at        time.Time
	by        cause
	inputs    []flows.Input // what the bot heard, its own calls' answers too
	said      []string      // by the bot, a line a message
	texts     []string      // the words of these, without what can be pressed
	taken     []flows.Ref
	events    []flows.Event
	decisions []flows.Decision
	calls     []telegramtest.Call
	jobs      []flows.Job
}

// cause is what a turn came of.
type cause struct {
	who  int64 // 0: it came by itself
	deed deed
}

// by is a deed of a customer, where it is one that the bot hears of.
func by(d deed) cause {
	switch d.What {
	case comes, changes, waits:
		return byItself()
	}
	return cause{firstCustomer + int64(d.Who), d}
}

func byItself() cause { return cause{} }

func newRecord() *record { return &record{open: map[int64]*turn{}, turns: map[int64][]turn{}} }

// at is the turn of a customer that is under way. The caller holds mu.
func (r *record) at(chat int64) *turn {
	if r.open[chat] == nil {
		r.open[chat] = &turn{}
	}
	return r.open[chat]
}

// turned notes a turn of the engine.
func (r *record) turned(chat int64, in flows.Input, out flows.Outcome) {
	r.mu.Lock()
	defer r.mu.Unlock()
	t := r.at(chat)
	t.inputs = append(t.inputs, in)
	t.said = append(t.said, saidIn(out.Effects)...)
	t.texts = append(t.texts, textsIn(out.Effects)...)
	t.taken = append(t.taken, out.Taken...)
	t.events = append(t.events, out.Events...)
	t.decisions = append(t.decisions, out.Decisions...)
	for _, effect := range out.Effects {
		if job, ok := effect.(flows.Job); ok {
			t.jobs = append(t.jobs, job)
		}
	}
}

// called notes a call to Telegram, where it is about a customer.
func (r *record) called(c telegramtest.Call) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if chat := c.Chat(); chat != 0 && !strings.HasPrefix(c.Method, "get") {
		t := r.at(chat)
		t.calls = append(t.calls, c)
	}
}

// close ends the turns that are under way. Who did something has one, whatever the bot made of it.
func (r *record) close(at time.Time, by cause) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if by.who != 0 {
		r.at(by.who)
	}
	for chat, t := range r.open {
		t.at = at
		if by.who == chat {
			t.by = by
		}
		r.turns[chat] = append(r.turns[chat], *t)
	}
	clear(r.open)
}

// of gives the turns of a customer.
func (r *record) of(chat int64) []turn {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.turns[chat]
}

// customers are those with turns.
func (r *record) customers() (chats []int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for chat := range r.turns {
		chats = append(chats, chat)
	}
	return chats
}

// count is how many turns there are of each customer.
func (r *record) count() map[int64]int {
	r.mu.Lock()
	defer r.mu.Unlock()
	count := map[int64]int{}
	for chat, turns := range r.turns {
		count[chat] = len(turns)
	}
	return count
}

// saidIn is what a turn says to the customer, a line a message, with what can be pressed.
func saidIn(effects []flows.Effect) (lines []string) {
	for _, effect := range effects {
		switch e := effect.(type) {
		case flows.Send:
			lines = append(lines, e.Text+mediaIn(e.Media)+labels(e.Buttons)+keysIn(e.Keyboard))
		case flows.Edit:
			lines = append(lines, e.Text+labels(e.Buttons))
		case flows.Invoice:
			text := e.Title + " · " + e.Description
			for _, price := range e.Prices {
				amount, _ := json.Marshal(price.Amount)
				text += " · " + price.Label + " " + string(amount) + " " + e.Currency
			}
			lines = append(lines, text)
		case flows.AnswerPress:
			if e.Text != "" {
				lines = append(lines, e.Text)
			}
		}
	}
	return lines
}

// textsIn is what a turn says to the customer in words.
func textsIn(effects []flows.Effect) (texts []string) {
	for _, effect := range effects {
		text := ""
		switch e := effect.(type) {
		case flows.Send:
			text = e.Text
		case flows.Edit:
			text = e.Text
		case flows.AnswerPress:
			text = e.Text
		}
		if text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

func mediaIn(list []flows.Attachment) (text string) {
	for _, a := range list {
		text += " (" + string(a.Medium) + " " + a.Name + ")"
	}
	return text
}

func labels(rows [][]flows.PressButton) (text string) {
	for _, row := range rows {
		for _, b := range row {
			text += " [" + b.Label + "]"
		}
	}
	return text
}

func keysIn(rows [][]flows.Key) (text string) {
	for _, row := range rows {
		for _, k := range row {
			text += " [" + k.Label + "]"
		}
	}
	return text
}
