package redisstore_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/redis/go-redis/v9"

	"repartee/bot"
	"repartee/bot/redisstore"
	"repartee/bot/storetest"
	"repartee/flows/shop"
)

// sale commits an order of a chat.
func sale(t *testing.T, s *redisstore.Store, chat int64) {
	t.Helper()
	order := bot.OrderWrite{Number: "N1", State: shop.Open, Expires: s.Now() + 1000, Body: []byte("body")}
	out, err := s.Commit(t.Context(), bot.Commit{Chat: chat, Next: "1.a", State: []byte("s"), Now: s.Now(), Orders: []bot.OrderWrite{order}})
	if err != nil || out.Status != bot.OK {
		t.Fatalf("commit: %+v, %v", out, err)
	}
}

// waits is how often a server was asked to wait for its replicas.
func waits(t *testing.T, c *redis.Client) string {
	t.Helper()
	stats, err := c.Info(t.Context(), "commandstats").Result()
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(stats, "cmdstat_wait:calls=")
	if !found {
		return "0"
	}
	calls, _, _ := strings.Cut(rest, ",")
	return calls
}

// An order that was committed is on the replica already, and no other commit waits for it.
func TestMoneyIsOnTheReplica(t *testing.T) {
	master := storetest.StartServer(t, "--save", "", "--appendonly", "no")
	replica := client(t, master.StartReplica(t).URL)
	s, c := open(t, master.URL, 1), client(t, master.URL)
	if _, err := s.Commit(t.Context(), bot.Commit{Chat: 1, Next: "1.a", State: []byte("s"), Now: s.Now()}); err != nil {
		t.Fatal(err)
	}
	if n := waits(t, c); n != "0" {
		t.Errorf("a commit without money waited %s times", n)
	}
	const sales = 300
	for chat := int64(1000); chat < 1000+sales; chat++ {
		sale(t, s, chat)
		if n := replica.HLen(t.Context(), fmt.Sprintf("rp:{1.p%03d}:or:%d", chat%256, chat)).Val(); n != 1 {
			t.Fatalf("the order of chat %d is not on the replica", chat)
		}
	}
	if n := waits(t, c); n != fmt.Sprint(sales) {
		t.Errorf("%d commits with money waited %s times", sales, n)
	}
	if err := c.ScriptFlush(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	sale(t, s, 2)
}

// A cluster's master waits for its own replica; those without one do not wait.
func TestMoneyIsOnTheReplicaOfACluster(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a cluster of three servers: not in -short")
	}
	url, nodes := storetest.StartNodes(t)
	reader := client(t, nodes[0].StartReplica(t).URL).Conn()
	t.Cleanup(func() { _ = reader.Close() })
	if err := reader.ReadOnly(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	first := client(t, nodes[0].URL)
	s := open(t, url, 1)
	its := 0
	for chat := int64(1); chat <= 120; chat++ {
		sale(t, s, chat)
		key := fmt.Sprintf("rp:{1.p%03d}:or:%d", chat%256, chat)
		if first.ClusterKeySlot(t.Context(), key).Val() >= 16384/3 {
			continue
		}
		its++
		if n, err := reader.HLen(t.Context(), key).Result(); err != nil || n != 1 {
			t.Fatalf("the order of chat %d is not on the replica: %v", chat, err)
		}
	}
	if n := waits(t, first); its == 0 || n != fmt.Sprint(its) {
		t.Errorf("%d commits with money of the first master's waited %s times", its, n)
	}
	for _, other := range nodes[1:] {
		if n := waits(t, client(t, other.URL)); n != "0" {
			t.Errorf("without a replica a master waited %s times", n)
		}
	}
}

// A replica that is silent holds a payment up for a bounded time; it is written, and the operator is told once.
func TestSilentReplica(t *testing.T) {
	master := storetest.StartServer(t, "--save", "", "--appendonly", "no")
	replica := master.StartReplica(t)
	var said bytes.Buffer
	s, err := redisstore.Open(t.Context(), redisstore.Options{URL: master.URL, Bot: 1, Log: slog.New(slog.NewTextHandler(&said, nil))})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	said.Reset()
	replica.Pause(t)
	sale(t, s, 1)
	sale(t, s, 2)
	if n := strings.Count(said.String(), "no replica of Redis took"); n != 1 {
		t.Errorf("told %d times: %s", n, &said)
	}
	if kept, there, err := s.Order(t.Context(), 1, "N1"); err != nil || !there || kept.State != shop.Open {
		t.Errorf("kept: %+v, %v, %v", kept, there, err)
	}
	replica.Resume(t)
	said.Reset()
	for chat := int64(3); said.Len() == 0 && chat < 60; chat++ { // it may take a moment until it has caught up
		sale(t, s, chat)
	}
	if !strings.Contains(said.String(), "a replica of Redis has") {
		t.Errorf("told: %q", &said)
	}
}
