// Package bot is the runtime: it takes updates in, runs one turn of the flows for each, commits what came of it and delivers the replies.
//
// Read it in the order an update goes: receive.go and update.go (whose is it, what is it), lanes.go (one contact in order, contacts side by side), handle.go and
// turn.go (state, turn, commit), senders.go, deliver.go and send.go (the outbox to Telegram), wake.go (timers, inbox and what another instance left behind).
// store.go is what it needs from a store.
package bot
