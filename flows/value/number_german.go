package value

import "strings"

var germanSmall = map[string]int64{
	"null": 0, "ein": 1, "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
	"zehn": 10, "elf": 11, "zwolf": 12, "dreizehn": 13, "vierzehn": 14, "funfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18,
	"neunzehn": 19, "zwanzig": 20, "dreissig": 30, "dreizig": 30, "vierzig": 40, "funfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
}

// germanTogether is "zu zweit": as many people.
var germanTogether = map[string]int64{
	"zweit": 2, "dritt": 3, "viert": 4, "funft": 5, "sechst": 6, "siebt": 7, "acht": 8, "neunt": 9, "zehnt": 10,
}

// umlauts writes the number words of keyboards without umlauts as those with them, folded.
var umlauts = strings.NewReplacer("fuenf", "funf", "fuffz", "funfz", "zwoelf", "zwolf")

// germanCardinal reads "einundzwanzig", "zwei tausend dreihundert", "zweieinhalb", "ein halbes Dutzend", "zu viert", in tenths.
func germanCardinal(words []string) (tenths int64, used int) {
	if wordAt(words, 0) == "zu" {
		if n := germanTogether[umlauts.Replace(wordAt(words, 1))]; n > 0 {
			return n * 10, 2
		}
	}
	if used = startsWith(words, "ein", "halbes", "dutzend") + startsWith(words, "halbes", "dutzend"); used > 0 {
		return 60, used
	}
	if startsWith(words, "dutzend") > 0 {
		return 120, 1
	}
	if startsWith(words, "ein", "paar")+startsWith(words, "ein", "bisschen")+startsWith(words, "ein", "wenig") > 0 || !germanBegins(wordAt(words, 0)) {
		return 0, 0
	}
	const most = 5 // words of a number that is written in parts
	for used = min(len(words), most); used > 0; used-- {
		n, ok := germanTenths(umlauts.Replace(strings.Join(words[:used], "")))
		if !ok {
			continue
		}
		if wordAt(words, used) == "dutzend" {
			return n * 12, used + 1
		}
		return n, used
	}
	return 0, 0
}

// germanBegins tells words that no number begins with from the others, cheaply: nearly all words are such.
func germanBegins(word string) bool {
	if len(word) < 3 {
		return false
	}
	switch word[:3] {
	case "fuf", "nul", "ein", "zwe", "zwo", "dre", "vie", "fun", "fue", "sec", "sie", "ach", "neu", "zeh", "elf", "zwa", "hun", "tau", "and":
		return true
	default:
		return false
	}
}

func germanTenths(s string) (tenths int64, ok bool) {
	switch s {
	case "eine", "einen", "einem", "einer":
		return 10, true
	case "anderthalb":
		return 15, true
	}
	if whole, found := strings.CutSuffix(s, "einhalb"); found && whole != "" {
		n, ok := germanSmall[whole]
		return n*10 + 5, ok
	}
	n, ok := germanWord(s)
	return n * 10, ok
}

func germanWord(s string) (n int64, ok bool) {
	left, right, found := strings.Cut(s, "tausend")
	if !found {
		return germanBelow1000(s)
	}
	return germanSum(left, right, 1000, germanBelow1000)
}

func germanBelow1000(s string) (n int64, ok bool) {
	left, right, found := strings.Cut(s, "hundert")
	if !found {
		return germanBelow100(s)
	}
	return germanSum(left, right, 100, germanBelow100)
}

// germanSum is left times scale and right, each of which may be missing.
func germanSum(left, right string, scale int64, below func(string) (int64, bool)) (n int64, ok bool) {
	n, ok = 1, true
	if left != "" {
		n, ok = below(left)
	}
	if right = strings.TrimPrefix(right, "und"); right == "" || !ok {
		return n * scale, ok
	}
	rest, ok := below(right)
	return n*scale + rest, ok
}

func germanBelow100(s string) (n int64, ok bool) {
	if n, ok = germanSmall[s]; ok {
		return n, true
	}
	unit, ten, found := strings.Cut(s, "und")
	u, t := germanSmall[unit], germanSmall[ten]
	return u + t, found && u > 0 && u < 10 && t >= 20
}
