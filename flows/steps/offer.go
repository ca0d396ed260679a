package steps

import (
	"repartee/flows"
	"repartee/flows/value"
)

// offered is what may be answered for a type, whoever asks: its choices and what can be shared. Options are the caller's.
func offered(t *flows.Turn, typ *value.Type) flows.Offer {
	offer := flows.Offer{Type: typ}
	switch typ.Base {
	case value.TypeYesNo, value.TypeConsent:
		offer.Choices = yesOrNo(t)
	case value.TypeDate:
		offer.Choices, offer.Rows = calendar(t, typ)
	case value.TypeRating:
		offer.Choices, offer.Rows = ratings(t, typ)
	case value.TypePhone:
		offer.Share = flows.ShareContact
	case value.TypeLocation:
		offer.Share = flows.ShareLocation
	}
	return offer
}

func yesOrNo(t *flows.Turn) []flows.Choice {
	return []flows.Choice{
		{ID: "yes", Label: t.Phrase("yes", nil).Text, Value: value.Bool(true)},
		{ID: "no", Label: t.Phrase("no", nil).Text, Value: value.Bool(false)},
	}
}
