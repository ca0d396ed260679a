package app

import (
	"context"
	"strings"
	"testing"
	"time"
)

// TestKeysChangeInATalk changes the key while customers are in the middle of a talk, seals anew beside the running bot, and takes the old key away.
func TestKeysChangeInATalk(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	shop := newCounter(t, true)
	before, between := shop.server.User(7, told[0], "en"), shop.server.User(8, told[0], "en")
	end := shop.run(ctx, "")
	shop.says(ctx, before)
	endsWell(t, end)

	shop.keys = otherKey + "," + someKey
	end = shop.run(ctx, "")
	shop.says(ctx, between)
	t.Setenv("SEAL_KEYS", shop.keys)
	if done, err := Rekey(ctx, shop.dir); err != nil || done.Contacts != 2 || done.States != 1 || !done.Complete() {
		t.Errorf("rekeyed: %+v, %v", done, err)
	}
	shop.pays(ctx, before) // what this bot knew of him is older than what is stored
	endsWell(t, end)

	shop.keys = otherKey
	end = shop.run(ctx, "")
	shop.pays(ctx, between)
	endsWell(t, end)
	shop.look(shop.file(), true)

	for _, keys := range []string{"", someKey} {
		shop.keys = keys
		if err := shop.runs(ctx, ""); err == nil || !strings.Contains(err.Error(), "sealed with key k2, which SEAL_KEYS has not") {
			t.Errorf("without the key the bot ends with %v", err)
		}
	}
}

func endsWell(t *testing.T, end func() error) {
	t.Helper()
	if err := end(); err != nil {
		t.Errorf("the bot ended with %v", err)
	}
}
