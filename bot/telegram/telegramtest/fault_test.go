package telegramtest_test

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

func TestFaults(t *testing.T) {
	tests := []struct {
		rule   telegramtest.Rule
		check  func(error) bool
		effect bool // whether the message is there nevertheless
	}{
		{telegramtest.Rule{Kind: telegramtest.TooManyRequests, RetryAfter: 9 * time.Second}, func(err error) bool {
			d, ok := telegram.RetryAfter(err)
			return ok && d == 9*time.Second
		}, false},
		{telegramtest.Rule{Kind: telegramtest.InternalError}, telegram.Unknown, false},
		{telegramtest.Rule{Kind: telegramtest.BadGateway}, telegram.Unknown, false},
		{telegramtest.Rule{Kind: telegramtest.DropRequest}, telegram.Unknown, false},
		{telegramtest.Rule{Kind: telegramtest.DropReply}, telegram.Unknown, true},
		{telegramtest.Rule{Kind: telegramtest.Forbidden}, telegram.Blocked, false},
		{telegramtest.Rule{Kind: telegramtest.Slow, Delay: time.Millisecond}, func(err error) bool { return err == nil }, true},
	}
	for _, network := range []bool{false, true} {
		for _, tt := range tests {
			t.Run(string(tt.rule.Kind), func(t *testing.T) {
				s, c := newServer(t, telegramtest.Options{})
				if network {
					if err := s.Start(); err != nil {
						t.Fatal(err)
					}
					var err error
					if c, err = telegram.New(telegram.Options{Token: s.Token(), APIURL: s.URL()}); err != nil {
						t.Fatal(err)
					}
					defer c.CloseIdleConnections()
				}
				u := s.User(7, "Ada", "")
				u.Start("")
				tt.rule.Method = "sendMessage"
				s.Fault(tt.rule)
				send := telegram.SendMessage{Delivery: telegram.Delivery{ChatID: 7}, Text: "x"}
				_, err := c.Do(context.Background(), send)
				if n := len(u.Messages()); !tt.check(err) || (n == 2) != tt.effect {
					t.Errorf("%v, %d messages", err, n)
				}
				if calls := s.Calls("sendMessage"); len(calls) != 1 || calls[0].Fault != tt.rule.Kind {
					t.Errorf("%+v", calls)
				}
				if _, err := c.Do(context.Background(), send); err != nil {
					t.Errorf("the rule was not used up: %v", err)
				}
			})
		}
	}
}

func TestFaultRules(t *testing.T) {
	s, c := newServer(t, telegramtest.Options{})
	s.User(7, "Ada", "").Start("")
	s.User(8, "Bob", "").Start("")
	s.Fault(telegramtest.Rule{Chat: 7, Skip: 1, Times: 2, Kind: telegramtest.Forbidden})
	var outcome string
	for _, chat := range []int64{7, 8, 7, 7, 8, 7} {
		_, err := c.Do(context.Background(), telegram.SendMessage{Delivery: telegram.Delivery{ChatID: chat}, Text: "x"})
		if err != nil {
			outcome += "x"
		} else {
			outcome += "."
		}
		if list := got(t, c, "offset", itoa(5000+int64(len(outcome)))); list != "" {
			t.Error(list) // getUpdates falls under no rule that does not name it
		}
	}
	if outcome != "..xx.." {
		t.Error(outcome)
	}
}

func TestLatency(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, c := newServer(t, telegramtest.Options{Latency: 40 * time.Millisecond})
		start := time.Now()
		if _, err := c.Me(t.Context()); err != nil || time.Since(start) != 40*time.Millisecond {
			t.Error(err, time.Since(start))
		}
		s.Fault(telegramtest.Rule{Kind: telegramtest.Slow, Delay: time.Minute})
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if _, err := c.Me(ctx); !telegram.Unknown(err) || time.Since(start) > 2*time.Second {
			t.Error(err, time.Since(start))
		}
	})
}
