package flows

import (
	"slices"
	"strings"
	"unicode/utf8"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// hear settles what the input means where the talk stands, and says where it goes on.
func (t *Turn) hear() Move {
	switch t.in.What {
	case Blocked:
		t.state.Contact.Blocked = t.in.At.Unix()
		t.state.Session.Timers = nil
		return Wait()
	case Unblocked:
		t.state.Contact.Blocked = 0
		return Wait()
	case Unreadable:
		return Wait()
	case Wake:
		return t.wake()
	case Result:
		return t.result()
	case Happened:
		return t.happened()
	case Reacted:
		t.events = append(t.events, Event{Name: Reaction, Detail: t.in.Event})
		return Wait()
	}
	t.dropDoubts()
	if t.in.What == Press {
		if serial, _, ok := readButtonData(t.in.Data); !ok || serial != 0 { // a command works wherever the talk stands
			if move, ok := t.renewed(); ok {
				t.effects = append([]Effect{AnswerPress{Press: t.in.Press}}, t.effects...)
				return move
			}
		}
		return t.pressed()
	}
	if name, argument, ok := command(t.in.Text); ok && t.in.What == Message {
		return t.command(name, argument)
	}
	if _, ok := t.set.word(t.in.Text); !ok {
		if move, ok := t.renewed(); ok {
			return move
		}
	}
	return t.spoken()
}

// spoken takes what the customer typed or sent.
func (t *Turn) spoken() Move {
	q, lost := t.question()
	if t.in.What == Media && t.in.Album != "" {
		switch t.state.Session.Album {
		case t.in.Album:
			return t.restOfAlbum()
		case refusedAlbum + t.in.Album:
			return Wait()
		}
		t.state.Session.Album = refusedAlbum + t.in.Album // if it is taken, that is said there
	}
	if q != nil && t.secret(q) && t.in.Message != 0 {
		t.effects = append(t.effects, Delete{Message: t.in.Message}) // whether it fits or not
	}
	switch {
	case lost:
		return t.lost()
	case q == nil:
		return t.heardIdle()
	case nothingToSay(q.offer):
		return GoTo(q.step)
	case t.in.What == Message:
		return t.heard(q, t.in.Text)
	case t.in.What == Card:
		return t.shared(q)
	}
	return t.sent(q)
}

// heard takes typed words at an open question, in the order of LANGUAGE.md "Order of understanding".
func (t *Turn) heard(q *open, words string) Move {
	if choice, ok := t.named(q, words); ok {
		return t.choose(q, choice, t.frame().Serial, Answer{How: Typed, Words: words})
	}
	if name, ok := t.set.word(words); ok && (name != commandWhy || !q.keys.Why.Empty()) {
		return t.command(name, "")
	}
	if choice, ok := t.agreed(words); ok {
		return t.choose(q, choice, t.frame().Serial, Answer{How: Typed, Words: words})
	}
	var likely []Understood
	var sure bool
	if q.offer.Type == nil || free(q.offer.Type) { // else a valid answer comes before
		likely, sure = t.meant(q, words)
		if len(likely) > 0 && likely[0].Exact || sure && asks(words, t.locale.Language) && !t.secret(q) {
			return t.goTo(likely[0])
		}
	}
	var misread *value.Misread
	if typ := readAs(q); typ != nil {
		var v value.Value
		if v, misread = value.Read(typ, words, t.locale); misread == nil {
			misread = tooLong(typ, v)
		}
		if misread == nil {
			return t.typed(q, v, words)
		}
		if misread.Near.Known() && !t.secret(q) {
			return t.propose(q, misread.Near, words)
		}
	}
	if t.secret(q) { // nothing of it is looked at any further
		return t.refuse(q, nil, t.hint(q, misread), "not_understood")
	}
	if likely == nil && !free(q.offer.Type) {
		likely, sure = t.meant(q, words)
	}
	if sure && !free(q.offer.Type) {
		return t.goTo(likely[0])
	}
	if t.inDoubt(q, words) {
		return Wait()
	}
	if len(likely) > 0 && !free(q.offer.Type) {
		return t.doubt(q, likely, words)
	}
	return t.notUnderstood(q, words, misread)
}

// longestText is how many characters of a text are kept where its field does not say.
const longestText = 2000

func tooLong(typ *value.Type, v value.Value) *value.Misread {
	if typ.Base != value.TypeText || typ.Max != nil || utf8.RuneCountInString(v.AsText()) <= longestText {
		return nil
	}
	return &value.Misread{Reason: value.TooLong, Limit: value.Integer(longestText)}
}

// readAs is the type that typed words are read as: the question's own, or the choice between what it offers.
func readAs(q *open) *value.Type {
	typ := q.offer.Type
	if len(q.offer.Choices) == 0 || typ != nil && typ.Kind() != value.KindRecord {
		return typ
	}
	choice := &value.Type{Base: value.TypeOneOf}
	for _, c := range q.offer.Choices {
		if !strings.HasPrefix(c.ID, PagePrefix) {
			choice.Options = append(choice.Options, value.Option{ID: c.ID, Label: map[string]string{"": c.Label}, Synonyms: map[string][]string{"": c.Synonyms}})
		}
	}
	return choice
}

// agreed takes a yes or no to what is asked about an answer: whether it still holds, or was meant.
func (t *Turn) agreed(words string) (Choice, bool) {
	frame := t.frame()
	if !frame.Confirm && frame.Near == nil {
		return Choice{}, false
	}
	v, misread := value.Read(&value.Type{Base: value.TypeYesNo}, words, t.locale)
	switch {
	case misread != nil:
		return Choice{}, false
	case v.AsBool():
		return Choice{ID: choiceYes}, true
	}
	return Choice{ID: choiceNo}, true
}

// propose asks whether an answer was meant that comes near to what was typed. It uses up no try.
func (t *Turn) propose(q *open, near value.Value, words string) Move {
	text := t.formatted(near, q.offer.Type)
	for _, choice := range q.offer.Choices {
		if near.Kind() == value.KindText && choice.ID == near.AsText() {
			near, text = choice.Value, choice.Label
		}
	}
	frame := t.frame()
	frame.Confirm, frame.Near = false, &Answer{Value: near, How: Near, Words: words}
	t.event(Doubted, q.step, "")
	names := map[string]value.Value{"answer": value.Text(text)}
	t.put(q, t.rendered("did_you_mean", names))
	return Wait()
}

// doubt asks which of the things the customer may have meant, and counts as a try where a question is open.
func (t *Turn) doubt(q *open, likely []Understood, words string) Move {
	t.inVain(words)
	detail := likely[0].Kind + ":" + likely[0].ID
	if q == nil {
		t.events = append(t.events, Event{Name: Doubted, Detail: detail})
		t.send([]expr.Formatted{t.phrase("did_you_mean_this")}, t.doubts(likely))
		return Wait()
	}
	if t.givesUp(q) {
		return t.refuse(q, nil, "", "doubted")
	}
	t.event(Doubted, q.step, detail)
	t.send([]expr.Formatted{t.phrase("did_you_mean_this")}, t.doubts(likely))
	return t.refuse(q, t.rendered("or_answer", map[string]value.Value{"question": value.Text(t.wording(q))}), "", "doubted")
}

// typed takes a value that was read from words. Where a choice stands for it, that is what was chosen.
func (t *Turn) typed(q *open, v value.Value, words string) Move {
	a := Answer{Value: v, How: Typed, Words: words}
	if !q.offer.Many {
		for _, choice := range q.offer.Choices {
			if SameAnswer(choice.Value, v) || v.Kind() == value.KindText && choice.ID == v.AsText() {
				return t.choose(q, choice, t.frame().Serial, a)
			}
		}
	}
	return t.answered(q, Reply{Answer: a})
}

// free tells that nearly any words are a valid answer.
func free(typ *value.Type) bool { return typ != nil && typ.Base == value.TypeText }

// named finds the choice that words are the label, the id or a synonym of.
func (t *Turn) named(q *open, words string) (Choice, bool) {
	said := value.Fold(words)
	if said == "" {
		return Choice{}, false
	}
	for _, choice := range t.candidates(q) {
		if value.Fold(choice.Label) == said || choice.ID == said {
			return choice, true
		}
		for _, synonym := range choice.Synonyms {
			if value.Fold(synonym) == said {
				return choice, true
			}
		}
	}
	for i := range q.keys.Buttons {
		if b := &q.keys.Buttons[i]; b.Flow != nil && t.shown(b) && value.Fold(t.Read(&b.Label)) == said {
			return Choice{ID: choiceFlow + b.Flow.Name}, true
		}
	}
	return Choice{}, false
}

// heardIdle takes an input while no question is open.
func (t *Turn) heardIdle() Move {
	if t.in.What == Message {
		if name, ok := t.set.word(t.in.Text); ok {
			return t.command(name, "")
		}
		likely, sure := t.meant(nil, t.in.Text)
		switch {
		case sure:
			return t.goTo(likely[0])
		case t.atCall():
			t.SayPhrase("one_moment")
			return Wait()
		case t.state.Contact.Since == t.in.At.Unix():
		case t.inDoubt(nil, t.in.Text):
			return Wait()
		case len(likely) > 0:
			return t.doubt(nil, likely, t.in.Text)
		default:
			return t.notUnderstood(nil, t.in.Text, nil)
		}
	}
	switch {
	case t.atCall():
		t.SayPhrase("one_moment")
		return Wait()
	case t.state.Contact.Since == t.in.At.Unix():
		return t.begin(t.set.start, BackNone)
	}
	return t.heardNothing()
}

// shared takes a contact card: an answer only if it is the customer's own and a phone number is asked for.
func (t *Turn) shared(q *open) Move {
	if q.offer.Type == nil || q.offer.Type.Base != value.TypePhone {
		return t.refuse(q, nil, t.hint(q, nil), "medium")
	}
	if !t.in.Own {
		return t.refuse(q, nil, t.phrase("own_card").Text, "foreign_card")
	}
	number := "+" + strings.TrimPrefix(t.in.Phone, "+")
	v, misread := value.Read(q.offer.Type, number, t.locale)
	if misread != nil {
		return t.refuse(q, nil, t.hint(q, misread), "not_understood")
	}
	return t.answered(q, Reply{Answer: Answer{Value: v, How: Shared}})
}

// sent takes a picture, a voice message, a file or a place.
func (t *Turn) sent(q *open) Move {
	if q.offer.Type == nil || !takes(q.offer.Type, t.in.Medium) {
		return t.refuse(q, nil, t.hint(q, nil), "medium")
	}
	v := value.Text(t.in.FileID)
	if t.in.Medium == Location {
		if t.in.Spot == nil {
			return t.refuse(q, nil, t.hint(q, nil), "medium")
		}
		v = value.Record(map[string]value.Value{
			"latitude": value.Number(int64(t.in.Spot.Latitude * value.Micros)), "longitude": value.Number(int64(t.in.Spot.Longitude * value.Micros)),
		})
	}
	if q.offer.Type.Kind() == value.KindList {
		v = value.List(v)
	}
	t.state.Session.Album = t.in.Album
	return t.answered(q, Reply{Answer: Answer{Value: v, How: Sent, Words: t.in.Caption}})
}

// takes tells whether a medium answers a type: a photo also one that is sent as a file.
func takes(typ *value.Type, m Medium) bool {
	if typ.Kind() == value.KindList && typ.Elem != nil {
		typ = typ.Elem
	}
	switch typ.Base {
	case value.TypePhoto:
		return m == Photo
	case value.TypeVoice:
		return m == Voice
	case value.TypeFile:
		return m == File || m == Photo || m == Video
	case value.TypeLocation:
		return m == Location
	}
	return false
}

// refusedAlbum begins the note of an album that answered nothing: one refusal is enough for all its pictures.
const refusedAlbum = "!"

// restOfAlbum takes the further pictures of an album whose first has answered a question: they belong to that answer, where it can hold several.
func (t *Turn) restOfAlbum() Move {
	frames := t.state.Session.Frames
	if len(frames) == 0 || len(t.frame().Trail) == 0 {
		return Wait()
	}
	frame := t.frame()
	step := t.set.step(frame.Flow, frame.Trail[len(frame.Trail)-1])
	if step == nil {
		return Wait()
	}
	asking, ok := step.Body.(Asking)
	if !ok {
		return Wait()
	}
	offer := asking.Offer(t)
	kept, known := t.Kept(offer.Field)
	if known && kept.Value.Kind() == value.KindList && takes(offer.Type, t.in.Medium) {
		kept.Value = value.List(append(kept.Value.AsList(), value.Text(t.in.FileID))...)
		t.Keep(offer.Field, kept)
	}
	return Wait()
}

// pressed takes a press on a button. It is answered first, whatever it means.
func (t *Turn) pressed() Move {
	t.effects = append(t.effects, AnswerPress{Press: t.in.Press})
	q, lost := t.question()
	if lost {
		return t.lost()
	}
	serial, hash, ok := readButtonData(t.in.Data)
	if !ok {
		return t.stale(q)
	}
	if serial == 0 {
		return t.pressedAnywhere(q, hash)
	}
	if q != nil && serial == t.frame().Serial {
		if choice, ok := t.offered(q, hash); ok {
			return t.choose(q, choice, serial, Answer{How: Pressed})
		}
	}
	return t.pressedEarlier(q, serial, hash)
}

// pressedAnywhere takes a button that means the same at any time: a command or a flow.
func (t *Turn) pressedAnywhere(q *open, hash uint32) Move {
	if name, ok := t.set.buttonCommands[hash]; ok {
		return t.command(name, "")
	}
	if entry, ok := t.set.answered[hash]; ok {
		return t.answerFAQ(entry)
	}
	flow, ok := t.set.buttonFlows[hash]
	switch {
	case !ok:
		return t.stale(q)
	case q == nil:
		return t.begin(flow, BackNone)
	}
	return t.interrupt(flow)
}

// offered finds the choice of a question that a pressed button stands for.
func (t *Turn) offered(q *open, hash uint32) (Choice, bool) {
	for _, choice := range t.candidates(q) {
		if hashID(choice.ID) == hash || choice.Was != "" && hashID(choice.Was) == hash {
			return choice, true
		}
	}
	t.buttons(q, t.frame().Serial) // lays out the buttons that turn pages
	if page, ok := t.pages[hash]; ok {
		return Choice{ID: page}, true
	}
	return Choice{}, false
}

// pressedEarlier takes a button of an earlier question: a second tap is nothing, another answer is going back to that question, the rest is stale.
func (t *Turn) pressedEarlier(q *open, serial int, hash uint32) Move {
	asked := t.asked(serial)
	switch {
	case asked == nil:
		return t.stale(q)
	case asked.Chosen == t.in.Data:
		return Wait()
	case q == nil:
		return t.stale(q)
	}
	frames := t.state.Session.Frames
	earlier, choice, ok := t.goneBackTo(asked, hash)
	if strings.HasPrefix(choice.ID, PagePrefix) {
		t.state.Session.Frames = frames
		return Wait() // leafing in an old message moves nothing
	}
	if !ok || asked.Step != t.frame().Step && !t.rewind(asked.Step) {
		t.state.Session.Frames = frames
		return t.stale(q)
	}
	t.step = earlier.step
	t.event(WentBack, earlier.step, "")
	return t.choose(earlier, choice, serial, Answer{How: Pressed})
}

// goneBackTo finds the question and the choice that a button of an earlier asking stands for, with the flow of that question on top: what lies over it is closed.
func (t *Turn) goneBackTo(asked *Asked, hash uint32) (*open, Choice, bool) {
	t.state.Session.Frames = cloneFrames(t.state.Session.Frames)
	if !t.openBelow(asked) {
		t.openCalled(asked)
	}
	step := t.set.step(asked.Flow, asked.Step)
	if step == nil || asked.Flow != t.frame().Flow {
		return nil, Choice{}, false
	}
	asking, ok := step.Body.(Asking)
	if !ok {
		return nil, Choice{}, false
	}
	earlier := &open{step: step, asking: asking, keys: asking.Shared(), offer: asking.Offer(t)}
	choice, ok := t.offered(earlier, hash)
	return earlier, choice, ok
}

// openCalled opens a flow that a step of the one on top has called, and that has ended, if the asking is of it.
func (t *Turn) openCalled(asked *Asked) {
	frame := t.frame()
	if frame.Flow == asked.Flow {
		return
	}
	for _, run := range frame.Called {
		if run.Frame.Flow == asked.Flow && slices.Contains(run.Frame.Trail, asked.Step) && slices.Contains(frame.Trail, run.Step) {
			t.rewind(run.Step)
			return
		}
	}
}

// openBelow closes what lies over the question of an asking, if that is suspended, or has called the flow above: pressing its button goes back to it.
func (t *Turn) openBelow(asked *Asked) bool {
	frames := t.state.Session.Frames
	if top := frames[len(frames)-1]; top.Flow == asked.Flow && (top.Step == asked.Step || slices.Contains(top.Trail, asked.Step)) {
		return true
	}
	for i := len(frames) - 2; i >= 0; i-- {
		called := frames[i+1].Back == BackNext
		if frames[i].Flow == asked.Flow && (!called && frames[i].Step == asked.Step || called && slices.Contains(frames[i].Trail, asked.Step)) {
			t.state.Session.Frames = frames[:i+1]
			return true
		}
	}
	return false
}

func (t *Turn) asked(serial int) *Asked {
	for i := range t.state.Session.Asked {
		if t.state.Session.Asked[i].Serial == serial {
			return &t.state.Session.Asked[i]
		}
	}
	return nil
}

// stale answers a press that no longer means anything: a short notice and the open question.
func (t *Turn) stale(q *open) Move {
	t.events = append(t.events, Event{Name: StaleButton})
	notice := t.phrase("stale").Text
	t.effects[0] = AnswerPress{Press: t.in.Press, Text: notice[:cut(notice, NoticeLimit)]}
	if q == nil {
		return Wait()
	}
	return t.askAgain()
}
