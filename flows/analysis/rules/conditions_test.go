package rules_test

import (
	"slices"
	"strings"
	"testing"

	"repartee/flows/analysis/rules"
)

// aboutConditions finds what the rules about conditions have to say of a flow.
func aboutConditions(t *testing.T, flow string) []string {
	t.Helper()
	var found []string
	for _, p := range find(t, "flow: part\nstart: {command: part}\n"+flow) {
		if slices.Contains(conditionCodes(), p.Code) {
			found = append(found, p.Code+": "+p.Message)
		}
	}
	return found
}

func conditionCodes() []string {
	return []string{
		"arm-never-holds", "arm-shadowed", "branch-not-covered", "check-refuses-all", "condition-always-holds", "item-never-recommended", "nothing-recommended",
		"option-never-offered", "split-goal-unreached", "step-never-taken",
	}
}

// TestNothingIsFound: what looks contradictory, and is not.
func TestNothingIsFound(t *testing.T) {
	for _, rule := range conditionCodes() {
		if !slices.ContainsFunc(rules.All(), func(r rules.Rule) bool { return r.Code == rule }) {
			t.Errorf("there is no rule %s", rule)
		}
	}
	tests := map[string]string{
		"the answer is changed in the arm": `
fields: {cups: {type: integer, min: 1, max: 9}}
steps:
  - {ask: cups, text: How many?}
  - branch:
      - when: cups < 3
        do: [{set: {cups: cups + 3}}, {say: Five., when: cups > 4}]
`,
		"the talk comes into the arm from elsewhere": `
fields: {cups: {type: integer, min: 1, max: 9}}
steps:
  - {ask: cups, text: How many?, skip: I do not know}
  - {menu: Which way?, options: {in: {label: In, go: inside}, through: Through}}
  - branch:
      - when: cups < 3
        do: [{say: Few., id: inside}, {say: Many., when: cups > 4}]
`,
		"it is asked again in a loop": `
fields: {cups: {type: integer, min: 1, max: 9}}
steps:
  - {ask: cups, text: How many?, id: again}
  - branch:
      - when: cups > 5
        do: [{say: So many?}, {menu: Sure?, options: {no: {label: "No", go: again}, yes: "Yes"}}]
  - {say: Few., when: cups < 3}
`,
		"what is kept of the customer may change while he is asked": `
fields: {size: yes_no}
steps:
  - {ask: brew, text: How?}
  - branch:
      - when: brew == 'filter'
        do: [{ask: size, text: Large?}, {say: Strong., when: brew == 'espresso'}, {say: Large., when: size}]
`,
		"he comes back from a later question": `
fields: {cups: {type: integer, min: 1, max: 9}, size: yes_no}
steps:
  - branch:
      - when: not known(cups)
        do: [{ask: size, text: Large?}, {say: "{{ cups }} again?", when: known(cups)}, {ask: cups, text: How many?}, {ask: size, id: second, text: Still large?}]
`,
		"answers are reviewed meanwhile": `
fields: {cups: {type: integer, min: 1, max: 9}}
steps:
  - {ask: cups, text: How many?}
  - branch:
      - when: cups < 3
        do: [{review: Right?}, {say: Many., when: cups > 4}]
`,
		"the last arm is for all that are left": `
fields: {cups: {type: integer, min: 1, max: 9}}
steps:
  - {ask: cups, text: How many?}
  - say:
      - {when: cups < 3, text: Few.}
      - {when: cups >= 3, text: Many.}
`,
		"decimals lie between": `
fields: {price: money, rate: number}
steps:
  - {ask: price, text: How much?}
  - {ask: rate, text: At which rate?}
  - say:
      - {when: price > 8 and price < 8.02, text: "8.01"}
      - {when: rate > 8 and rate < 8.01, text: Between.}
      - else: Neither.
`,
		"whoever skips has an arm": `
fields: {cups: {type: integer, min: 1, max: 9}}
steps:
  - {ask: cups, text: How many?, skip: I do not know}
  - branch:
      - {when: cups < 5, do: [{say: Few.}]}
      - {when: cups >= 5, do: [{say: Many.}]}
      - {when: not known(cups), do: [{say: As you like.}]}
`,
		"the check leaves nothing out": `
fields: {cups: {type: integer, min: 1, max: 9}}
steps:
  - {ask: cups, text: How many?, check: [{when: cups == 5, text: Not five.}]}
  - branch:
      - {when: cups < 5, do: [{say: Few.}]}
      - {when: cups > 5, do: [{say: Many.}]}
`,
		"an arm before has ended the talk": `
fields: {cups: {type: integer, min: 1, max: 9}}
steps:
  - {ask: cups, text: How many?}
  - branch: [{when: cups > 5, do: [{say: Too many.}, end]}]
  - branch:
      - {when: cups < 3, do: [{say: Few.}]}
      - {when: cups >= 3 and cups <= 5, do: [{say: Some.}]}
`,
		"one or the other is known": `
fields: {mine: yes_no, cups: {type: integer, min: 1, max: 9}, bags: {type: integer, min: 1, max: 9}}
steps:
  - {ask: mine, text: For yourself?}
  - branch: [{when: mine, do: [{ask: cups, text: How many cups?}]}, {else: [{ask: bags, text: How many bags?}]}]
  - branch:
      - {when: known(cups), do: [{say: Cups.}]}
      - {when: known(bags), do: [{say: Bags.}]}
`,
		"a link is for some": `
steps:
  - branch:
      - {when: link == 'a', do: [{say: A.}]}
      - {when: link == 'b', do: [{say: B.}]}
`,
		"an arm is switched off": `
steps:
  - {say: Summer., when: no}
  - say: [{when: no, text: Winter.}, {else: Spring.}]
`,
		"what a call gives may be missing": `
fields: {arrives: date, parcel: text}
steps:
  - {ask: parcel, text: Which?}
  - {call: parcel, id: tracked, with: {number: parcel}, take: {arrives: arrives}, error: next}
  - say: [{when: known(arrives), text: "{{ arrives }}"}, {else: Soon.}]
`,
		"the shelf is only empty where no item is in stock": `
fields: {chosen: {type: item, of: catalog.coffee}}
steps:
  - {ask: brew, text: How?}
  - {recommend: chosen, from: catalog.coffee, where: brew in item.brew and item.stock > 0, text: "{{ item.name }}"}
`,
		"each item is the best for somebody": `
steps:
  - {ask: brew, text: How?}
  - recommend: chosen
    from: catalog.coffee
    where: brew in item.brew
    rank: [{score: 1, when: item.organic}, {score: 2, when: brew == 'espresso' and not item.organic}]
    limit: 1
    text: "{{ item.name }}"
`,
		"an item that is sold out makes room for the next": `
steps:
  - {ask: brew, text: How?}
  - {recommend: chosen, from: catalog.coffee, where: item.stock > 0, rank: [{score: 1, when: item.organic}], limit: 1, text: "{{ item.name }}", none: end}
`,
		"each round begins anew": `
fields: {guests: {type: list, of: {name: text, age: {type: integer, min: 1, max: 99}}}, party: {type: integer, min: 1, max: 9}}
steps:
  - {ask: party, text: How many?}
  - repeat: guests
    times: party
    do:
      - {ask: age, text: How old?}
      - branch: [{when: age < 18, do: [{say: Young.}]}, {else: [{say: Grown up.}, {say: Old., when: age > 65}]}]
      - {ask: name, text: Name?}
`,
	}
	for name, flow := range tests {
		if found := aboutConditions(t, flow); found != nil {
			t.Errorf("%s: %s", name, strings.Join(found, "\n"))
		}
	}
}

// TestWitness: what is found says for whom.
func TestWitness(t *testing.T) {
	tests := map[string][]string{
		`
fields: {cups: {type: integer, min: 1, max: 9}}
steps:
  - {ask: brew, text: How?}
  - {ask: cups, text: How many?, check: [{when: cups > 7, text: Too many.}]}
  - branch:
      - {when: cups < 7, do: [{say: Few.}]}
      - {when: brew == 'filter', do: [{say: Filter.}]}
`: {"branch-not-covered: no arm is for cups = 7, brew = espresso"},
		`
fields: {wishes: {type: many_of, min: 1, options: {organic: Organic, decaf: Decaf}}}
steps:
  - {ask: wishes, text: Any wishes?}
  - branch:
      - {when: "'organic' in wishes", do: [{say: Organic.}]}
      - {when: "'decaf' in wishes and count(wishes) > 1", do: [{say: Both.}]}
`: {
			"arm-shadowed: the arms above take all that `'decaf' in wishes and count(wishes) > 1` is for",
			"branch-not-covered: no arm is for wishes = decaf",
		},
		`
fields: {budget: {type: money, min: 1, max: 100}}
steps:
  - {ask: brew, text: How?}
  - {ask: budget, text: Up to how much?}
  - {recommend: chosen, from: catalog.coffee, where: brew in item.brew and item.price <= budget, text: "{{ item.name }}"}
`: {"nothing-recommended: no item of catalog.coffee is left with budget = 7.50"},
		`
steps:
  - {ask: brew, text: How?}
  - {recommend: chosen, from: catalog.coffee, where: brew in item.brew, rank: [{score: 1, when: item.organic}], limit: 1, text: "{{ item.name }}"}
`: {"item-never-recommended: no answers lead to Crema Roma: with all that fit it others come first"},
		`
fields: {day: date}
steps:
  - {ask: day, text: When?}
  - say: [{when: day < date('2026-03-01'), text: Before.}, {when: day > date('2026-03-01'), text: Behind.}]
`: {"branch-not-covered: no arm is for day = 2026-03-01"},
	}
	for flow, want := range tests {
		found := aboutConditions(t, flow)
		slices.Sort(found)
		if !slices.Equal(found, want) {
			t.Errorf("%s\nfound %q, want %q", flow, found, want)
		}
	}
}
