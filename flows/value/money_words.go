package value

import (
	"slices"
	"strings"

	"golang.org/x/text/currency"
)

// moneyWords are the signs and words for currencies, folded. A sign that several
// share means the bot's own if that is among them.
var moneyWords = map[string][]string{
	"€":   {"EUR"},
	"$":   {"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP", "TWD"},
	"£":   {"GBP", "EGP"},
	"¥":   {"JPY", "CNY"},
	"₽":   {"RUB"},
	"₴":   {"UAH"},
	"₺":   {"TRY"},
	"₹":   {"INR"},
	"₩":   {"KRW"},
	"₪":   {"ILS"},
	"₫":   {"VND"},
	"₿":   {"BTC"},
	"⭐":   {"XTR"},
	"fr":  {"CHF"},
	"sfr": {"CHF"},
	"kr":  {"SEK", "NOK", "DKK", "ISK"},
	"zl":  {"PLN"},
	"kc":  {"CZK"},
	"ft":  {"HUF"},
	"lei": {"RON"},

	"euro": {"EUR"}, "euros": {"EUR"},
	"dollar": {"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD"},
	"pound":  {"GBP", "EGP"}, "pounds": {"GBP", "EGP"}, "pfund": {"GBP"}, "livres": {"GBP"},
	"franken": {"CHF"}, "franc": {"CHF"}, "francs": {"CHF"},
	"yen": {"JPY"}, "zloty": {"PLN"},
	"quid": {"GBP"}, "bucks": {"USD", "CAD", "AUD", "NZD"},
	"star": {"XTR"}, "stars": {"XTR"}, "sterne": {"XTR"}, "etoiles": {"XTR"},
}

// codesThatAreWords are codes of currencies that stand in sentences for something else: 9 sur 10, try 5, mit dem Rad.
var codesThatAreWords = strings.Fields("all top try mop cup gel sos bam bob cop mad pen sur ils dem ron fim mur nad ang bar lit sit std sek")

// isMoneyWord reports whether a folded word is one for money, and whether it can
// mean the given currency.
func isMoneyWord(word, own string) (money, ours bool) {
	if codes, found := moneyWords[word]; found {
		return true, slices.Contains(codes, own)
	}
	if codes, found := moneyWords[strings.TrimSuffix(word, "s")]; found && len(word) > 4 {
		return true, slices.Contains(codes, own)
	}
	code := strings.ToUpper(word)
	if len(word) != 3 || code == own || slices.Contains(codesThatAreWords, word) {
		return code == own && own != "", code == own && own != ""
	}
	_, err := currency.ParseISO(word)
	return err == nil, false
}
