package rules

import (
	"slices"
	"strings"
	"unicode"

	"repartee/flows"
	"repartee/flows/value"
)

// named is an item that a text may name, with all that it can cost.
type named struct {
	name   []string // folded words
	prices []int64  // minor units, of its variants too
}

// itemNames find the items that a text of a language names.
type itemNames struct {
	byFirst map[string][]*named // by the first word
}

func newItemNames(set *flows.Set, language int) *itemNames {
	n := &itemNames{byFirst: map[string][]*named{}}
	for _, catalog := range set.Catalogs() {
		for _, item := range catalog.Sold(language) {
			words := strings.Fields(value.Fold(item.Field("name").AsText()))
			prices := pricesOf(item, set.Currency)
			if len(words) > 0 && len(prices) > 0 {
				n.byFirst[words[0]] = append(n.byFirst[words[0]], &named{words, prices})
			}
		}
	}
	return n
}

func pricesOf(item value.Value, currency string) []int64 {
	var prices []int64
	add := func(v value.Value) {
		if minor, of := v.Field("price").AsMoney(); of == currency {
			prices = append(prices, minor)
		}
	}
	add(item)
	for _, variant := range flows.Variants(item) {
		add(variant)
	}
	return prices
}

// in gives the items that a text names, of which the folded words are given.
func (n *itemNames) in(words []string) []*named {
	var found []*named
	for i, word := range words {
		for _, item := range n.byFirst[word] {
			if len(words)-i >= len(item.name) && slices.Equal(words[i:i+len(item.name)], item.name) && !slices.Contains(found, item) {
				found = append(found, item)
			}
		}
	}
	return found
}

// places are where a text names the item, in bytes.
func (n *named) places(text string) []span {
	var all []span
	words := wordsOf(text)
	for i := 0; i+len(n.name) <= len(words); i++ {
		at := span{words[i].from, words[i+len(n.name)-1].to}
		if slices.Equal(strings.Fields(value.Fold(text[at.from:at.to])), n.name) {
			all = append(all, at)
		}
	}
	return all
}

// wordsOf are the words of a text, without the signs around them.
func wordsOf(text string) []span {
	var all []span
	from := -1
	for i, r := range text + " " {
		inside := unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
		switch {
		case inside && from < 0:
			from = i
		case !inside && from >= 0:
			all, from = append(all, span{from, i}), -1
		}
	}
	return all
}

// costs tells whether so much is a price of the item, or of several of it.
func (n *named) costs(minor int64) bool {
	const several = 20
	return slices.ContainsFunc(n.prices, func(price int64) bool {
		return price == minor || price > 0 && minor%price == 0 && minor/price <= several
	})
}
