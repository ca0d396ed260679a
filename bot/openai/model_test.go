package openai_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"repartee/bot/openai"
	"repartee/flows"
)

// says is a reply of the model.
func says(words string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"role": "assistant", "content": words}}}})
	}
}

func job() flows.ModelJob {
	return flows.ModelJob{
		Words: "wo bleibt mein kram", Language: "de", Question: "Was kann ich tun?",
		Choices: []flows.ModelChoice{{ID: "faq:shipping", Label: "How long does shipping take?"}, {ID: "start:advice", Label: "Find the right coffee"}},
	}
}

func TestChoose(t *testing.T) {
	for name, tt := range map[string]struct {
		answer http.HandlerFunc
		want   string
		fails  string
	}{
		"a choice":           {answer: says("faq:shipping"), want: "faq:shipping"},
		"a choice in quotes": {answer: says(" \"faq:shipping\".\n"), want: "faq:shipping"},
		"none":               {answer: says("none")},
		"nothing":            {answer: says("")},
		"nonsense":           {answer: says("I would say that the customer means faq:shipping or start:advice")},
		"another id":         {answer: says("start:delete_everything")},
		"no choices":         {answer: func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, `{"choices": []}`) }, fails: "it answered nothing"},
		"no JSON":            {answer: func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "<html>") }, fails: "ask the model"},
		"an error": {answer: func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, `{"error": {"message": "wo bleibt mein kram"}}`, 500)
		}, fails: "it answered 500"},
		"an error page": {answer: func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, "wo bleibt mein kram", http.StatusServiceUnavailable)
		}, fails: "it answered 503"},
		"without end": {answer: func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := io.WriteString(w, strings.Repeat(" ", 4096)); err != nil {
					return
				}
			}
		}, fails: "ask the model"},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(tt.answer)
			defer server.Close()
			got, err := openai.New(openai.Options{URL: server.URL + "/v1/", Key: "key", Name: "small"}).Choose(t.Context(), job())
			if got != tt.want || tt.fails == "" && err != nil || tt.fails != "" && (err == nil || !strings.Contains(err.Error(), tt.fails)) {
				t.Errorf("chose %q, %v", got, err)
			}
			if err != nil && strings.Contains(err.Error(), "kram") {
				t.Errorf("the error repeats the customer: %v", err)
			}
		})
	}
}

// TestLimits bounds the answer by the name that the model knows for it.
func TestLimits(t *testing.T) {
	for name, want := range map[string]string{"small": "max_tokens", "gpt-4o-mini": "max_tokens", "gpt-5-mini": "max_completion_tokens", "o4-mini": "max_completion_tokens"} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			var asked map[string]any
			if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
				t.Error(err)
			}
			if n, _ := asked[want].(float64); n == 0 {
				t.Errorf("%s is asked without %s: %v", name, want, asked)
			}
			says("faq:shipping")(w, r)
		}))
		if id, err := openai.New(openai.Options{URL: server.URL, Name: name}).Choose(t.Context(), job()); id != "faq:shipping" || err != nil {
			t.Errorf("%s chose %q, %v", name, id, err)
		}
		server.Close()
	}
}

// TestNeverAnswers ends with its context.
func TestNeverAnswers(t *testing.T) {
	asked := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		close(asked)
		<-r.Context().Done()
	}))
	defer server.Close()
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-asked
		cancel()
	}()
	if id, err := openai.New(openai.Options{URL: server.URL, Name: "small"}).Choose(ctx, job()); err == nil || id != "" {
		t.Errorf("chose %q", id)
	}
	late, cancelLate := context.WithDeadline(t.Context(), time.Unix(1, 0))
	defer cancelLate()
	if _, err := openai.New(openai.Options{URL: server.URL, Name: "small"}).Choose(late, job()); err == nil || !strings.Contains(err.Error(), "in time") {
		t.Errorf("error %v", err)
	}
}

// TestAsked sends what the model needs to know, and the key.
func TestAsked(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var asked struct {
			Model    string
			Messages []struct{ Role, Content string }
		}
		if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
			t.Error(err)
		}
		if r.URL.Path != "/v1/chat/completions" || r.Header.Get("Authorization") != "Bearer key" || asked.Model != "small" || len(asked.Messages) != 2 {
			t.Errorf("asked %s for %+v", r.URL.Path, asked)
		}
		for _, want := range []string{"faq:shipping: How long", "start:advice: Find", "Was kann ich tun?", "Language: de"} {
			if !strings.Contains(asked.Messages[0].Content, want) {
				t.Errorf("the task does not say %q", want)
			}
		}
		if asked.Messages[1].Content != "wo bleibt mein kram" {
			t.Errorf("the words are %q", asked.Messages[1].Content)
		}
		says("start:advice")(w, r)
	}))
	defer server.Close()
	id, err := openai.New(openai.Options{URL: server.URL + "/v1", Key: "key", Name: "small"}).Choose(t.Context(), job())
	if id != "start:advice" || err != nil {
		t.Errorf("chose %q, %v", id, err)
	}
}
