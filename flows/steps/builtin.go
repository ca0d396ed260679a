package steps

import "repartee/flows"

// Builtin gives the flows behind the commands that are always reachable. A folder's own flow with the same id replaces one.
func Builtin() []*flows.Flow {
	return []*flows.Flow{
		builtin("help", &help{}),
		builtin("language", &language{}),
		builtin("privacy", &privacy{}),
		builtin("mydata", &mydata{}),
		builtin("forget", &forget{}),
		builtin("stop", &stop{}),
	}
}

func builtin(id flows.ID, body flows.Body) *flows.Flow {
	step := &flows.Step{Ref: flows.Ref{Flow: string(id), Path: "steps.0"}, Kind: string(id), Body: body}
	return &flows.Flow{Ref: flows.Ref{Flow: string(id)}, ID: id, Steps: flows.Steps{step}}
}
