// Package telegramtest is a strict Bot API server in a process: for tests,
// for trying a bot without Telegram, and for measuring one.
//
// [NewServer] makes a [Server], which is an [http.Handler], can listen on the
// loopback ([Server.Start]) or be reached without a network
// ([Server.HTTPClient]). [Server.User] is a customer's phone: it writes,
// presses, sends pictures, blocks the bot, and shows what the bot has made of
// its screen. Every action becomes a real update that waits for getUpdates or
// is posted to the webhook, with the queues, retries and expiries of the real
// server.
//
// What the real server would forgive is refused with a reason: parameters it
// does not know, values of the wrong type, entities outside the text, button
// data that is too long, a second answer to a press. What it is known to
// accept is accepted: a missing boolean is false, entities may be null,
// booleans may be true, yes or 1, names of methods may be in any case.
//
// [Server.Fault] makes single calls fail in each way that a network and a busy
// server can, [Server.Redeliver] brings updates twice, and [Server.Hold] lets
// one kind of update overtake another.
//
// An invoice is paid through a [PaymentForm], with [User.Pay] in one go: the
// bot is asked for the ways of shipping and for its consent, within the ten
// seconds that the real server gives it; the money moves, or the bank declines;
// the bot is told, in time, late or twice, and [Server.Refund] gives back.
//
// Subscriptions, forum topics, business accounts and parse modes are not there:
// calls that use them are refused and say so.
package telegramtest
