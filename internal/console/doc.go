// Package console serves the page on which one tries a bot: a customer's phone
// in the browser.
//
// [New] makes the page from [Options]. The page does not know where its
// customers come from: [Phones] and [Phone] are what it needs of them, and
// whoever embeds it fills them in. Whatever is typed or pressed on the page
// goes through a [Phone], so that it takes the way that a real customer's words
// take.
//
// The words of the page are in texts*.go, one file a language, and reach the
// browser in the HTML alone: the scripts hold none. What customers and bots
// say reaches it as JSON over server-sent events and becomes elements and text
// nodes there, never markup.
//
// Streams of events end with the context of their request. A server that is to
// shut down in good time needs a BaseContext that ends.
package console
