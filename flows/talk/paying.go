package talk

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// PayTurn is how the customer deals with the newest invoice.
type PayTurn struct {
	Ref      flows.Ref
	How      PayHow `yaml:"how,short" doc:"paid, declined (by the bank, after the bot has agreed), expired (too late), twice (once more, when it is paid), other (somebody else tries), or late (it comes when the stock is gone)."`
	Country  string `yaml:"country" doc:"Where it is sent, by two letters; without it DE."`
	PostCode string `yaml:"post_code" doc:"The post code there."`
	Way      string `yaml:"way" doc:"The way of shipping, by its id; without it the first that is offered."`
	Tip      string `yaml:"tip" doc:"The tip, as 2."`
}

// PayHow is how a payment goes.
type PayHow string

// The values of pay.
const (
	PayPaid     PayHow = "paid"
	PayDeclined PayHow = "declined"
	PayExpired  PayHow = "expired"
	PayTwice    PayHow = "twice"
	PayOther    PayHow = "other"
	PayLate     PayHow = "late"
)

// Values are what can be written.
func (PayHow) Values() []string {
	return []string{string(PayPaid), string(PayDeclined), string(PayExpired), string(PayTwice), string(PayOther), string(PayLate)}
}

const (
	ownID      = 1 // the customer's user id
	firmFor    = 60 * 60
	payingTime = 5 // seconds that a payment takes
)

// Invoice is the newest invoice that was shown; nil where there is none.
func (c *Conversation) Invoice() *flows.Invoice {
	for _, said := range slices.Backward(c.shown) {
		if said.Invoice != nil {
			return said.Invoice
		}
	}
	return c.linked
}

// Ways are the ways of shipping that Telegram's form offers for an address, with the prices.
func (c *Conversation) Ways(address shop.Address) ([]flows.ShippingWay, error) {
	o, err := c.invoiced()
	if err != nil {
		return nil, err
	}
	var ways []flows.ShippingWay
	for _, way := range c.engine.Set().ShippingWays(o, address) {
		if way.Call == nil {
			ways = append(ways, way)
			continue
		}
		if c.jobs == nil {
			return nil, errors.New("the talk says nothing of what this call answers; write it under `given`, in `calls`")
		}
		in, answered, err := c.jobs(*way.Call)
		if err != nil {
			return nil, err
		}
		if priced, ok := c.engine.Set().WayPrice(o, way, in.Result); ok && answered && in.Failed == "" {
			ways = append(ways, priced)
		}
	}
	return ways, nil
}

// invoiced is the order of the newest invoice, as the state has it.
func (c *Conversation) invoiced() (shop.Order, error) {
	invoice := c.Invoice()
	if invoice == nil {
		return shop.Order{}, errors.New("there is no invoice to pay")
	}
	state, err := c.State()
	if err != nil {
		return shop.Order{}, err
	}
	for _, o := range state.Contact.Orders {
		if o.Number == invoice.Order {
			return o, nil
		}
	}
	return shop.Order{}, fmt.Errorf("the order %s is not known any more", invoice.Order)
}

// Pay deals with the newest invoice as Telegram's form does, and gives what is said of it: a refusal as a notice.
func (c *Conversation) Pay(p PayTurn) ([]Said, error) {
	o, err := c.invoiced()
	if err != nil {
		return nil, err
	}
	if p.How == PayExpired {
		if wait := o.Expires - c.now.Unix(); wait > 0 {
			if said, err := c.Pass(flows.Duration{Span: secondsOf(wait + 1)}); err != nil {
				return said, err
			}
		}
	}
	c.now = c.now.Add(secondsOf(payingTime))
	way, price, served, err := c.chooseWay(o, &p)
	if err != nil {
		return nil, err
	}
	if !served {
		return c.declined(o, flows.RefusedAddress, nil)
	}
	money := c.money(o, way, price, p)
	switch p.How {
	case PayTwice:
		return c.turn(flows.Input{What: flows.Settled, Order: o.Number, Money: money})
	case PayOther:
		return []Said{c.notice(flows.RefusedPayer)}, nil
	case PayLate:
		c.till.left = map[string]int64{}
		c.till.lapse()
		c.seeStock()
		return c.turn(flows.Input{What: flows.Settled, Order: o.Number, Money: money})
	}
	return c.checkout(o, money, p.How)
}

// chooseWay is the way of shipping and what Telegram's form adds for it; not served where nothing is sent there.
func (c *Conversation) chooseWay(o shop.Order, p *PayTurn) (id string, price int64, served bool, err error) {
	if len(o.Ways) == 0 {
		return "", 0, true, nil
	}
	ways, err := c.Ways(p.Address())
	if err != nil {
		return "", 0, false, err
	}
	for _, way := range ways {
		if id, _, _ := strings.Cut(way.ID, ":"); p.Way != "" && p.Way != id {
			continue
		}
		for _, part := range way.Prices {
			price += part.Amount
		}
		return way.ID, price, true, nil
	}
	if p.Way != "" && len(ways) > 0 {
		return "", 0, false, fmt.Errorf("there is no way of shipping %q; there is %s", p.Way, wayIDs(ways))
	}
	return "", 0, false, nil
}

func wayIDs(ways []flows.ShippingWay) string {
	ids := make([]string, len(ways))
	for i, way := range ways {
		ids[i] = way.ID
	}
	return strings.Join(ids, ", ")
}

// Address is where the goods are sent.
func (p *PayTurn) Address() shop.Address {
	a := shop.Address{Name: "Alex", Country: "DE", City: "Berlin", Line1: "Kastanienallee 7", PostCode: "10435"}
	if p.Country != "" {
		a.Country = strings.ToUpper(p.Country)
	}
	if p.PostCode != "" {
		a.PostCode = p.PostCode
	}
	return a
}

func (c *Conversation) money(o shop.Order, way string, price int64, p PayTurn) *flows.Money {
	total := o.Totals.Total + price
	if tip, ok := shop.ParseAmount(p.Tip, o.Totals.Currency); ok && p.Tip != "" {
		total += tip
	}
	c.charges++
	m := &flows.Money{Way: way, Own: true, Charge: shop.Charge{ID: "charge." + strconv.Itoa(c.charges), Payer: ownID, Amount: total, Currency: o.Totals.Currency}}
	if way != "" {
		a := p.Address()
		m.Address = &a
	}
	return m
}

// checkout is what happens between the press on "Pay" and the payment.
func (c *Conversation) checkout(o shop.Order, money *flows.Money, how PayHow) ([]Said, error) {
	q := flows.CheckoutQuery{Currency: money.Charge.Currency, Total: money.Charge.Amount, Way: money.Way, Address: money.Address, At: c.now}
	refusal, left := c.engine.Set().Recheck(o, q, c.facts), map[string]int64(nil)
	switch {
	case o.State == shop.Paid:
		refusal = flows.RefusedPaid
	case o.State == shop.Expired && refusal == "":
		refusal = flows.RefusedExpired
	case o.State != shop.Open && refusal == "":
		refusal = flows.RefusedOver
	}
	if refusal == "" && o.Hold != "" {
		held := c.till.do(&flows.StockJob{Op: flows.StockHold, Hold: o.Hold, Items: o.Held(), Until: c.now.Unix() + firmFor}, c.now)
		c.seeStock()
		if !held.OK {
			refusal, left = flows.RefusedSoldOut, held.Left
		}
	}
	if refusal != "" {
		return c.declined(o, refusal, left)
	}
	said, err := c.turn(flows.Input{What: flows.CheckedOut, Order: o.Number})
	if err != nil || how == PayDeclined {
		return said, err
	}
	more, err := c.turn(flows.Input{What: flows.Settled, Order: o.Number, Money: money})
	return append(said, more...), err
}

func (c *Conversation) declined(o shop.Order, refusal flows.Refusal, left map[string]int64) ([]Said, error) {
	said := []Said{c.notice(refusal)}
	more, err := c.turn(flows.Input{What: flows.CheckedOut, Order: o.Number, Refusal: refusal, Left: left})
	return append(said, more...), err
}

// notice is what Telegram's form shows.
func (c *Conversation) notice(r flows.Refusal) Said {
	state, _ := c.State() // it was read before
	language := state.Contact.Language
	if language == "" {
		language = c.person.Language
	}
	return Said{Send: flows.Send{Text: c.engine.Set().CheckoutText(language, r)}, Notice: true}
}

// Staff lets staff change the state of the newest order that counts, with a note for the customer.
func (c *Conversation) Staff(state, note string) ([]Said, error) {
	kept, err := c.State()
	if err != nil {
		return nil, err
	}
	for _, o := range slices.Backward(kept.Contact.Orders) {
		if o.State == shop.Expired || o.State == shop.Open {
			continue
		}
		if to := shop.OrderState(state); to != flows.MoneyReturned && !o.StaffMay(to) {
			return nil, fmt.Errorf("an order that is %s cannot become %s", o.State, state)
		}
		return c.turn(flows.Input{What: flows.Staffed, Order: o.Number, Event: state, Text: note})
	}
	return nil, errors.New("there is no order yet")
}

// Restock puts another number of an item into the stock, as if others had bought or brought some.
func (c *Conversation) Restock(item string, left int64) {
	c.till.end(c.now)
	c.till.left[item] = left
	c.seeStock()
}

// Reprice lets an item cost something else from now on.
func (c *Conversation) Reprice(item string, price value.Value) {
	if c.facts.Prices == nil {
		c.facts.Prices = map[string]value.Value{}
	}
	c.facts.Prices[item] = price
}

// seeStock lets turns know what is left now.
func (c *Conversation) seeStock() {
	c.till.end(c.now)
	c.facts.Stock = c.till.left
}

// invoiceText is an invoice as a message: what a line of a talk is held against.
func invoiceText(i flows.Invoice, loc value.Locale) string {
	var total int64
	lines := []string{i.Title}
	if i.Currency != "XTR" || len(i.Prices) > 1 {
		for _, price := range i.Prices {
			lines = append(lines, price.Label+": "+value.Format(value.Money(price.Amount, i.Currency), nil, loc))
			total += price.Amount
		}
	} else {
		lines, total = append(lines, i.Description), i.Prices[0].Amount
	}
	return strings.Join(append(lines, "= "+value.Format(value.Money(total, i.Currency), nil, loc)), "\n")
}

func secondsOf(n int64) time.Duration { return time.Duration(n) * time.Second }
