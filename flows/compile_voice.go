package flows

import (
	"regexp"
	"slices"
	"strings"

	"repartee/flows/value"
)

// said is one text in one language, where it is written.
type said struct {
	ref      Ref
	language string
	text     string
}

// voices holds all texts to how the brand speaks: words that it avoids, and how customers are addressed.
func (c *compiler) voices() {
	for _, voice := range c.src.Bot.Brand.Voice {
		if !slices.Contains(c.set.Languages, voice.Language) {
			c.fail(voice.Ref, "bad-language", "list it under `languages`, or take it out here", "%s is not among the bot's languages", voice.Language)
			continue
		}
		for _, text := range c.said {
			if text.language == voice.Language {
				c.voice(&voice, text)
			}
		}
	}
}

func (c *compiler) voice(voice *Tone, s said) {
	words := " " + value.Fold(s.text) + " "
	for _, avoid := range voice.Avoid {
		if word := value.Fold(avoid); word != "" && strings.Contains(words, " "+word+" ") {
			c.warn(s.ref, "brand-voice", "say it in other words; bot.yaml lists it under brand: voice: avoid", "the brand avoids %q", avoid)
		}
	}
	other := wrongAddress[voice.Language][voice.Address]
	if other == nil {
		return
	}
	if found := other.FindStringSubmatch(s.text); found != nil {
		c.warn(s.ref, "brand-voice", "bot.yaml says `address: "+string(voice.Address)+"`", "%q addresses the customer the other way", found[1])
	}
}

// wrongAddress finds the words of the other form of address. The German Sie is only told from sie (she, they) within a sentence; a rendez-vous addresses nobody.
var wrongAddress = map[string]map[Address]*regexp.Regexp{
	"de": {
		Informal: regexp.MustCompile(`[\p{L}\p{N},;:–-]["»„]?\s+(Sie|Ihnen|Ihr|Ihre|Ihren|Ihrem|Ihrer|Ihres)(?:[^\p{L}]|$)`),
		Formal:   regexp.MustCompile(`(?:^|[^\p{L}])([Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?|[Dd]einen|[Dd]einem|[Dd]einer|[Dd]eines|[Ee]uch|[Ee]uer|[Ee]ure)(?:[^\p{L}]|$)`),
	},
	"fr": {
		Informal: regexp.MustCompile(`(?:^|[^\p{L}-]|[^z]-)([Vv]ous|[Vv]otre|[Vv]os|[Vv]euillez)(?:[^\p{L}]|$)`),
		Formal:   regexp.MustCompile(`(?:^|[^\p{L}])([Tt]u|[Tt]oi|[Tt]on|[Tt]es|[Tt]a|[Tt]e)(?:[^\p{L}]|$)`),
	},
}
