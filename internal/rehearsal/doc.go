// Package rehearsal runs a bot without Telegram, for those who write its dialogue: the real runtime against a Bot API server in this process, with a store in memory, a
// clock that can be put forward, and the phones of some customers on a page.
package rehearsal
