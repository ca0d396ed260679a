package flows

import (
	"strings"

	"repartee/flows/value"
)

// shared takes a contact card: an answer only if it is the customer's own and a phone number is asked for.
func (t *Turn) shared(q *open) Move {
	if q.offer.Type == nil || q.offer.Type.Base != value.TypePhone {
		return t.refuse(q, nil, func() string { return t.hint(q, nil) }, "medium")
	}
	if !t.in.Own {
		return t.refuse(q, nil, func() string { return t.phrase("own_card").Text }, "foreign_card")
	}
	number := "+" + strings.TrimPrefix(t.in.Phone, "+")
	v, misread := value.Read(q.offer.Type, number, t.locale)
	if misread != nil {
		return t.refuse(q, nil, func() string { return t.hint(q, misread) }, "not_understood")
	}
	return t.answered(q, Reply{Answer: Answer{Value: v, How: Shared}})
}

// sent takes a picture, a voice message, a file or a place.
func (t *Turn) sent(q *open) Move {
	if q.offer.Type == nil || !takes(q.offer.Type, t.in.Medium) {
		return t.refuse(q, nil, func() string { return t.hint(q, nil) }, "medium")
	}
	v := value.Text(t.in.FileID)
	if t.in.Medium == Location {
		if t.in.Spot == nil {
			return t.refuse(q, nil, func() string { return t.hint(q, nil) }, "medium")
		}
		v = value.Record(map[string]value.Value{
			"latitude": value.Number(int64(t.in.Spot.Latitude * value.Micros)), "longitude": value.Number(int64(t.in.Spot.Longitude * value.Micros)),
		})
	}
	if q.offer.Type.Kind() == value.KindList {
		v = value.List(v)
	}
	t.state.Session.Album = t.in.Album
	return t.answered(q, Reply{Answer: Answer{Value: v, How: Sent, Words: t.in.Caption}})
}

// takes tells whether a medium answers a type: a photo also one that is sent as a file.
func takes(typ *value.Type, m Medium) bool {
	if typ.Kind() == value.KindList && typ.Elem != nil {
		typ = typ.Elem
	}
	switch typ.Base {
	case value.TypePhoto:
		return m == Photo
	case value.TypeVoice:
		return m == Voice
	case value.TypeFile:
		return m == File || m == Photo || m == Video
	case value.TypeLocation:
		return m == Location
	}
	return false
}

// refusedAlbum begins the note of an album that answered nothing: one refusal is enough for all its pictures.
const refusedAlbum = "!"

// restOfAlbum takes the further pictures of an album whose first has answered a question: they belong to that answer, where it can hold several.
func (t *Turn) restOfAlbum() Move {
	frames := t.state.Session.Frames
	if len(frames) == 0 || len(t.frame().Trail) == 0 {
		return Wait()
	}
	frame := t.frame()
	step := t.set.step(frame.Flow, frame.Trail[len(frame.Trail)-1])
	if step == nil {
		return Wait()
	}
	asking, ok := step.Body.(Asking)
	if !ok {
		return Wait()
	}
	offer := asking.Offer(t)
	kept, known := t.Kept(offer.Field)
	if known && kept.Value.Kind() == value.KindList && takes(offer.Type, t.in.Medium) {
		kept.Value = value.List(append(kept.Value.AsList(), value.Text(t.in.FileID))...)
		t.Keep(offer.Field, kept)
	}
	return Wait()
}
