package sqlitestore

import (
	"database/sql"
	"errors"

	"repartee/bot"
)

// contact is the part of a row that decides what may change. Zero stands for none.
type contact struct {
	chat      int64
	version   string
	ring      []byte // ids of the class that was asked for
	last      int64  // number given last in the outbox
	claim     claim
	inbox     int64 // when to look at the inbox; set exactly while it is not empty
	wake      int64
	forgotten bool
	due       int64
}

// claim is set exactly while the outbox is not empty. Until its end the instance with the nonce sends; an empty nonce is a pause in which nobody does.
type claim struct {
	till  int64
	first int64 // lowest number that the last commit gave to the claim
	nonce string
}

func (c claim) none() bool { return c.till == 0 }

func (c claim) alive(now int64) bool { return c.nonce != "" && c.till > now }

// next is when to look at the contact again: the least of claim end, inbox and wake; 0: never.
func (c *contact) next() int64 { return least(c.claim.till, c.inbox, c.wake) }

// least is the smallest of the times that are set.
func least(times ...int64) int64 {
	var out int64
	for _, at := range times {
		if at > 0 && (out == 0 || at < out) {
			out = at
		}
	}
	return out
}

// readForCommit finds a contact with the ring of one class. One that was never seen is the zero contact.
func (t *transaction) readForCommit(chat int64, class bot.Class) (contact, error) {
	c := contact{chat: chat}
	err := t.find[class].QueryRowContext(t.ctx, chat).Scan(
		&c.version, &c.ring, &c.last, &c.claim.till, &c.claim.first, &c.claim.nonce, &c.inbox, &c.wake, &c.forgotten)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return c, err
}

// readOpen finds what is open for a contact.
func (t *transaction) readOpen(chat int64) (contact, error) {
	c := contact{chat: chat}
	err := t.findOpen.QueryRowContext(t.ctx, chat).Scan(
		&c.last, &c.claim.till, &c.claim.first, &c.claim.nonce, &c.inbox, &c.wake, &c.forgotten, &c.due)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return c, err
}

// writeOpen stores what is open, and when to look again.
func (t *transaction) writeOpen(c *contact) error {
	_, err := t.saveOpen.ExecContext(t.ctx, c.claim.till, c.claim.first, c.claim.nonce, c.inbox, c.wake, c.next(), c.chat)
	return err
}

func (t *transaction) forget(chat int64) error {
	_, err := t.remove.ExecContext(t.ctx, chat)
	return err
}

// erase takes away what of a forgotten contact lies outside of its row, but for the outbox: a farewell is still to be sent.
func (t *transaction) erase(c *contact) error {
	c.inbox = 0
	if _, err := t.emptyInbox.ExecContext(t.ctx, c.chat); err != nil {
		return err
	}
	_, err := t.forgetDead.ExecContext(t.ctx, c.chat)
	return err
}
