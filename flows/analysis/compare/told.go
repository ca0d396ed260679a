package compare

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// dearer says by how much a price changed.
func dearer(before, after string) string {
	old, err := strconv.ParseFloat(before, 64)
	now, errNow := strconv.ParseFloat(after, 64)
	if err != nil || errNow != nil || old <= 0 || now == old {
		return ""
	}
	percent := math.Round((now-old)/old*1000) / 10
	if percent < 0 {
		return fmt.Sprintf("cheaper by %v %%", -percent)
	}
	return fmt.Sprintf("dearer by %v %%", percent)
}

// amounts says what another amount comes to for customers.
func amounts(key, before, after string) string {
	old, err := strconv.ParseFloat(before, 64)
	now, errNow := strconv.ParseFloat(after, 64)
	less := now < old
	switch {
	case err != nil || errNow != nil || now == old:
		return ""
	case key == "price":
		return dearer(before, after)
	case key == "max" && less || key == "min" && !less:
		return "stricter: it takes fewer answers"
	case key == "max" || key == "min":
		return "laxer: it takes more answers"
	case key == "minimum" && less:
		return "laxer: it holds for smaller orders too"
	case key == "minimum":
		return "stricter: it holds for larger orders only"
	case key == "free_from" && less:
		return "laxer: shipping is free for smaller orders too"
	case key == "free_from":
		return "stricter: shipping is free for larger orders only"
	case key == "limit" && less:
		return "stricter: fewer are shown"
	case key == "limit":
		return "laxer: more are shown"
	}
	return ""
}

// sum is an amount of money with the bot's currency; what is none stays as it is.
func (c *comparer) sum(key, amount string) string {
	_, err := strconv.ParseFloat(amount, 64)
	if err != nil || c.now == nil || key != "price" && key != "free_from" && key != "minimum" {
		return amount
	}
	if _, fraction, _ := strings.Cut(amount, "."); len(fraction) == 1 {
		amount += "0"
	}
	return amount + " " + c.now.Currency
}

// gainedAndLost tells which of the words that customers say are gone and which are new; of many, those that stay are of no interest.
func gainedAndLost(before, after []string) []Word {
	var words []Word
	if lost := without(before, after); len(lost) > 0 {
		words = append(words, Word{strings.Join(lost, ", "), Removed})
	}
	if gained := without(after, before); len(gained) > 0 {
		words = append(words, Word{strings.Join(gained, ", "), Added})
	}
	return words
}

func without(words, others []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(others, w) })
}

// order is the ids of entries, in their order; of many the first.
func order(parts []*entry) string {
	const most = 12
	var ids []string
	for _, part := range parts {
		if len(ids) == most {
			ids = append(ids, "…")
			break
		}
		ids = append(ids, part.id)
	}
	return strings.Join(ids, ", ")
}

// speech tells of the keys of what a step says first of all: there it needs no word which of its texts is meant.
func speech(key string) bool {
	switch key {
	case "text", "say", "menu", "review", "answer", "line", "":
		return true
	}
	return false
}

// manner is how several texts are said.
func manner(value string) string {
	if value == "vary" {
		return "one of them"
	}
	return "each of them"
}

// place is where in a list something stands, as people count.
func place(i int) string { return "place " + strconv.Itoa(i+1) }
