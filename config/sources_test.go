package config

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/steps"
)

// sourceOf decodes a folder's bot, catalogs and FAQ without compiling them.
func sourceOf(t *testing.T, dir string) flows.Source {
	t.Helper()
	w := NewWorkspace(os.DirFS(dir), steps.Kinds())
	f, l := w.read()
	source := flows.Source{Media: f.media}
	l.bot(f, &source)
	l.catalogFile(f, &source)
	for _, name := range f.names {
		if strings.HasPrefix(name, catalogDir+"/") {
			l.table(w, l.parsed(name), &source)
		}
	}
	l.faq(f, &source)
	if found := l.found; len(found) > 0 {
		t.Fatalf("found %+v", found)
	}
	return source
}

// cells writes the items of a catalog, a line each.
func cells(items []flows.Item) []string {
	var all []string
	for _, item := range items {
		var line []string
		for _, cell := range item.Cells {
			switch {
			case cell.Parts != nil:
				line = append(line, fmt.Sprintf("%s=%v", cell.Column, cells(cell.Parts)))
			case cell.List != nil:
				line = append(line, fmt.Sprintf("%s=%q", cell.Column, cell.List))
			default:
				line = append(line, cell.Column+"="+cell.Text)
			}
		}
		all = append(all, strings.Join(line, " "))
	}
	return all
}

func TestCatalogs(t *testing.T) {
	source := sourceOf(t, "testdata/sources")
	got := map[string][]string{}
	for _, catalog := range source.Catalogs {
		got[string(catalog.ID)] = cells(catalog.Items)
	}
	want := map[string][]string{
		"coffee": {
			`id=crema name=Crema Roma price=12.90 stock=40 tax=coffee roast=dark brew=["espresso"] organic=no photo=media/crema.jpg`,
			`id=aurora name=Aurora #1 text=Light and bright. price=15,50 roast=light brew=["espresso" "filter"] variants=[id=small price=8.90 id=large name=1 kg price=16 stock=4]`,
			`id=owl name=Quiet Owl brew=filter variants=[id=mild id=strong]`,
		},
		"therapists": {
			`id=lea name=Lea "the" best, really price=60,00 insurances=public|private length=50m`,
			`id=ben name=Ben price=45 insurances=private length=1h30m variants=[id=short price=30 id=long price=55,50]`,
		},
		"gear": {`id=mug name=Mug price=8`},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the catalogs differ (-want +got):\n%s", diff)
	}
	if len(source.Catalogs[0].Columns) != 3 || source.Catalogs[1].ID != "therapists" || len(source.Catalogs[1].Columns) != 1 {
		t.Errorf("the columns are %+v", source.Catalogs)
	}
}

func TestFAQ(t *testing.T) {
	source := sourceOf(t, "testdata/sources")
	opening, dogs := source.FAQ[0], source.FAQ[1]
	if len(source.FAQ) != 2 || opening.ID != "opening" || opening.Topic != "shop" || len(opening.Ask) != 2 || opening.Then.Flow.Name != "other" || opening.Ref.Path != "faq.0" {
		t.Errorf("the first entry is %+v", opening)
	}
	if dogs.Ask[0] != "May I bring my dog, please?" || len(dogs.Answer.Arms) != 2 {
		t.Errorf("the second is %+v", dogs)
	}
}

func TestBotSources(t *testing.T) {
	bot := sourceOf(t, "testdata/sources").Bot
	names := map[string]flows.Hours{}
	for _, hours := range bot.Hours {
		names[string(hours.ID)] = *hours
	}
	for _, c := range []struct {
		hours, at string
		open      bool
	}{
		{"shop", "2026-03-02T13:00", false}, {"shop", "2026-03-02T14:00", true}, {"shop", "2026-04-03T10:00", false}, {"shop", "2026-12-24T10:00", false},
		{"bar", "2026-03-06T01:59", true}, {"bar", "2026-03-02T15:00", true}, {"bar", "2026-03-08T15:00", false},
		{"station", "2026-03-08T03:00", true}, {"station", "2027-12-25T03:00", false},
	} {
		at, err := time.Parse("2006-01-02T15:04", c.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := names[c.hours].Times.Open(at); got != c.open {
			t.Errorf("%s at %s: open is %v", c.hours, c.at, got)
		}
	}
	night := time.Date(2026, time.March, 2, 23, 0, 0, 0, time.UTC)
	if got := bot.Attention.Quiet.Next(night, time.UTC); got.Hour() != 8 {
		t.Errorf("quiet hours end at %s", got)
	}
	call := bot.Calls[0]
	if call.ID != "parcel" || call.Token != "$API_TOKEN" || call.Within.Span != 5*time.Second || call.Tries != 3 || len(call.Needs) != 1 || call.Gives[1].Options.List[1].ID != "there" {
		t.Errorf("the call is %+v", call)
	}
	if guests, notes, chosen := bot.Fields[2].Of, bot.Fields[3].Of, bot.Fields[4].Of; len(guests.Fields) != 2 || notes.Type != "text" || chosen.Type != "catalog.coffee" {
		t.Errorf("lists are of %+v, %+v, %+v", guests, notes, chosen)
	}
	if bot.Fields[5].Scale != flows.Thumbs || !bot.Fields[1].Personal || bot.Fields[1].Keep.Months != 24 || bot.Fields[0].FreshFor.Span != 180*24*time.Hour {
		t.Errorf("the fields are %+v", bot.Fields)
	}
	if !bot.Privacy.Purposes[1].Consent || bot.Privacy.Purposes[0].Label.Source != "To advise you" || !bot.Defaults.Interrupts.FAQ || bot.Defaults.Interrupts.All {
		t.Errorf("the bot is %+v", bot)
	}
	if voice := bot.Brand.Voice[0]; bot.Brand.Persona != "Lea, barista" || voice.Language != "en" || voice.Avoid[0] != "cheap" {
		t.Errorf("the brand is %+v", bot.Brand)
	}
}

func TestMedia(t *testing.T) {
	got := sourceOf(t, "testdata/sources").Media
	var names []string
	for _, name := range []string{"media/crema.jpg", "media/deep/menu.pdf", "media/deep/menu.de.pdf"} {
		if entry, ok := got[name]; ok && entry.Size == 4 && len(entry.Hash) == 64 {
			names = append(names, name)
		}
	}
	if len(names) != 3 || len(got) != 3 || got["media/deep/menu.pdf"] != got["media/deep/menu.de.pdf"] || got["media/crema.jpg"] == got["media/deep/menu.pdf"] {
		t.Errorf("the media are %+v", got)
	}
}

// TestSourceForms decodes the forms that steps with a source have.
func TestSourceForms(t *testing.T) {
	type step struct {
		flows.Listing `yaml:",inline"`
		Photo         flows.MediaFiles `yaml:"photo"`
		Interrupts    flows.Interrupts `yaml:"interrupts"`
		Then          flows.Target     `yaml:"then"`
		Known         flows.IfKnown    `yaml:"if_known"`
		Wait          flows.WaitFor    `yaml:"wait"`
		Short         flows.WaitFor    `yaml:"short"`
		Call          flows.CallName   `yaml:"call"`
	}
	doc := document.Parse("flows/a.yaml", []byte(`from: catalog.coffee
where: item.stock > 0
sort: [price, -name]
limit: 3
photo: [media/a.jpg, media/b.jpg]
interrupts: [faq, other]
then: {faq: opening}
if_known: confirm
wait: {event: delivered, at_most: 7d}
short: 2d
call: parcel
`))
	l, got := newLoader(nil), step{}
	(&decoder{loader: l, doc: doc}).file(&got, flows.Ref{Flow: "a"}, "a step")
	at := func(path string) flows.Ref { return flows.Ref{Flow: "a", Path: path} }
	want := step{
		Listing: flows.Listing{
			From:  flows.SourceName{Ref: at("from"), Name: "catalog.coffee"},
			Where: &flows.Condition{Expr: flows.Expr{Ref: at("where"), Source: "item.stock > 0"}},
			Sort:  []flows.SortKey{{Ref: at("sort.0"), Column: "price"}, {Ref: at("sort.1"), Column: "name", Descending: true}},
			Limit: 3,
		},
		Photo:      flows.MediaFiles{Ref: at("photo"), Files: []flows.MediaFile{{Ref: at("photo.0"), Path: "media/a.jpg"}, {Ref: at("photo.1"), Path: "media/b.jpg"}}},
		Interrupts: flows.Interrupts{Ref: at("interrupts"), FAQ: true, Flows: []flows.FlowName{{Ref: at("interrupts.1"), Name: "other"}}},
		Then:       flows.Target{Ref: at("then"), FAQ: &flows.FAQName{Ref: at("then.faq"), Name: "opening"}},
		Known:      flows.ConfirmKnown,
		Wait:       flows.WaitFor{Ref: at("wait"), Event: "delivered", AtMost: flows.Duration{Ref: at("wait.at_most"), Span: 7 * 24 * time.Hour}},
		Short:      flows.WaitFor{Ref: at("short"), For: flows.Duration{Ref: at("short.for"), Span: 48 * time.Hour}},
		Call:       flows.CallName{Ref: at("call"), Name: "parcel"},
	}
	unexported := cmpopts.IgnoreUnexported(step{}, flows.Listing{}, flows.Expr{}, flows.Condition{}, flows.MediaFile{}, flows.Target{})
	if diff := cmp.Diff(want, got, unexported); diff != "" || len(l.found) > 0 {
		t.Errorf("the step differs (-want +got):\n%s\nfound %+v", diff, l.found)
	}
}

func TestSourceFormsWrong(t *testing.T) {
	for content, want := range map[string]string{
		"from: Coffee":                     "bad-id",
		"from: [a]":                        "wrong-type",
		"sort: price":                      "wrong-type",
		"sort: [Price]":                    "bad-id",
		"sort: [--price]":                  "bad-id",
		"then: {faq: a, flow: b}":          "unknown-key",
		"then: {with: {a: b}}":             "missing-key",
		"if_known: confrim":                "wrong-type",
		"photo: {a: b}":                    "wrong-type",
		"photo: []":                        "missing-value",
		"limit: three":                     "wrong-type",
		"wait: {at_most: soon}":            "bad-duration",
		"interrupts: [Faq]":                "bad-id",
		"interrupts: {a: b}":               "wrong-type",
		"from: catalog.coffee\nform: faq1": "unknown-key",
	} {
		type step struct {
			flows.Listing `yaml:",inline"`
			Photo         flows.MediaFiles `yaml:"photo"`
			Interrupts    flows.Interrupts `yaml:"interrupts"`
			Then          flows.Target     `yaml:"then"`
			Known         flows.IfKnown    `yaml:"if_known"`
			Wait          flows.WaitFor    `yaml:"wait"`
		}
		l := newLoader(nil)
		(&decoder{loader: l, doc: document.Parse("flows/a.yaml", []byte(content))}).file(new(step), flows.Ref{Flow: "a"}, "a step")
		if len(l.found) != 1 || l.found[0].Code != want {
			t.Errorf("%s gives %+v, want %s", content, l.found, want)
		}
	}
}

// TestManyItems loads a table of many rows with one mistake in all of them.
func TestManyItems(t *testing.T) {
	var table strings.Builder
	table.WriteString("id,name,pirce\n")
	for i := range 2000 {
		fmt.Fprintf(&table, "item_%d,Item %d,1\n", i, i)
	}
	_, found := Load(fstest.MapFS{
		"bot.yaml":           {Data: []byte(strings.Replace(smallBot, "[en, de]", "[en]", 1))},
		"flows/welcome.yaml": {Data: []byte("flow: welcome\nsteps: [{say: Hello}]\n")},
		"catalog/many.csv":   {Data: []byte(table.String())},
	}, steps.Kinds())
	if len(found) != 1 || found[0].Line != 1 || found[0].Col != 9 || !strings.HasPrefix(found[0].Help, "did you mean `price`?") {
		t.Errorf("%d diagnostics, want one about the first row: %+v", len(found), found[:min(len(found), 3)])
	}
}

// BenchmarkLoadCatalog is a table of ten thousand rows.
func BenchmarkLoadCatalog(b *testing.B) {
	var table strings.Builder
	table.WriteString("id,name,text,price,stock,roast,brew,organic,weight,photo\n")
	for i := range 10_000 {
		fmt.Fprintf(&table, "item_%d,Coffee number %d,\"Dark, sweet and number %d.\",%d.90,%d,dark,espresso|filter,yes,0.25,\n", i, i, i, 5+i%40, i%9)
	}
	fsys := fstest.MapFS{
		"bot.yaml":           {Data: []byte(strings.Replace(smallBot, "[en, de]", "[en]", 1))},
		"flows/welcome.yaml": {Data: []byte("flow: welcome\nsteps: [{say: Hello}]\n")},
		"catalog.yaml":       {Data: []byte("coffee: {columns: {roast: {type: one_of, options: [light, dark]}, brew: {type: many_of, options: [espresso, filter]}, organic: yes_no}}\n")},
		"catalog/coffee.csv": {Data: []byte(table.String())},
	}
	kinds := steps.Kinds()
	b.ReportAllocs()
	for b.Loop() {
		if loaded, found := Load(fsys, kinds); loaded.Set == nil {
			b.Fatal(found[0])
		}
	}
}
