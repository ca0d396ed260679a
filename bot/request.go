package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"repartee/flows"
)

const (
	mostAnswer    = 256 << 10 // bytes of an answer
	mostRedirects = 5
	dialTime      = 5 * time.Second
)

// requester makes the requests of calls. It goes through no proxy: the address that it connects to is the one that is judged.
func requester(private bool, through func(http.RoundTripper) http.RoundTripper) *http.Client {
	dialer := &net.Dialer{Timeout: dialTime}
	if !private {
		dialer.Control = refusePrivate
	}
	var transport http.RoundTripper = &http.Transport{
		DialContext: dialer.DialContext, ForceAttemptHTTP2: true, TLSHandshakeTimeout: dialTime,
		MaxIdleConns: 100, MaxIdleConnsPerHost: 8, IdleConnTimeout: time.Minute, MaxResponseHeaderBytes: 64 << 10,
	}
	if through != nil {
		transport = through(transport)
	}
	return &http.Client{Transport: transport, CheckRedirect: followRedirect}
}

var errRedirect = errors.New("it leads elsewhere once too often")

// followRedirect keeps to http and https, and takes no step back from https. The token is for the address that it was given for, and the one before may hold what
// the customer said.
func followRedirect(next *http.Request, before []*http.Request) error {
	switch {
	case len(before) > mostRedirects:
		return errRedirect
	case !overHTTP(next.URL), before[len(before)-1].URL.Scheme == "https" && next.URL.Scheme != "https":
		return errors.New("it leads to an address that is not https, or has a login in it")
	}
	next.Header.Del("Referer")
	if first := before[0].URL; next.URL.Host != first.Host || next.URL.Scheme != first.Scheme {
		next.Header.Del("Authorization")
	}
	return nil
}

// overHTTP tells an address that a request may go to. One with a login in it is none: that would be sent along.
func overHTTP(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil
}

// request makes the request of a call. Its errors name the host and nothing that a customer said: they are for the operator.
func (b *Bot) request(ctx context.Context, id string, job *flows.HTTPJob) ([]byte, error) {
	u, err := url.Parse(job.URL)
	if err != nil || !overHTTP(u) {
		return nil, errors.New("its address is no http or https address, or has a login in it")
	}
	answer, err := b.ask(ctx, id, job)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", u.Host, withoutURL(err))
	}
	return answer, nil
}

func (b *Bot) ask(ctx context.Context, id string, job *flows.HTTPJob) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, job.Method, job.URL, bytes.NewReader(job.Body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Accept", "application/json")
	r.Header.Set("User-Agent", "Repartee")
	r.Header.Set("Idempotency-Key", id)
	if job.Body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if name := strings.TrimPrefix(job.Token, "$"); name != "" {
		token, ok := b.secret(name)
		if !ok {
			return nil, fmt.Errorf("its token is not there: set %s in the environment", name)
		}
		r.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := b.requester.Do(r)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, mostAnswer+1))
	err = errors.Join(err, response.Body.Close())
	switch {
	case err != nil:
		return nil, err
	case response.StatusCode < 200 || response.StatusCode > 299:
		return nil, fmt.Errorf("it answered %d", response.StatusCode)
	case len(body) > mostAnswer:
		return nil, fmt.Errorf("its answer is longer than %d KiB", mostAnswer>>10)
	}
	return object(body)
}

// object makes an object of an answer: of a list one with the member items, of nothing an empty one.
func object(body []byte) ([]byte, error) {
	body = bytes.TrimSpace(body)
	switch {
	case len(body) == 0:
		return []byte("{}"), nil
	case !json.Valid(body):
		return nil, errors.New("its answer is not JSON")
	case body[0] == '{':
		return body, nil
	case body[0] == '[':
		return append(append([]byte(`{"items":`), body...), '}'), nil
	}
	return nil, errors.New("its answer is neither a JSON object nor a list")
}

// withoutURL leaves the address out, and that of a redirect: they may hold what the customer said.
func withoutURL(err error) error {
	var u *url.Error
	switch {
	case !errors.As(err, &u):
		return err
	case u.Timeout():
		return errors.New("it did not answer in time")
	case strings.Contains(u.Err.Error(), "Location"): // net/http has no type for it
		return errors.New("it leads to something that is no address")
	}
	return u.Err
}
