package rules_test

import "testing"

// TestConsentOnTheWay asks for a birthday that is kept for a purpose with consent, on several ways.
func TestConsentOnTheWay(t *testing.T) {
	const ask = "  - id: when\n    ask: birthday\n    text: When is your birthday?\n  - say: \"On {{ date(birthday) }} there will be cake.\"\n"
	for _, c := range []struct {
		name, before string
		wrong        bool
	}{
		{"never asked", "", true},
		{"asked, whatever the answer", "  - ask: news\n    if_known: confirm\n    text: May I write to you?\n", true},
		{"a no ends it", "  - ask: news\n    if_known: confirm\n    text: May I write to you?\n  - branch:\n      - {when: not news, do: [end]}\n      - else: [{say: Thank you.}]\n", false},
		{"only a yes goes on", "  - ask: news\n    if_known: confirm\n    text: May I write to you?\n  - branch:\n      - {when: news, do: [{go: when}]}\n      - else: [{say: As you like.}, end]\n", false},
		{"who has said no before is led away", "  - end:\n    when: not news\n", false},
		{"one of two is enough to go on", "  - ask: news\n    if_known: confirm\n    text: May I write to you?\n  - branch:\n      - {when: news or brew == 'filter', do: [{go: when}]}\n      - else: [{say: As you like.}, end]\n", true},
		{"both have to hold", "  - ask: news\n    if_known: confirm\n    text: May I write to you?\n  - branch:\n      - {when: news and brew == 'filter', do: [{go: when}]}\n      - else: [{say: As you like.}, end]\n", false},
		{"a yes can be taken back on the way", "  - end:\n    when: not news\n  - ask: news\n    text: Still so?\n", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			flow := "flow: part\nstart: {command: part}\nfields:\n  birthday: {type: date, max: today, label: Your birthday, personal: true, purpose: marketing}\nsteps:\n" + c.before + ask
			found := false
			for _, p := range find(t, flow) {
				found = found || p.Code == "personal-without-consent"
			}
			if found != c.wrong {
				t.Errorf("found: %t, want %t", found, c.wrong)
			}
		})
	}
}
