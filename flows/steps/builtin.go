package steps

import (
	"strconv"

	"repartee/flows"
)

// The flows that only buttons of other built-in ones lead to.
const (
	changeFlow   = "mydata_change"
	exportFlow   = "mydata_export"
	consentsFlow = "consents"
)

// Builtin gives the flows behind the commands that are always reachable. A folder's own flow with the same id replaces one.
func Builtin() []*flows.Flow {
	return []*flows.Flow{
		builtin("help", &help{}),
		builtin("language", &language{}),
		builtin("privacy", &privacy{}),
		builtin(consentsFlow, &consents{Question: withButtons("cancel")}),
		builtin("mydata", &mydata{}),
		builtin(changeFlow,
			&pickField{Question: withButtons("cancel")},
			&treatField{Question: withButtons("back", "cancel")},
			&correctField{Question: withButtons("back", "cancel")}),
		builtin(exportFlow, &export{}),
		builtin("forget", &forget{}),
		builtin("stop", &stop{}),
		builtin("orders", &orders{}),
		builtin("paysupport", &paysupport{}),
		builtin("appointments", &appointments{}),
	}
}

// builtin makes a flow of bodies, one step each.
func builtin(id flows.ID, bodies ...flows.Body) *flows.Flow {
	flow := &flows.Flow{Ref: flows.Ref{Flow: string(id)}, ID: id}
	for i, body := range bodies {
		ref := flows.Ref{Flow: string(id), Path: "steps." + strconv.Itoa(i)}
		flow.Steps = append(flow.Steps, &flows.Step{Ref: ref, Kind: string(id), Body: body})
	}
	return flow
}

// commandButtons are buttons for commands.
func commandButtons(names ...string) []flows.Button {
	buttons := make([]flows.Button, len(names))
	for i, name := range names {
		buttons[i] = flows.Button{Command: name}
	}
	return buttons
}

// withButtons are the keys of a built-in question that shows buttons for commands.
func withButtons(names ...string) flows.Question {
	return flows.Question{Defaults: flows.Defaults{Buttons: commandButtons(names...)}}
}
