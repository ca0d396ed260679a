package talk

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/value"
)

// Failure is a line of a talk that did not come true.
type Failure struct {
	Ref     flows.Ref
	Message string
	Want    string   // the line as written, where it is a line of the bot
	Got     []string // what the bot said instead
	Hint    string   // taps before it that pressed a button of an earlier question; "" where none did

	Difference *Difference // of a line of the bot and what it said that comes nearest; nil where it said nothing
}

// Result is what became of one talk in one language.
type Result struct {
	Talk       *Talk
	Language   string
	Failures   []Failure
	Transcript []string // the talk as it went, a line a message
	Events     []flows.Event
	Taken      []flows.Ref // what was gone through, of Set.Ways
}

// Passed tells that every line came true.
func (r Result) Passed() bool { return len(r.Failures) == 0 }

// defaultClock is when a talk begins that says nothing of it: a Monday morning.
const defaultClock = "2026-03-02T09:00"

// time is when the talk begins.
func (g *Given) time(zone *time.Location) (time.Time, error) {
	clock := g.Clock
	if clock == "" {
		clock = defaultClock
	}
	at, err := time.ParseInLocation("2006-01-02T15:04", clock, zone)
	if err != nil {
		return at, fmt.Errorf("%q is no time", clock)
	}
	return at, nil
}

// Play plays a talk in one of the set's languages, or "" for the first.
func Play(set *flows.Set, t *Talk, language string) Result { return playOn(set, t, language, false) }

// Recorded plays a talk as Play does; the first event of each turn tells what was heard, as with a bot that records conversations.
func Recorded(set *flows.Set, t *Talk, language string) Result { return playOn(set, t, language, true) }

func playOn(set *flows.Set, t *Talk, language string, record bool) Result {
	if language == "" {
		language = set.Languages[0]
	}
	p := &player{set: set, talk: t, language: language, record: record, result: Result{Talk: t, Language: language}}
	if p.begin() {
		for i := range t.Turns {
			if !p.play(&t.Turns[i]) {
				break
			}
		}
		if len(p.result.Failures) == 0 {
			p.expect()
		}
		p.explain()
		p.result.Events, p.result.Taken = p.conversation.Events, p.conversation.Taken
	}
	return p.result
}

type player struct {
	set          *flows.Set
	talk         *Talk
	language     string
	record       bool
	conversation *Conversation
	calls        map[string]int // how often each was made
	said         []Said         // since the customer's last word, and not yet matched
	wentBack     []string       // the taps that pressed a button of an earlier question
	result       Result
}

func (p *player) fail(ref flows.Ref, format string, args ...any) bool {
	p.result.Failures = append(p.result.Failures, Failure{Ref: ref, Message: fmt.Sprintf(format, args...)})
	return false
}

// begin sets up what is given; false if that cannot be.
func (p *player) begin() bool {
	given := &p.talk.Given
	now, err := given.time(p.set.Zone())
	if err != nil {
		return p.fail(p.talk.Ref.At("given", "clock"), "%s; write it as %s", err, defaultClock)
	}
	if !slices.Contains(p.set.Languages, p.language) {
		return p.fail(p.talk.Ref.At("languages"), "the bot does not speak %q, but %s", p.language, strings.Join(p.set.Languages, ", "))
	}
	name := given.Name
	if name == "" {
		name = "Alex"
	}
	p.conversation = NewConversation(p.set, flows.Person{FirstName: name, Language: p.language}, now)
	if p.record {
		p.conversation.engine.Record = true
	}
	if !p.remember(given) || !p.stub(given) {
		return false
	}
	if given.Link != "" {
		return p.did(p.talk.Ref.At("given", "link"), "/start "+given.Link, p.say("/start "+given.Link))
	}
	return true
}

// locale reads the values that stand in a talk: as a customer of the first language types them.
func (p *player) locale() value.Locale {
	return value.Locale{Language: p.set.Languages[0], Zone: p.set.Zone(), Currency: p.set.Currency, Now: p.conversation.now}
}

func (p *player) say(words string) func() ([]Said, error) {
	return func() ([]Said, error) { return p.conversation.Say(words) }
}

// play plays one line; false ends the talk.
func (p *player) play(t *Turn) bool {
	c := p.conversation
	switch {
	case t.Bot != nil:
		return p.bot(t.Bot)
	case t.They != nil:
		words := t.They.In(p.language)
		if words == "" {
			return p.fail(t.They.Ref, "nothing is written here for the language %s", p.language)
		}
		return p.did(t.Ref, words, p.say(words))
	case t.Tap != nil:
		button := t.Tap.Button.In(p.language)
		if button == "" {
			return p.fail(t.Tap.Ref, "nothing is written here for the language %s", p.language)
		}
		return p.tap(t.Ref, button, t.Tap.Older)
	case t.Contact != "":
		return p.did(t.Ref, "(own number)", func() ([]Said, error) { return c.Share(t.Contact) })
	case t.Photo != "":
		return p.did(t.Ref, "(photo)", func() ([]Said, error) { return c.Show(flows.Photo, t.Photo) })
	case t.Voice != "":
		return p.did(t.Ref, "(voice)", func() ([]Said, error) { return c.Show(flows.Voice, t.Voice) })
	case t.File != "":
		return p.did(t.Ref, "(file)", func() ([]Said, error) { return c.Show(flows.File, t.File) })
	case t.Location != "":
		at, ok := flows.ParseSpot(t.Location)
		if !ok {
			return p.fail(t.Ref, "%q is no place; write latitude and longitude, as 52.53, 13.41", t.Location)
		}
		return p.did(t.Ref, "(location)", func() ([]Said, error) { return c.Be(at) })
	case t.Event != "":
		return p.happen(t)
	case t.React != "":
		return p.did(t.Ref, "("+t.React+")", func() ([]Said, error) { return c.React(t.React) })
	case t.Pay != nil:
		return p.did(t.Ref, "(pays: "+string(t.Pay.How)+")", func() ([]Said, error) { return c.Pay(*t.Pay) })
	case t.Order != "":
		return p.did(t.Ref, "(staff: "+t.Order+")", func() ([]Said, error) { return c.Staff(t.Order, "") })
	case len(t.Stock) > 0:
		return p.restock(t.Stock)
	case len(t.Taken) > 0:
		return p.takeTimes(t.Taken)
	case len(t.Price) > 0:
		return p.reprice(t.Price)
	case t.After != nil:
		return p.did(t.Ref, "(time goes by)", func() ([]Said, error) { return c.Pass(*t.After) })
	case t.At != "":
		return p.at(t.Ref, t.At)
	case t.Rest != "":
		return p.noRest(t.Ref)
	}
	return p.fail(t.Ref, "this line says nothing; write they, bot, tap, pay, after, event, at or rest")
}

// happen lets an event come. Who never wrote, or was forgotten, is left alone by the bot, so that a talk would pass without having tried anything.
func (p *player) happen(t *Turn) bool {
	if state, err := p.conversation.State(); err == nil && state.Contact.Since == 0 {
		return p.fail(t.Ref, "there is no customer yet whom the event could reach; let the customer write first, as `they: /start`")
	}
	return p.did(t.Ref, "(event "+t.Event+")", func() ([]Said, error) { return p.conversation.Happen(t.Event) })
}

// did takes down what the customer did and what the bot said to it.
func (p *player) did(ref flows.Ref, what string, do func() ([]Said, error)) bool {
	p.note(theySaid + what)
	said, err := do()
	p.said = nil
	for _, s := range said {
		if s.Edited {
			p.note(botShows + strings.TrimSpace(buttons(s)))
			continue
		}
		p.said = append(p.said, s)
		p.note(botSaid + s.Text + files(s) + buttons(s))
	}
	if err != nil {
		return p.fail(ref, "%s", err)
	}
	return true
}

// bot looks for a line among the messages of the turn, behind those that were matched already.
func (p *player) bot(w *Words) bool {
	want := w.In(p.language)
	for i, s := range p.said {
		if p.matches(want, s.Text) {
			p.said = p.said[i+1:]
			return true
		}
	}
	f := Failure{Ref: w.Ref, Message: "the bot does not say this", Want: want}
	for _, s := range p.said {
		f.Got = append(f.Got, s.Text)
	}
	wordings := []string{want}
	for _, wording := range p.set.Wordings(want, p.language) {
		wordings = append(wordings, withoutValues(wording))
	}
	f.Difference = difference(wordings, f.Got)
	p.result.Failures = append(p.result.Failures, f)
	return false
}

// noRest makes sure that the bot has said nothing behind the lines that were found.
func (p *player) noRest(ref flows.Ref) bool {
	if len(p.said) == 0 {
		return true
	}
	return p.fail(ref, "the bot says more: %q", tail(squeeze(p.said[0].Text), 0))
}

// matches holds a message against a line: as it stands, or as the translation of a text that is a whole text of the flow.
func (p *player) matches(want, got string) bool {
	if fits(want, got) {
		return true
	}
	for _, wording := range p.set.Wordings(want, p.language) {
		if fits(withoutValues(wording), got) {
			return true
		}
	}
	return false
}

func (p *player) at(ref flows.Ref, want string) bool {
	state, err := p.conversation.State()
	if err != nil {
		return p.fail(ref, "%s", err)
	}
	_, step := state.Place()
	switch {
	case step == want, step == "" && want == "none":
		return true
	case step == "":
		return p.fail(ref, "no question is open, and not %s", want)
	}
	return p.fail(ref, "the open question is %s, not %s", step, want)
}
