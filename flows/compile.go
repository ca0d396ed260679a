package flows

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"repartee/flows/expr"
	"repartee/flows/understand"
	"repartee/flows/value"
)

// Set is all that a folder compiles to. It is immutable and shared by all turns.
type Set struct {
	Name      string
	Languages []string
	Currency  string
	Privacy   Privacy
	Flows     []*Flow // the folder's own, then the built-in ones that it does not replace

	zone           *time.Location
	start          *Flow
	listed         []*Flow // in Telegram's menu of commands
	flows          map[string]*Flow
	fields         map[string]*Field // of the customer
	order          Fields            // the same, as written
	phrases        map[string]*Phrase
	commands       map[string]*Flow
	linked         []*Flow
	words          map[string]string
	triggers       *understand.Index
	triggerFlows   []*Flow
	buttonCommands map[uint32]string
	buttonFlows    map[uint32]*Flow
	wordings       map[wording][]string
	renames        renames
}

// Compile checks a source and makes a set of it. The set is nil if a problem is an Error. The source must not be used again.
func Compile(src Source) (*Set, []Problem) {
	c := newCompiler(src)
	c.bot()
	c.flows()
	c.names()
	c.texts()
	c.defaults()
	c.starts()
	c.graph()
	c.set.renames = c.renamesOf(c.src.Bot.Fields)
	for _, flow := range c.set.Flows {
		c.depends(flow)
		flow.renames = c.renamesOf(flow.Answers())
	}
	c.unusedTranslations()
	for _, problem := range c.problems {
		if problem.Severity == Error {
			return nil, c.problems
		}
	}
	return c.set, c.problems
}

type compiler struct {
	src          Source
	set          *Set
	problems     []Problem
	translations map[placed][]*Translation
	used         map[*Translation]bool
	missing      map[string][]Ref // by language
	given        map[string]*value.Type
	types        map[*Field]bool // whose type is settled
}

// placed is what a translation is known by.
type placed struct{ language, at, source string }

func newCompiler(src Source) *compiler {
	c := &compiler{
		src:          src,
		set:          &Set{Name: src.Bot.Name, Languages: src.Bot.Languages, Currency: src.Bot.Currency, Privacy: src.Bot.Privacy, wordings: map[wording][]string{}},
		translations: map[placed][]*Translation{},
		used:         map[*Translation]bool{},
		missing:      map[string][]Ref{},
		given:        given(),
		types:        map[*Field]bool{},
	}
	for i := range src.Translations {
		t := &c.src.Translations[i]
		key := placed{t.Language, t.At, t.Source}
		c.translations[key] = append(c.translations[key], t)
	}
	return c
}

func (c *compiler) fail(ref Ref, code, help, format string, args ...any) {
	c.problems = append(c.problems, Problem{Ref: ref, Code: code, Message: fmt.Sprintf(format, args...), Help: help})
}

func (c *compiler) warn(ref Ref, code, help, format string, args ...any) {
	c.problems = append(c.problems, Problem{Ref: ref, Severity: Warning, Code: code, Message: fmt.Sprintf(format, args...), Help: help})
}

// bot checks what bot.yaml says of the whole.
func (c *compiler) bot() {
	bot := &c.src.Bot
	if len(bot.Languages) == 0 {
		c.set.Languages = []string{"en"}
	}
	for i, language := range bot.Languages {
		if !isLanguage(language) {
			c.fail(bot.Ref.At("languages", fmt.Sprint(i)), "bad-language", "write the two letters of the language, as en, de or fr", "%q is no language", language)
		}
		if slices.Index(bot.Languages, language) < i {
			c.fail(bot.Ref.At("languages", fmt.Sprint(i)), "duplicate-language", "", "%s is listed twice", language)
		}
	}
	zone, err := time.LoadLocation(bot.TimeZone)
	if err != nil || bot.TimeZone == "" || bot.TimeZone == "Local" {
		zone = time.UTC
		if bot.TimeZone != "" {
			c.fail(bot.Ref.At("time_zone"), "bad-time-zone", "write a continent and a city, as Europe/Berlin", "%q is no time zone", bot.TimeZone)
		}
	}
	c.set.zone = zone
	if bot.Currency != "" && !isCurrency(bot.Currency) {
		c.fail(bot.Ref.At("currency"), "bad-currency", "write the three capitals of the currency, as EUR", "%q is no currency", bot.Currency)
	}
}

func isLanguage(s string) bool {
	return len(s) == 2 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

func isCurrency(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// reservedFlows are words that mean something else where a flow's name could stand.
var reservedFlows = []string{"next", "end", commandStart, commandRestart, commandBack, commandCancel, commandWhy}

// flows takes in the folder's flows and the built-in ones that it does not replace, and lays out their steps.
func (c *compiler) flows() {
	c.set.flows = map[string]*Flow{}
	add := func(flow *Flow) {
		id := string(flow.ID)
		c.set.flows[id] = flow
		c.set.Flows = append(c.set.Flows, flow)
	}
	for _, flow := range c.src.Flows {
		id := string(flow.ID)
		switch {
		case id == "":
		case slices.Contains(reservedFlows, id):
			c.fail(flow.Ref.At("flow"), "reserved-name", "give the flow another name", "%q has a meaning of its own and cannot name a flow", id)
		case c.set.flows[id] != nil:
			c.fail(flow.Ref.At("flow"), "duplicate-id", "two files begin with `flow: "+id+"`; rename one of them", "there is another flow called %s", id)
		default:
			add(flow)
		}
	}
	for _, flow := range c.src.Builtin {
		if c.set.flows[string(flow.ID)] == nil {
			flow.builtin = true
			add(flow)
		}
	}
	for _, flow := range c.set.Flows {
		c.layOut(flow)
	}
	c.set.start = c.startFlow()
}

func (c *compiler) startFlow() *Flow {
	start := c.src.Bot.Start
	if start.Name == "" {
		return nil // config has reported the missing key
	}
	flow := c.set.flows[start.Name]
	if flow == nil {
		c.fail(start.Ref, "unknown-flow", didYouMean(start.Name, c.flowIDs(), "write a file in flows/ that begins with `flow: "+start.Name+"`"), "there is no flow called %s", start.Name)
	}
	return flow
}

func (c *compiler) flowIDs() []string {
	var ids []string
	for id, flow := range c.set.flows {
		if !strings.HasPrefix(id, "_") {
			ids = append(ids, string(flow.ID))
		}
	}
	slices.Sort(ids)
	return ids
}

// layOut links the steps of a flow, nested ones too, and gives them their names.
func (c *compiler) layOut(flow *Flow) {
	flow.resting, flow.goals, flow.fields = map[string]*Step{}, map[string]bool{}, map[string]*Field{}
	if len(flow.Steps) == 0 && !flow.builtin {
		c.fail(flow.Ref.At("steps"), "empty-flow", "write at least one step, as `- say: Hello!`", "flow %s has no steps", flow.ID)
	}
	c.link(flow, flow.Steps, nil, nil)
	var former []*Step
	for _, step := range flow.steps {
		step.name = stepName(step)
		if step.Was != "" {
			former = append(former, step)
		}
		if step.name == "" {
			continue
		}
		if slices.Contains([]string{"next", "end"}, step.name) {
			c.fail(step.Ref.At("id"), "reserved-name", "give the step another id", "%q has a meaning of its own and cannot name a step", step.name)
		}
		if first := flow.resting[step.name]; first != nil {
			c.fail(step.Ref, "duplicate-id", "give this step an `id:` of its own", "two steps of flow %s are known as %s", flow.ID, step.name)
			continue
		}
		flow.resting[step.name] = step
	}
	for _, step := range former {
		if flow.resting[string(step.Was)] == nil {
			flow.resting[string(step.Was)] = step
		}
	}
}

// link makes each step know the one after it; the last of a nested list goes on behind the step it is nested in.
func (c *compiler) link(flow *Flow, steps Steps, outer, after *Step) {
	for i, step := range steps {
		step.flow, step.outer = flow, outer
		step.next = after
		if i+1 < len(steps) {
			step.next = steps[i+1]
		}
		flow.steps = append(flow.steps, step)
		for _, nested := range nestedSteps(step.Body) {
			c.link(flow, nested, step, step.next)
		}
	}
}

func stepName(step *Step) string {
	if step.ID != "" {
		return string(step.ID)
	}
	if body, ok := step.Body.(Named); ok {
		if name := body.Name(); name != "" {
			return name
		}
		return step.Kind
	}
	return ""
}

// starts gathers what starts a flow: commands, deep links, and the words that customers say.
func (c *compiler) starts() {
	s := c.set
	s.commands, s.words = map[string]*Flow{}, map[string]string{}
	var phrases []understand.Phrase
	for _, flow := range s.Flows {
		if flow.Start.Command != "" {
			c.startCommand(flow)
		}
		if flow.Start.Link != "" {
			c.startLink(flow)
		}
		for _, language := range s.Languages {
			for _, words := range c.startWords(flow, language) {
				phrases = append(phrases, understand.Phrase{Language: language, Text: words, Trigger: len(s.triggerFlows)})
			}
		}
		s.triggerFlows = append(s.triggerFlows, flow)
	}
	s.triggers = understand.NewIndex(phrases)
	slices.SortStableFunc(s.linked, func(a, b *Flow) int { return len(b.Start.Link) - len(a.Start.Link) })
	c.commandWords()
	c.listedCommands()
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
	for i := range c.src.Translations {
		if entry := &c.src.Translations[i]; entry.At == at && entry.Language == language && entry.Words != nil {
			c.used[entry] = true
			words = append(words, entry.Words...)
		}
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
		if targets[string(flow.ID)] {
			s.buttonFlows[hashID(choiceFlow+string(flow.ID))] = flow
		}
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
			c.fail(name.Ref, "unknown-flow", didYouMean(name.Name, c.flowIDs(), ""), "there is no flow called %s", name.Name)
			continue
		}
		c.set.listed = append(c.set.listed, flow)
	}
}

func didYouMean(name string, among []string, otherwise string) string {
	if near := expr.Nearest(name, among); near != "" {
		return "did you mean `" + near + "`?"
	}
	if otherwise == "" && len(among) > 0 && len(among) <= 8 {
		return "there is " + strings.Join(among, ", ")
	}
	return otherwise
}

func fold(s string) string { return value.Fold(s) }
