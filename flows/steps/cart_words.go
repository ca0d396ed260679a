package steps

import (
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/value"
)

// Reads understands typed words that change the cart: "3 Crema", "two Crema", "remove the Crema", or the code of a voucher.
func (c *Cart) Reads(t *flows.Turn, words string) (flows.Choice, bool) {
	if !c.reviews() || t.Paying().Note != "" {
		return flows.Choice{}, false
	}
	if code := strings.TrimSpace(words); t.KnowsVoucher(code) {
		return flows.Choice{ID: flows.ChangePrefix + triesCode + code}, true
	}
	n, name, ok := amountOf(t, words)
	if !ok {
		return flows.Choice{}, false
	}
	var found []flows.CartLine
	for _, line := range t.Cart() {
		if strings.Contains(value.Fold(line.Name), name) {
			found = append(found, line)
		}
	}
	if len(found) != 1 {
		return flows.Choice{}, false
	}
	return flows.Choice{ID: flows.ChangePrefix + lineSet + strconv.FormatInt(n, 10) + ":" + found[0].LineKey()}, true
}

// amountOf reads how many of what: a number before a name, or none of it where the words say to take it out.
func amountOf(t *flows.Turn, words string) (n int64, name string, ok bool) {
	said, known := strings.Fields(value.Fold(words)), cartWords[t.Locale().Language]
	rest := slices.DeleteFunc(slices.Clone(said), func(word string) bool { return slices.Contains(known.remove, word) })
	if len(rest) < len(said) {
		rest = slices.DeleteFunc(rest, func(word string) bool { return slices.Contains(known.articles, word) })
		return 0, strings.Join(rest, " "), len(rest) > 0
	}
	if len(said) < 2 {
		return 0, "", false
	}
	number, misread := value.Read(&value.Type{Base: value.TypeInteger}, strings.TrimRight(said[0], "x×"), t.Locale())
	if misread != nil || number.AsInt() < 0 {
		return 0, "", false
	}
	name = strings.TrimSpace(strings.TrimLeft(strings.Join(said[1:], " "), "x× "))
	return number.AsInt(), name, name != ""
}

// cartWords are the words that take something out of a cart, and the articles that may stand with them, as value.Fold writes them.
var cartWords = map[string]struct{ remove, articles []string }{
	"en": {[]string{"remove", "delete", "drop", "without"}, []string{"the", "a"}},
	"de": {[]string{"entferne", "entfernen", "losche", "loschen", "ohne", "raus"}, []string{"der", "die", "das", "den", "bitte"}},
	"fr": {[]string{"enlever", "enleve", "enlevez", "retirer", "retire", "retirez", "supprimer", "supprime", "sans"}, []string{"le", "la", "les"}},
}
