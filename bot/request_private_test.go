package bot_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"sync/atomic"
	"testing"
	"time"

	"repartee/bot"
	"repartee/flows"
)

// TestWrappedAddress takes no IPv4 address for a public one whatever it is wrapped in.
func TestWrappedAddress(t *testing.T) {
	for _, wrapped := range []string{
		"::ffff:169.254.169.254", "::ffff:0:169.254.169.254", "::169.254.169.254", "64:ff9b::169.254.169.254", "64:ff9b:1::169.254.169.254",
		"2002:a9fe:a9fe::1", "2001:0:a9fe:a9fe::1", "fe80::5efe:169.254.169.254", "fd00::5efe:10.0.0.1", "::ffff:8.8.8.8%eth0",
		"5f00::1", "3fff::1", "2001:2::1", "2001:10::1", "100::1", "4000::1", "fec0::1", "192.88.99.1", "192.31.196.1", "192.175.48.1",
	} {
		at := netip.MustParseAddr(wrapped)
		if want := at.Unmap().WithZone("") == netip.MustParseAddr("8.8.8.8"); bot.Public(at) != want {
			t.Errorf("%s is public: %v", wrapped, !want)
		}
	}
}

// TestPrivateAddressInDisguise writes the address of a service on this machine in all ways: none of them reaches it.
func TestPrivateAddressInDisguise(t *testing.T) {
	p := newParcels(t, answers(200, `{"at": "Bremen"}`))
	u, err := url.Parse(p.URL)
	if err != nil {
		t.Fatal(err)
	}
	r := &rig{TB: t, server: newServer(t), store: file(t)}
	_, b := r.make(oneFlow(t, quietFlow))
	for _, host := range []string{
		"127.0.0.1", "127.1", "127.0.1", "0", "0.0.0.0", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "127.000.000.001",
		"localhost", "LOCALHOST", "localhost.", "ip6-localhost", // names that resolve to it
		"[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "[::1%25lo]",
		"①②⑦.⓪.⓪.①", "127。0。0。1", "%31%32%37.0.0.1",
	} {
		job := &flows.HTTPJob{Method: http.MethodGet, URL: "http://" + host + ":" + u.Port() + "/", Within: time.Minute}
		if _, err := b.DoJob(t.Context(), &flows.Job{ID: "j", HTTP: job}); err == nil {
			t.Errorf("%s is reached", host)
		}
	}
	if asked := p.keys(); len(asked) > 0 {
		t.Errorf("asked %d times", len(asked))
	}
}

// TestNoWebAddress calls nothing that is not spoken over http, nor sends a login that stands in an address.
func TestNoWebAddress(t *testing.T) {
	p := newParcels(t, answers(200, "{}"))
	host := p.Listener.Addr().String()
	r := &rig{TB: t, server: newServer(t), store: file(t)}
	_, b := r.make(oneFlow(t, quietFlow), private)
	for _, address := range []string{
		"ftp://" + host, "file:///etc/passwd", "gopher://" + host + "/_x", "unix:///run/redis.sock", "//" + host, host, "http:" + host, "http://", "https:///x",
		"http://ann:s3cret@" + host + "/", "http://ann@" + host + "/", "http://" + host + "\r\nX-Evil: 1/", "http://" + host + "/ HTTP/1.1\r\nX-Evil: 1", "javascript:1", "",
	} {
		_, err := b.DoJob(t.Context(), &flows.Job{ID: "j", HTTP: &flows.HTTPJob{Method: http.MethodGet, URL: address, Within: time.Minute}})
		if err == nil {
			t.Errorf("%q is called", address)
		}
	}
	if asked := p.keys(); len(asked) > 0 {
		t.Errorf("asked %d times", len(asked))
	}
}

// TestRedirectToPrivate follows no redirect to what could not be called itself: the address is judged at each connection, whoever named it.
func TestRedirectToPrivate(t *testing.T) {
	inside := newParcels(t, answers(200, `{"at": "Bremen"}`))
	for name, location := range map[string]string{
		"another service": inside.URL, "a login": "http://ann:s3cret@" + inside.Listener.Addr().String(), "a file": "file:///etc/passwd", "ftp": "ftp://" + inside.Listener.Addr().String(),
		"no host": "http:///x",
	} {
		t.Run(name, func(t *testing.T) {
			outside := newParcels(t, func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Location", location)
				w.WriteHeader(http.StatusTemporaryRedirect)
			})
			r := &rig{TB: t, server: newServer(t), store: file(t)}
			_, b := r.make(oneFlow(t, quietFlow), private)
			b.OnlyPrivate(netip.MustParseAddrPort(outside.Listener.Addr().String()))
			_, err := b.DoJob(t.Context(), &flows.Job{ID: "j", HTTP: &flows.HTTPJob{Method: http.MethodPost, URL: outside.URL, Body: []byte(`{"x":1}`), Within: time.Minute}})
			if err == nil || name == "another service" && !errors.Is(err, bot.ErrPrivate) {
				t.Errorf("error %v", err)
			}
			if len(outside.keys()) != 1 {
				t.Error("the first was not called")
			}
		})
	}
	if asked := inside.keys(); len(asked) > 0 {
		t.Errorf("asked %d times", len(asked))
	}
}

// TestRebinding connects to no private address that a name has got since it was looked up first: with each connection it is judged anew.
func TestRebinding(t *testing.T) {
	p := newParcels(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Connection", "close")
		answers(200, "{}")(w, nil)
	})
	r := &rig{TB: t, server: newServer(t), store: file(t)}
	_, b := r.make(oneFlow(t, quietFlow), private)
	at := netip.MustParseAddrPort(p.Listener.Addr().String())
	b.OnlyPrivate(at)
	job := &flows.Job{ID: "j", HTTP: &flows.HTTPJob{Method: http.MethodGet, URL: p.URL, Within: time.Minute}}
	if _, err := b.DoJob(t.Context(), job); err != nil {
		t.Fatal(err)
	}
	b.OnlyPrivate(netip.AddrPort{})
	if _, err := b.DoJob(t.Context(), job); !errors.Is(err, bot.ErrPrivate) {
		t.Errorf("error %v", err)
	}
}

// TestCallsUseNoProxy goes through no proxy that the environment names: what a proxy connects to could not be judged.
func TestCallsUseNoProxy(t *testing.T) {
	var proxied atomic.Int64
	proxy := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { proxied.Add(1) }))
	defer proxy.Close()
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("http_proxy", proxy.URL)
	r := &rig{TB: t, server: newServer(t), store: file(t)}
	_, b := r.make(oneFlow(t, quietFlow))
	_, err := b.DoJob(t.Context(), &flows.Job{ID: "j", HTTP: &flows.HTTPJob{Method: http.MethodGet, URL: "http://192.168.255.254:1/", Within: time.Minute}})
	if !errors.Is(err, bot.ErrPrivate) || proxied.Load() > 0 {
		t.Errorf("error %v, %d times through the proxy", err, proxied.Load())
	}
}
