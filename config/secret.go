package config

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"repartee/config/document"
	"repartee/flows"
)

// variable is the name of an environment variable, as a secret is written in a file.
var variable = regexp.MustCompile(`^\$[A-Za-z_][A-Za-z0-9_]*$`)

// minSecret is the length from which on a text is hidden wherever it stands: no token is shorter, and a word of few letters is part of many others.
const minSecret = 8

// secret decodes the name of the environment variable that holds a token. The token itself in its place is an error, and is shown nowhere.
func (d *decoder) secret(n *document.Node, ref flows.Ref) string {
	if !d.places.has(ref) {
		d.places.add(ref, place{doc: d.doc, node: n})
	}
	if n.Kind == document.Empty {
		d.nothing(n, ref)
		return ""
	}
	name := strings.ToUpper(lastKey(parent(ref))) + "_TOKEN"
	word := d.word(n, ref, "the name of an environment variable", "$"+name)
	if n.Kind != document.Scalar || variable.MatchString(word) {
		return word
	}
	if len(word) >= minSecret {
		d.secrets = append(d.secrets, word)
	}
	message := "a token must not stand in the file"
	if strings.HasPrefix(word, "$") {
		message = "the name of an environment variable is a $ and then letters, digits and _"
	}
	d.bad(n, ref, "open-secret", message, "write `"+lastKey(ref)+": $"+name+"` and set "+name+" in the environment")
	return "$" + name // so that nothing seems to be missing
}

// tokenLike is what the tokens of bots and of payment providers look like: 284685063:TEST:NzU0....
var tokenLike = regexp.MustCompile(`[0-9]{6,}:[A-Za-z0-9_:+/=-]{12,}`)

// behindSecretKey is what stands on a line of bot.yaml where a token is expected, and is no name of a variable.
var behindSecretKey = regexp.MustCompile(`\b(?:provider|token):\s*["']?([^\s"',{}$][^\s"',}]*)`)

// masked gives diagnostics in which no token can be read, whatever they are about. Each of its signs becomes a star, so that all columns stay as they are.
func masked(found Diagnostics, secrets []string) Diagnostics {
	found = slices.Clone(found)
	for i := range found {
		d := &found[i]
		for _, secret := range secrets {
			d.Source = strings.ReplaceAll(d.Source, secret, stars(secret))
			d.Message = strings.ReplaceAll(d.Message, secret, stars(secret))
		}
		for _, text := range []*string{&d.Source, &d.Message, &d.Help} {
			*text = tokenLike.ReplaceAllStringFunc(*text, stars)
			if d.File == botFile {
				*text = starred(behindSecretKey, *text)
			}
		}
	}
	return found
}

// starred masks what the group of an expression finds.
func starred(group *regexp.Regexp, text string) string {
	var out strings.Builder
	rest := 0
	for _, at := range group.FindAllStringSubmatchIndex(text, -1) {
		out.WriteString(text[rest:at[2]] + stars(text[at[2]:at[3]]))
		rest = at[3]
	}
	return out.String() + text[rest:]
}

func stars(s string) string { return strings.Repeat("*", utf8.RuneCountInString(s)) }
