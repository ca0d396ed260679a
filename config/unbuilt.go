package config

// unbuilt tells of a word of the language that Repartee does not know yet what to write instead; "" for any other word. See docs/architecture.md: what is not built
// is an unknown key.
func unbuilt(word string) string {
	switch word {
	case "handoff":
		return "handing a talk over to people is not built yet; till then tell customers how to reach somebody: `- say: ...`, or `- jump: human` to a flow that does"
	case "notify":
		return "messages to a department are not built yet; till then a `call` can tell your staff, by the address of a service that you use"
	case "desk":
		return "a desk for your staff is not built yet: take it out; till then a flow called human tells customers how to reach you"
	case "segments.yaml", "campaigns.yaml":
		return "segments and campaigns are not built yet; till then a flow can write later by itself: `wait`"
	}
	return ""
}
