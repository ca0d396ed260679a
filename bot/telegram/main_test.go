package telegram_test

import (
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"repartee/bot/telegram"
)

const token = "123456789:AAsecretsecretsecretsecretsecretsecre"

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// roundTrip is a transport made of a function.
type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// newClient makes a client whose calls are answered by answer.
func newClient(t *testing.T, answer roundTrip) *telegram.Client {
	t.Helper()
	c, err := telegram.New(telegram.Options{Token: token, APIURL: "http://telegram.test", HTTP: &http.Client{Transport: answer}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// reply makes an answer of the Bot API.
func reply(code int, body string) (*http.Response, error) {
	return &http.Response{StatusCode: code, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body))}, nil
}

// logBuffer is a log that may be written to and read at once.
type logBuffer struct {
	mu   sync.Mutex
	text strings.Builder
}

func (b *logBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *logBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}
