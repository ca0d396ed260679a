package redisstore

import "strconv"

// partitions is how many slots one bot is spread over. It is recorded when the first bot starts and never changes: keys are found by it.
const partitions = 256

// schema is raised when the meaning of a key changes.
const schema = 1

// keys names every key. All keys of one partition share a hash tag and therefore a cluster slot.
type keys struct {
	meta   string
	prefix [partitions]string
}

func newKeys(bot int64) *keys {
	id := strconv.FormatInt(bot, 10)
	k := &keys{meta: "rp:{" + id + "}:meta"}
	for p := range k.prefix {
		number := strconv.Itoa(1000 + p)[1:]
		k.prefix[p] = "rp:{" + id + ".p" + number + "}:"
	}
	return k
}

// partition is the chat's id modulo the number of partitions.
func partition(chat int64) int { return int(uint64(chat) % partitions) }

// Contact is a hash: v version, s state, u and q rings of update ids (messages, other kinds), p ring of hashes of posted ids, n last number given in the outbox,
// k claim or pause (see lua/shared.lua; there exactly while the outbox is not empty), i when to look at the inbox (there exactly while it is not empty),
// w next wake, f forgotten: goes when outbox and inbox are empty.
func (k *keys) contact(chat int64) string { return k.of("c:", chat) }

// Outbox is a list of seq|policy|call, in order and without gaps.
func (k *keys) outbox(chat int64) string { return k.of("o:", chat) }

// Inbox is a list of length:id input.
func (k *keys) inbox(chat int64) string { return k.of("in:", chat) }

// Due is a sorted set: chat, and when to look at it again.
func (k *keys) due(p int) string { return k.prefix[p] + "due" }

// Events is a stream with one entry a turn.
func (k *keys) events(p int) string { return k.prefix[p] + "ev" }

// Dead is a stream of dead letters.
func (k *keys) dead(p int) string { return k.prefix[p] + "dl" }

func (k *keys) of(kind string, chat int64) string {
	return k.prefix[partition(chat)] + kind + strconv.FormatInt(chat, 10)
}
