package reference

import (
	"reflect"
	"slices"

	"repartee/flows"
	"repartee/flows/steps"
	"repartee/flows/talk"
)

// forms lists the recurring forms, in the order of forms.md.
func forms() []form {
	return slices.Concat(spokenForms(), waysForms(), keptForms(), soldForms(), sharedForms())
}

// spokenForms are how texts, values and conditions are written.
func spokenForms() []form {
	return []form{
		{
			name: "text", types: []reflect.Type{reflect.TypeFor[flows.Text]()},
			doc:     "What the bot says: one message; a list, for several messages in this order (in `retry` and `remind`: one each time); `vary`, for one of them, not the one this customer had last; or arms, of which the first that holds is said. They nest. Light markup and `{{ expression }}` are read in it.",
			example: "- say: One message.\n- say:\n    - The first message.\n    - The second.\n- say: {vary: [Fine., Good.]}\n- say:\n    - {when: known(budget), text: \"Up to {{ budget }}.\"}\n    - else: At any price.\n",
		},
		{name: "line", types: []reflect.Type{reflect.TypeFor[flows.Line]()}, doc: "One text, with light markup and `{{ expression }}`."},
		{name: "label", types: []reflect.Type{reflect.TypeFor[flows.Label]()}, doc: "One line of text without markup: on a button, in a title. `{{ expression }}` is read in it, except in the labels of options, which print themselves later."},
		{name: "expression", types: []reflect.Type{reflect.TypeFor[flows.Expr]()}, doc: "What gives a value; see [expressions](expressions.md)."},
		{name: "condition", types: []reflect.Type{reflect.TypeFor[flows.Condition]()}, doc: "An [expression](expressions.md) that holds or does not. Unknown does not hold."},
		{name: "duration", types: []reflect.Type{reflect.TypeFor[flows.Duration]()}, doc: "A span of time: `30s`, `5m`, `20h`, `3d`, `2w`, `6mo`, `2y`."},
		{name: "media", types: []reflect.Type{reflect.TypeFor[flows.MediaFiles]()}, doc: "A file of the folder `media/`, as `media/shop.jpg`, or a list of them. `media/menu.de.pdf` is taken for `media/menu.pdf` in German."},
	}
}

// waysForms are where the talk goes on, and what is handed over.
func waysForms() []form {
	return []form{
		{name: "steps", types: []reflect.Type{reflect.TypeFor[flows.Steps]()}, doc: "A list of [steps](steps.md), each with a dash in front."},
		{
			name: "target", types: []reflect.Type{reflect.TypeFor[flows.Target]()},
			doc:     "Where the talk goes on: the name of a step of this flow (in `bot.yaml`: of a flow); `next`; `end`; `{flow: name}`, which comes back; `{jump: name}`, which does not; both also `with:`; `{faq: name}`; or a list of steps, after which the flow goes on.",
			example: "- ask: budget\n  text: Up to how much?\n  give_up: {flow: shop}\n  silence: {after: 20h, then: [{say: Until soon.}]}\n",
		},
		{
			name: "passing", types: []reflect.Type{reflect.TypeFor[flows.Passing](), reflect.TypeFor[flows.Taking](), reflect.TypeFor[flows.Assignments]()},
			doc:     "A map of names and expressions: left gets right. Under `with` the left name is the other's, under `take` it is this flow's.",
			example: "- flow: sizes\n  with: {light: light}\n  take: {size: chosen_size}\n",
		},
		{
			name: "options", types: []reflect.Type{reflect.TypeFor[flows.Options]()},
			doc:     "What can be answered: a map of names and labels, or of names and [option](#option); a list of names; or the name of a field whose options are meant.",
			example: "- ask: size\n  text: How large?\n  options:\n    small: Small\n    tall: {label: As tall as it likes, synonyms: [big, huge]}\n",
		},
		{name: "option", keys: reflect.TypeFor[flows.Option](), doc: "One possible answer, or one line of a menu. A bare text is its label."},
		{
			name: "button", keys: reflect.TypeFor[flows.Button](),
			doc:     "A button under a message: the name of a command (`back`, `menu`, `cancel`, `help`, `restart`, `language`, `privacy`, `mydata`, `forget`, `stop`, or one that a flow makes), or a label with a page or a flow.",
			example: "- say: Our roastery.\n  buttons: [menu, {label: On the map, url: \"https://example.com\"}, {label: Advice, flow: advice}]\n",
		},
		{name: "arm", types: []reflect.Type{reflect.TypeFor[flows.Arm]()}, doc: "`{when: condition, do: [steps]}`, at last `{else: [steps]}`. In a [text](#text): `{when: condition, text: ...}`, at last `{else: ...}`."},
		{name: "pause", keys: reflect.TypeFor[flows.Pause](), doc: "What happens when nothing is heard: each reminder, and at last `then`, comes `after` later than the one before it."},
		{name: "interrupts", types: []reflect.Type{reflect.TypeFor[flows.Interrupts]()}, doc: "`all`, `faq`, `none`, or a list of flows, in which `faq` may stand too."},
		{name: "after press", types: []reflect.Type{reflect.TypeFor[flows.AfterPress]()}, doc: "`keep`, `mark` or `remove`."},
	}
}

// keptForms are what is remembered, and where items come from.
func keptForms() []form {
	return []form{
		{name: "field", keys: reflect.TypeFor[flows.Field](), doc: "One kept answer. A bare word is its type: `age: integer` is short for `age: {type: integer}`."},
		{
			name: "entry", types: []reflect.Type{reflect.TypeFor[flows.Of]()},
			doc: "What the entries of a list are: values by name, as `{name: text, age: integer}`, each written as a [field](#field); or one type. Of an item: its catalog, as `catalog.coffee`.",
		},
		{name: "check", keys: reflect.TypeFor[flows.Check](), doc: "Refuses an answer. Of several the first that holds."},
		{name: "source", types: []reflect.Type{reflect.TypeFor[flows.SourceName]()}, doc: "Where items come from: `catalog.<name>`, `orders`, `faq`, or a field of type list."},
		{name: "rule", keys: reflect.TypeFor[steps.Rule](), doc: "One thing that speaks for an item, or against it."},
		{name: "wait for", keys: reflect.TypeFor[flows.WaitFor](), doc: "What a flow waits for: a [duration](#duration), or one of these."},
		{name: "split arm", keys: reflect.TypeFor[flows.SplitArm](), doc: "One arm of a split."},
	}
}

// sharedForms are the parts of bot.yaml, of a flow's head, of a catalog and of a talk.
func sharedForms() []form {
	return []form{
		{name: "start", keys: reflect.TypeFor[flows.Start](), doc: "What starts a flow. Every part may be left out."},
		{name: "defaults", keys: reflect.TypeFor[flows.Defaults](), doc: "Keys of questions, said once for a flow or for the whole bot. A flow's own come before those of the bot, a step's own keys before both."},
		{name: "phrase", keys: reflect.TypeFor[flows.Phrase](), doc: "A text by name. A bare text will do."},
		{name: "privacy", keys: reflect.TypeFor[flows.Privacy](), doc: "What /privacy tells."},
		{name: "purpose", keys: reflect.TypeFor[flows.Purpose](), doc: "One thing that data is kept for. A bare text is its label."},
		{name: "brand", keys: reflect.TypeFor[flows.Brand](), doc: "How the bot speaks."},
		{name: "tone", keys: reflect.TypeFor[flows.Tone](), doc: "How it speaks in one language; `repartee check` holds all texts to it."},
		{
			name: "hours", types: []reflect.Type{hoursType},
			doc:     "Opening times by name. Days are `mon` to `sun`, or spans as `mon-fri`; times are `08:00-18:30`, several with commas, past midnight `18:00-02:00`, all day `24h`. `holidays` names a country or a state (`DE`, `DE-BE`) on whose holidays it is closed, `closed` further days.",
			example: "hours:\n  shop: {mon-fri: \"08:00-12:00, 13:00-18:30\", sat: 09:00-14:00, holidays: DE-BE, closed: [2026-12-24]}\n",
		},
		{name: "effort", keys: reflect.TypeFor[flows.Effort](), doc: "How many questions customers are willing to answer in a flow."},
		{name: "attention", keys: reflect.TypeFor[flows.Attention](), doc: "When customers want to be left alone."},
		{name: "quiet", types: []reflect.Type{quietType}, doc: "Hours of the day, in the bot's time zone: `21:00-08:00`."},
		{name: "call", keys: reflect.TypeFor[flows.Call](), doc: "Something outside that flows may `call`. It has exactly one of `get`, `post`, `put`, `patch` and `delete`."},
		{name: "item", types: []reflect.Type{reflect.TypeFor[flows.Item]()}, doc: "A map of columns and values."},
		{name: "given", keys: reflect.TypeFor[talk.Given](), doc: "What is so before the first turn of a talk. Values are written as a customer of the first language types them."},
		{name: "order", keys: reflect.TypeFor[talk.Order](), doc: "An order of before."},
		{name: "payment of a talk", keys: reflect.TypeFor[talk.PayTurn](), doc: "What the customer does with the newest invoice. A bare word is `how`."},
		{name: "stub", keys: reflect.TypeFor[talk.Stub](), doc: "What stands for something outside, by its name. A list of answers is given one each time."},
		{name: "turn", keys: reflect.TypeFor[talk.Turn](), doc: "One line of a talk: exactly one of these keys."},
		{name: "expectation", keys: reflect.TypeFor[talk.Expect](), doc: "What is so after the last turn."},
	}
}

// formsPage lists them.
func formsPage(w *writer) error {
	w.title("Recurring forms", "How values are written, wherever they stand.")
	for _, f := range forms() {
		w.heading(2, f.name)
		w.paragraph(f.doc)
		if f.keys != nil {
			if err := w.keys(f.keys); err != nil {
				return err
			}
		}
		if f.example != "" {
			w.block("yaml fragment", f.example)
		}
	}
	return nil
}
