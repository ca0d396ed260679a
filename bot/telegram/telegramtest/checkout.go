package telegramtest

import (
	"context"
	"strings"
	"time"

	"repartee/bot/telegram"
)

// checkout is a shipping query or a pre-checkout query that waits for its
// answer. The server's mutex guards it.
type checkout struct {
	id     string
	kind   string // of the update
	born   time.Time
	over   chan struct{} // closed with the answer
	answer *verdict
}

// verdict is what the bot has answered.
type verdict struct {
	ok      bool
	message string
	options []telegram.ShippingOption
}

const (
	shippingKind    = "shipping_query"
	preCheckoutKind = "pre_checkout_query"

	// checkoutLane holds both kinds of one payer in order.
	checkoutLane = "checkout"
)

// askBot sends a query and waits for its answer. With late it does not wait:
// whatever the bot answers comes too late.
func (s *Server) askBot(ctx context.Context, kind string, payer int64, late bool, payload func(id string) any) (*verdict, error) {
	s.mu.Lock()
	q := &checkout{id: s.nextID(kind), kind: kind, born: s.opts.Now(), over: make(chan struct{})}
	if !late {
		s.checkouts[q.id] = q
	}
	s.emit(kind, lane{checkoutLane, payer}, payload(q.id))
	s.mu.Unlock()
	if late {
		return nil, &PaymentError{Failure: NoAnswer}
	}
	err := s.awaitAnswer(ctx, q)
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.checkouts, q.id)
	switch {
	case q.answer != nil:
		return q.answer, nil
	case err != nil:
		return nil, err
	default:
		return nil, &PaymentError{Failure: NoAnswer}
	}
}

// awaitAnswer ends with the answer, with the deadline or, by an error, before.
func (s *Server) awaitAnswer(ctx context.Context, q *checkout) error {
	deadline := time.NewTimer(telegram.CheckoutDeadline)
	defer deadline.Stop()
	select {
	case <-q.over:
		return nil
	case <-deadline.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-s.done:
		return errClosed
	}
}

func (s *Server) answerShippingQuery(f *form) (any, *refusal) {
	v, no := parseVerdict(f)
	if no != nil {
		return nil, no
	}
	if v.ok {
		if v.options, no = parseOptions(f.text("shipping_options")); no != nil {
			return nil, no
		}
	}
	return s.settleQuery(shippingKind, f.text("shipping_query_id"), v)
}

func (s *Server) answerPreCheckoutQuery(f *form) (any, *refusal) {
	v, no := parseVerdict(f)
	if no != nil {
		return nil, no
	}
	return s.settleQuery(preCheckoutKind, f.text("pre_checkout_query_id"), v)
}

// parseVerdict takes a missing ok for false, as the real server does.
func parseVerdict(f *form) (*verdict, *refusal) {
	v := &verdict{ok: f.bool("ok"), message: f.text("error_message")}
	switch {
	case !v.ok && strings.TrimSpace(v.message) == "":
		return nil, badRequest(`parameter "error_message" is required where ok is false`)
	case v.ok && v.message != "":
		return nil, badRequest("error_message has no place where ok is true")
	case !v.ok && f.text("shipping_options") != "" && f.text("shipping_options") != "null":
		return nil, badRequest("shipping_options have no place where ok is false")
	default:
		return v, nil
	}
}

// settleQuery hands the answer to whoever waits, if there is still time by the
// server's clock.
func (s *Server) settleQuery(kind, id string, v *verdict) (any, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := s.checkouts[id]
	if q == nil || q.kind != kind {
		return nil, badRequest(tooOld)
	}
	delete(s.checkouts, id)
	defer close(q.over)
	if s.opts.Now().Sub(q.born) > telegram.CheckoutDeadline {
		return nil, badRequest(tooOld)
	}
	q.answer = v
	return true, nil
}
