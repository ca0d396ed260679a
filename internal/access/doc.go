// Package access decides who may use a page that is served to other computers.
//
// A [Key] is what one has to know: a token or a password, of which only a hash
// is kept. [Admit] holds an address against it: the loopback needs no key, any
// other does. [Attempts] bounds how often one may guess, and [Sessions] are
// those who have come in. None of them knows HTTP.
package access
