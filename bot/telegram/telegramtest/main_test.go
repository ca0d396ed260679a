package telegramtest_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"go.uber.org/goleak"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// newServer makes a server and a client that reaches it without a network.
func newServer(t *testing.T, o telegramtest.Options) (*telegramtest.Server, *telegram.Client) {
	t.Helper()
	s := telegramtest.NewServer(o)
	t.Cleanup(s.Close)
	c, err := telegram.New(telegram.Options{Token: s.Token(), APIURL: s.URL(), HTTP: s.HTTPClient()})
	if err != nil {
		t.Fatal(err)
	}
	return s, c
}

// params writes parameters as pairs.
func params(pairs ...string) telegram.Params {
	p := telegram.Params{}
	for i := 0; i < len(pairs); i += 2 {
		p[pairs[i]] = pairs[i+1]
	}
	return p
}

// patience bounds what a test waits for; it is not meant to pass.
func patience(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// description is what the server has said against a call; "" if nothing.
func description(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	var e *telegram.Error
	if !errors.As(err, &e) {
		t.Fatalf("%T: %v", err, err)
	}
	if e.Cause != nil {
		return e.Cause.Error()
	}
	return e.Description
}

// poll takes what waits for getUpdates, and confirms it.
func poll(t *testing.T, c *telegram.Client) []telegram.Update {
	t.Helper()
	var all []telegram.Update
	for offset := "-100"; ; {
		raw, err := c.Call(context.Background(), "getUpdates", params("offset", offset))
		if err != nil {
			t.Fatal(err)
		}
		list, err := telegram.DecodeUpdates(raw)
		if err != nil {
			t.Fatal(err)
		}
		if len(list) == 0 {
			return all
		}
		for _, u := range list {
			if u.Err != nil {
				t.Errorf("%v in %s", u.Err, u.Raw)
			}
		}
		all = append(all, list...)
		offset = itoa(list[len(list)-1].ID + 1)
	}
}
