package redisstore

import (
	"fmt"
	"strconv"

	"repartee/bot"
)

// schema is raised when the meaning of a key changes.
const (
	schema          = 2
	withoutUnderway = 1 // nobody noted who is in the middle of something; all else is the same
)

// keys names every key. All keys of one partition share a hash tag and therefore a cluster slot. How many partitions there are is recorded when the first bot starts
// and never changes: keys are found by it.
type keys struct {
	meta       string // hash: partitions, schema, secret
	files      string // hash: what Telegram knows uploaded files by
	published  string // hash, see lua/publish.lua
	public     string // the second of them
	shelf      []string
	stockNames string // hash, see bot.StockNames
	anyContact string // pattern of the keys of all contacts
	fleet      fleetKeys
	partitions [bot.Partitions]partitionKeys
}

// partitionKeys are the keys that the contacts of one partition share.
type partitionKeys struct {
	prefix string
	due    string // sorted set: chat, and when to look at it again
	events string // stream, one entry a turn
	dead   string // stream of dead letters

	underway string // set of the chats that are in the middle of something
}

func newKeys(owner int64) *keys {
	shared := "rp:{" + text(owner) + "}:"
	k := &keys{meta: shared + "meta", files: shared + "media", published: shared + "pub", public: shared + "public", shelf: newShelf(owner)}
	k.stockNames = fmt.Sprintf("rp:{%d.stock}:names", owner)
	k.fleet = newFleetKeys(shared)
	k.anyContact = fmt.Sprintf("rp:{%d.p???}:c:*", owner)
	for p := range k.partitions {
		prefix := fmt.Sprintf("rp:{%d.p%03d}:", owner, p)
		k.partitions[p] = partitionKeys{prefix: prefix, due: prefix + "due", events: prefix + "ev", dead: prefix + "dl", underway: prefix + "uw"}
	}
	return k
}

// of finds the partition of a chat: its id modulo their number.
func (k *keys) of(chat int64) *partitionKeys { return &k.partitions[uint64(chat)%bot.Partitions] }

func (k *keys) due(chat int64) string { return k.of(chat).due }

// contact is a hash; text is the chat's id:
//
//	v  version                 u, q  rings of update ids: messages, other kinds
//	s  state                   p     ring of hashes of posted ids
//	w  next wake, or 0         k     claim or pause, see lua/claim.lua
//	n  last outbox number      o<number>  an unsent entry: policy|call
//	i  when to look at the inbox; there exactly while it is not empty
//	f  forgotten: goes when outbox and inbox are empty
//	r  when its bucket of messages is full again; only where several instances send
//
// The outbox lies in the hash and not in a list of its own: it costs a turn three commands less.
func (k *keys) contact(chat int64, text string) string { return k.of(chat).prefix + "c:" + text }

// counts is a hash with the numbers of one table of counts.
func (p *partitionKeys) counts(table string) string { return p.prefix + "n:" + table }

// inbox is a list of length:id input.
func (k *keys) inbox(chat int64, text string) string { return k.of(chat).prefix + "in:" + text }

// orders is a hash with the orders of a contact: number -> see lua/order.lua. It stays when the contact is forgotten.
func (k *keys) orders(chat int64, text string) string { return k.of(chat).prefix + "or:" + text }

// ordered is a set of the chats that have orders.
func (p *partitionKeys) ordered() string { return p.prefix + "oc" }

// unpaid is a sorted set: chat|order, and when the body of that order goes if nobody has paid it.
func (p *partitionKeys) unpaid() string { return p.prefix + "oe" }

// ledger is a hash: id of the charge or refund -> row. Nothing is ever taken from it.
func (p *partitionKeys) ledger() string { return p.prefix + "lg" }

// newShelf names the keys of the stock, in the order that the scripts take them. They share one slot, so that a cart is held whole or not at all.
func newShelf(owner int64) []string {
	var out []string
	for _, name := range []string{
		"left",    // hash: key -> how many, without those that are held
		"held",    // hash: hold -> JSON {key: quantity}
		"sold",    // hash: the same of what was sold; empty where it was given back
		"ends",    // sorted set: hold, and when it is over or its sale forgotten
		"seeds",   // hash: key -> how many the catalog said that there are, when that last changed
		"version", // counts the changes of left
	} {
		out = append(out, fmt.Sprintf("rp:{%d.stock}:%s", owner, name))
	}
	return out
}

// seeds is the place of that key among those of newShelf.
const seeds = 4

// text is a number as Redis keeps it.
func text(n int64) string { return strconv.FormatInt(n, 10) }
