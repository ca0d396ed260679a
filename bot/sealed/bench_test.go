package sealed_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"repartee/bot"
	"repartee/bot/storetest"
)

// BenchmarkCommit is a turn's commit and ack on a plain store, on one without keys, and sealed: a state of 850 bytes and one reply. cpu-us/op is the CPU time of
// this process, which says more than ns/op on a machine that is at work. Read it as ratios of one run.
func BenchmarkCommit(b *testing.B) {
	url := storetest.StartRedis(b)
	var next atomic.Int64
	for _, below := range []struct {
		name string
		open func(testing.TB) storetest.Store
	}{
		{"redis", func(t testing.TB) storetest.Store { return redis(t, url, next.Add(1)) }},
		{"sqlite", func(t testing.TB) storetest.Store { return file(t, filepath.Join(t.TempDir(), "bot.db")) }},
		{"nowhere", func(t testing.TB) storetest.Store { return nowhere{file(t, ":memory:")} }},
	} {
		b.Run(below.name+"/plain", func(b *testing.B) { turns(b, below.open(b), next.Add(1)) })
		b.Run(below.name+"/without keys", func(b *testing.B) { turns(b, seal(b, below.open(b), ""), next.Add(1)) })
		b.Run(below.name+"/sealed", func(b *testing.B) { turns(b, seal(b, below.open(b), "k1"), next.Add(1)) })
	}
}

func turns(b *testing.B, s bot.Store, chat int64) {
	b.ReportAllocs()
	value := bytes.Repeat([]byte(`{"field":"value"},`), 47)
	c := bot.Commit{Chat: chat, Outbox: []bot.Entry{{Policy: bot.Resend, Call: []byte("sendMessage\n" + strings.Repeat("text=hello&", 25))}}}
	var err error
	before := ownCPU(b)
	for range b.N {
		if err = turn(b, s, &c, value); err != nil {
			break
		}
	}
	b.ReportMetric((ownCPU(b)-before)/float64(b.N), "cpu-us/op")
	if err != nil {
		b.Fatal(err)
	}
}

func turn(b *testing.B, s bot.Store, c *bot.Commit, value []byte) error {
	c.Update++
	c.Next = strconv.FormatInt(c.Update, 10) + ".0123456789abcdef"
	c.Now = s.Now()
	c.Claim = bot.Claim{Nonce: "0123456789abcdef", Until: c.Now + 30_000}
	c.State = value
	out, err := s.Commit(b.Context(), *c)
	if err != nil || out.Status != bot.OK {
		return fmt.Errorf("commit answered %d, %w", out.Status, err)
	}
	c.Version = c.Next
	_, err = s.Ack(b.Context(), bot.Ack{Chat: c.Chat, Claim: c.Claim, Through: out.Outbox[0].Seq, Now: c.Now})
	return err
}

// ownCPU is what this process has used, in microseconds.
func ownCPU(b *testing.B) float64 {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e3
}
