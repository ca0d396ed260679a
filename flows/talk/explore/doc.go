// Package explore walks through a bot as customers could, breadth first: every button, an answer of each class, and every outcome of what lies outside (a call that
// gives something, fails or never answers; a payment that is made, declined or too late; a stock that is empty; silence). It reports what nobody should meet: crashes,
// dead ends, loops, and places from which the goal of the flow cannot be reached any more, each with the shortest talk that leads there.
//
// Two states count as one where all is alike that matters for how the talk goes on: the open flows with their answers, what is remembered, the cart, orders and
// appointments. Ids, times and counters do not. What the bounds leave out is told: exploring proves nothing about that.
package explore
