// Package explore walks through a bot as customers could, breadth first: every button, an answer of each class, and every outcome of what lies outside (a call that
// gives something, fails or never answers; a payment that is made, declined or too late; a stock that is empty; silence). It reports what nobody should meet: crashes,
// dead ends, loops, and places from which the goal of the flow cannot be reached any more, each with the shortest talk that leads there.
//
// Buttons of earlier messages are pressed too: what comes of it must be what going back to that question comes to. The first language is walked through in full, the others along a
// guide, the ways that come to every place, step, option and outcome once: what they leave out differs in answers, not in texts. In each language labels, synonyms, start words and the
// questions of the FAQ are typed, and what is said is looked at.
//
// Two states count as one where all is alike that matters for how the talk goes on: the open flows with their answers, what is remembered, the cart, orders and
// appointments. Ids, times and counters do not. What the bounds leave out is told: exploring proves nothing about that.
package explore
