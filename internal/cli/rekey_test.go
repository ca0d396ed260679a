package cli

import (
	"strings"
	"testing"

	"repartee/bot"
	"repartee/bot/sealed"
)

// oldKey and newKey are what SEAL_KEYS may say.
const (
	oldKey = "old:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
	newKey = "new:ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8="
)

// botRuns starts a bot with these SEAL_KEYS, as far as the store knows, and lets it write.
func botRuns(t *testing.T, dir, setting string, commits ...bot.Commit) {
	t.Helper()
	keys, err := sealed.ParseKeys(setting)
	if err != nil {
		t.Fatal(err)
	}
	below := openStore(t, dir, false)
	defer below.Close()
	store, err := sealed.Open(t.Context(), below, sealed.Options{Keys: keys})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commits {
		commit(t, store, c)
	}
}

// rekeyed calls the command with these SEAL_KEYS.
func rekeyed(t *testing.T, dir, setting string) (string, error) {
	t.Helper()
	t.Setenv("SEAL_KEYS", setting)
	return call(t, "rekey", dir)
}

func TestRekey(t *testing.T) {
	dir := t.TempDir()
	order := beans()
	write := bot.OrderWrite{Number: order.Number, State: order.State, Body: encoded(t, order)}
	reply := []bot.Entry{{Policy: bot.Resend, Call: []byte("hello")}, {Policy: bot.Resend, Call: []byte("hello")}}
	botRuns(t, dir, "",
		bot.Commit{Chat: 7, Next: "1.a", State: []byte("{}"), Orders: []bot.OrderWrite{write}},
		bot.Commit{Chat: 8, Next: "1.a", State: []byte("{}"), Outbox: reply, Dead: &bot.DeadLetter{Raw: []byte("{}")}},
	)
	for _, step := range []struct{ runs, rekeys, want string }{
		{oldKey, oldKey, `2 contacts: 2 states and 1 order sealed anew with key old
  2 replies to be sent first: a running bot does that
  1 dead letter left as it was: ` + "`repartee dead clear`" + ` drops all of them
not sealed: 3 of these
`},
		{newKey + "," + oldKey, newKey + "," + oldKey, `2 contacts: 2 states and 1 order sealed anew with key new
  2 replies to be sent first: a running bot does that
  1 dead letter left as it was: ` + "`repartee dead clear`" + ` drops all of them
not sealed: 3 of these
`},
		{"plain," + newKey, "plain," + newKey, `2 contacts: 2 states and 1 order unsealed
nothing is sealed any more: SEAL_KEYS may go
`},
	} {
		botRuns(t, dir, step.runs)
		out, err := rekeyed(t, dir, step.rekeys)
		if err != nil {
			t.Fatal(err)
		}
		same(t, step.rekeys[:5], out, step.want)
	}
	out, err := call(t, "orders", "show", order.Number, dir)
	if err != nil || !strings.Contains(out, "Torstraße 1") {
		t.Errorf("the order is %s, %v", out, err)
	}
}

func TestRekeySaysWhatStillNeedsAKey(t *testing.T) {
	dir := t.TempDir()
	botRuns(t, dir, oldKey, bot.Commit{Chat: 7, Next: "1.a", State: []byte("{}"), Dead: &bot.DeadLetter{Raw: []byte("{}")}})
	botRuns(t, dir, newKey+","+oldKey)
	out, err := rekeyed(t, dir, newKey+","+oldKey)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "with a dead letter", out, `1 contact: 1 state and 0 orders sealed anew with key new
  1 dead letter left as it was: `+"`repartee dead clear`"+` drops all of them
key old is still needed for 1 of these: leave it in SEAL_KEYS, and call this again later
`)
	store := openStore(t, dir, true)
	if _, err := store.ClearDead(t.Context()); err != nil {
		t.Fatal(err)
	}
	store.Close()
	if out, err = rekeyed(t, dir, newKey+","+oldKey); err != nil {
		t.Fatal(err)
	}
	same(t, "without it", out, "1 contact: 0 states and 0 orders sealed anew with key new\neverything is sealed with key new: other keys may go from SEAL_KEYS\n")
	if _, err = rekeyed(t, dir, newKey); err != nil {
		t.Errorf("without the old key: %v", err)
	}
}

// TestSealedStoreNeedsItsKeys calls commands with other keys than the bot's. No error shows a key.
func TestSealedStoreNeedsItsKeys(t *testing.T) {
	dir := t.TempDir()
	botRuns(t, dir, oldKey, bot.Commit{Chat: 7, Next: "1.a", State: []byte("{}")})
	for _, c := range []struct {
		setting string
		args    []string
		want    string
	}{
		{"", []string{"rekey", dir}, "SEAL_KEYS is not set"},
		{"", []string{"orders", "list", dir}, "sealed with key old, which SEAL_KEYS has not"},
		{newKey, []string{"rekey", dir}, "sealed with key old, which SEAL_KEYS has not"},
		{newKey + "," + oldKey, []string{"rekey", dir}, "no bot seals with key new yet"},
		{newKey[:20], []string{"orders", "list", dir}, "SEAL_KEYS: key new is not the base64 of 32 bytes"},
	} {
		t.Setenv("SEAL_KEYS", c.setting)
		out, err := call(t, c.args...)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v with %q: %s, %v; want %q", c.args[0], c.setting, out, err, c.want)
			continue
		}
		if strings.Contains(err.Error(), newKey[5:12]) {
			t.Errorf("the error shows a key: %v", err)
		}
	}
}
