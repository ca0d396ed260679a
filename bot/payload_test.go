package bot_test

import (
	"math"
	"testing"

	"repartee/bot"
)

func TestPayload(t *testing.T) {
	for _, chat := range []int64{1, 424242, math.MaxInt64} {
		text := bot.Payload("7K3Q-2M9F", chat)
		number, whose, ok := bot.ParsePayload(text)
		if !ok || number != "7K3Q-2M9F" || whose != chat {
			t.Errorf("%s is order %q of %d, %v", text, number, whose, ok)
		}
		if len(text) > 64 {
			t.Errorf("%s is longer than it need be", text)
		}
	}
}

func TestForeignPayload(t *testing.T) {
	for _, text := range []string{"", ".", "7K3Q", "7K3Q.", ".1", "7K3Q.0", "7K3Q.-1", "7K3Q.+1", "7K3Q.01", "7K3Q.zzzzzzzzzzzzzzzz", "7K3Q.1.1", "7K3Q.ä"} {
		if number, chat, ok := bot.ParsePayload(text); ok {
			t.Errorf("%q is order %q of %d", text, number, chat)
		}
	}
}

func FuzzPayload(f *testing.F) {
	f.Add("7K3Q-2M9F.1z")
	f.Add("..1")
	f.Fuzz(func(t *testing.T, text string) {
		if number, chat, ok := bot.ParsePayload(text); ok && bot.Payload(number, chat) != text {
			t.Errorf("%q is taken for order %q of %d", text, number, chat)
		}
	})
}
