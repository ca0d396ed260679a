package console

import (
	"bytes"
	"net/http"
	"net/netip"
	"strconv"
	"time"

	"repartee/internal/access"
)

// door lets those in who have the key of the page.
type door struct {
	site     *site
	key      *access.Key
	sessions *access.Sessions
	attempts *access.Attempts
}

func newDoor(s *site, key *access.Key) *door {
	return &door{site: s, key: key, sessions: access.NewSessions(time.Now), attempts: access.NewAttempts(time.Now)}
}

// routes answers who has come in by next, and others by the login page.
func (d *door) routes(next http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /login", d.serveLogin)
	mux.HandleFunc("POST /login", d.enter)
	mux.HandleFunc("POST /logout", d.leave)
	mux.Handle("GET /static/", next) // nobody's secret
	mux.Handle("/", d.inside(next))
	return mux
}

// inside lets requests of a session through; what they have begun ends with it.
func (d *door) inside(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, end, ok := d.sessions.Within(r.Context(), ticket(r))
		switch {
		case ok:
			defer end()
			next.ServeHTTP(w, r.WithContext(ctx))
		case r.Method == http.MethodGet && r.URL.Path == "/":
			http.Redirect(w, r, "/login", http.StatusSeeOther)
		default:
			writeJSON(w, http.StatusUnauthorized, map[string]string{"error": textsFor(r).LoginOver})
		}
	})
}

func (d *door) serveLogin(w http.ResponseWriter, r *http.Request) {
	if _, end, ok := d.sessions.Within(r.Context(), ticket(r)); ok {
		end()
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	d.show(w, r, http.StatusOK, "")
}

// enter begins a session for who knows the key.
func (d *door) enter(w http.ResponseWriter, r *http.Request) {
	from := sender(r)
	t := textsFor(r)
	if wait := d.attempts.Begin(from); wait > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(wait/time.Second)+1))
		d.show(w, r, http.StatusTooManyRequests, t.LoginTooOften)
		return
	}
	fits, err := d.key.Fits(r.Context(), r.PostFormValue("secret"))
	switch {
	case err != nil:
		d.site.refuse(w, r, err)
	case !fits:
		d.site.opts.Log.Warn("somebody does not have the key of the page", "from", from)
		d.show(w, r, http.StatusForbidden, t.LoginWrong)
	default:
		d.attempts.Right(from)
		if !byTLS(r) && !from.IsLoopback() {
			d.site.opts.Log.Warn("the key of the page has come over plain http, where it can be read on the way: put a proxy that ends TLS before the page", "from", from)
		}
		d.sessions.End(ticket(r)) // the session of before, if there is one
		http.SetCookie(w, cookie(r, d.sessions.Begin()))
		http.Redirect(w, r, "/", http.StatusSeeOther)
	}
}

// leave ends the session, on all pages that are open in it.
func (d *door) leave(w http.ResponseWriter, r *http.Request) {
	d.sessions.End(ticket(r))
	gone := cookie(r, "")
	gone.MaxAge = -1
	http.SetCookie(w, gone)
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}

// show shows the login page, with what was wrong if something was.
func (d *door) show(w http.ResponseWriter, r *http.Request, code int, wrong string) {
	var b bytes.Buffer
	err := d.site.page.ExecuteTemplate(&b, "login.html", struct {
		page
		Wrong string
	}{page{Options: d.site.opts, Texts: textsFor(r)}, wrong})
	if err != nil {
		d.site.refuse(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Vary", "Accept-Language")
	w.WriteHeader(code)
	_, _ = b.WriteTo(w) // a reader who is gone misses nothing
}

// sender is the address that a request comes from: that of a proxy where there
// is one, since what a proxy tells can be made up by those who go around it.
func sender(r *http.Request) netip.Addr {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	return at.Addr()
}
