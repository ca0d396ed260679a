package flows

import (
	"encoding/json"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"time"

	"repartee/flows/shop"
	"repartee/flows/value"
)

// CheckoutQuery is what Telegram asks before a payment is made.
type CheckoutQuery struct {
	Currency string
	Total    int64 // minor units
	Way      string
	Address  *shop.Address
	At       time.Time
}

// Recheck tells why an order cannot be paid now; "" where it can. Whether it is open, by whom it may be paid and whether the stock is there is for the store to say.
func (s *Set) Recheck(o shop.Order, q CheckoutQuery, facts Facts) Refusal {
	if o.Expires != 0 && q.At.Unix() >= o.Expires {
		return RefusedExpired
	}
	t := newTurn(s, State{Contact: Contact{Language: o.Language}}, Input{At: q.At})
	t.facts = facts
	if refusal := t.refusedLine(&o); refusal != "" {
		return refusal
	}
	if q.Currency != o.Totals.Currency {
		return RefusedAmount
	}
	if len(o.Ways) > 0 {
		chosen, ok := chooseWay(o, q.Way)
		if !ok || q.Address != nil && !s.serves(o, q) {
			return RefusedAddress
		}
		o = chosen
	}
	if rest := q.Total - o.Totals.Total; rest < 0 || rest > o.MaxTip {
		return RefusedAmount
	}
	return ""
}

// toldMark stands in the id of a way of shipping before the price that a call told: so the payment says which it was.
const toldMark = ":"

// chooseWay gives an order with the way of shipping that was chosen in Telegram's form; false where it has no such way.
func chooseWay(o shop.Order, chosen string) (shop.Order, bool) {
	id, price, told := strings.Cut(chosen, toldMark)
	if (callOf(o.Ways, id) != "") != told {
		return o, false
	}
	if told {
		minor, err := strconv.ParseInt(price, 10, 64)
		if err != nil || minor < 0 {
			return o, false
		}
		o.Ways = slices.Clone(o.Ways)
		for i, way := range o.Ways {
			if way.ID == id {
				o.Ways[i] = way.Told(minor)
			}
		}
	}
	return o.Choose(id)
}

func callOf(ways []shop.Shipping, id string) string {
	for _, way := range ways {
		if way.ID == id {
			return way.Call
		}
	}
	return ""
}

// serves tells whether the way that was chosen goes to the country.
func (s *Set) serves(o shop.Order, q CheckoutQuery) bool {
	for _, way := range shop.Ways(o.Ways, o.Lines, o.Totals.Reduced(), q.Address.Country) {
		if id, _, _ := strings.Cut(q.Way, toldMark); way.ID == id {
			return true
		}
	}
	return false
}

// ShippingWay is one of the ways of shipping that the customer can choose from in Telegram's form. Where a call tells its price, Prices are still to come.
type ShippingWay struct {
	ID     string
	Label  string
	Prices []Price
	Call   *Job
}

// ShippingWays are the ways an order can be sent to an address; none where it cannot be sent there.
func (s *Set) ShippingWays(o shop.Order, a shop.Address) []ShippingWay {
	var ways []ShippingWay
	for _, way := range shop.Ways(o.Ways, o.Lines, o.Totals.Reduced(), a.Country) {
		offered := ShippingWay{ID: way.ID, Label: cutUnits(s.wayLabel(way.ID, o.Language), LabelLimit)}
		if way.Call != "" {
			offered.Call = s.wayCall(way.Call, o, a)
		} else {
			offered.Prices = s.wayPrices(o, way)
		}
		if offered.Call != nil || offered.Prices != nil {
			ways = append(ways, offered)
		}
	}
	return ways
}

func (s *Set) wayPrices(o shop.Order, way shop.Shipping) []Price {
	return []Price{{Label: cutUnits(s.wayLabel(way.ID, o.Language), LabelLimit), Amount: o.Totals.WayPrice(way.Price)}}
}

// wayCall is the call that tells the price of a way; nil where it cannot be made.
func (s *Set) wayCall(name string, o shop.Order, a shop.Address) *Job {
	call := s.calls[name]
	if call == nil {
		return nil
	}
	t := newTurn(s, State{Contact: Contact{Language: o.Language}}, Input{})
	given := map[string]value.Value{
		"country": known(a.Country), "post_code": known(a.PostCode), "city": known(a.City),
		"weight": value.Number(shop.Weight(o.Lines)), "total": value.Money(o.Totals.Reduced(), o.Totals.Currency),
	}
	args := map[string]value.Value{}
	for needed := range call.needs {
		v := given[needed]
		if !v.Known() {
			return nil
		}
		args[needed] = v
	}
	job := t.jobOf(call, args)
	h := fnv.New64a()
	h.Write([]byte(name + " "))
	h.Write(plainObject(args))
	job.ID = "way." + o.Number + "." + strconv.FormatUint(h.Sum64(), 36) // the same question about the same order has the same key, and no other
	return &job
}

// WayPrice completes a way with the price that its call told; false where it told none.
func (s *Set) WayPrice(o shop.Order, way ShippingWay, result []byte) (ShippingWay, bool) {
	t := newTurn(s, State{Contact: Contact{Language: o.Language}}, Input{})
	call := s.calls[callOf(o.Ways, way.ID)]
	if call == nil || !json.Valid(result) {
		return way, false
	}
	values, ok := call.read(result, t)
	price := values["price"]
	if !ok || !price.Known() {
		return way, false
	}
	minor, currency := price.AsMoney()
	if currency != o.Totals.Currency || minor < 0 {
		return way, false
	}
	for _, rule := range o.Ways {
		if rule.ID == way.ID {
			way.Prices, way.Call = s.wayPrices(o, rule.Told(minor)), nil
		}
	}
	way.ID += toldMark + strconv.FormatInt(minor, 10)
	return way, true
}

// CheckoutText is why a payment was refused, in words for the one who wanted to pay.
func (s *Set) CheckoutText(language string, r Refusal) string {
	return cutUnits(s.Phrase("checkout_"+string(r), language), NoticeLimit)
}

// Stocklist is what files say of the stock.
type Stocklist struct {
	Stock  map[string]int64  // how many there are, see Set.StockSeed
	Items  []string          // all of them, "catalog.item"
	Former map[string]string // see Set.FormerItems
}

// Stocklist is what the set says of the stock.
func (s *Set) Stocklist() Stocklist {
	list := Stocklist{Stock: s.StockSeed(), Former: s.FormerItems()}
	for _, catalog := range s.catalogOrder {
		for _, item := range catalog.sold.Items(0) {
			list.Items = append(list.Items, itemKey(item))
		}
	}
	return list
}

// StockSeed is how many of each item the catalogs say there are, by "catalog.item" or "catalog.item.variant".
func (s *Set) StockSeed() map[string]int64 {
	seed := map[string]int64{}
	for _, catalog := range s.catalogOrder {
		for _, item := range catalog.sold.Items(0) {
			variants := Variants(item)
			if n := item.Field("stock"); n.Known() && !countsVariants(item) {
				seed[itemKey(item)] = n.AsInt()
			}
			for _, v := range variants {
				if n := v.Field("stock"); n.Known() {
					seed[itemKey(item)+"."+v.Field("id").AsText()] = n.AsInt()
				}
			}
		}
	}
	return seed
}

// Sells tells whether something can be paid here.
func (s *Set) Sells() bool { return len(s.payments) > 0 }

// ProviderTokens are the names of the environment variables that hold the tokens of payment providers.
func (s *Set) ProviderTokens() []string {
	var names []string
	for _, p := range s.payments {
		if p.method == shop.ByProvider {
			names = append(names, p.Provider[1:])
		}
	}
	return names
}
