package flows

import (
	"regexp"
	"slices"
	"strings"

	"repartee/flows/value"
)

// voices holds all texts to how the brand speaks: words that it avoids, and how customers are addressed.
func (c *compiler) voices() {
	if len(c.src.Bot.Brand.Voice) == 0 {
		return
	}
	texts := slices.Concat(c.set.said, c.phrasesSaid(), c.itemsSaid())
	for _, voice := range c.src.Bot.Brand.Voice {
		if !slices.Contains(c.set.Languages, voice.Language) {
			c.fail(voice.Ref, "bad-language", "list it under `languages`, or take it out here", "%s is not among the bot's languages", voice.Language)
			continue
		}
		for _, text := range texts {
			if text.Language == voice.Language {
				c.voice(&voice, text)
			}
		}
	}
}

func (c *compiler) voice(voice *Tone, s Said) {
	words := " " + value.Fold(s.Text) + " "
	for _, avoid := range voice.Avoid {
		if word := value.Fold(avoid); word != "" && avoided(words, word, voice.Language) {
			c.warn(s.Ref, "brand-voice", "say it in other words; bot.yaml lists it under brand: voice: avoid", "the brand avoids %q", avoid)
		}
	}
	other := wrongAddress[voice.Language][voice.Address]
	if other == nil {
		return
	}
	if found := other.FindStringSubmatch(s.Text); found != nil {
		c.warn(s.Ref, "brand-voice", "bot.yaml says `address: "+string(voice.Address)+"`", "%q addresses the customer the other way", found[1])
	}
}

// avoided tells whether a folded text has a word, or a form of it. Both ends of the text are spaces.
func avoided(text, word, language string) bool {
	for rest := text; ; {
		i := strings.Index(rest, " "+word)
		if i < 0 {
			return false
		}
		rest = rest[i+1+len(word):]
		if ending, _, _ := strings.Cut(rest, " "); ending == "" || slices.Contains(endings(language), ending) {
			return true
		}
	}
}

// endings are what a word may take on in a language, folded, without becoming another one.
func endings(language string) []string {
	switch language {
	case "en":
		return []string{"s", "es", "ly", "er", "est"}
	case "de":
		return []string{"e", "en", "em", "er", "es", "n", "s", "ere", "eren", "erem", "erer", "eres", "ste", "sten", "stes", "ster", "stem"}
	case "fr":
		return []string{"e", "s", "es", "x"}
	}
	return nil
}

// phrasesSaid are the bot's own phrases as bot.yaml words them, in every language.
func (c *compiler) phrasesSaid() []Said {
	var all []Said
	for _, phrase := range c.src.Bot.Phrases {
		all = append(all, c.inWords("phrases."+string(phrase.Name), phrase.Text.Ref, phrase.Text.Source)...)
	}
	return all
}

// itemsSaid are the texts of all items that customers read, in every language.
func (c *compiler) itemsSaid() []Said {
	var all []Said
	for _, catalog := range c.set.catalogOrder {
		for i := range catalog.Items {
			item := &catalog.Items[i]
			at := "catalog." + string(catalog.ID) + "." + cellText(item, "id")
			for j := range item.Cells {
				if cell := &item.Cells[j]; cell.Text != "" && c.isRead(catalog, cell.Column) {
					all = append(all, c.inWords(at, cell.Ref, cell.Text)...)
				}
			}
		}
	}
	return all
}

// isRead tells of a column whose texts customers read.
func (c *compiler) isRead(catalog *Catalog, name string) bool {
	declared := slices.ContainsFunc(catalog.Columns, func(f *Field) bool { return string(f.Name) == name })
	if !declared && name != "name" && name != "text" {
		return false
	}
	column, ok := catalog.sold.Column(name)
	return ok && column.Type != nil && column.Type.Base == value.TypeText
}

// inWords is a text with its translations.
func (c *compiler) inWords(at string, ref Ref, source string) []Said {
	said := []Said{{Ref: ref, Language: c.set.Languages[0], Source: source, Text: source}}
	told := c.set.wording(at, source)
	if told == nil {
		return said
	}
	for _, entry := range told.Translations {
		said = append(said, Said{Ref: entry.Ref, Language: entry.Language, Source: source, Text: entry.Text})
	}
	return said
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
