package telegram

import (
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"time"
)

// SecretHeader carries the secret that was given to [Client.SetWebhook].
const SecretHeader = "X-Telegram-Bot-Api-Secret-Token"

// WebhookOptions are the settings of [Webhook]. Only Secret is required.
type WebhookOptions struct {
	Secret     string        // what Telegram must show; with none every request is refused
	OldSecret  string        // still taken while a new one is being set
	Path       string        // the only path that is answered; default any, for the caller's mux to decide
	MaxBody    int64         // bytes; default 1 MiB
	RetryAfter time.Duration // what a refused delivery is told to wait; default 1 s
	Log        *slog.Logger  // default: none
}

// Webhook receives updates that Telegram posts. It answers 200 only after
// receive has returned nil, else 503 with Retry-After; Telegram then brings
// the same update again. An update that cannot be understood but has an id is
// handed over with its Err set: refused, it would hold up those behind it.
func Webhook(o WebhookOptions, receive Receiver) http.Handler {
	if o.MaxBody <= 0 {
		o.MaxBody = 1 << 20
	}
	if o.RetryAfter < time.Second {
		o.RetryAfter = time.Second
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return &webhook{
		WebhookOptions: o,
		allowed:        secretSums(o.Secret, o.OldSecret),
		retryAfter:     strconv.Itoa(int((o.RetryAfter + time.Second - 1) / time.Second)),
		receive:        receive,
	}
}

type webhook struct {
	WebhookOptions
	allowed    [][sha256.Size]byte
	retryAfter string
	receive    Receiver
}

func (h *webhook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if code := h.admit(r); code != http.StatusOK {
		w.WriteHeader(code)
		return
	}
	body, err := h.read(w, r)
	if err != nil {
		w.WriteHeader(bodyStatus(err))
		return
	}
	u, err := DecodeUpdate(body)
	if u.ID == 0 {
		h.Log.Warn("a webhook delivery is no update", "bytes", len(body), "err", err)
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if err := h.receive(r.Context(), []Update{u}); err != nil {
		h.Log.Warn("an update could not be kept, Telegram will bring it again", "update", u.ID, "err", err)
		w.Header().Set("Retry-After", h.retryAfter)
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// read is io.ReadAll with room for what was announced.
func (h *webhook) read(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	if n := r.ContentLength; n > 0 && n <= h.MaxBody {
		body := make([]byte, n)
		_, err := io.ReadFull(r.Body, body)
		return body, err
	}
	return io.ReadAll(http.MaxBytesReader(w, r.Body, h.MaxBody))
}

// admit decides before any byte of the body is read. The order matters: a
// stranger learns nothing but that there is nothing here.
func (h *webhook) admit(r *http.Request) int {
	if h.Path != "" && r.URL.Path != h.Path {
		return http.StatusNotFound
	}
	if r.Method != http.MethodPost {
		return http.StatusNotFound
	}
	if !h.known(r.Header.Values(SecretHeader)) {
		h.Log.Warn("a webhook request without the right secret was refused", "remote", r.RemoteAddr)
		return http.StatusUnauthorized
	}
	return http.StatusOK
}

// known compares sums, so that neither the time it takes nor the length of a
// guess says anything about a secret.
func (h *webhook) known(shown []string) bool {
	if len(shown) != 1 {
		return false
	}
	sum := sha256.Sum256([]byte(shown[0]))
	match := 0
	for _, want := range h.allowed {
		match |= subtle.ConstantTimeCompare(sum[:], want[:])
	}
	return match == 1
}

func secretSums(secrets ...string) [][sha256.Size]byte {
	var sums [][sha256.Size]byte
	for _, s := range secrets {
		if s != "" {
			sums = append(sums, sha256.Sum256([]byte(s)))
		}
	}
	return sums
}

func bodyStatus(err error) int {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return http.StatusRequestEntityTooLarge
	}
	return http.StatusBadRequest
}
