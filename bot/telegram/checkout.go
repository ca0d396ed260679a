package telegram

import (
	"context"
	"net/http"
	"time"
)

// ShippingOption is one way of shipping with what it costs.
//
// https://core.telegram.org/bots/api#shippingoption
type ShippingOption struct {
	ID     string         `json:"id"`
	Title  string         `json:"title"`
	Prices []LabeledPrice `json:"prices"`
}

// AnswerShippingQuery offers ways of shipping, or says with OK false and an
// ErrorMessage why there are none.
//
// https://core.telegram.org/bots/api#answershippingquery
type AnswerShippingQuery struct {
	ShippingQueryID string           `json:"shipping_query_id"`
	OK              bool             `json:"ok"`
	ShippingOptions []ShippingOption `json:"shipping_options,omitempty"` // with OK
	ErrorMessage    string           `json:"error_message,omitempty"`    // without; the payer reads it
}

// AnswerPreCheckoutQuery lets a payment go ahead, or says with OK false and an
// ErrorMessage why not.
//
// https://core.telegram.org/bots/api#answerprecheckoutquery
type AnswerPreCheckoutQuery struct {
	PreCheckoutQueryID string `json:"pre_checkout_query_id"`
	OK                 bool   `json:"ok"`
	ErrorMessage       string `json:"error_message,omitempty"` // without OK; the payer reads it
}

// Method implements [Request].
func (AnswerShippingQuery) Method() string { return "answerShippingQuery" }

// Method implements [Request].
func (AnswerPreCheckoutQuery) Method() string { return "answerPreCheckoutQuery" }

const (
	answerTimeout = 5 * time.Second
	firstTry      = 2 * time.Second // leaves the second one more time than it had itself
)

// AnswerPreCheckout answers within five seconds or not at all, on connections
// that no other call uses, and tries once more if the network fails. With an
// error that is [Unknown] the payment may go ahead all the same.
func (c *Client) AnswerPreCheckout(ctx context.Context, a AnswerPreCheckoutQuery) error {
	return c.answerQuery(ctx, a)
}

// AnswerShipping answers in the same way as [Client.AnswerPreCheckout].
func (c *Client) AnswerShipping(ctx context.Context, a AnswerShippingQuery) error {
	return c.answerQuery(ctx, a)
}

func (c *Client) answerQuery(ctx context.Context, r Request) error {
	params, err := ParamsOf(r)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, answerTimeout)
	defer cancel()
	err = c.answerWithin(ctx, firstTry, r.Method(), params)
	if ctx.Err() != nil || !Unknown(err) && !Unsent(err) {
		return err
	}
	again := c.answerWithin(ctx, answerTimeout, r.Method(), params)
	if Unknown(err) && Harmless(again) {
		return nil // a query that is no longer open: it was the first try that arrived
	}
	if Unknown(err) && Unsent(again) {
		return err // the second try does not make the first one certain
	}
	return again
}

func (c *Client) answerWithin(ctx context.Context, d time.Duration, method string, params Params) error {
	ctx, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	_, err := c.callBy(ctx, c.urgent, method, input{params: params})
	return err
}

// separate returns a client with connections of its own, where it is known how
// to make them.
func separate(base *http.Client) *http.Client {
	if base == nil {
		return nil
	}
	c := *base
	if t, ok := c.Transport.(*http.Transport); ok {
		c.Transport = t.Clone()
	}
	return &c
}
