package flows

import (
	"slices"
	"strings"

	"repartee/flows/understand"
	"repartee/flows/value"
)

// starts gathers what starts a flow: commands, deep links, and the words that customers say.
func (c *compiler) starts() {
	s := c.set
	s.commands, s.words, s.started = map[string]*Flow{}, map[string]string{}, map[string][]*Flow{}
	var phrases []understand.Phrase
	said := starters{}
	for _, flow := range s.Flows {
		if flow.Start.Command != "" {
			c.startCommand(flow)
		}
		if flow.Start.Link != "" {
			c.startLink(flow)
		}
		if event := string(flow.Start.Event); event != "" {
			s.started[event] = append(s.started[event], flow)
		}
		for _, language := range s.Languages {
			for _, words := range c.startWords(flow, language) {
				if other := said.add(language, words, "flow "+string(flow.ID)+" is started"); other != "" {
					c.warn(flow.Start.Ref.At("words"), "duplicate-words", "keep them at one of the flows", "%s by %q too", other, words)
				}
				phrases = append(phrases, understand.Phrase{Language: language, Text: words, Trigger: len(s.triggerFlows)})
			}
		}
		s.triggerFlows = append(s.triggerFlows, flow)
		s.triggerFAQ = append(s.triggerFAQ, nil)
	}
	phrases = append(phrases, c.faqPhrases(said)...)
	s.triggers = understand.NewIndex(phrases)
	slices.SortStableFunc(s.linked, func(a, b *Flow) int { return len(b.Start.Link) - len(a.Start.Link) })
	c.listedCommands()
	c.commandWords()
	c.faqButtons()
}

// starters know by language and words what is started by them.
type starters map[[2]string]string

// add gives what the words start already, as the beginning of a sentence; "" where that is nothing else.
func (s starters) add(language, words, starts string) string {
	key := [2]string{language, value.Fold(words)}
	other := s[key]
	s[key] = starts
	if other == starts {
		return ""
	}
	return other
}

// faqPhrases gathers how customers ask what the FAQ answers.
func (c *compiler) faqPhrases(said starters) []understand.Phrase {
	var phrases []understand.Phrase
	for _, entry := range c.set.faqOrder {
		for _, language := range c.set.Languages {
			for _, words := range c.faqAsks(entry, language) {
				if other := said.add(language, words, "the entry "+string(entry.ID)+" of the FAQ is asked for"); other != "" {
					c.warn(entry.Ref.At("ask"), "duplicate-words", "keep them at one of the two", "%s by %q too", other, words)
				}
				phrases = append(phrases, understand.Phrase{Language: language, Text: words, Trigger: len(c.set.triggerFlows)})
			}
		}
		c.set.triggerFlows = append(c.set.triggerFlows, nil)
		c.set.triggerFAQ = append(c.set.triggerFAQ, entry)
	}
	return phrases
}

func (c *compiler) startCommand(flow *Flow) {
	name, ref := string(flow.Start.Command), flow.Start.Ref.At("command")
	switch {
	case slices.Contains(reservedFlows, name):
		c.fail(ref, "reserved-name", "choose another command", "/%s has a meaning of its own", name)
	case c.set.commands[name] != nil:
		c.fail(ref, "duplicate-command", "choose another command", "flow %s is started by /%s already", c.set.commands[name].ID, name)
	case len(name) > 32:
		c.fail(ref, "long-command", "Telegram allows 32 letters", "/%s is too long", name)
	default:
		c.set.commands[name] = flow
	}
}

func (c *compiler) startLink(flow *Flow) {
	link, ref := flow.Start.Link, flow.Start.Ref.At("link")
	if strings.Count(link, "*") > 1 {
		c.fail(ref, "bad-link", "write one * at most, as adv_*", "a link has one * at most")
	}
	if trimmed := strings.Trim(strings.ReplaceAll(link, "*", ""), "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"); trimmed != "" || len(link) > PayloadLimit {
		c.fail(ref, "bad-link", "Telegram allows 64 of A-Z, a-z, 0-9, _ and -", "%q cannot stand in a deep link", link)
	}
	for _, other := range c.set.linked {
		if other.Start.Link == link {
			c.fail(ref, "duplicate-link", "choose another link", "flow %s is started by the link %s already", other.ID, link)
		}
	}
	c.set.linked = append(c.set.linked, flow)
}

func (c *compiler) startWords(flow *Flow, language string) []string {
	if language == c.set.Languages[0] {
		return flow.Start.Words
	}
	return c.translatedWords(string(flow.ID)+".words", language)
}

func (c *compiler) translatedWords(at, language string) []string {
	var words []string
	for _, i := range c.dictionary.in(language).words[at] {
		c.used = append(c.used, i)
		words = append(words, c.dictionary.entries[i].Words...)
	}
	return words
}

// commandWords gathers the words that stand for commands in the set's languages.
func (c *compiler) commandWords() {
	s := c.set
	s.buttonCommands, s.buttonFlows = map[uint32]string{}, map[uint32]*Flow{}
	for _, language := range s.Languages {
		for name, words := range builtinWords[language] {
			for _, word := range words {
				s.words[value.Fold(word)] = name
			}
		}
	}
	for name := range builtinPhrases {
		if command, ok := strings.CutPrefix(name, "button_"); ok {
			s.buttonCommands[hashID(choiceCommand+command)] = command
		}
	}
	for name := range s.commands {
		s.buttonCommands[hashID(choiceCommand+name)] = name
	}
	targets := c.buttonTargets()
	for _, flow := range s.Flows {
		if targets[string(flow.ID)] || len(flow.Start.Words) > 0 {
			s.buttonFlows[hashID(choiceFlow+string(flow.ID))] = flow
		}
		if flow.Was != "" && s.flows[string(flow.Was)] == nil { // buttons in messages from before
			s.buttonFlows[hashID(choiceFlow+string(flow.Was))] = flow
		}
	}
}

// formerCommand lets a flow be started by the command that came of its former name: customers may have it in their memory, or in an older menu.
func (c *compiler) formerCommand(flow *Flow) {
	if was := string(flow.Was); was != "" && c.set.commands[was] == nil && c.set.flows[was] == nil {
		c.set.commands[was] = flow
	}
}

// faqButtons lets answers of the FAQ be asked for by buttons.
func (c *compiler) faqButtons() {
	c.set.answered = map[uint32]*FAQ{}
	for _, entry := range c.set.faqOrder {
		c.set.answered[hashID(choiceFAQ+string(entry.ID))] = entry
	}
}

// listedCommands are those of Telegram's menu: as bot.yaml lists them, else all that the folder's flows make.
func (c *compiler) listedCommands() {
	if len(c.src.Bot.Commands) == 0 {
		for _, flow := range c.set.Flows {
			if flow.Start.Command != "" {
				c.set.listed = append(c.set.listed, flow)
			}
		}
		return
	}
	for _, name := range c.src.Bot.Commands {
		flow := c.set.commands[name.Name]
		if flow == nil {
			flow = c.set.flows[name.Name]
		}
		if flow == nil {
			c.unknownFlow(name, "")
			continue
		}
		if flow.Start.Command == "" {
			c.set.commands[string(flow.ID)] = flow
			c.formerCommand(flow)
		}
		c.set.listed = append(c.set.listed, flow)
	}
}
