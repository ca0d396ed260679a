package sealed_test

import (
	"strings"
	"sync"
	"testing"

	"repartee/bot"
	"repartee/bot/sealed"
	"repartee/bot/sqlitestore"
)

// TestStart opens one store again and again: it starts only with every key that is in use.
func TestStart(t *testing.T) {
	below := file(t, sqlitestore.Memory)
	wrong := strings.Replace(setting("k1"), secret("k1"), secret("another"), 1)
	for _, step := range []struct{ keys, want string }{
		{"", ""},
		{setting("plain,k0"), ""}, // k0 seals nothing, and is not in use
		{setting("k1"), ""},
		{"", "the store holds what is sealed with key k1, which SEAL_KEYS has not"},
		{setting("k0"), "the store holds what is sealed with key k1, which SEAL_KEYS has not"},
		{wrong, "key k1 in SEAL_KEYS is not the one that the store was sealed with"},
		{setting("k2,k1"), ""},
		{setting("k1,k2"), ""},
		{setting("plain,k1,k2"), ""},
		{setting("k1"), "the store holds what is sealed with key k2, which SEAL_KEYS has not"},
		{setting("k3,k2,k1"), ""},
	} {
		parsed, err := sealed.ParseKeys(step.keys)
		if err != nil {
			t.Fatal(err)
		}
		_, err = sealed.Open(t.Context(), below, sealed.Options{Keys: parsed})
		switch {
		case step.want == "" && err != nil:
			t.Errorf("%s: %v", parsed.First(), err)
		case step.want != "" && (err == nil || !strings.Contains(err.Error(), step.want) || strings.Contains(err.Error(), secret("another"))):
			t.Errorf("%s: %v; want %q", parsed.First(), err, step.want)
		}
	}
}

// TestWrongKeyLosesNothing refuses to start with a wrong key, and finds all as it was with the right one.
func TestWrongKeyLosesNothing(t *testing.T) {
	below := file(t, sqlitestore.Memory)
	talk(t, seal(t, below, "k1"), 7, "Ada")
	if _, err := sealed.Open(t.Context(), below, sealed.Options{Keys: keys(t, "k2")}); err == nil {
		t.Fatal("a bot started without the key of its store")
	}
	s := seal(t, below, "k1")
	record, err := s.Load(t.Context(), 7)
	if err != nil || string(record.State) != "Ada" {
		t.Errorf("Load: %q, %v", record.State, err)
	}
	work, err := s.Due(t.Context(), bot.DueQuery{Now: s.Now() + day, Limit: 10, Claim: bot.Claim{Nonce: "n", Until: s.Now() + 2*day}, Retry: s.Now() + 2*day})
	if err != nil || len(work) != 1 || string(work[0].Outbox[0].Call) != "Hello Ada" || string(work[0].Inbox[0].Input) != "word of Ada" {
		t.Errorf("Due: %+v, %v", work, err)
	}
}

// TestBeside opens a store next to a bot: it uses no key that the bot does not know of.
func TestBeside(t *testing.T) {
	below := file(t, sqlitestore.Memory)
	beside := func(names string) error {
		_, err := sealed.Open(t.Context(), below, sealed.Options{Keys: keys(t, names), Beside: true})
		return err
	}
	if err := beside("k1"); err == nil || !strings.Contains(err.Error(), "no bot seals with key k1 yet") {
		t.Errorf("before the bot has started: %v", err)
	}
	seal(t, below, "k1")
	for _, names := range []string{"k1", "k1,k2", "plain,k1"} {
		if err := beside(names); err != nil {
			t.Errorf("%s: %v", names, err)
		}
	}
	if err := beside("k2,k1"); err == nil || !strings.Contains(err.Error(), "no bot seals with key k2 yet") {
		t.Errorf("with a key that the bot has not: %v", err)
	}
}

// TestStartAtOnce starts many bots with a key of each one's own: none is left out of the register.
func TestStartAtOnce(t *testing.T) {
	below := file(t, sqlitestore.Memory)
	names := []string{"k1", "k2", "k3", "k4", "k5", "k6"}
	var started sync.WaitGroup
	for i := range names {
		own := strings.Join(append(append([]string{}, names[i:]...), names[:i]...), ",")
		started.Go(func() {
			if _, err := sealed.Open(t.Context(), below, sealed.Options{Keys: keys(t, own)}); err != nil {
				t.Error(err)
			}
		})
	}
	started.Wait()
	_, err := sealed.Open(t.Context(), below, sealed.Options{})
	for _, name := range names {
		if err == nil || !strings.Contains(err.Error(), "key "+name+",") {
			t.Errorf("key %s is not known to be in use: %v", name, err)
		}
	}
}

// TestRegisterIsNoContact keeps the register away from whoever goes through the contacts.
func TestRegisterIsNoContact(t *testing.T) {
	s := seal(t, file(t, sqlitestore.Memory), "k1")
	talk(t, s, 7, "Ada")
	var chats []int64
	err := s.Contacts(t.Context(), bot.Everybody, func(contact bot.KeptContact) error {
		chats = append(chats, contact.Chat)
		return nil
	})
	if err != nil || len(chats) != 1 || chats[0] != 7 {
		t.Errorf("contacts: %d, %v", chats, err)
	}
}
