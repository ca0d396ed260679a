package telegram_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"repartee/bot/telegram"
)

// FuzzWebhookRequest sends any request: nothing is received but a POST to the path with the secret and nothing else in its header, and nothing is ever said about
// why.
func FuzzWebhookRequest(f *testing.F) {
	f.Add("POST", "/hook", "s3cret", "", []byte(goodUpdate))
	f.Add("POST", "/hook", "s3cret", "s3cret", []byte(goodUpdate))
	f.Add("GET", "/hook/", "s3cre", "x", []byte(`{}`))
	f.Add("post", "//hook", "", "s3cret", []byte(`{"update_id":9007199254740993}`))
	f.Add("PUT", "/HOOK", "s3cret ", "\x00", []byte(`{"update_id":1e3}`))
	f.Add("POST", "/%68ook", "S3CRET", "\r\n", []byte("\xef\xbb\xbf"+goodUpdate))
	f.Fuzz(func(t *testing.T, method, path, secret, second string, body []byte) {
		received := 0
		h := telegram.Webhook(telegram.WebhookOptions{Secret: "s3cret", Path: "/hook", MaxBody: 4096}, func(_ context.Context, list []telegram.Update) error {
			received += len(list)
			return nil
		})
		r := &http.Request{
			Method: method, URL: &url.URL{Path: path}, Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)),
			Header: http.Header{telegram.SecretHeader: {secret}},
		}
		if second != "" {
			r.Header.Add(telegram.SecretHeader, second)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		let := method == http.MethodPost && path == "/hook" && secret == "s3cret" && second == ""
		if !let && (received > 0 || w.Code != http.StatusNotFound && w.Code != http.StatusUnauthorized) || received > 1 {
			t.Errorf("%q %q is answered with %d, received %d", method, path, w.Code, received)
		}
		if w.Body.Len() > 0 || w.Code == http.StatusOK != (received == 1) || let && len(body) > 4096 && w.Code != http.StatusRequestEntityTooLarge {
			t.Errorf("answered with %d and %q, received %d", w.Code, w.Body, received)
		}
	})
}
