// Package bot is the runtime: it takes updates in, runs one turn of the flows for each, commits what came of it and delivers the replies.
//
// Read it in the order an update goes: receive.go and update.go (whose is it, what is it), lanes.go (one contact in order, contacts side by side), handle.go and
// turn.go (state, turn, commit), calls.go and media.go (effects as Bot API calls), senders.go, deliver.go, send.go and upload.go (the outbox to Telegram), wake.go
// (timers, inbox and what another instance left behind).
//
// Money has a way of its own: checkout.go, precheckout.go and shipping.go answer what Telegram asks before a payment, ahead of all lanes, by the order as the store
// has it; payment.go takes what tells that money has moved to the contact whose order it is; sold.go writes orders and ledger with the turn; invoice.go, stock.go and
// refund.go do what turns want; staff.go is how staff get a word in. till.go is what all of this needs from a store.
//
// What a turn wants done elsewhere is begun after its commit and comes back as an input: jobs.go, with request.go and address.go (HTTP), call.go (Go functions)
// and model.go. What it tells another contact goes through the outbox too: referral.go and tell.go. facts.go is what turns know of all contacts together,
// publication.go gives a session the files that it keeps to. store.go is what the runtime needs from a store.
//
// Where there is not room for all, gate.go lets in who is most urgent; pace.go keeps to Telegram's pace, and muster.go lets several instances of a bot share that pace
// and what comes due. fleet.go is what they need from a store for it.
//
// Who watches a bot reads metrics.go (what Prometheus is told), trace.go (OpenTelemetry) and observer.go, which stands around store, lanes and jobs and sees it all.
package bot
