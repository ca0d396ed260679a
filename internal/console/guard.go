package console

import (
	"net"
	"net/http"
	"strings"
)

// maxBody is the longest body of a request, in bytes: the longest text, in the
// widest way of writing it as JSON, with room to spare.
const maxBody = 64 << 10

// policy lets the page load what this server serves and nothing else, and run
// no script that stands in the page.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard keeps strangers out: other sites that make the browser write here, and
// without a lock names of other sites that lead here, and other computers. With
// one, such a name helps nobody: the browser has no session under it.
func guard(next http.Handler, locked bool) http.Handler {
	inner := http.NewCrossOriginProtection().Handler(bounded(next))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if !locked && (!onLoopback(r) || !isLoopback(hostname(r.Host))) {
			http.Error(w, "This page is served on this computer only, as http://localhost or http://127.0.0.1.", http.StatusMisdirectedRequest)
			return
		}
		inner.ServeHTTP(w, r)
	})
}

func bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r)
	})
}

// onLoopback tells whether the request has come in by the loopback. Where that
// is not known it is assumed, which is the stricter of the two.
func onLoopback(r *http.Request) bool {
	addr, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
	return !ok || addr.IP.IsLoopback()
}

// isLoopback knows the names that always mean this computer; any other may be
// made to lead here by its owner.
//
// https://www.rfc-editor.org/rfc/rfc6761#section-6.3
func isLoopback(host string) bool {
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

func hostname(hostport string) string {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = strings.Trim(hostport, "[]") // there is no port
	}
	return strings.ToLower(strings.TrimSuffix(host, "."))
}
