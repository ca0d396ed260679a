package console

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"time"
	"unicode/utf8"
)

const (
	// maxField is the longest field of a payment form, in characters.
	maxField = 256
	// longestRest is how long a customer may wait before paying.
	longestRest = 30 * 24 * time.Hour
)

var countryForm = regexp.MustCompile(`^[A-Z]{2}$`)

// payInput is the body of a request about an invoice.
type payInput struct {
	Bill
	Payment
	RestSeconds int64 `json:"rest"` // that the customer waits before
}

func (in *payInput) check() error {
	to := in.To
	for _, field := range []string{to.Name, to.Phone, to.Email, to.Street, to.Street2, to.PostCode, to.City, to.State, in.Way, in.Link} {
		if utf8.RuneCountInString(field) > maxField {
			return fmt.Errorf("%w: a field is too long", errInput)
		}
	}
	in.Rest = time.Duration(in.RestSeconds) * time.Second
	switch {
	case to.Country != "" && !countryForm.MatchString(to.Country):
		return fmt.Errorf("%w: country %q", errInput, to.Country)
	case in.Tip < 0, in.RestSeconds < 0, in.RestSeconds > int64(longestRest/time.Second):
		return fmt.Errorf("%w: tip %d, rest %d", errInput, in.Tip, in.RestSeconds)
	}
	return nil
}

// notDone is the answer where something was refused in words: that is no fault of the request.
type notDone struct {
	Refused string `json:"refused"`
}

// paying makes the handler of a request about an invoice; what do gives is the answer.
func (s *site) paying(do func(*http.Request, Phone, payInput) (any, error)) http.HandlerFunc {
	return s.phone(func(w http.ResponseWriter, r *http.Request, p Phone) {
		var in payInput
		err := readJSON(r, &in)
		if err == nil {
			err = in.check()
		}
		var answer any
		if err == nil {
			answer, err = do(r, p, in)
		}
		var refused *Refused
		switch {
		case errors.As(err, &refused):
			writeJSON(w, http.StatusOK, notDone{refused.words(textsFor(r))})
		case err != nil:
			s.refuse(w, r, err)
		default:
			writeJSON(w, http.StatusOK, answer)
		}
	})
}

func readInvoice(_ *http.Request, p Phone, in payInput) (any, error) { return p.Invoice(in.Bill) }

func askWays(r *http.Request, p Phone, in payInput) (any, error) {
	ways, err := p.Ways(r.Context(), in.Bill, in.To)
	if ways == nil {
		ways = []Way{} // the page walks over it
	}
	return ways, err
}

func pay(r *http.Request, p Phone, in payInput) (any, error) {
	return struct{}{}, p.Pay(r.Context(), in.Bill, in.Payment)
}

// words are why a payment did not come about, for the customer.
func (r *Refused) words(t Texts) string {
	switch r.Reason {
	case ByBot:
		return t.BotRefused + " " + r.Text
	case NoAnswer:
		return t.BotSilent
	case Declined:
		return t.CardDeclined
	case TooFew:
		return t.TooFewStars
	}
	return t.FormIncomplete
}

// TestAddress is an address to order to.
type TestAddress struct{ Recipient }

// JSON is the address as the page's script reads it.
func (a TestAddress) JSON() (string, error) {
	raw, err := json.Marshal(a.Recipient)
	return string(raw), err
}

// String is the address in a line.
func (a TestAddress) String() string {
	return fmt.Sprintf("%s: %s, %s %s", a.Country, a.Street, a.PostCode, a.City)
}

// testAddresses are what the form offers.
func testAddresses() []TestAddress {
	return []TestAddress{
		{Recipient{Phone: "+493012345678", Street: "Torstraße 1", PostCode: "10119", City: "Berlin", Country: "DE"}},
		{Recipient{Phone: "+43123456789", Street: "Mariahilfer Straße 10", PostCode: "1070", City: "Wien", Country: "AT"}},
		{Recipient{Phone: "+33123456789", Street: "12 rue de Rivoli", PostCode: "75004", City: "Paris", Country: "FR"}},
	}
}
