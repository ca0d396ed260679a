package reference

import (
	"fmt"
	"reflect"
	"strings"

	"repartee/flows"
	"repartee/flows/steps"
)

var (
	questionType = reflect.TypeFor[flows.Question]()
	listingType  = reflect.TypeFor[flows.Listing]()
	defaultsType = reflect.TypeFor[flows.Defaults]()
)

// stepsPage lists the kinds of step.
func stepsPage(w *writer) error {
	w.title("Steps", "A step is a map; the key that opens it is its kind. How the values are written is in [forms.md](forms.md).")
	var links []string
	for _, kind := range steps.Kinds() {
		links = append(links, "["+kind.Name+"](#"+kind.Name+")")
	}
	w.paragraph("\n" + strings.Join(links, " · "))
	w.heading(2, "Keys of every step")
	if err := w.keys(reflect.TypeFor[flows.Step]()); err != nil {
		return err
	}
	w.heading(2, "Keys of every question")
	w.paragraph("The kinds that wait for the customer's word share these. The first six may also be said once, under `defaults` of the flow or of `bot.yaml`.")
	if err := w.keys(defaultsType); err != nil {
		return err
	}
	if err := w.keys(questionType); err != nil {
		return err
	}
	w.heading(2, "Keys of every source")
	w.paragraph("The kinds that work on items share these. `item` is the one at hand in all their texts and conditions.")
	if err := w.keys(listingType); err != nil {
		return err
	}
	for _, kind := range steps.Kinds() {
		if err := w.kind(kind); err != nil {
			return fmt.Errorf("kind %s: %w", kind.Name, err)
		}
	}
	return nil
}

func (w *writer) kind(kind flows.Kind) error {
	body := kind.New()
	t := reflect.TypeOf(body).Elem()
	w.heading(2, kind.Name)
	w.paragraph(kind.Doc + family(t))
	if err := w.keys(t); err != nil {
		return err
	}
	example, err := exampleOf(kind.Name)
	if err != nil {
		return err
	}
	w.block("yaml", example)
	names, err := eventsOf(kind.Name, body)
	if err != nil {
		return err
	}
	w.paragraph("Events: " + strings.Join(names, ", ") + ".")
	return nil
}

// family says which further keys a kind has.
func family(t reflect.Type) string {
	question, source := embeds(t, questionType), embeds(t, listingType)
	const questions, sources = "[keys of every question](#keys-of-every-question)", "[keys of every source](#keys-of-every-source)"
	switch {
	case question && source:
		return " It has the " + questions + " and the " + sources + " too."
	case question:
		return " It has the " + questions + " too."
	case source:
		return " It has the " + sources + " too."
	}
	return ""
}

// eventsOf links the events that a step of a kind gives.
func eventsOf(kind string, body flows.Body) ([]string, error) {
	names := append([]flows.EventName{flows.Stepped}, kindEvents[kind]...)
	if _, ok := body.(flows.Asking); ok {
		names = append(names, questionEvents...)
	}
	var links []string
	for _, name := range names {
		links = append(links, "["+string(name)+"](events.md#"+string(name)+")")
	}
	return links, nil
}

// questionEvents are what every question gives.
var questionEvents = []flows.EventName{flows.Asks, flows.Answered, flows.Refused, flows.Doubted, flows.GaveUp, flows.Skipped, flows.Interrupted, flows.Returned, flows.WentBack, flows.Reminded, flows.Silent}

// kindEvents are what a kind gives beside.
var kindEvents = map[string][]flows.EventName{
	"ask":       {flows.Remembered, flows.Chose},
	"menu":      {flows.Told},
	"recommend": {flows.Recommended, flows.Chose},
	"show":      {flows.Chose},
	"flow":      {flows.Started},
	"jump":      {flows.Ended, flows.Started},
	"goal":      {flows.Reached},
	"split":     {flows.Split},
	"wait":      {flows.Waits, flows.Resumed},
	"call":      {flows.Called, flows.CallEnded},
	"rate":      {flows.Rated},
	"share":     {flows.Referred},
	"cart":      {flows.CartChanged, flows.SoldOut, flows.Abandoned},
	"pay":       {flows.Ordered, flows.Settles, flows.Declined, flows.SoldOut, flows.Abandoned},
	"book":      {flows.Booked, flows.Unbooked},
	"end":       {flows.Ended},
}
