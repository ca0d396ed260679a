package redisstore

import (
	"crypto/sha1"
	"embed"
	"encoding/hex"
	"strings"
)

//go:embed lua/*.lua
var sources embed.FS

// script is one transition: its Lua source, and the hash by which Redis knows it once it was loaded.
type script struct {
	name   string
	source string
	hash   string
}

// transitions are all scripts, one for each way a contact, or what contacts share, can change.
type transitions struct {
	commit, turn, ack, postpone, mark, post, take, bury, publish *script
	approve, stock, left, seed                                   *script
	unpaid, beat, lease, spend, spendOwn                         *script
}

// newTransitions makes turn of the same source as commit, without the parts that it needs for more than contactKeys keys alone: a function costs each run, whether it is
// called or not.
func newTransitions() transitions {
	return transitions{
		commit:   newScript("commit", "claim", "index", "ring", "stream", "tally", "erase", "order"),
		turn:     newScript("commit", "claim", "index", "ring", "stream"),
		ack:      newScript("ack", "claim", "index", "settle"),
		postpone: newScript("defer", "claim", "index", "settle"),
		mark:     newScript("mark", "claim"),
		post:     newScript("post", "ring"),
		take:     newScript("take", "claim", "index"),
		bury:     newScript("bury", "stream"),
		publish:  newScript("publish"),
		approve:  newScript("approve", "order"),
		stock:    newScript("stock", "shelf"),
		left:     newScript("left", "shelf"),
		seed:     newScript("seed"),
		unpaid:   newScript("unpaid", "order"),
		beat:     newScript("beat"),
		lease:    newScript("lease"),
		spend:    newScript("spend", "bucket"),
		spendOwn: newScript("spendown", "bucket"),
	}
}

func (t transitions) all() []*script {
	return []*script{t.commit, t.turn, t.ack, t.postpone, t.mark, t.post, t.take, t.bury, t.publish, t.approve, t.stock, t.left, t.seed,
		t.unpaid, t.beat, t.lease, t.spend, t.spendOwn}
}

// newScript puts the parts that a script uses in front of it.
func newScript(name string, parts ...string) *script {
	var source string
	for _, part := range append(parts, name) {
		source += slim(read(part))
	}
	sum := sha1.Sum([]byte(source))
	return &script{name: name, source: source, hash: hex.EncodeToString(sum[:])}
}

// read returns an embedded file: its absence would be a fault of the build, which every test would show.
func read(name string) string {
	text, err := sources.ReadFile("lua/" + name + ".lua")
	if err != nil {
		panic(err)
	}
	return string(text)
}

// slim leaves out whole lines of comment, so that a cluster node need not keep our prose.
func slim(source string) string {
	var b strings.Builder
	for line := range strings.Lines(source) {
		if !strings.HasPrefix(strings.TrimSpace(line), "--") {
			b.WriteString(line)
		}
	}
	return b.String()
}
