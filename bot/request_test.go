package bot_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"repartee/flows"
)

// TestRedirectTellsNothing gives an address that a service leads to neither the token for the one before nor what was said there.
func TestRedirectTellsNothing(t *testing.T) {
	to := newParcels(t, answers(200, "{}"))
	from := newParcels(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to.URL, http.StatusFound) })
	again := newParcels(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/there" {
			answers(200, "{}")(w, r)
			return
		}
		http.Redirect(w, r, "/there", http.StatusFound)
	})
	r := &rig{TB: t, server: newServer(t), store: file(t)}
	_, b := r.make(oneFlow(t, quietFlow), private)
	for _, url := range []string{from.URL, again.URL} {
		job := &flows.HTTPJob{Method: http.MethodGet, URL: url + "/ann@example.com", Token: "$API_TOKEN", Within: time.Minute}
		if _, err := b.DoJob(t.Context(), &flows.Job{ID: "j", HTTP: job}); err != nil {
			t.Error(err)
		}
	}
	if asked, _ := to.first(); asked.Header.Get("Referer") != "" || asked.Header.Get("Authorization") != "" {
		t.Errorf("led elsewhere with %v", asked.Header)
	}
	again.mu.Lock()
	defer again.mu.Unlock()
	if asked := again.asked[1]; asked.Header.Get("Referer") != "" || asked.Header.Get("Authorization") != "Bearer s3cret" {
		t.Errorf("led on with %v", asked.Header)
	}
}

// TestRedirectToNowhere says nothing of where it leads, which may repeat the customer.
func TestRedirectToNowhere(t *testing.T) {
	p := newParcels(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", "http://[::1"+r.URL.Path)
		w.WriteHeader(http.StatusFound)
	})
	r := &rig{TB: t, server: newServer(t), store: file(t)}
	_, b := r.make(oneFlow(t, quietFlow), private)
	_, err := b.DoJob(t.Context(), &flows.Job{ID: "j", HTTP: &flows.HTTPJob{Method: http.MethodGet, URL: p.URL + "/ann@example.com", Within: time.Minute}})
	if err == nil || strings.Contains(err.Error(), "ann") {
		t.Errorf("error %v", err)
	}
}
