package flows

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"repartee/flows/expr"
	"repartee/flows/value"
)

// Compile checks a source and makes a set of it. The set is nil if a problem is an Error. The source must not be used again.
func Compile(src Source) (*Set, []Problem) {
	c := newCompiler(src)
	c.bot()
	c.hours()
	c.flows()
	c.faqNames()
	c.names()
	c.catalogs()
	c.selling()
	c.pairing()
	c.sharedTexts()
	c.set.renames = c.renamesOf(c.src.Bot.Fields)
	c.eachFlow((*compiler).flow)
	c.join()
	c.voices()
	c.starts()
	c.formerNames()
	c.endlessLoops()
	c.unusedTranslations()
	if c.set.start == nil && len(c.problems) == 0 {
		c.fail(c.src.Bot.Ref.At("start"), "missing-start", "write `start: welcome`, the flow behind /start", "the bot does not say where it starts")
	}
	if c.failed() {
		return nil, c.problems
	}
	c.set.makeups = c.makeups.with()
	c.set.uses, c.set.allow = c.sharedUses(), c.src.Bot.Allow
	c.set.fleeting = slices.DeleteFunc(slices.Clone(c.set.order), func(f *Field) bool { return f.Keep.Zero() })
	return c.set, c.problems
}

// flow compiles one flow by itself: nothing that other flows are made of is written, and of them only names and types are read, which are settled.
func (c *compiler) flow(flow *Flow) {
	c.flowTexts(flow)
	c.defaults(flow)
	c.gatherForms(flow)
	c.flowOptions(flow)
	c.exits(flow)
	if !flow.builtin {
		c.unreachable(flow)
	}
	c.depends(flow)
	for _, field := range flow.fields {
		field.fixBounds()
	}
	flow.renames = c.renamesOf(flow.Answers())
}

type compiler struct {
	*part            // that is being compiled
	former     *part // the same of the set that was compiled before; nil: there is none
	src        Source
	set        *Set
	dictionary *dictionary
	given      map[string]*value.Type
	types      map[*Field]bool // whose type is settled
	byStep     map[*Field]bool // declared by a step, see Declaring
	settling   map[*Field]bool // whose type is being settled
	noShipping bool            // it was said that there is no way of shipping
	noDefault  bool            // it was said that there is no default rate of tax
	anyItem    *value.Type     // an item of whichever catalog
	makeups    makeups
}

func newCompiler(src Source) *compiler {
	c := &compiler{
		src: src,
		set: &Set{Name: src.Bot.Name, Languages: src.Bot.Languages, Currency: src.Bot.Currency, Privacy: src.Bot.Privacy, Persona: src.Bot.Brand.Persona,
			media: map[string]*MediaFile{}, files: src.Media, shared: newPart(), parts: map[string]*part{}},
		makeups:    makeups{}.beside(),
		dictionary: dictionaryOf(&src),
		given:      given(),
		types:      map[*Field]bool{},
		settling:   map[*Field]bool{},
		byStep:     map[*Field]bool{},
	}
	c.part, c.set.dictionary = c.set.shared, c.dictionary
	if src.Former != nil {
		c.former, c.makeups = src.Former.shared, src.Former.makeups.beside()
	}
	return c
}

func (c *compiler) fail(ref Ref, code, help, format string, args ...any) {
	c.problems = append(c.problems, Problem{Ref: ref, Code: code, Message: fmt.Sprintf(format, args...), Help: help})
}

// failed tells whether an error has been reported.
func (c *compiler) failed() bool {
	return slices.ContainsFunc(c.problems, func(p Problem) bool { return p.Severity == Error })
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
		if isLanguage(language) && builtinPhrases["sorry"][language] == "" {
			c.warn(bot.Ref.At("languages", fmt.Sprint(i)), "no-phrases", "reword them in bot.yaml under `phrases`; the names are in the reference", "what the bot says of itself is not built in for %s; customers get it in English", language)
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
	c.zones()
	if bot.Currency == stars {
		c.fail(bot.Ref.At("currency"), "bad-currency", "write the currency of your goods, as EUR; the prices of digital ones stand as `250 XTR`", "Telegram Stars are not the money of a shop")
	}
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

func didYouMean(name string, among []string, otherwise string) string {
	if near := expr.Nearest(name, among); near != "" {
		return expr.DidYouMean(near)
	}
	if otherwise == "" && len(among) > 0 && len(among) <= 8 {
		return "there is " + strings.Join(among, ", ")
	}
	return otherwise
}

func fold(s string) string { return value.Fold(s) }
