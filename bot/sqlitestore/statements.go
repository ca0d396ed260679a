package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// statements are prepared once: parsing them would cost more than running them.
type statements struct {
	prepared []*sql.Stmt

	begin, commit, rollback *sql.Stmt

	load, state, remove       *sql.Stmt
	find, save                [2]*sql.Stmt // by bot.Class
	findOpen, saveOpen, move  *sql.Stmt
	findPosted, savePosted    *sql.Stmt
	enqueue, pop, unsent      *sql.Stmt
	policy, mark              *sql.Stmt
	head, put, drop, any, all *sql.Stmt
	due                       *sql.Stmt

	addEvent, trimEvents *sql.Stmt
	addDead, trimDead    *sql.Stmt
	clearDead            *sql.Stmt

	countOn, countNew, keys, grow    *sql.Stmt
	clearCounts, clearSize           *sql.Stmt
	keepFile                         *sql.Stmt
	latest, publish, dropPublication *sql.Stmt
	keepSecret, secret               *sql.Stmt
	emptyInbox, forgetDead           *sql.Stmt

	findOrder, saveOrder, approve, forgetOrders *sql.Stmt
	findRow, addRow, dropUnpaid                 *sql.Stmt
	stock, addStock, dropStock, seed            *sql.Stmt
	forgetSlot                                  *sql.Stmt
	findHold, saveHold, dropHold, over, heldOf  *sql.Stmt
	items, addItem, dropItems                   *sql.Stmt
	version, raise, left                        *sql.Stmt
	stockNames, stockKeys, nameStock            *sql.Stmt
}

const (
	loadSQL     = `SELECT version, state FROM contact WHERE chat = ?`
	dueSQL      = `SELECT chat FROM contact WHERE due > 0 AND due <= ? ORDER BY due, chat LIMIT ?`
	contactsSQL = `SELECT chat, version, state FROM contact WHERE chat > ? ORDER BY chat LIMIT ?`
	underwaySQL = `SELECT chat, version, state FROM contact INDEXED BY contact_underway WHERE underway > 0 AND chat > ? ORDER BY chat LIMIT ?`
	eventsSQL   = `SELECT body FROM event ORDER BY id DESC LIMIT ?`
	countsSQL   = `SELECT key, number FROM tally WHERE tbl = ?`
	fileSQL     = `SELECT id FROM file WHERE file = ?`
	filesSQL    = `SELECT files FROM publication WHERE number = ?`
	publicSQL   = `SELECT number, at, digest, length(files) FROM publication ORDER BY number`
	deadSQL     = `SELECT at, chat, update_id, reason, raw FROM dead ORDER BY id DESC LIMIT ?`

	orderSQL  = `SELECT position, chat, number, state, expires, payer, till, body FROM orders WHERE chat = ? AND number = ?`
	ordersSQL = `SELECT position, chat, number, state, expires, payer, till, body FROM orders WHERE position > ? ORDER BY position LIMIT ?`
	ledgerSQL = `SELECT position, id, body FROM ledger WHERE position > ? ORDER BY position LIMIT ?`

	// RING stands for the column with the update ids of one class.
	findSQL = `SELECT version, RING, last, till, first, nonce, inbox, wake, forgotten FROM contact WHERE chat = ?`
	saveSQL = `INSERT INTO contact (chat, version, state, RING, last, till, first, nonce, inbox, wake, forgotten, due, underway)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (chat) DO UPDATE SET
		version = excluded.version, state = excluded.state, RING = excluded.RING, last = excluded.last, till = excluded.till, first = excluded.first,
		nonce = excluded.nonce, inbox = excluded.inbox, wake = excluded.wake, forgotten = excluded.forgotten, due = excluded.due`
)

// rings are the columns by bot.Class.
func rings() [2]string { return [2]string{"messages", "others"} }

type prepared struct {
	at   **sql.Stmt
	text string
}

func (s *statements) prepare(ctx context.Context, conn *sql.Conn) error {
	list := s.list()
	for class, ring := range rings() {
		list = append(list,
			prepared{&s.find[class], strings.ReplaceAll(findSQL, "RING", ring)},
			prepared{&s.save[class], strings.ReplaceAll(saveSQL, "RING", ring)})
	}
	for _, p := range list {
		stmt, err := conn.PrepareContext(ctx, p.text)
		if err != nil {
			return fmt.Errorf("prepare %q: %w", p.text, err)
		}
		*p.at = stmt
		s.prepared = append(s.prepared, stmt)
	}
	return nil
}

// close must come before that of their connection: with open statements SQLite keeps it, and its files, for ever.
func (s *statements) close() error {
	var errs []error
	for _, stmt := range s.prepared {
		errs = append(errs, stmt.Close())
	}
	return errors.Join(errs...)
}

func (s *statements) list() []prepared {
	return []prepared{
		{&s.begin, `BEGIN IMMEDIATE`},
		{&s.commit, `COMMIT`},
		{&s.rollback, `ROLLBACK`},

		{&s.load, loadSQL},
		{&s.state, `SELECT state FROM contact WHERE chat = ?`},
		{&s.remove, `DELETE FROM contact WHERE chat = ?`},
		{&s.findOpen, `SELECT last, till, first, nonce, inbox, wake, forgotten, due FROM contact WHERE chat = ?`},
		{&s.saveOpen, `UPDATE contact SET till = ?, first = ?, nonce = ?, inbox = ?, wake = ?, due = ? WHERE chat = ?`},
		{&s.move, `UPDATE contact SET underway = ? WHERE chat = ?`},
		{&s.findPosted, `SELECT posted, inbox, due FROM contact WHERE chat = ?`},
		{&s.savePosted, `INSERT INTO contact (chat, posted, inbox, due, underway) VALUES (?, ?, ?, ?, 0)
			ON CONFLICT (chat) DO UPDATE SET posted = excluded.posted, inbox = excluded.inbox, due = excluded.due`},

		{&s.enqueue, `INSERT INTO outbox (chat, seq, policy, call) VALUES (?, ?, ?, ?)`},
		{&s.pop, `DELETE FROM outbox WHERE chat = ? AND seq <= ?`},
		{&s.unsent, `SELECT seq, policy, marked, call FROM outbox WHERE chat = ? AND seq >= ? ORDER BY seq LIMIT ?`},
		{&s.policy, `SELECT policy FROM outbox WHERE chat = ? AND seq = ?`},
		{&s.mark, `UPDATE outbox SET marked = 1 WHERE chat = ? AND seq = ?`},

		{&s.head, `SELECT position, id FROM inbox WHERE chat = ? ORDER BY position LIMIT 1`},
		{&s.put, `INSERT INTO inbox (chat, id, input) VALUES (?, ?, ?)`},
		{&s.drop, `DELETE FROM inbox WHERE position = ?`},
		{&s.any, `SELECT EXISTS (SELECT 1 FROM inbox WHERE chat = ? AND position > ?)`},
		{&s.all, `SELECT id, input FROM inbox WHERE chat = ? ORDER BY position LIMIT ?`},
		{&s.due, dueSQL},

		{&s.addEvent, `INSERT INTO event (at, body) VALUES (?, ?)`},
		{&s.trimEvents, `DELETE FROM event WHERE id <= ?`},
		{&s.addDead, `INSERT INTO dead (at, chat, update_id, reason, raw) VALUES (?, ?, ?, ?, ?)`},
		{&s.trimDead, `DELETE FROM dead WHERE id <= ?`},
		{&s.clearDead, `DELETE FROM dead`},

		{&s.countOn, `UPDATE tally SET number = number + 1 WHERE tbl = ? AND key = ?`},
		{&s.countNew, `INSERT INTO tally (tbl, key, number) VALUES (?, ?, 1)`},
		{&s.keys, `SELECT coalesce(sum(keys), 0) FROM tally_size WHERE tbl = ?`},
		{&s.grow, `INSERT INTO tally_size (tbl, keys) VALUES (?, 1) ON CONFLICT (tbl) DO UPDATE SET keys = keys + 1`},
		{&s.clearCounts, `DELETE FROM tally WHERE tbl = ?`},
		{&s.clearSize, `DELETE FROM tally_size WHERE tbl = ?`},
		{&s.keepFile, `INSERT INTO file (file, id) VALUES (?, ?) ON CONFLICT (file) DO UPDATE SET id = excluded.id`},
		{&s.latest, `SELECT number, files FROM publication ORDER BY number DESC LIMIT 1`},
		{&s.publish, `INSERT INTO publication (files, at, digest) VALUES (?, ?, ?)`},
		{&s.dropPublication, `DELETE FROM publication WHERE number = ? AND number < (SELECT max(number) FROM publication)`},
		{&s.keepSecret, `INSERT INTO secret (bytes) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM secret)`},
		{&s.secret, `SELECT bytes FROM secret`},
		{&s.emptyInbox, `DELETE FROM inbox WHERE chat = ?`},
		{&s.forgetDead, `DELETE FROM dead WHERE chat = ?`},

		{&s.findOrder, orderSQL},
		{&s.saveOrder, `INSERT INTO orders (chat, number, state, expires, body, goes) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT (chat, number) DO UPDATE SET state = excluded.state, expires = excluded.expires, body = excluded.body, goes = excluded.goes,
			payer = iif(excluded.state = 'open', payer, 0), till = iif(excluded.state = 'open', till, 0)`},
		{&s.approve, `UPDATE orders SET payer = ?, till = ? WHERE chat = ? AND number = ?`},
		{&s.forgetOrders, `UPDATE orders SET body = NULL, payer = 0, till = 0, goes = 0
			WHERE chat = ? AND state IN ('delivered', 'cancelled', 'refunded', 'expired')`},
		{&s.dropUnpaid, `UPDATE orders SET body = NULL, payer = 0, till = 0, goes = 0
			WHERE position IN (SELECT position FROM orders WHERE goes > 0 AND goes <= ? LIMIT ?)`},
		{&s.findRow, `SELECT EXISTS (SELECT 1 FROM ledger WHERE id = ?)`},
		{&s.addRow, `INSERT INTO ledger (id, body) VALUES (?, ?) ON CONFLICT (id) DO NOTHING`},

		{&s.stock, `SELECT number, seed FROM stock WHERE key = ?`},
		{&s.addStock, `INSERT INTO stock (key, number) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET number = number + excluded.number`},
		{&s.dropStock, `DELETE FROM stock WHERE key = ? AND number = 0 AND seed IS NULL`},
		{&s.seed, `INSERT INTO stock (key, number, seed) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET number = excluded.number, seed = excluded.seed`},
		{&s.forgetSlot, `DELETE FROM stock WHERE key = ?`},
		{&s.findHold, `SELECT state FROM hold WHERE id = ?`},
		{&s.saveHold, `INSERT INTO hold (id, state, ends) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, ends = excluded.ends`},
		{&s.dropHold, `DELETE FROM hold WHERE id = ?`},
		{&s.over, `SELECT id, state FROM hold WHERE ends <= ?`},
		{&s.heldOf, `SELECT coalesce(sum(quantity), 0) FROM hold_item JOIN hold ON id = hold WHERE key = ? AND state = 'held'`},
		{&s.items, `SELECT key, quantity FROM hold_item WHERE hold = ?`},
		{&s.addItem, `INSERT INTO hold_item (hold, key, quantity) VALUES (?, ?, ?)`},
		{&s.dropItems, `DELETE FROM hold_item WHERE hold = ?`},
		{&s.raise, `UPDATE stock_version SET number = number + 1`},
		{&s.version, `SELECT number FROM stock_version`},
		{&s.left, `SELECT key, number, seed FROM stock`},
		{&s.stockNames, `SELECT name, first FROM stock_name`},
		{&s.stockKeys, `SELECT key FROM stock`},
		{&s.nameStock, `INSERT INTO stock_name (name, first) VALUES (?, ?)`},
	}
}
