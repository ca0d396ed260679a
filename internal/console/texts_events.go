package console

import "repartee/flows"

// EventTexts say what happened in a turn, in one language.
type EventTexts map[flows.EventName]string

func englishEvents() EventTexts {
	return EventTexts{
		flows.Visited:       "a visit began",
		flows.Started:       "flow began",
		flows.Stepped:       "step taken",
		flows.Asks:          "asked",
		flows.Answered:      "answered",
		flows.Refused:       "answer refused",
		flows.GaveUp:        "gave up",
		flows.Skipped:       "skipped",
		flows.Interrupted:   "interrupted",
		flows.Returned:      "back at the question",
		flows.WentBack:      "went back",
		flows.Reminded:      "reminded",
		flows.Silent:        "silent to the end",
		flows.Reached:       "goal reached",
		flows.Ended:         "flow ended",
		flows.NotUnderstood: "not understood",
		flows.StaleButton:   "button out of date",
		flows.Remembered:    "known already",
		flows.Told:          "answered from the FAQ",
		flows.Doubted:       "asked “Did you mean …?”",
		flows.Recommended:   "recommended",
		flows.Chose:         "chosen",
		flows.Rated:         "rated",
		flows.Reaction:      "reaction",
		flows.Split:         "arm of a trial",
		flows.Waits:         "waits",
		flows.Resumed:       "wait over",
		flows.Called:        "call began",
		flows.CallEnded:     "call ended",
		flows.Referred:      "came by a friend’s link",
		flows.Expired:       "answer forgotten",
		flows.Lost:          "question gone",
		flows.CartChanged:   "cart changed",
		flows.Ordered:       "ordered",
		flows.Settles:       "paid",
		flows.Declined:      "payment refused",
		flows.SoldOut:       "sold out",
		flows.OrderChanged:  "order is now",
		flows.GaveMoneyBack: "money given back",
		flows.Abandoned:     "reminded of the cart",
		flows.Booked:        "appointment made",
		flows.Unbooked:      "appointment cancelled",
		flows.Forgot:        "everything erased",
		flows.Recorded:      "recorded",
	}
}
