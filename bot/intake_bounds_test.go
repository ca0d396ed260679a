package bot_test

import (
	"net/http"
	"strings"
	"testing"
)

// mostState is what a state may come to, whatever a customer does: https://core.telegram.org/bots/api#message bounds a text, and a bot keeps a bounded number of them.
const mostState = 64 << 10

// TestLongWords lets a customer say more than Telegram lets anybody: the state stays small and the talk goes on.
func TestLongWords(t *testing.T) {
	f := newFuzzed(t, oneFlow(t, choosingFlow))
	for _, words := range []string{strings.Repeat("x", 400<<10), strings.Repeat("😀", 100<<10), strings.Repeat("a b ", 100<<10), strings.Repeat("9", 500<<10), "/start " + strings.Repeat("x", 400<<10)} {
		f.says(ann, words)
		f.sends(ann, map[string]any{"photo": []any{map[string]any{"file_id": words}}, "caption": words})
		f.presses(ann, words)
	}
	f.well(f.update("message", map[string]any{"message_id": 1, "date": 1, "chat": privateChat(ann), "text": "x", "from": map[string]any{
		"id": ann, "first_name": strings.Repeat("x", 300<<10), "username": strings.Repeat("x", 300<<10), "language_code": strings.Repeat("x", 100<<10),
	}}))
	if size := len(f.stored(ann)); size > mostState {
		t.Errorf("the state has %d bytes: %.200s", size, f.stored(ann))
	}
	f.sound("")
}

// TestManyWords lets a customer go on for very long: what is kept of him does not grow with it.
func TestManyWords(t *testing.T) {
	f := newFuzzed(t, oneFlow(t, choosingFlow))
	for range 60 {
		for _, words := range []string{"/start " + strings.Repeat("p", 64), strings.Repeat("word ", 800), "Small", "Milk", "done", "yes", "what is that?", "/help", "/back"} {
			f.says(ann, words)
		}
	}
	if size := len(f.stored(ann)); size > mostState {
		t.Errorf("the state has %d bytes", size)
	}
}

// TestDeepUpdate takes updates whose JSON is deep or wide for what they are: dead letters, or no updates at all.
func TestDeepUpdate(t *testing.T) {
	f := newFuzzed(t, oneFlow(t, choosingFlow))
	before := f.stored(ann)
	for _, body := range []string{
		`{"update_id":9001,"message":` + strings.Repeat("[", 500_000), `{"update_id":9002,"message":` + strings.Repeat(`{"reply_to_message":`, 9_990) + "{}" + strings.Repeat("}", 9_990) + "}",
		`{"update_id":9003,"message":` + strings.Repeat(`{"reply_to_message":`, 40_000) + "{}" + strings.Repeat("}", 40_000) + "}",
		`{"update_id":9004,"x":` + strings.Repeat("[", 9_000) + strings.Repeat("]", 9_000) + "}", `{"update_id":9005` + strings.Repeat(`,"message":{}`, 50_000) + "}",
		`{"update_id":9006,"message":{"chat":{"id":1,"type":"private"},"from":{"id":1},"photo":[` + strings.Repeat("{},", 200_000) + "{}]}}",
	} {
		if code := f.posts([]byte(body)); code != http.StatusOK && code != http.StatusBadRequest {
			t.Errorf("%.60s is answered with %d", body, code)
		}
	}
	if code := f.posts([]byte(`{"update_id":9007,"x":"` + strings.Repeat("x", 1<<20) + `"}`)); code != http.StatusRequestEntityTooLarge {
		t.Errorf("a body of more than a mebibyte is answered with %d", code)
	}
	if size := len(f.stored(ann)); size > len(before)+1000 {
		t.Errorf("the state has grown by %d bytes", size-len(before))
	}
	f.sound("")
}
