package cli

import (
	"strings"
	"testing"

	"repartee/bot"
)

// buried makes a bot's folder whose store has dead letters of all kinds, each a second later.
func buried(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	store := openStore(t, dir, false)
	defer store.Close()
	commit(t, store, bot.Commit{Chat: 7, Next: "1.a", State: []byte("{}")})
	for i, d := range []bot.DeadLetter{
		{Update: 11, Reason: "no number", Raw: []byte(`{"update_id":11,"message":{"message_id":"x"}}`)},
		{Chat: 7, Update: 12, Reason: "panic: to pieces\ngoroutine 1", Raw: []byte(`{"update_id":12,"message":{"message_id":5,"date":1,"from":{"id":7,"first_name":"Ada"},"chat":{"id":7,"type":"private"},"text":"<3"}}`)},
		{Chat: 7, Reason: "telegram sendMessage: 400 Bad Request", Raw: []byte(`{"method":"sendMessage","chat_id":7,"text":""}`)},
		{Chat: 7, Reason: "more than 100 steps", Raw: []byte(`{"id":"x","what":"happened","event":"sale"}`)},
	} {
		d.At = noon*1000 + int64(i)*1000
		if err := store.Bury(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestDead(t *testing.T) {
	dir := buried(t)
	lines := strings.Split(printed(t, "dead", "list", dir), "\n")
	want := []string{
		"2026-03-01 12:00:03 UTC  input        more than 100 steps",
		"2026-03-01 12:00:02 UTC  message      telegram sendMessage: 400 Bad Request",
		"2026-03-01 12:00:01 UTC  update   12  panic: to pieces",
		"2026-03-01 12:00:00 UTC  update   11  no number",
	}
	if len(lines) != len(want)+1 {
		t.Fatalf("listed:\n%s", strings.Join(lines, "\n"))
	}
	var ids []string
	for i := range want {
		id, rest, _ := strings.Cut(lines[i], "  ")
		same(t, "line", rest, want[i])
		ids = append(ids, id)
	}
	json := printed(t, "dead", "list", dir, "--format", "json")
	if strings.Count(json, "\n") != 4 || !strings.Contains(json, `"id":"`+ids[2]+`","time":"2026-03-01T12:00:01Z","kind":"update","update":12,`) || strings.Contains(json, "Ada") {
		t.Errorf("as JSON:\n%s", json)
	}
	shown := printed(t, "dead", "show", ids[2], dir)
	for _, text := range []string{`"first_name": "Ada"`, `"text": "<3"`, `"kind": "update"`, `"chat": 7`} {
		if !strings.Contains(shown, text) {
			t.Errorf("shown, without %s:\n%s", text, shown)
		}
	}

	for i, says := range []string{"", "Telegram has refused this message", "", "cannot be read by this version either"} {
		out, err := call(t, "dead", "retry", ids[i], dir)
		if says == "" && (err != nil || out != "it is in the customer's inbox\n") || says != "" && (err == nil || !strings.Contains(err.Error(), says)) {
			t.Errorf("retry %s: %q %v", want[i], out, err)
		}
	}
	store := openStore(t, dir, true)
	defer store.Close()
	waiting, err := store.Waiting(t.Context(), 7)
	if err != nil || len(waiting.Inbox) != 2 || !strings.Contains(string(waiting.Inbox[0].Input), `"event":"sale"`) || !strings.Contains(string(waiting.Inbox[1].Input), `"text":"\u003c3"`) {
		t.Errorf("in the inbox: %+v %v", waiting, err)
	}

	if _, err := call(t, "dead", "show", "nothing", dir); err == nil || !strings.Contains(err.Error(), "there is no such dead letter") {
		t.Errorf("show: %v", err)
	}
	if _, err := call(t, "dead", "list", dir, "--format", "xml"); err == nil {
		t.Error("there is a format xml")
	}
	same(t, "without a command", printed(t, "dead", dir), strings.Join(lines, "\n"))
	same(t, "clear", printed(t, "dead", "clear", dir), "4 dead letters dropped\n")
	same(t, "afterwards", printed(t, "dead", "list", dir), "no dead letters\n")
}
