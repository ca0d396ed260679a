package telegram

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"time"
)

// placeholder stands where the library would hold the token. The real one is
// put in below *url.Error, whose text would otherwise show it.
const placeholder = "TOKEN"

// idlePerHost lets each of many senders keep its connection: a TLS handshake
// costs more than the call it carries.
const idlePerHost = 512

// exchange makes a request. Where a client has no limits of its own, its
// transport does the same with less.
func exchange(c *http.Client, req *http.Request) (*http.Response, error) {
	t, ok := c.Transport.(*tokenTransport)
	if !ok || c.Timeout != 0 || c.Jar != nil {
		return c.Do(req)
	}
	return t.send(req)
}

// withToken returns a copy of base whose transport writes the token into the
// path of each request. Redirects are not followed: they would carry the token
// to wherever the answer points.
func withToken(base *http.Client, token string) *http.Client {
	var c http.Client
	if base != nil {
		c = *base
	}
	if c.Transport == nil {
		c.Transport = newTransport()
	}
	c.Transport = &tokenTransport{
		next:    c.Transport,
		inject:  func(path string) string { return strings.Replace(path, "/bot"+placeholder+"/", "/bot"+token+"/", 1) },
		exposes: func(text string) bool { return strings.Contains(text, token) },
		scrub:   func(text string) string { return strings.ReplaceAll(text, token, redacted) },
	}
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &c
}

func newTransport() *http.Transport {
	return &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		ForceAttemptHTTP2:     true,
		MaxIdleConnsPerHost:   idlePerHost,
		IdleConnTimeout:       90 * time.Second,
		TLSHandshakeTimeout:   10 * time.Second,
		ExpectContinueTimeout: time.Second,
	}
}

// tokenTransport keeps the token in closures: no verb of fmt and no encoder
// looks into those.
type tokenTransport struct {
	next    http.RoundTripper
	inject  func(path string) string
	exposes func(text string) bool
	scrub   func(text string) string
}

// RoundTrip implements [http.RoundTripper].
func (t *tokenTransport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.send(req.WithContext(req.Context()))
	if err != nil {
		return nil, err
	}
	resp.Request = req
	return resp, nil
}

// send changes the request that it is given. The answer does not hold it.
func (t *tokenTransport) send(req *http.Request) (*http.Response, error) {
	u := *req.URL
	u.Path, u.RawPath = t.inject(u.Path), ""
	req.URL = &u
	resp, err := t.next.RoundTrip(req)
	if err != nil {
		return nil, t.clean(err)
	}
	resp.Request = nil
	return resp, nil
}

// CloseIdleConnections lets [http.Client.CloseIdleConnections] reach the
// transport below.
func (t *tokenTransport) CloseIdleConnections() {
	if next, ok := t.next.(interface{ CloseIdleConnections() }); ok {
		next.CloseIdleConnections()
	}
}

// clean replaces an error that shows the token, and with it the chain below,
// which would show it too; what callers ask a chain for is kept.
func (t *tokenTransport) clean(err error) error {
	if !t.exposes(err.Error()) {
		return err
	}
	cleaned := []error{errors.New(t.scrub(err.Error()))}
	for _, keep := range []error{context.Canceled, context.DeadlineExceeded} {
		if errors.Is(err, keep) {
			cleaned = append(cleaned, keep)
		}
	}
	return errors.Join(cleaned...)
}
