package console_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"repartee/config"
	"repartee/flows"
	"repartee/internal/console"
	"repartee/internal/console/consoletest"
)

func TestWorkInABrowser(t *testing.T) {
	browser := consoletest.Browser(t)
	for _, c := range []struct {
		name string
		work func(*testing.T, *benchTab)
	}{
		{"the map follows the talk", mapFollows}, {"keyboard alone on the map", mapByKeys}, {"search, fold and zoom", mapTools}, {"dragging", mapDragged},
		{"findings come and go", findingsComeAndGo}, {"where talks parted", talksParted}, {"inspecting", inspecting}, {"deeds", benchDeeds},
		{"a link to a state", stateLink}, {"a talk becomes a test", talkSaved}, {"nothing that is written becomes markup", harmlessBench},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := openBench(t, browser, 1440, 900)
			b.fake.New("Ada", "en").Start("")
			b.bench.turned(1, talked)
			c.work(t, b)
			b.Clean()
		})
	}
}

// inSight waits until the middle of an element is to be seen in the map's window.
func (b *benchTab) inSight(selector string) {
	b.Wait(`(() => { const e = document.querySelector("` + selector + `"); if (!e) return false;
		const r = e.getBoundingClientRect(), v = document.getElementById("map-view").getBoundingClientRect(), x = r.x + r.width / 2, y = r.y + r.height / 2;
		return x > v.left && x < v.right && y > v.top && y < v.bottom; })()`)
}

func (b *benchTab) flow(id string) {
	b.Wait(`[...document.getElementById("map-flow").options].some((o) => o.value === "` + id + `")`)
	b.Do(`(() => { const s = document.getElementById("map-flow"); s.value = "` + id + `"; s.dispatchEvent(new Event("change", { bubbles: true })); })()`)
	b.Wait(`document.getElementById("map-view").dataset.flow === "` + id + `"`)
}

func (b *benchTab) pressed(id string) bool {
	return eval[string](b.tab, `document.getElementById("`+id+`").getAttribute("aria-pressed")`) == "true"
}

func mapFollows(t *testing.T, b *benchTab) {
	b.Visit()
	b.inSight(".box.open")
	b.Wait(`document.getElementById("map-flow").value === "advice"`)
	b.bench.turned(1, func(i *console.Inspection) { i.Question.Flow = "welcome" })
	b.Wait(`document.getElementById("map-flow").value === "welcome"`)
	b.flow("long")
	if b.pressed("map-follow") {
		t.Error("the map follows the talk, although another flow was chosen")
	}
	b.bench.turned(1, func(i *console.Inspection) { i.Question.Flow = "advice"; i.Now = "2026-03-02T10:00:00+01:00" })
	b.Sees("#now-time", "10:00")
	if at := eval[string](b.tab, `document.getElementById("map-flow").value`); at != "long" {
		t.Errorf("the map shows %s", at)
	}
	b.Click("#map-follow", "")
	b.Wait(`document.getElementById("map-flow").value === "advice"`)
	b.inSight(".box.open")
	b.flow("")
	b.Click(".box", "long") // the map of the bot leads on to a flow
	b.Sees(".box text", "answer_3")
}

func mapByKeys(_ *testing.T, b *benchTab) {
	b.Visit()
	b.flow("long")
	b.TabTo("#map-fit")
	b.TabTo(".box")
	b.Keys(kb.ArrowDown)
	b.Wait(`document.activeElement.matches(".box") && document.activeElement.textContent.includes("Part 3")`) // below the open one
	b.Keys("\r")
	b.Sees("#step-title", "Part 3")
	b.inSight(".box.chosen")
	b.Keys(kb.Escape)
	b.Wait(`document.getElementById("step").hidden && document.activeElement.matches(".box")`)
	b.Keys(kb.ArrowUp)
	before := eval[float64](b.tab, `document.querySelector("#map-view svg").clientWidth`)
	b.Keys("+")
	b.Wait(`document.querySelector("#map-view svg").clientWidth > ` + strconv.FormatFloat(before, 'f', -1, 64))
	b.TabTo("#map-view")
}

func mapTools(t *testing.T, b *benchTab) {
	b.Visit()
	b.flow("long")
	b.Do(`document.getElementById("map-query").focus()`)
	b.Keys("which of the three\r")
	b.Sees("#map-hits", "1/12")
	b.inSight(".box.chosen")
	b.Keys("\r")
	b.Sees("#map-hits", "2/12")
	b.Do(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", shiftKey: true, bubbles: true }))`)
	b.Sees("#map-hits", "1/12")
	if n := eval[int](b.tab, `document.querySelectorAll(".box.hit").length`); n != 12 {
		t.Errorf("%d boxes are marked", n)
	}
	b.Do(`document.querySelector(".box .fold").dispatchEvent(new MouseEvent("click", {bubbles: true}))`)
	b.Wait(`document.querySelectorAll(".fold path")[0].getAttribute("d").includes("v8")`) // a plus
	b.Do(`document.querySelector(".box.fork").dispatchEvent(new MouseEvent("click", {bubbles: true}))`)
	b.Click("#step-fold", "Unfold")
	b.Wait(`!document.querySelectorAll(".fold path")[0].getAttribute("d").includes("v8")`)
	b.Click("#map-fit", "")
	b.Wait(`(() => { const v = document.getElementById("map-view"); return v.scrollHeight <= v.clientHeight + 1; })()`)
	b.Click("#map-in", "")
	b.Wait(`(() => { const v = document.getElementById("map-view"); return v.scrollHeight > v.clientHeight + 1; })()`)
}

func mapDragged(_ *testing.T, b *benchTab) {
	b.Visit()
	b.flow("long")
	b.inSight(".box.open")
	b.Wait(`document.getElementById("map-view").scrollTop > 0`)
	b.Do(`document.getElementById("map-view").scrollTo({ top: 0, behavior: "instant" })`)
	b.Drag(800, 500, 800, 300)
	b.Wait(`document.getElementById("map-view").scrollTop === 200 && document.getElementById("step").hidden`)
}

func findingsComeAndGo(t *testing.T, b *benchTab) {
	b.Visit()
	b.Sees("#files-words", "No findings")
	b.bench.mu.Lock()
	advice := b.bench.maps["advice"]
	advice.Boxes[9].Findings = []int{0}
	b.bench.mu.Unlock()
	b.bench.changed(broken)
	b.Sees("#findings", "The phone still talks to the last version")
	if marked := eval[string](b.tab, `document.querySelector("[data-marked]").textContent`); marked != "tetx" {
		t.Errorf("%q is marked", marked)
	}
	b.Sees(".flag.error", "1")
	b.Click("[data-show]", "Show on the map")
	b.Sees("#step-findings", "a question has no key tetx")
	b.inSight(".box.chosen")
	b.bench.changed(func(f *console.Files) { f.Good, f.Findings = true, nil })
	b.Sees("#files-words", "No findings")
	b.bench.changed(broken)
	b.Sees(".finding", "did you mean text?")
	b.bench.changed(func(f *console.Files) { f.Good, f.Findings = true, f.Findings[1:] })
	b.Wait(`document.getElementById("findings").hidden`) // it had opened by itself
	b.Click("#files-state", "1 warning")
	b.Sees(".finding-help", "Put them together")
	b.Wait(`document.activeElement.id === "findings-title"`)
	b.Keys(kb.Escape)
	b.Wait(`document.getElementById("findings").hidden && document.activeElement.id === "files-state"`)
}

func talksParted(_ *testing.T, b *benchTab) {
	b.Visit()
	b.bench.changed(broken)
	b.Sees(".finding", "tetx")
	b.bench.changed(mended)
	b.Sees("#files-words", "1 warning, 1 talk changed")
	b.Sees(".parted-list", "Ada")
	b.Sees(".parted-list [data-before]", "Up to how much per bag?")
	b.Sees(".parted-list [data-after]", "And how many cups a day?")
	b.Sees(".parted-list", "2 later steps")
}

func inspecting(t *testing.T, b *benchTab) {
	b.Visit()
	b.Sees("#now-question", "advice › budget (ask)")
	b.Sees(".field.news", "Filter")
	b.Sees(".field", "ada@example.com")
	b.Sees("#now-time", "Mon, Mar 2, 09:02")
	b.Sees(".decision.held", "brew = filter, grinder = unknown")
	b.Click(".call summary", "sendMessage")
	b.Sees(".call pre", `"chat_id": 1`)
	b.bench.turned(1, func(i *console.Inspection) { i.Now = "2026-03-02T11:00:00+01:00" })
	b.Sees("#now-time", "11:00")
	b.Sees(".call pre", `"chat_id": 1`) // what was open stays open
	b.Sees(".due", "Reminder 1, if nobody answers")
	b.Click(".due [data-fire]", "Let it happen")
	b.Click("[data-pass]", "+1 day")
	b.Wait(`document.querySelectorAll(".due").length === 2`)
	if did := b.bench.deeds(); !slices.Equal(did, []string{"fire 1 1:end"}) {
		t.Errorf("did %q", did)
	}
	b.Click(".decision [data-place]", "flows/advice.yaml:33")
	b.Sees("#step-place", "flows/advice.yaml:32") // the step whose lines hold that one
	b.Click("details.session summary", "Session")
	b.Sees("#session", `"asked": 4`)
}

func benchDeeds(t *testing.T, b *benchTab) {
	b.Visit()
	b.Sees(".theirs", "How do you brew")
	b.Click("#undo", "Undo")
	b.Sees("#toast.shown", "Taken back.")
	b.Wait(`!document.querySelector(".message") && document.getElementById("undo").disabled`)
	b.Click("#again", "Start over")
	b.Click("#again-dialog .plain", "Cancel")
	b.Click("#again", "Start over")
	b.Click("#again-dialog .big", "Start over")
	b.Sees("#nobody", "Nobody here yet")
	b.Sees("#inspector-empty", "When a customer talks")
	if did := b.bench.deeds(); !slices.Equal(did, []string{"undo", "again"}) {
		t.Errorf("did %q", did)
	}
}

func stateLink(t *testing.T, b *benchTab) {
	b.Visit()
	b.Sees(".message", "/start")
	b.Click("#state-link", "Link")
	b.Wait(`document.getElementById("state-address").value.endsWith("/#state=eJxLzkhNzgYABHwCKQ")`)
	b.Click("#state-dialog .plain", "Close")
	b.Do(`location.hash = "#state=eJxLzkhNzgYABHwCKQ"`)
	b.Click("#return-form .big", "Go there")
	b.Sees("#toast.shown", "These are the talks of the link.")
	b.Wait(`location.hash === ""`)
	b.Do(`location.hash = "#state=xyz"`)
	b.Click("#return-form .big", "Go there")
	b.Sees("#toast.shown", "This link is not whole.")
	if did := b.bench.deeds(); !slices.Equal(did, []string{"state", "return eJxLzkhNzgYABHwCKQ"}) {
		t.Errorf("did %q", did)
	}
}

func talkSaved(t *testing.T, b *benchTab) {
	b.Visit()
	b.Sees(".message", "/start")
	b.bench.mu.Lock()
	b.bench.fails = &console.Refusal{Words: "There is a file of that name."}
	b.bench.mu.Unlock()
	b.Click("#save", "Save as test")
	b.Keys("buys beans\r") // no name of a file
	b.Wait(`!document.getElementById("talk-name").validity.valid`)
	b.Do(`document.getElementById("talk-name").select()`)
	b.Keys("buys_beans\r")
	b.Sees("#save-wrong", "There is a file of that name.")
	b.bench.mu.Lock()
	b.bench.fails = nil
	b.bench.mu.Unlock()
	b.Keys("2\r")
	b.Sees("#saved-file", "talks/buys_beans2.yaml")
	b.Sees("#saved-command", "repartee test coffee")
	b.Keys("\r")
	b.Wait(`!document.querySelector("dialog[open]")`)
	b.bench.changed(func(f *console.Files) { f.Fixed = true })
	b.Wait(`document.getElementById("save").disabled`)
	if did := b.bench.deeds(); !slices.Equal(did, []string{"save 1 talks/buys_beans.yaml", "save 1 talks/buys_beans2.yaml"}) {
		t.Errorf("did %q", did)
	}
}

func harmlessBench(t *testing.T, b *benchTab) {
	evil := `<img src=x onerror="window.hit=1"><script>window.hit=1</script>`
	b.bench.changed(func(f *console.Files) {
		f.Dir, f.Good = evil, false
		f.Findings = config.Diagnostics{{File: evil, Line: 1, Col: 1, EndCol: 2, Severity: config.Error, Code: evil, Message: evil, Help: evil, Source: evil}}
		f.Parted = []console.Parted{{Customer: 1, Turn: 1, Did: evil, Before: []string{evil}, After: []string{evil}}}
		f.Flows = append(f.Flows, console.Flow{ID: evil})
	})
	b.bench.turned(1, func(i *console.Inspection) {
		i.Flows, i.Fields[0].Value, i.Due[0].Name = []string{evil}, evil, evil
		i.Turns[0].Did, i.Turns[0].Events, i.Turns[0].Decisions[0].Condition, i.Turns[0].Calls[0].Method = evil, []console.Happened{{Name: flows.Told, Detail: evil}}, evil, evil
	})
	b.bench.mu.Lock()
	for i := range b.bench.maps["advice"].Boxes {
		box := &b.bench.maps["advice"].Boxes[i]
		box.Rows, box.Texts, box.Source, box.Kind = []console.MapRow{{Class: "text", Text: evil}}, []string{evil}, evil, evil
	}
	b.bench.mu.Unlock()
	b.Visit()
	b.Sees(".finding-message", evil)
	b.Sees(".parted-list", evil)
	b.Sees(".field", evil)
	b.Sees(".turn", evil)
	b.Sees(".box text", evil)
	b.Do(`document.querySelector(".box").dispatchEvent(new MouseEvent("click", {bubbles: true}))`)
	b.Sees("#step-source", evil)
	if eval[bool](b.tab, `"hit" in window || !!document.querySelector(".house script, .house img")`) {
		t.Error("what was written has become markup")
	}
}
