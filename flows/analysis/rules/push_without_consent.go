package rules

import (
	"slices"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
)

func pushWithoutConsent() Rule {
	return Rule{
		Code: "push-without-consent",
		What: "The bot is to write by itself for a purpose that needs a yes, and customers are not asked for it.",
		Why:  "Of a cart, nobody is ever reminded: the bot keeps to the missing yes in silence. At another question it would write to people who never allowed it.",
		Mend: "Ask for the consent in a question of its own, best just before; or give the reminder the purpose that customers have agreed to.",
		Example: `
  flow: part
  start: {command: part}
  steps:
>   - ask: news
>     when: not known(news)
>     text: Should you be called away, may I remind you of your cart?
    - cart: review
      id: basket
      empty: end
      silence: {after: 3h, remind: [Your coffee is still here.], purpose: marketing, then: end}
    - say: "{{ join(cart.items, 'name') }}: noted."
`,
		Check: checkPushes,
	}
}

func checkPushes(v *analysis.View, r *Report) {
	needed := map[flows.ID]bool{}
	for _, purpose := range v.Set.Privacy.Purposes {
		needed[purpose.ID] = purpose.Consent
	}
	seen := map[*flows.Pause]bool{}
	given := map[flows.ID]*surely{}
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			pause, ofCart := pauseOf(step)
			if pause == nil || pause.Purpose == "" || seen[pause] || pause.Remind.Empty() {
				continue
			}
			seen[pause] = true
			if consent, known := needed[pause.Purpose]; !known {
				r.Found(purposeRef(pause), "write one of those under `privacy: purposes:` in bot.yaml", "there is no purpose %s, so this reminder comes without anybody's yes", pause.Purpose)
				continue
			} else if !consent {
				continue
			}
			names := consentsFor(v.Set, pause.Purpose)
			if !asksAny(v, names) {
				reportPush(r, pause, names, "this reminder needs a yes to %s, and no question asks for it", pause.Purpose)
				continue
			}
			if given[pause.Purpose] == nil {
				given[pause.Purpose] = givenYes(v, names)
			}
			if !ofCart && !given[pause.Purpose].holds(step) && !conditionImplies(step.When, true, names) {
				reportPush(r, pause, names, "this reminder needs a yes to %s, and on some way to the question nobody has given it", pause.Purpose)
			}
		}
	}
}

func reportPush(r *Report, pause *flows.Pause, names []string, format string, purpose flows.ID) {
	help := "add a field of the type consent with `purpose: " + string(purpose) + "` to bot.yaml, and ask for it"
	if len(names) > 0 {
		help = "write `- ask: " + names[0] + "` on the way here"
	}
	r.Found(purposeRef(pause), help, format, purpose)
}

// purposeRef is where the purpose of a pause stands: beside `after`.
func purposeRef(pause *flows.Pause) flows.Ref {
	ref := pause.After.Ref
	ref.Path = strings.TrimSuffix(ref.Path, ".after")
	return ref.At("purpose")
}

// pauseOf is what happens at a step when nothing is heard. That of a cart keeps to the consent by itself.
func pauseOf(step *flows.Step) (pause *flows.Pause, ofCart bool) {
	if body, ok := step.Body.(flows.Abandoning); ok {
		if pause := body.Abandoned(); pause != nil {
			return pause, true
		}
	}
	if q := step.Asks(); q != nil {
		return q.Silence, false
	}
	return nil, false
}

// asksAny tells whether some question asks for one of the names, or a step sets it.
func asksAny(v *analysis.View, names []string) bool {
	for _, flow := range v.Flows() {
		for _, step := range flow.AllSteps() {
			if slices.ContainsFunc(step.Keeps(), func(name string) bool { return slices.Contains(names, name) }) {
				return true
			}
		}
	}
	return false
}
