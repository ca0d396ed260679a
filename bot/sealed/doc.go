// Package sealed puts a seal on what a store keeps of customers: states, calls that wait in an outbox, inputs that wait in an inbox, bodies of orders, and the raw
// updates of dead letters. Whoever reads the disk, a backup or the store's memory learns from them no name, no answer and no address.
//
// Whole values are sealed, above the store: flows and conditions see plain values, scripts and SQL only ever see bytes. A value is sealed by AES-256-GCM under a key
// of its contact, which is derived from one of the keys that the operator gives (codec.go, cipher.go). A value that was never sealed is read as it is, so that sealing
// can be switched on, and off again, while there are contacts.
//
// What is not sealed: the ids of chats (they are the names of keys), numbers and states of orders, the ledger, events and counts, none of which holds a name. The seal
// keeps from reading, not from writing: who can write to the store can put back what was there before, or a value that was never sealed.
//
// keys.go reads the keys; store.go, commit.go, work.go, till.go and archive.go are the store; register.go notes in the store which keys are in use, so that a bot does
// not start without one of them; rekey.go and reseal.go seal anew.
package sealed
