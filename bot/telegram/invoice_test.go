package telegram_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"repartee/bot/telegram"
)

const providerToken = "284685063:TEST:secretsecret"

func secrets(name string) (string, bool) {
	if name == "SHOP_PAYMENT" {
		return providerToken, true
	}
	return "", name == "EMPTY"
}

func TestFillToken(t *testing.T) {
	tests := []struct {
		name    telegram.TokenName
		secrets func(string) (string, bool)
		want    string // in the call; "" if there is none
		missing bool
	}{
		{"SHOP_PAYMENT", secrets, providerToken, false},
		{"", secrets, "", false},
		{"", nil, "", false},
		{"OTHER", secrets, "$OTHER", true},
		{"EMPTY", secrets, "$EMPTY", true},
		{"SHOP_PAYMENT", nil, "$SHOP_PAYMENT", true},
	}
	for _, tt := range tests {
		kept, err := telegram.Encode(telegram.SendInvoice{Invoice: telegram.Invoice{ProviderToken: tt.name}})
		if err != nil || strings.Contains(string(kept), "TEST") {
			t.Fatalf("%s %v", kept, err)
		}
		_, params, err := telegram.Decode(kept)
		if err != nil {
			t.Fatal(err)
		}
		err = params.FillToken(tt.secrets)
		if params["provider_token"] != tt.want || errors.Is(err, telegram.ErrNoProviderToken) != tt.missing {
			t.Errorf("%q: %q, %v", tt.name, params["provider_token"], err)
		}
		if tt.missing && !strings.Contains(err.Error(), string(tt.name)) {
			t.Errorf("%v does not tell which", err)
		}
	}
}

// The library would write null for tips that are not given, which Telegram
// refuses.
func TestInvoiceHasNoNull(t *testing.T) {
	for _, r := range []telegram.Request{telegram.SendInvoice{}, telegram.CreateInvoiceLink{}} {
		params, err := telegram.ParamsOf(r)
		if err != nil {
			t.Fatal(err)
		}
		if tips, given := params["suggested_tip_amounts"]; given {
			t.Errorf("%s: tips %q", r.Method(), tips)
		}
	}
}

func TestInvoiceLink(t *testing.T) {
	c := newClient(t, func(r *http.Request) (*http.Response, error) {
		if err := r.ParseForm(); err != nil || r.PostForm.Get("provider_token") != providerToken {
			t.Errorf("%v %v", r.PostForm, err)
		}
		return reply(200, `{"ok":true,"result":"https://t.me/$a"}`)
	})
	r := telegram.CreateInvoiceLink{Invoice: telegram.Invoice{ProviderToken: "SHOP_PAYMENT"}}
	if link, err := c.InvoiceLink(context.Background(), r, secrets); err != nil || link != "https://t.me/$a" {
		t.Error(link, err)
	}
	r.ProviderToken = "OTHER"
	if _, err := c.InvoiceLink(context.Background(), r, secrets); !errors.Is(err, telegram.ErrNoProviderToken) {
		t.Error(err)
	}
}

func TestStarTransactions(t *testing.T) {
	const most = 250
	var asked []string
	c := newClient(t, func(r *http.Request) (*http.Response, error) {
		if err := r.ParseForm(); err != nil {
			t.Error(err)
		}
		asked = append(asked, r.PostForm.Get("offset"))
		var offset int
		if _, err := fmt.Sscan(r.PostForm.Get("offset"), &offset); err != nil {
			t.Error(err)
		}
		var list []string
		for i := offset; i < min(offset+100, most); i++ {
			list = append(list, fmt.Sprintf(`{"id":"c%d","amount":%d,"date":1,"source":{"type":"user","user":{"id":7},"invoice_payload":"o"}}`, i, i))
		}
		return reply(200, `{"ok":true,"result":{"transactions":[`+strings.Join(list, ",")+`]}}`)
	})
	n := 0
	for tr, err := range c.StarTransactions(context.Background()) {
		if err != nil || tr.ID != fmt.Sprint("c", n) || tr.Amount != int64(n) || tr.Source.User.ID != 7 || tr.Receiver != nil {
			t.Fatalf("%d: %+v %v", n, tr, err)
		}
		n++
	}
	if n != most || strings.Join(asked, " ") != "0 100 200" {
		t.Errorf("%d transactions, asked from %v", n, asked)
	}
	for _, err := range c.StarTransactions(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		break
	}
	if len(asked) != 4 {
		t.Errorf("asked %v", asked)
	}
	broken := newClient(t, func(*http.Request) (*http.Response, error) {
		return reply(401, `{"ok":false,"error_code":401,"description":"Unauthorized"}`)
	})
	for _, err := range broken.StarTransactions(context.Background()) {
		if !telegram.Unauthorized(err) {
			t.Error(err)
		}
	}
}
