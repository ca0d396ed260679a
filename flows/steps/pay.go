package steps

import (
	"strconv"

	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/shop"
)

// Pay makes an order of what is in the cart and lets the customer pay it: with an invoice of Telegram, or as the bot says outside of it.
type Pay struct {
	flows.Question `yaml:",inline"`
	Pay            flows.FieldName `yaml:"pay,required" doc:"The field that keeps the order: .number .total .items .state; it needs no line under fields."`
	By             []flows.ID      `yaml:"by" doc:"The ways to pay, of bot.yaml, in this order; without it all of them."`
	Text           flows.Text      `yaml:"text" doc:"What is said above the invoice, or above the order that is about to be made."`
	Failed         flows.Target    `yaml:"failed" doc:"Where the talk goes on when nothing can be paid or the customer would rather not; without it with the next step."`
	Left           *flows.Pause    `yaml:"abandoned" doc:"What happens with a cart that is not paid: {after: 2h, remind: [...], then: end}."`
	Link           bool            `yaml:"link" doc:"The invoice opens by a link on a button, so that it can be passed on within the chat."`
}

// Name is the field's.
func (p *Pay) Name() string { return p.Pay.Name }

// Declares gives the field that keeps the order.
func (p *Pay) Declares() *flows.Field {
	return &flows.Field{Ref: p.Pay.Ref, Name: flows.ID(p.Pay.Name), Type: "order"}
}

// Sets is the field.
func (p *Pay) Sets() []string { return []string{p.Pay.Name} }

// What comes of a payment.
const (
	payPaid   = "paid"
	payFailed = "failed"
)

// Outcomes are that it is paid, or ordered where it is paid later, or not.
func (p *Pay) Outcomes() []string { return []string{payPaid, payFailed} }

// Abandoned is what happens with a cart that is not paid.
func (p *Pay) Abandoned() *flows.Pause { return p.Left }

// Check makes sure that there are ways to pay.
func (p *Pay) Check(k *flows.Checker) {
	k.Sells(p.Pay.Ref)
	for i, id := range p.By {
		k.Payment(beside(p.Pay.Ref, "by").At(strconv.Itoa(i)), id)
	}
}

// Run begins with what is in the cart. Where nothing is, the order that was made before decides.
func (p *Pay) Run(t *flows.Turn) flows.Move {
	if o := t.Order(t.Paying().Order); o != nil && settled(o) {
		if t.BeingSold(o) {
			t.SayPhrase("one_moment")
			return flows.Wait()
		}
		return p.Sold(t, o) // it was paid while the customer talked of something else
	}
	t.PayingOver()
	if len(t.Cart()) == 0 {
		return p.nothingToPay(t)
	}
	if news := cartNews(t); len(news) > 0 {
		t.SayFormatted(expr.Join(append([]expr.Formatted{t.Phrase("pay_changed", nil)}, news...), "\n"))
		t.DropGone()
		t.Noted()
		if p.Failed.Written() || len(t.Cart()) == 0 {
			return p.fail(t)
		}
	}
	return p.begin(t)
}

// nothingToPay goes on behind the payment, if there was one.
func (p *Pay) nothingToPay(t *flows.Turn) flows.Move {
	if kept, ok := t.Kept(p.Pay.Name); ok {
		if o := t.Order(kept.Value.Field("number").AsText()); o != nil && settled(o) {
			return flows.Next()
		}
	}
	return p.fail(t)
}

func (p *Pay) fail(t *flows.Turn) flows.Move {
	t.Came(payFailed)
	t.PayingOver()
	return t.To(&p.Failed)
}

// cartNews are lines of the cart that are not as the customer has last seen them.
func cartNews(t *flows.Turn) []expr.Formatted {
	var news []expr.Formatted
	for _, line := range t.Cart() {
		if line.Gone() || line.TooMany() || line.Repriced() {
			news = append(news, lineText(t, line))
		}
	}
	return news
}

// begin asks for what is still open, for the lines of one currency.
func (p *Pay) begin(t *flows.Turn) flows.Move {
	if o := underWay(t); o != nil {
		return p.waitFor(t, o)
	}
	draft := t.Draft("")
	switch {
	case draft.Missing > 0:
		t.SayFormatted(expr.Join(draftLines(t, draft), "\n"))
		return p.fail(t)
	case draft.Ships(t) && len(t.Ways(draft, "")) == 0:
		t.SayPhrase("pay_not_sent")
		return p.fail(t)
	}
	t.ArmAbandoned()
	return p.proceed(t)
}

// proceed goes to the first stage that waits for the customer; behind the last one the order is made.
func (p *Pay) proceed(t *flows.Turn) flows.Move {
	switch p.settled(t) {
	case stagePayment:
		if len(t.PayWays(p.By, t.Draft(""))) == 0 {
			t.SayPhrase("pay_no_way")
			return p.fail(t)
		}
	case stageNoWay:
		t.SayPhrase("pay_not_sent")
		return p.fail(t)
	case stageMake:
		return p.order(t)
	case stageConfirm:
		t.Paying().Note = atSum(payShown, t.Draft(t.Paying().Way))
	}
	return t.Ask(p)
}

// Take goes on with the answer of the stage at hand.
func (p *Pay) Take(t *flows.Turn, r flows.Reply) flows.Move {
	if r.Skipped {
		return p.leave(t)
	}
	paying := t.Paying()
	choice := r.Value.AsText()
	if choice == payLater {
		return p.leave(t)
	}
	switch p.stage(t) {
	case stagePayment:
		paying.Payment = choice
	case stageCountry:
		address(paying).Country = choice
	case stageAddress:
		if !deliverable(choice, address(paying).Country) {
			t.SayPhrase("pay_address_hint")
			return t.Ask(p)
		}
		address(paying).Text = choice
	case stageWay:
		paying.Way = choice
	case stageConfirm, stageInvoice:
		return p.confirmed(t, choice)
	}
	return p.proceed(t)
}

// leave takes the open order back and goes where a payment that failed leads.
func (p *Pay) leave(t *flows.Turn) flows.Move {
	if !p.takeBack(t) {
		return t.Ask(p)
	}
	return p.fail(t)
}

// Sold goes on when the order was paid, or is over.
func (p *Pay) Sold(t *flows.Turn, o *shop.Order) flows.Move {
	t.PayingOver()
	if settled(o) {
		t.KeepOrder(p.Pay.Name, o)
		return p.rest(t)
	}
	switch refused := t.Input().Refusal == flows.RefusedInvoice; {
	case p.Failed.Written() || len(t.Cart()) == 0:
		return p.fail(t)
	case refused && len(t.PayWays(p.By, t.Draft(""))) < 2: // the next invoice would be refused, too
		return p.fail(t)
	}
	return p.Run(t)
}

// settled tells of an order that is made for good, paid or to be paid outside of Telegram.
func settled(o *shop.Order) bool {
	switch o.State {
	case shop.Paid, shop.Placed, shop.Packed, shop.Sent, shop.Delivered:
		return true
	}
	return false
}

// rest goes on with what has to be paid in another currency.
func (p *Pay) rest(t *flows.Turn) flows.Move {
	if len(t.Cart()) == 0 {
		t.Came(payPaid)
		t.Finish()
		return flows.Next()
	}
	t.SayPhrase("pay_rest")
	return p.Run(t)
}
