package console

import (
	"fmt"
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

// usernameForm is that of the name after the @, which not everybody has.
//
// https://core.telegram.org/method/account.updateUsername
var usernameForm = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_]{4,31})?$`)

// readProfile reads what the page says of a customer.
func readProfile(r *http.Request) (Profile, error) {
	var in Profile
	if err := readJSON(r, &in); err != nil {
		return in, err
	}
	in.Name, in.LastName = strings.TrimSpace(in.Name), strings.TrimSpace(in.LastName)
	in.Username = strings.TrimPrefix(strings.TrimSpace(in.Username), "@")
	switch {
	case in.Name == "", utf8.RuneCountInString(in.Name) > maxName, utf8.RuneCountInString(in.LastName) > maxName:
		return in, fmt.Errorf("%w: a name", errInput)
	case !languageForm.MatchString(in.Language), !usernameForm.MatchString(in.Username):
		return in, fmt.Errorf("%w: language %q, username %q", errInput, in.Language, in.Username)
	}
	return in, nil
}

// createCustomer makes a customer and answers with them.
func (s *site) createCustomer(w http.ResponseWriter, r *http.Request) {
	in, err := readProfile(r)
	if err == nil && len(s.opts.Phones.All()) >= maxCustomers {
		err = errFull
	}
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	made := s.opts.Phones.New(in.Name, in.Language)
	if in.LastName != "" || in.Username != "" {
		made.SetProfile(in)
	}
	writeJSON(w, http.StatusCreated, made.Customer())
}

// changeProfile changes a customer's name and language.
func (s *site) changeProfile(w http.ResponseWriter, r *http.Request, p Phone) {
	in, err := readProfile(r)
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	p.SetProfile(in)
	w.WriteHeader(http.StatusNoContent)
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
