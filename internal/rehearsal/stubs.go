package rehearsal

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"repartee/flows"
	"repartee/flows/talk"
)

// stubsOf are the calls of some turns with what they were answered, each answer once and in order.
func stubsOf(set *flows.Set, turns []turn) (stubs []talk.Stub) {
	names := map[string]string{} // of the calls, by the id of their job
	for i := range turns {
		for _, job := range turns[i].jobs {
			if job.HTTP != nil || job.Func != nil {
				names[job.ID] = job.Name
			}
		}
		for _, in := range turns[i].inputs {
			if name := names[in.Job]; in.What == flows.Result && name != "" {
				stubs = withReply(stubs, name, replyOf(set, name, &in))
			}
		}
	}
	return stubs
}

func withReply(stubs []talk.Stub, name string, reply talk.Reply) []talk.Stub {
	at := slices.IndexFunc(stubs, func(s talk.Stub) bool { return s.Name == name })
	if at < 0 {
		stubs, at = append(stubs, talk.Stub{Name: name}), len(stubs)
	}
	stubs[at].Each = append(stubs[at].Each, reply)
	return stubs
}

// replyOf is the answer of a call, as far as the flow is given it.
func replyOf(set *flows.Set, name string, in *flows.Input) talk.Reply {
	var object map[string]any
	if in.Failed != "" || json.Unmarshal(in.Result, &object) != nil {
		return talk.Reply{Fails: true}
	}
	var reply talk.Reply
	for _, field := range slices.Sorted(maps.Keys(set.Gives(name))) {
		if v, there := object[field]; there && v != nil {
			reply.Gives = append(reply.Gives, givenAs(field, v))
		}
	}
	return reply
}

func givenAs(name string, v any) talk.Value {
	switch v := v.(type) {
	case bool:
		if v {
			return talk.Value{Name: name, Text: "yes"}
		}
		return talk.Value{Name: name, Text: "no"}
	case []any:
		given := talk.Value{Name: name, List: []string{}}
		for _, entry := range v {
			given.List = append(given.List, fmt.Sprint(entry))
		}
		return given
	}
	return talk.Value{Name: name, Text: fmt.Sprint(v)}
}
