package rules

import (
	"fmt"
	"strings"

	"repartee/flows"
	"repartee/flows/analysis"
	"repartee/flows/steps"
)

func tooManyRows() Rule {
	return Rule{
		Code: "too-many-rows",
		What: "A question offers more items, or a message lists more lines, than anybody goes through.",
		Why:  "The bot shows eight buttons at a time. Nobody leafs through more than a few pages; and a list that does not fit a message comes in pieces.",
		Mend: "Choose with `where:` by an earlier answer, or write `limit:`; `recommend` takes the best of many, and customers can type a name.",
		Example: `
  flow: part
  start: {command: part}
  steps:
    - ask: bean
      from: catalog.beans
>     limit: 8
      text: Which bean do you like?
    - say: "{{ bean.name }}, noted."
  --- # catalog.yaml
  beans:
    items:
` + Example(numberedItems(mostRows+1)),
		Check: func(v *analysis.View, r *Report) {
			for _, flow := range v.Flows() {
				for _, step := range flow.AllSteps() {
					checkRows(v, r, step)
				}
			}
		},
	}
}

// mostRows is how many items a question offers at most: five pages of buttons.
const mostRows = 40

func checkRows(v *analysis.View, r *Report, step *flows.Step) {
	source, catalog := sourceOf(step), catalogOf(v, step)
	if source == nil || catalog == nil || source.Where != nil || source.Limit > 0 {
		return
	}
	n := len(catalog.Sold(0))
	switch body := step.Body.(type) {
	case *steps.Ask, *steps.Menu:
		if n > mostRows {
			r.Found(source.From.Ref, "choose with `where:` by an earlier answer, or write `limit:`", "this question offers %d items, %d pages of buttons", n, (n+7)/8)
		}
	case *steps.Say:
		if length := linesLength(v, body, catalog, step.Flow()); length > flows.MessageLimit {
			r.Found(source.From.Ref, "choose with `where:`, or write `limit:`", "these lines have about %d characters together, and a message has room for %d", length, flows.MessageLimit)
		}
	}
}

// linesLength is how long the lines of all items are together, in the first language.
func linesLength(v *analysis.View, say *steps.Say, catalog *flows.Catalog, of *flows.Flow) int {
	l := newLongest(v)
	l.flow = of
	length := 0
	for _, item := range catalog.Sold(0) {
		l.item = item
		for _, line := range say.Line.Lines()[:min(1, len(say.Line.Lines()))] {
			length += 1 + l.length(line.Template(0))
		}
	}
	return length
}

// numberedItems are so many items, as lines of an Example.
func numberedItems(n int) string {
	var items strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&items, "      - {id: bean%d, name: Bean %d}\n", i, i)
	}
	return items.String()
}
