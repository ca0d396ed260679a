package flows_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

const covered = `fields:
  size: {type: one_of, options: {small: Small, large: Large}}
  sure: yes_no
  name: text
steps:
  - ask: size
    text: Which size?
    retry: [Once more?, And once more?]
    give_up: name
    check: [{when: size == 'large' and hour(now) > 20, text: Not so late.}]
  - ask: sure
    when: size == 'small'
    text: Are you sure?
    skip: Who knows
  - branch:
      - {when: sure, do: [{say: Good.}]}
  - ask: name
    if_known: confirm
    text: [{when: known(sure), text: "Well, who are you?"}]
  - say: [{when: "name == 'Kim'", text: "It is you, Kim!"}, {else: Hello.}]
`

// TestWays lists what a talk leaves, in reading order.
func TestWays(t *testing.T) {
	s := set(t, map[string]string{"welcome": covered})
	for _, c := range []struct {
		said []string
		left []string
	}{
		{nil, []string{
			"ask size", "retry 1", "retry 2", "check size == 'large' and hour(now) > 20", "give_up", "option small", "option large",
			"ask sure", "not when size == 'small'", "skip", "yes", "no", "branch", "when sure", "no arm", "say",
			"ask name", "when known(sure)", "no arm", "if_known_yes", "if_known_change", "answer", "say", "when name == 'Kim'", "else",
		}},
		{[]string{"/start", "small", "yes", "Kim"}, []string{
			"retry 1", "retry 2", "check size == 'large' and hour(now) > 20", "give_up", "option large",
			"not when size == 'small'", "skip", "no", "no arm", "no arm", "if_known_yes", "if_known_change", "else",
		}},
		{[]string{"/start", "hm", "mh", "hm", "Bo", "/start", "small", "Who knows", "Kim", "/start", "large", "Al"}, []string{
			"check size == 'large' and hour(now) > 20", "yes", "no", "when sure", "say", "when known(sure)", "if_known_yes", "if_known_change",
		}},
	} {
		conversation := talk.NewConversation(s, flows.Person{FirstName: "Alex"}, noon)
		for _, words := range c.said {
			if _, err := conversation.Say(words); err != nil {
				t.Fatal(err)
			}
		}
		var left []string
		for _, way := range s.Ways() {
			if !slices.Contains(conversation.Taken, way.Ref) {
				left = append(left, way.Name)
			}
		}
		if !slices.Equal(left, c.left) {
			t.Errorf("after %q there are left\n%q\nwant\n%q", c.said, left, c.left)
		}
	}
}

// TestTakenIsWay holds what the talks of all bots go through against what there is to go through.
func TestTakenIsWay(t *testing.T) {
	bots, _ := filepath.Glob("testdata/*/bot.yaml")
	taken := 0
	for _, file := range bots {
		loaded, _, err := config.LoadDir(filepath.Dir(file), steps.Kinds())
		if err != nil {
			t.Fatal(err)
		}
		ways, own := map[flows.Ref]bool{}, map[string]bool{}
		for _, way := range loaded.Set.Ways() {
			ways[way.Ref] = true
			own[way.Flow()] = true
		}
		for i := range loaded.Talks {
			for _, ref := range talk.Play(loaded.Set, &loaded.Talks[i], "").Taken {
				taken++
				option := flows.Ref{Flow: ref.Flow, Path: strings.TrimSuffix(ref.Path, ".go")}
				if own[ref.Flow] && ref.Path != "" && !ways[ref] && !ways[option] {
					t.Errorf("%s: %s of %s is gone through, and no way", file, ref.Path, ref.Flow)
					ways[ref] = true
				}
			}
		}
	}
	if taken == 0 {
		t.Error("nothing was gone through")
	}
}
