// Package decide answers whether conditions can hold, and others not, all at once: whether an arm can ever be taken, whether arms leave something out.
//
// It knows what `and`, `or`, `not`, comparisons, `in`, `known` and `??` mean where a value may be unknown, and finds for each name the values that make a
// difference: each option, yes and no, for numbers, amounts and dates those around each limit. All ways to combine them are gone through, so that the answer is
// exact. Where two names are compared with each other, or something is reckoned with, only what follows in any case is answered; the rest is [MayBe].
package decide
