package console

import (
	"net/http"
	"regexp"
	"strings"
	"unicode/utf8"
)

const (
	// maxCustomers bounds what a page that is left alone can pile up.
	maxCustomers = 100
	// maxName is Telegram's bound for a first name, in characters.
	maxName = 64
)

// languageForm is the form of an IETF language tag, as far as phones use it.
var languageForm = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// createCustomer makes a customer and answers with them.
func (s *site) createCustomer(w http.ResponseWriter, r *http.Request) {
	var in struct{ Name, Language string }
	if err := readJSON(r, &in); err != nil {
		s.refuse(w, r, err)
		return
	}
	in.Name = strings.TrimSpace(in.Name)
	switch {
	case in.Name == "", utf8.RuneCountInString(in.Name) > maxName, !languageForm.MatchString(in.Language):
		s.refuse(w, r, errInput)
	case len(s.opts.Phones.All()) >= maxCustomers:
		s.refuse(w, r, errFull)
	default:
		writeJSON(w, http.StatusCreated, s.opts.Phones.New(in.Name, in.Language).Customer())
	}
}

// serveAbout answers with what the bot says of itself to this customer.
func (s *site) serveAbout(w http.ResponseWriter, r *http.Request, p Phone) {
	about, err := p.About(r.Context())
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	if about.Commands == nil {
		about.Commands = []Command{} // the page walks over it
	}
	writeJSON(w, http.StatusOK, about)
}
