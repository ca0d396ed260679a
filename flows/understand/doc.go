// Package understand finds out what a customer means: which trigger their words
// are, and how sure that is. It needs no model and no network, and equal phrases
// and words always give equal scores.
//
// An [Index] is made for all phrases of a set of flows; [Index.Match] then gives
// for any words the triggers that they may stand for. From a score of [Threshold]
// on words are understood, from [Doubt] on it is worth asking.
//
// In reading order: a language takes texts apart into words and stems, and its
// lexicon knows which words carry no subject and which mean much the same. An
// analyzer mends typing errors and splits compounds, which makes tokens of a
// text. eachTrait turns tokens into what texts are compared by: stems, pairs,
// groups of synonyms and letters. A model, one for each language, weighs these by
// their rarity, finds the likest phrases and asks a linear classifier that was
// trained with them. At last the evidence makes the score.
package understand
