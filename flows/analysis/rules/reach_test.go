package rules_test

import "testing"

// TestHumanInReach closes a question in several ways to those who want to talk to a person.
func TestHumanInReach(t *testing.T) {
	const human = "commands: [hello, part]\n--- # flows/human.yaml\nflow: human\nstart: {words: [talk to a person]}\nsteps:\n  - say: Call us, please.\n"
	const mute = "commands: [hello, part]\n--- # flows/human.yaml\nflow: human\nsteps:\n  - say: Call us, please.\n"
	const listed = "commands: [hello, part, human]\n--- # flows/human.yaml\nflow: human\nsteps:\n  - say: Call us, please.\n"
	for _, c := range []struct {
		name, rest, keys string
		wrong            bool
	}{
		{"nothing may interrupt", human, "    interrupts: none\n", true},
		{"only the FAQ may", human, "    interrupts: faq\n", true},
		{"others may", human, "    interrupts: [welcome]\n", true},
		{"the words may", human, "    interrupts: [human]\n", false},
		{"all may", human, "", false},
		{"a button leads there", human, "    interrupts: none\n    buttons: [{label: A person, flow: human}]\n", false},
		{"giving up leads there", human, "    interrupts: none\n    retry: [Once more.]\n    give_up: {flow: human}\n", false},
		{"no words, no button", mute, "", true},
		{"no words, and a button at one question only", mute, "    buttons: [{label: A person, flow: human}]\n", true},
		{"in Telegram's menu", listed, "    interrupts: none\n", false},
		{"there is nobody to talk to", "", "    interrupts: none\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			flow := "flow: part\nstart: {command: part}\nfields: {trouble: {type: text, max: 500}}\nsteps:\n  - ask: trouble\n    text: What went wrong?\n" + c.keys + "  - say: \"I pass it on: {{ trouble }}\"\n"
			if c.rest != "" {
				flow = c.rest + "--- # flows/part.yaml\n" + flow
			}
			found := false
			for _, p := range find(t, flow) {
				found = found || p.Code == "human-unreachable"
			}
			if found != c.wrong {
				t.Errorf("found: %t, want %t", found, c.wrong)
			}
		})
	}
}

// TestCommandsInTexts tells commands from addresses and from other strokes.
func TestCommandsInTexts(t *testing.T) {
	for _, c := range []struct {
		text  string
		wrong bool
	}{
		{"Write /hello or /help.", false},
		{"/orders, /restart and /cancel are always there", false},
		{"Write /helo!", true},
		{"(/nothing)", true},
		{"https://small.example/nothing", false},
		{"black and/or white", false},
		{"24/7, 1/2, km/h", false},
		{"the folder /home/files", false},
	} {
		found := false
		for _, p := range find(t, "flow: part\nstart: {command: part}\nsteps:\n  - say: \""+c.text+"\"\n") {
			found = found || p.Code == "no-such-command"
		}
		if found != c.wrong {
			t.Errorf("%q: found: %t, want %t", c.text, found, c.wrong)
		}
	}
}
