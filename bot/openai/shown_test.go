package openai_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"repartee/bot/openai"
	"repartee/flows"
)

// TestKeyIsNotShown prints the options and the model, and errors of a service that repeats the key.
func TestKeyIsNotShown(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprintf(w, `{"error":{"message":"wrong key %s","type":"x"}}`, r.Header.Get("Authorization"))
	}))
	defer server.Close()
	o := openai.Options{URL: server.URL, Key: "sk-secret", Name: "m", Client: &http.Client{}}
	m := openai.New(o)
	_, refused := m.Choose(context.Background(), flows.ModelJob{Words: "x"})
	server.Close()
	_, unreached := m.Choose(context.Background(), flows.ModelJob{Words: "x"})
	o.Client.CloseIdleConnections()
	if refused == nil || unreached == nil {
		t.Fatal("want errors")
	}
	for _, v := range []any{o, &o, m, refused, unreached} {
		raw, _ := json.Marshal(v) // not everything can be written
		if text := fmt.Sprintf("%v %+v %#v %s %q %d %x %s", v, v, v, v, v, v, v, raw); strings.Contains(text, "sk-secret") {
			t.Errorf("the key shows in %s", text)
		}
	}
}
