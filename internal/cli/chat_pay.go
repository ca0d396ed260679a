package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/talk"
	"repartee/internal/app"
)

// payForm is the form that Telegram pays an invoice with, filled in a line at a time.
type payForm struct {
	invoice *flows.Invoice
	turn    talk.PayTurn
	ways    []flows.ShippingWay
	take    func(line string) ([]talk.Said, error) // what the next line is for
}

// pay begins to pay the newest invoice. Only what goes well asks for anything.
func (c *chat) pay(how string) ([]talk.Said, error) {
	turn := talk.PayTurn{How: talk.PayPaid}
	if how != "" {
		turn.How = talk.PayHow(how)
	}
	invoice := c.talk.Invoice()
	switch {
	case invoice == nil:
		return nil, errors.New("there is no invoice to pay")
	case !slices.Contains(turn.How.Values(), string(turn.How)):
		return nil, fmt.Errorf("there is no !pay %s; write one of %s", how, strings.Join(turn.How.Values(), ", "))
	case turn.How == talk.PayDeclined:
		fmt.Fprintln(c.cmd.OutOrStdout(), "The bank declines the card.")
	}
	if turn.How != talk.PayPaid {
		return c.talk.Pay(turn)
	}
	c.form = &payForm{invoice: invoice, turn: turn}
	if !invoice.Flexible {
		return c.askTip()
	}
	c.ask("Where is it sent? The country by two letters and the post code, as DE 10115; !close closes the form.", c.takeAddress)
	return nil, nil
}

// ask puts a question of the form.
func (c *chat) ask(question string, take func(string) ([]talk.Said, error)) {
	fmt.Fprintln(c.cmd.OutOrStdout(), question)
	c.form.take = take
}

func (c *chat) takeAddress(line string) ([]talk.Said, error) {
	country, code, _ := strings.Cut(line, " ")
	if len(country) != 2 {
		return nil, errors.New("write the country by two letters and the post code, as DE 10115")
	}
	form := c.form
	form.turn.Country, form.turn.PostCode = strings.ToUpper(country), strings.TrimSpace(code)
	ways, err := c.talk.Ways(shop.Address{Country: form.turn.Country, PostCode: form.turn.PostCode})
	if err != nil || len(ways) == 0 {
		return c.settle(err)
	}
	form.ways = ways
	var list strings.Builder
	for i, way := range ways {
		fmt.Fprintf(&list, "  [%d] %s, %s\n", i+1, way.Label, app.Amount(sum(way.Prices), form.invoice.Currency))
	}
	c.ask("How is it sent?\n"+strings.TrimSuffix(list.String(), "\n"), c.takeWay)
	return nil, nil
}

func (c *chat) takeWay(line string) ([]talk.Said, error) {
	n, err := strconv.Atoi(strings.Trim(line, "[]"))
	if err != nil || n < 1 || n > len(c.form.ways) {
		return nil, fmt.Errorf("write a number from 1 to %d", len(c.form.ways))
	}
	c.form.turn.Way = c.form.ways[n-1].ID
	return c.askTip()
}

func (c *chat) askTip() ([]talk.Said, error) {
	most := c.form.invoice.MaxTip
	if most == 0 {
		return c.settle(nil)
	}
	c.ask("A tip? Up to "+app.Amount(most, c.form.invoice.Currency)+"; 0 for none.", c.takeTip)
	return nil, nil
}

func (c *chat) takeTip(line string) ([]talk.Said, error) {
	invoice := c.form.invoice
	if tip, ok := shop.ParseAmount(line, invoice.Currency); !ok || tip < 0 || tip > invoice.MaxTip {
		return nil, fmt.Errorf("write an amount up to %s, as 2", app.Amount(invoice.MaxTip, invoice.Currency))
	}
	c.form.turn.Tip = line
	return c.settle(nil)
}

// settle closes the form and pays, if there was no error before.
func (c *chat) settle(err error) ([]talk.Said, error) {
	turn := c.form.turn
	c.form = nil
	if err != nil {
		return nil, err
	}
	return c.talk.Pay(turn)
}

// fill gives a line to the form.
func (c *chat) fill(line string) ([]talk.Said, error) {
	if line == "!close" {
		c.form = nil
		return nil, nil
	}
	return c.form.take(line)
}

// payLabel is what the button says that pays an invoice.
func payLabel(i *flows.Invoice) string {
	return "Pay " + app.Amount(sum(i.Prices), i.Currency) + " (test)"
}

func sum(prices []flows.Price) (total int64) {
	for _, price := range prices {
		total += price.Amount
	}
	return total
}

// restock changes what is left of an item, as other customers and the shop do.
func (c *chat) restock(words string) error {
	item, number, _ := strings.Cut(words, " ")
	left, err := strconv.ParseInt(number, 10, 64)
	if err != nil || left < 0 || !strings.Contains(item, ".") {
		return errors.New("write what is left of what, as !stock coffee.crema 0")
	}
	c.talk.Restock(item, left)
	return nil
}
