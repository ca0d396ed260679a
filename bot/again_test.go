package bot_test

import (
	"errors"
	"testing"

	"repartee/bot"
)

// TestAgain mends a flow and tries again what its turn has failed at.
func TestAgain(t *testing.T) {
	stores(t, func(t *testing.T, open func(testing.TB) fullStore) {
		r := newRig(t, brokenSet(t, brokenFlow), open(t))
		c := r.user(1)
		c.Start("")
		c.hears(1)
		c.Say("Bug")
		c.expects("What is your name?", sorry)
		r.stop()
		r.start(oneFlow(t, remindFlow))
		dead, err := r.store.DeadLetters(t.Context(), 10)
		if err != nil || len(dead) != 1 || dead[0].Kind() != bot.LetterUpdate {
			t.Fatalf("dead letters %+v, %v", dead, err)
		}
		if err := bot.PostAgain(t.Context(), r.store, dead[0]); err != nil {
			t.Fatal(err)
		}
		c.expects("What is your name?", sorry, "Hello, Bug.")
	})
}

func TestNotAgain(t *testing.T) {
	store := file(t)
	for raw, kind := range map[string]bot.LetterKind{
		`{"method":"sendMessage","chat_id":1,"text":""}`:                                                             bot.LetterMessage,
		`{"update_id":1,"message":{"message_id":"no number"}}`:                                                       bot.LetterUpdate,
		`{"update_id":1,"message":{"message_id":5,"date":1,"chat":{"id":-5,"type":"group"},"text":"Hello"}}`:         bot.LetterUpdate,
		`{"update_id":1,"edited_message":{"message_id":5,"date":1,"chat":{"id":5,"type":"private"},"text":"Hello"}}`: bot.LetterUpdate,
		`{"what":"wake","id":"1"}`: bot.LetterInput, // nobody's
		`{`:                        bot.LetterOther,
	} {
		d := bot.DeadLetter{At: 1, Raw: []byte(raw)}
		if got := d.Kind(); got != kind {
			t.Errorf("%s is %s, not %s", raw, got, kind)
		}
		if err := bot.PostAgain(t.Context(), store, d); !errors.Is(err, bot.ErrNotAgain) {
			t.Errorf("%s: %v", raw, err)
		}
	}
}
