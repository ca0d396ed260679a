package redisstore_test

import (
	"slices"
	"testing"

	"repartee/bot"
	"repartee/bot/storetest"
)

// Instances that skip each other's partitions find all that is due between them, each contact once.
func TestDueOfSomePartitions(t *testing.T) {
	s := open(t, storetest.StartRedis(t), 1)
	const contacts = 3 * bot.Partitions
	var want []int64
	for i := range int64(contacts) {
		chat := i - contacts/2
		want = append(want, chat)
		if err := s.Post(t.Context(), chat, bot.Posted{ID: "x", Input: []byte("i")}, noon); err != nil {
			t.Fatal(err)
		}
	}
	due := func(skip func(int) bool) (chats []int64) {
		t.Helper()
		work, err := s.Due(t.Context(), bot.DueQuery{Now: noon, Limit: 2 * contacts, Claim: bot.Claim{Nonce: "a", Until: noon + 1}, Skip: skip, Retry: noon})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range work {
			chats = append(chats, w.Chat)
		}
		slices.Sort(chats)
		return chats
	}
	third := func(partition int) bool { return partition%3 == 0 }
	first, second := due(third), due(func(partition int) bool { return !third(partition) })
	if len(first) != 170*3 || len(second) != 86*3 {
		t.Errorf("found %d and %d", len(first), len(second))
	}
	both := slices.Concat(first, second)
	slices.Sort(both)
	if !slices.Equal(both, want) {
		t.Errorf("between them they found %d of %d", len(both), contacts)
	}
	if all := due(nil); !slices.Equal(all, want) {
		t.Errorf("all that is due: %d of %d", len(all), contacts)
	}
	if none := due(func(int) bool { return true }); none != nil {
		t.Errorf("of no partition: %v", none)
	}
}
