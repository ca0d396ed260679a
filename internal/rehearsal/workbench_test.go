package rehearsal

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"repartee/config"
	"repartee/examples"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk"
	"repartee/internal/console"
)

func (s *stage) mapped(flow string) console.Map {
	s.t.Helper()
	m, err := s.Map(firstCustomer, flow, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return m
}

func boxNamed(t *testing.T, m console.Map, name string) console.MapBox {
	t.Helper()
	for _, b := range m.Boxes {
		for _, row := range b.Rows {
			if row.Class == "name" && row.Text == name {
				return b
			}
		}
	}
	t.Fatalf("no box %s", name)
	return console.MapBox{}
}

// TestMap follows a talk on the map of its flow, and on that of the bot.
func TestMap(t *testing.T) {
	s := rehearse(t, Options{Files: examples.Coffee()})
	s.ada().Say("/advice")
	s.taps("Espresso")
	m := s.mapped("advice")
	brew, taste, budget := boxNamed(t, m, "brew"), boxNamed(t, m, "taste"), boxNamed(t, m, "budget")
	if brew.Passes != 1 || brew.Open || !brew.Reached || brew.Place.File != advicePath || !strings.HasPrefix(brew.Source, "- ask: brew") {
		t.Errorf("the question that was answered: %+v", brew)
	}
	if !slices.Contains(brew.Texts, "How do you make your coffee at home?") {
		t.Errorf("its texts: %q", brew.Texts)
	}
	if !taste.Open || taste.Passes != 1 || budget.Reached || budget.Passes != 0 {
		t.Errorf("the open one %+v, and one to come %+v", taste, budget)
	}
	about := boxNamed(t, m, "about_brew")
	for _, way := range [][2]string{{brew.ID, about.ID}, {about.ID, taste.ID}} {
		lit := 0
		for _, line := range m.Lines {
			if line.From == way[0] && line.To == way[1] {
				lit += line.Passes
			}
		}
		if lit != 1 {
			t.Errorf("the way %v is lit %d times", way, lit)
		}
	}
	for _, b := range s.mapped("").Boxes {
		if b.Flow == "advice" && (!b.Open || b.Passes != 1 || !b.Reached) || b.Flow == "checkout" && b.Reached {
			t.Errorf("on the map of the bot: %+v", b)
		}
	}
	if _, err := s.Map(firstCustomer, "nothing", nil); !errors.Is(err, console.ErrNotFound) {
		t.Errorf("a flow that is not there: %v", err)
	}
}

// TestMapFolds: what is folded into a step is there as a whole.
func TestMapFolds(t *testing.T) {
	s := rehearse(t, Options{Files: examples.Coffee()})
	s.ada().Say("/start adv_espresso")
	m := s.mapped("advice")
	at := slices.IndexFunc(m.Boxes, func(b console.MapBox) bool { return b.Folds && b.Kind == "branch" })
	if at < 0 {
		t.Fatal("no branch can be folded")
	}
	folded, err := s.Map(nobody, "advice", []string{m.Boxes[at].ID})
	if err != nil || len(folded.Boxes) >= len(m.Boxes) {
		t.Fatalf("%d boxes of %d are left: %v", len(folded.Boxes), len(m.Boxes), err)
	}
	i := slices.IndexFunc(folded.Boxes, func(b console.MapBox) bool { return b.ID == m.Boxes[at].ID })
	if b := folded.Boxes[i]; !b.Folded || !b.Reached || b.Passes != 0 || len(b.Texts) < 3 {
		t.Errorf("the folded branch: %+v", b)
	}
}

// TestMapShowsFindings: what check finds stands at its step.
func TestMapShowsFindings(t *testing.T) {
	dir := folder(t)
	s := rehearse(t, Options{Files: os.DirFS(dir), Dir: dir})
	flow := filepath.Join(dir, filepath.FromSlash(advicePath))
	rewrite(t, flow, "fields:\n", "fields:\n  shoes: text\n")
	rewrite(t, flow, "  - ask: brew\n", "  - ask: shoes\n    text: How large are your shoes?\n  - ask: brew\n")
	files := s.reloads()
	for _, at := range boxNamed(t, s.mapped("advice"), "shoes").Findings {
		if f := files.Findings[at]; f.File == advicePath && f.Code == "useless-question" {
			return
		}
	}
	t.Errorf("the finding is not at its step: %+v", files.Findings)
}

// TestInspect looks at a customer who has answered one question.
func TestInspect(t *testing.T) {
	s := rehearse(t, Options{Files: examples.Coffee()})
	s.ada().Say("/advice")
	s.taps("Espresso")
	got, err := s.Inspect(t.Context(), firstCustomer)
	if err != nil {
		t.Fatal(err)
	}
	if q := got.Question; q == nil || q.Flow != "advice" || q.Step != "taste" || q.Kind != "ask" || q.Place.File != advicePath {
		t.Errorf("the question: %+v", q)
	}
	brew := slices.IndexFunc(got.Fields, func(f console.FieldValue) bool { return f.Name == "brew" })
	if brew < 0 || got.Fields[brew].Value != "espresso" || got.Fields[brew].How != "pressed" || got.Fields[brew].Flow != "advice" {
		t.Errorf("the fields: %+v", got.Fields)
	}
	last := got.Turns[0]
	if len(got.Turns) != 2 || last.Number != 2 || last.Did != "tap: Espresso machine" && !strings.HasPrefix(last.Did, "tap: ") {
		t.Errorf("the turns: %+v", got.Turns)
	}
	held := slices.IndexFunc(last.Decisions, func(d console.Decision) bool { return d.Condition == "brew == 'espresso'" && d.Held })
	if held < 0 || !slices.Contains(last.Decisions[held].Values, [2]string{"brew", "espresso"}) || last.Decisions[held].Place.File != advicePath {
		t.Errorf("why it says so: %+v", last.Decisions)
	}
	if !slices.ContainsFunc(last.Calls, func(c console.Call) bool { return c.Method == "sendMessage" }) || !slices.ContainsFunc(last.Events, func(e console.Happened) bool { return e.Name == flows.Answered && e.Place == "advice > brew" }) {
		t.Errorf("calls %+v, events %q", last.Calls, last.Events)
	}
}

// TestFire lets come what is due, at its time.
func TestFire(t *testing.T) {
	s := rehearse(t, Options{Files: examples.Coffee()})
	s.ada().Say("/advice")
	got, err := s.Inspect(t.Context(), firstCustomer)
	if err != nil || len(got.Due) == 0 {
		t.Fatalf("nothing is due: %v", err)
	}
	if due := got.Due[0]; due.Kind != console.DueReminder || due.Number != 1 {
		t.Errorf("what is due is %+v", due)
	}
	if err := s.Fire(t.Context(), firstCustomer, got.Due[0].ID); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(s.last(), "I am still holding a bag") {
		t.Errorf("the bot says %q", s.last())
	}
	if err := s.Fire(t.Context(), firstCustomer, got.Due[0].ID); !errors.Is(err, console.ErrNotFound) {
		t.Errorf("a second time: %v", err)
	}
}

// TestLink gives a talk to somebody else.
func TestLink(t *testing.T) {
	s := rehearse(t, Options{Files: examples.Coffee()})
	s.ada().Say("/advice")
	s.taps("Espresso")
	s.Pass(time.Hour)
	state, err := s.State()
	if err != nil {
		t.Fatal(err)
	}
	other := rehearse(t, Options{Files: examples.Coffee()})
	if err := other.Return(t.Context(), state); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s.ada().Messages(), other.ada().Messages()); diff != "" {
		t.Error(diff)
	}
	var refusal *console.Refusal
	for name, wrong := range map[string]string{"nothing": "", "no text": "!!", "no talk": "AAAA", "half": state[:len(state)/2]} {
		if err := other.Return(t.Context(), wrong); !errors.As(err, &refusal) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if diff := cmp.Diff(s.ada().Messages(), other.ada().Messages()); diff != "" {
		t.Errorf("after links that lead nowhere: %s", diff)
	}
}

// TestHostileLinks: what no page makes is no talk.
func TestHostileLinks(t *testing.T) {
	ada := &console.Profile{Name: "Ada", Language: "en"}
	first := deed{At: 1000, What: comes, Profile: ada}
	for name, deeds := range map[string][]deed{
		"nobody":                {{At: 1000, What: says, Text: "hello"}},
		"a stranger":            {first, {At: 1000, Who: 7, What: says, Text: "hello"}},
		"back in time":          {first, {At: 2000, What: says, Text: "a"}, {At: 1500, What: says, Text: "b"}},
		"for ever":              {first, {At: 1000, What: waits, Lapse: 90000 * time.Hour}},
		"a language":            {{At: 1000, What: comes, Profile: &console.Profile{Name: "Ada", Language: "../en"}}},
		"a press of nothing":    {first, {At: 1000, What: presses}},
		"a payment of nothing":  {first, {At: 1000, What: pays}},
		"a book":                {first, {At: 1000, What: says, Text: strings.Repeat("a", longestText+1)}},
		"too many":              slices.Repeat([]deed{first}, mostPeople+1),
		"more than can be done": append([]deed{first}, slices.Repeat([]deed{{At: 1000, What: says, Text: "a"}}, mostDeeds)...),
	} {
		j := journal{Seed: "a", Begun: 1000, Until: 3000, Deeds: deeds}
		if j.check() == nil {
			t.Errorf("%s: it is taken for a talk", name)
		}
	}
}

// TestSaveTalk leads a talk in each example, saves it, and has it pass as `repartee test` plays it.
func TestSaveTalk(t *testing.T) {
	for _, name := range examples.Names() {
		t.Run(name, func(t *testing.T) {
			files, _ := examples.Folder(name)
			dir := t.TempDir()
			if err := os.CopyFS(dir, files); err != nil {
				t.Fatal(err)
			}
			s := rehearse(t, Options{Files: os.DirFS(dir), Dir: dir})
			s.ada().Start("")
			s.wander(12)
			s.Pass(21 * time.Hour)
			s.ada().Send(console.Photo)
			file, err := s.SaveTalk(t.Context(), firstCustomer, "of_today")
			if err != nil {
				t.Fatalf("%v\n%s", err, strings.Join(s.texts(), "\n"))
			}
			if file != "talks/of_today.yaml" {
				t.Errorf("it is in %s", file)
			}
			result := playedTalk(t, dir, "of_today")
			if !result.Passed() || len(result.Transcript) < 10 {
				t.Errorf("%+v\n%s", result.Failures, strings.Join(result.Transcript, "\n"))
			}
			var refusal *console.Refusal
			if _, err := s.SaveTalk(t.Context(), firstCustomer, "of_today"); !errors.As(err, &refusal) {
				t.Errorf("a second time under the same name: %v", err)
			}
			if _, err := s.SaveTalk(t.Context(), firstCustomer, "../outside"); !errors.As(err, &refusal) {
				t.Errorf("outside of the folder: %v", err)
			}
		})
	}
}

// wander presses the first button of the newest message that has some, and where there is none says something.
func (s *stage) wander(deeds int) {
	s.t.Helper()
	for i := range deeds {
		s.now = s.now.Add(7 * time.Second)
		messages := s.ada().Messages()
		last := messages[len(messages)-1]
		b, ok := buttonIn(&last, func(b console.Button) bool { return b.Data != "" })
		switch {
		case !ok && i%2 == 0:
			s.ada().Say("12")
		case !ok:
			s.ada().Say("/menu")
		default:
			if err := s.ada().Press(last.ID, b.Data); err != nil {
				s.t.Fatal(err)
			}
		}
	}
}

// playedTalk plays one of a folder's talks.
func playedTalk(t *testing.T, dir, name string) talk.Result {
	t.Helper()
	loaded, found := config.Load(os.DirFS(dir), steps.Kinds())
	if found.HasErrors() {
		t.Fatalf("%+v", found)
	}
	for i := range loaded.Talks {
		if loaded.Talks[i].Ref.Path == "talks."+name {
			return talk.Play(loaded.Set, &loaded.Talks[i], "")
		}
	}
	t.Fatalf("there is no talk %s", name)
	return talk.Result{}
}

// TestSaveTalkBuiltIn: there is no folder to write into.
func TestSaveTalkBuiltIn(t *testing.T) {
	s := rehearse(t, Options{Files: examples.Coffee()})
	s.ada().Start("")
	var refusal *console.Refusal
	if _, err := s.SaveTalk(t.Context(), firstCustomer, "mine"); !errors.As(err, &refusal) {
		t.Error(err)
	}
}
