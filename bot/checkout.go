package bot

import (
	"context"
	"fmt"
	"slices"
	"time"

	"repartee/bot/telegram"
	"repartee/flows"
	"repartee/flows/shop"
)

// Telegram waits ten seconds for the answer to a query about a payment; then the payment has failed.
//
// https://core.telegram.org/bots/api#precheckoutquery
const (
	checkoutTime  = 8 * time.Second // for all of it
	judgeTime     = 5 * time.Second // of that, until it is known what to answer
	headStart     = time.Second     // so long the rest of a batch waits for the answers
	mostCheckouts = 256             // judged at once
)

// query is a question of Telegram about a payment, while the customer waits.
type query struct {
	id      string
	input   string // id of the input that tells the flow. A query that comes again has another: what the flow heard before may not hold any more
	payer   telegram.User
	payload string
	urgent  bool                                                       // a payment waits, and not only the form
	judge   func(ctx context.Context, number string, v *verdict) error // an error is trouble of the store
	answer  func(ctx context.Context, v *verdict) error
}

// verdict is what is answered.
type verdict struct {
	language string
	refusal  flows.Refusal
	chat     int64      // whose order it is
	order    shop.Order // without a number where there is none, or it was not read
	approved bool       // the store lets the payer pay it
	left     map[string]int64
	options  []telegram.ShippingOption
}

// queryOf is the query of an update; nil for any other update.
func (b *Bot) queryOf(u *telegram.Update) *query {
	switch {
	case u.PreCheckoutQuery != nil:
		return b.paymentQuery(u.PreCheckoutQuery)
	case u.ShippingQuery != nil:
		return b.shippingQuery(u.ShippingQuery)
	}
	return nil
}

func asksAboutPayment(u telegram.Update) bool {
	return u.PreCheckoutQuery != nil || u.ShippingQuery != nil
}

// checkout has the queries of a batch about payments answered, before anything else of the batch is done. They enter no lane: what is judged is the order as the
// store has it. It returns when those on which a payment waits are answered, or when their head start is over.
func (b *Bot) checkout(ctx context.Context, batch []telegram.Update) {
	if !slices.ContainsFunc(batch, asksAboutPayment) {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, headStart)
	defer cancel()
	waits := make(chan struct{}, len(batch))
	waiting := 0
	for i := range batch {
		q := b.queryOf(&batch[i])
		if q == nil {
			continue
		}
		answered := func() {}
		if q.urgent {
			waiting++
			answered = func() { waits <- struct{}{} }
		}
		b.attendance.begin(func(ctx context.Context) { b.attend(ctx, q, answered) })
	}
	for ; waiting > 0; waiting-- {
		select {
		case <-waits:
		case <-ctx.Done():
			return
		}
	}
}

// attend answers one query, also where the store is too slow to tell, and lets the flow know. A query that comes twice may be attended twice.
func (b *Bot) attend(ctx context.Context, q *query, answered func()) {
	began := b.observer.clock()
	q.input = "checkout." + q.id + "." + b.ids.nonce()
	inTime, cancel := context.WithTimeout(ctx, checkoutTime)
	defer cancel()
	judged := make(chan verdict, 1)
	go func() { judged <- b.decide(inTime, q) }()
	v, slow := b.await(judged, q)
	err := q.answer(inTime, &v)
	b.observer.checkedOut(began, &v, err)
	answered()
	if slow {
		v = <-judged // a store answers at last
		v.refusal = flows.RefusedTrouble
	}
	b.conclude(ctx, q, &v, err)
}

func (b *Bot) await(judged <-chan verdict, q *query) (v verdict, slow bool) {
	timer := time.NewTimer(b.judgeTime)
	defer timer.Stop()
	select {
	case v = <-judged:
		return v, false
	case <-timer.C:
		b.log.Error("a payment is refused since it could not be checked in time", "query", q.id)
		return verdict{language: q.payer.LanguageCode, refusal: flows.RefusedTrouble}, true
	}
}

// decide finds the order of a query and works out what to answer.
func (b *Bot) decide(ctx context.Context, q *query) (v verdict) {
	ctx, cancel := context.WithTimeout(ctx, b.judgeTime)
	defer cancel()
	v.language = q.payer.LanguageCode
	number, chat, ok := parsePayload(q.payload)
	switch {
	case !ok:
		v.refusal = flows.RefusedUnknown
		return v
	case q.payer.ID != chat:
		v.refusal = flows.RefusedPayer // before the store is asked: nobody else gets in the way of who may pay
		return v
	}
	v.chat = chat
	if err := b.decideOwn(ctx, q, number, &v); err != nil {
		b.log.Error("a payment is refused since it could not be checked", "query", q.id, "order", number, "err", err)
		v.refusal = flows.RefusedTrouble
	}
	if v.refusal != "" {
		b.refuse(ctx, q, &v)
	}
	return v
}

// refuse makes sure, before the customer reads that nothing is paid, that the order is free again and that the flow is going to hear of it.
func (b *Bot) refuse(ctx context.Context, q *query, v *verdict) {
	if v.approved {
		b.disapprove(ctx, v)
	}
	if v.order.Number == "" {
		return
	}
	if _, err := b.put(ctx, v.chat, q.input, v.input()); err != nil {
		b.log.Warn("the flow is told of a refused payment when that is answered", "order", v.order.Number, "err", err)
	}
}

// input tells the flow.
func (v *verdict) input() flows.Input {
	return flows.Input{What: flows.CheckedOut, Order: v.order.Number, Refusal: v.refusal, Left: v.left}
}

func (b *Bot) decideOwn(ctx context.Context, q *query, number string, v *verdict) (err error) {
	defer recovered(&err)
	select {
	case b.attendance.room <- struct{}{}:
		defer func() { <-b.attendance.room }()
	case <-ctx.Done():
		return fmt.Errorf("%d others are checked: %w", mostCheckouts, ctx.Err())
	}
	if b.till == nil {
		return errNoTill
	}
	return q.judge(ctx, number, v)
}

// disapprove takes the approval back: the payment does not happen.
func (b *Bot) disapprove(ctx context.Context, v *verdict) {
	_, err := b.till.Approve(ctx, Approval{Chat: v.chat, Order: v.order.Number, Payer: v.chat, Now: b.store.Now()})
	if err != nil {
		b.log.Warn("an order that is not being paid cannot be changed for some minutes", "order", v.order.Number, "err", err)
		return
	}
	v.approved = false
}

// conclude lets the flow know what was answered. An answer that never left lets the payment fail. One that may have arrived does not, nor one that Telegram finds too
// late: it may be the second, after a crash, and what the first has let go ahead is under way.
func (b *Bot) conclude(ctx context.Context, q *query, v *verdict, failed error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	if failed != nil {
		b.log.Error("a query about a payment could not be answered", "query", q.id, "order", v.order.Number, "err", failed)
		if telegram.Unknown(failed) || telegram.Harmless(failed) {
			return
		}
		v.refusal = flows.RefusedTrouble
	}
	if v.refusal != "" && v.approved {
		b.disapprove(ctx, v)
	}
	if v.order.Number == "" || v.refusal == "" && !v.approved {
		return // nobody's, or the form has only been told the ways of shipping
	}
	if err := b.post(ctx, v.chat, q.input, v.input()); err != nil {
		b.log.Warn("the flow does not hear what became of a query about a payment", "order", v.order.Number, "err", err)
	}
}
