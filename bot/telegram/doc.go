// Package telegram speaks the Telegram Bot API through
// go-telegram-bot-api/v5, from which it takes the making of requests and the
// decoding of answers, and nothing else.
//
// A reading order:
//
//   - [Client] and [Client.Call]: one call, bound to a context, with a token
//     that the library never holds and that no error or log can therefore show;
//   - [Error] with [Blocked], [RetryAfter], [Unknown], [Harmless] and the
//     others: what a failed call means for the one who made it;
//   - [Request], [Encode] and [Client.DoEncoded]: calls as values, which can be
//     kept as JSON in an outbox and made later;
//   - [Update]: what Telegram tells, decoded from raw JSON with only the
//     fields that are used, so that a new kind or field cannot stop a bot;
//   - [Client.Poll] and [Webhook]: the two ways to receive updates. Both tell
//     Telegram "received" only after the [Receiver] has said so;
//   - [Invoice], [Client.AnswerPreCheckout] and [Client.StarTransactions]:
//     payments. Answers to their queries wait for nothing else, and the token of
//     a provider is known by its [TokenName] until the moment of the call;
//   - [Limiter]: the pace that Telegram asks for;
//   - [Redact] and [RedactingHandler]: a second net under the tokens.
//
// Whether a call with an unknown outcome is made again is for the caller to
// decide: this package only says that it is unknown.
package telegram
