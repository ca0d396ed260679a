package console

import "net/http"

// ticketName is the name of the cookie with a session. With its first part a
// browser takes it only by TLS and from this very host.
//
// https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
const ticketName = "__Host-console"

// plainName is the same where there is no TLS.
const plainName = "console"

// ticket is the name of the session that a request belongs to, or "".
func ticket(r *http.Request) string {
	c, err := r.Cookie(cookieName(r))
	if err != nil {
		return ""
	}
	return c.Value
}

// cookie carries a session to the browser and back, and no script sees it. Lax
// lets one follow a link to the page; what changes something is refused to
// other sites by [guard].
func cookie(r *http.Request, session string) *http.Cookie {
	return &http.Cookie{Name: cookieName(r), Value: session, Path: "/", HttpOnly: true, Secure: byTLS(r), SameSite: http.SameSiteLaxMode}
}

func cookieName(r *http.Request) string {
	if byTLS(r) {
		return ticketName
	}
	return plainName
}

// byTLS tells whether the browser speaks TLS, with this server or with the
// proxy before it. Whoever makes the latter up hurts nobody but themselves.
func byTLS(r *http.Request) bool {
	return r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https"
}
