package replay_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"repartee/flows/talk/replay"
)

// TestRenamed plays a conversation on files in which the flow, a step and the item that it is about have other names: it goes as it went.
func TestRenamed(t *testing.T) {
	files := func(words ...string) fstest.MapFS {
		folder := fstest.MapFS{}
		for name, text := range map[string]string{
			"bot.yaml":           "bot: Shop\nlanguages: [en]\ntime_zone: UTC\ncurrency: EUR\nstart: welcome\n",
			"catalog.yaml":       "gear:\n  items:\n    - {id: cup, name: Cup}\n    - {id: pot, name: Pot}\n",
			"flows/welcome.yaml": "flow: welcome\nsteps:\n  - menu: Hello!\n    id: ways\n    options: {go: {label: Go, jump: advice}, no: \"No\"}\n",
			"flows/advice.yaml":  "flow: advice\ngoal: known(size)\nsteps:\n  - show: thing\n    from: catalog.gear\n    text: \"{{ item.name }}\"\n  - ask: size\n    text: Which size?\n  - say: Here it is.\n",
			"talks/one.yaml":     "talk: one\nturns:\n  - they: /start\n  - tap: go\n  - they: Cup\n  - they: \"3\"\n",
		} {
			if strings.HasPrefix(name, "talks/") && len(words) > 0 {
				continue
			}
			folder[name] = &fstest.MapFile{Data: []byte(strings.NewReplacer(words...).Replace(strings.Replace(text, "goal:", "fields: {size: integer}\ngoal:", 1)))}
		}
		return folder
	}
	before := load(t, files(), asIs)
	after := load(t, files("flow: advice", "flow: counsel\nwas: advice", "jump: advice", "jump: counsel", "id: cup", "id: mug, was: cup", "ask: size", "id: extent\n    was: size\n    ask: size"), asIs)
	recorded := recordings(t, before)
	if len(recorded) != 1 || len(recorded[0].Turns) < 4 {
		t.Fatalf("%+v", recorded)
	}
	result := replay.Compare(replay.Edition{Set: before.Set, Number: 1}, replay.Edition{Set: after.Set, Number: 2}, &recorded[0])
	if result.Unlike != "" || result.First != nil || len(result.Won)+len(result.Lost) > 0 {
		t.Errorf("%+v, at first %+v", result, result.First)
	}
}
