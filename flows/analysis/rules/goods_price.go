package rules

import (
	"slices"
	"strconv"

	"repartee/flows"
	"repartee/flows/value"
)

// goodsPrice holds a sentence that names no item but what is sold, as “a bag” or “our teas”, to all that something of the kind costs; false where it names none.
func (p *priced) goodsPrice(said flows.Said, s sentence, sums []amount) bool {
	for _, thing := range p.goodsIn(s.text) {
		prices := p.pricesIn(thing.catalog)
		wrong := func(a amount) bool {
			return !p.isKnown(a.minor) && !slices.Contains(prices, a.minor) && toldAsPrice(s.text, thing.at, a.within(s))
		}
		if i := slices.IndexFunc(sums, wrong); i >= 0 && len(prices) > 0 {
			p.tell(said, sums[i].span, "goods "+strconv.FormatInt(sums[i].minor, 10), "write a price of the catalog", "nothing in the catalog costs %s", said.Text[sums[i].from:sums[i].to])
			return true
		}
	}
	return false
}

// goods is a place in a text that names what is sold.
type goods struct {
	at      span
	catalog string // the one that is named; "" for a bag of anything
}

// goodsIn finds the goods in a text: a pack or the name of a catalog, by themselves or behind an article, or a pack of what a catalog is called.
func (p *priced) goodsIn(text string) []goods {
	var all []goods
	words := wordsOf(text)
	folded := make([]string, len(words))
	for i, at := range words {
		folded[i] = value.Fold(text[at.from:at.to])
	}
	for i, word := range folded {
		if i > 0 && !isArticle(folded[i-1]) {
			continue
		}
		last, catalog := i, p.catalogCalled(word)
		if isPack(word) {
			if i+2 < len(folded) && slices.Contains([]string{"of", "de"}, folded[i+1]) {
				if catalog = p.catalogCalled(folded[i+2]); catalog != "" {
					last = i + 2
				}
			}
		} else if catalog == "" {
			continue
		}
		all = append(all, goods{span{words[i].from, words[last].to}, catalog})
	}
	return all
}

// catalogCalled is the catalog that a folded word names, by its id or one of its things; "" for none.
func (p *priced) catalogCalled(word string) string {
	for _, catalog := range p.set.Catalogs() {
		if id := string(catalog.ID); word == id || word == id+"s" || word+"s" == id {
			return id
		}
	}
	return ""
}

// pricesIn are the prices of a catalog, or of all of them, in the bot's currency.
func (p *priced) pricesIn(catalog string) []int64 {
	var prices []int64
	for _, c := range p.set.Catalogs() {
		if id := string(c.ID); catalog == "" || id == catalog {
			for _, item := range p.costsOf(id) {
				prices = append(prices, item.prices...)
			}
		}
	}
	return prices
}

// isArticle tells of a folded word that may stand before what is sold.
func isArticle(word string) bool {
	switch word {
	case "a", "an", "each", "every", "one", "per", "the", "our", "all", "any", "ein", "eine", "einen", "jede", "jeder", "jedes", "pro", "die", "der", "das", "den", "unsere", "alle", "un", "une", "chaque", "par", "la", "le", "les", "nos", "tous", "toutes":
		return true
	}
	return false
}

// isPack tells of a folded word for what goods come in.
func isPack(word string) bool {
	switch word {
	case "bag", "bags", "pack", "packs", "packet", "packets", "tin", "tins", "jar", "jars", "bottle", "bottles", "tute", "tuten", "packung", "packungen", "packchen", "dose", "dosen", "beutel", "flasche", "flaschen", "sachet", "sachets", "paquet", "paquets", "boite", "boites", "bouteille", "bouteilles":
		return true
	}
	return false
}
