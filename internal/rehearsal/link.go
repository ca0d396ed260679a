package rehearsal

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"time"
	"unicode/utf8"

	"repartee/internal/console"
)

// What a link may hold: a talk, however long, and nothing that would keep the machine busy.
const (
	longestLink = 48 << 10 // bytes of the text
	mostJournal = 4 << 20  // bytes of what it unpacks to
	mostDeeds   = 1000
	mostPeople  = 100
	mostAnswers = 1000
	longestText = 4096
	longestRun  = 400 * 24 * time.Hour
)

// State implements [console.Workbench].
func (r *Rehearsal) State() (string, error) {
	r.deeds.Lock()
	j := r.kept()
	r.deeds.Unlock()
	raw, err := json.Marshal(j)
	if err != nil {
		return "", fmt.Errorf("write the talk into a link: %w", err)
	}
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		return "", fmt.Errorf("write the talk into a link: %w", err)
	}
	if _, err := w.Write(raw); err != nil {
		return "", fmt.Errorf("write the talk into a link: %w", err)
	}
	if err := w.Close(); err != nil {
		return "", fmt.Errorf("write the talk into a link: %w", err)
	}
	text := base64.RawURLEncoding.EncodeToString(packed.Bytes())
	if len(text) > longestLink {
		return "", &console.Refusal{Words: "The talk has become too long for a link. Begin it anew, or save it as a test."}
	}
	return text, nil
}

// Return implements [console.Workbench].
func (r *Rehearsal) Return(ctx context.Context, state string) error {
	j, err := unpack(state)
	if err != nil {
		return &console.Refusal{Words: "This link leads to no talk: " + err.Error() + "."}
	}
	r.deeds.Lock()
	defer r.deeds.Unlock()
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	p, err := r.replay(ctx, r.current().loaded, j, true)
	if err != nil {
		return err
	}
	r.present(func(f *console.Files) { f.Parted = nil })
	if n := len(p.lost); n > 0 {
		r.opts.Log.Info("of the talk behind the link something cannot be done with these files", "deeds", n)
	}
	return nil
}

// unpack reads a link. Whoever wrote it: nothing but a talk comes of it.
func unpack(state string) (j journal, err error) {
	packed, err := base64.RawURLEncoding.DecodeString(state)
	if err != nil || len(state) > longestLink {
		return j, fmt.Errorf("it is not whole")
	}
	raw, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), mostJournal+1))
	if err != nil || len(raw) > mostJournal || json.Unmarshal(raw, &j) != nil {
		return j, fmt.Errorf("it is not whole")
	}
	return j, j.check()
}

// languageForm is the form of a language tag, as far as phones use it.
func languageForm() *regexp.Regexp { return regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`) }

// check looks whether a journal is one that a page could have made.
func (j *journal) check() error {
	run := time.Duration(j.Until-j.Begun) * time.Millisecond
	switch {
	case len(j.Deeds) == 0, j.Deeds[0].What != comes, len(j.Deeds) > mostDeeds, len(j.Calls) > mostAnswers:
		return fmt.Errorf("nobody comes in it, or too much is done")
	case j.Begun <= 0, j.Until < j.Begun, j.Until-j.Begun > longestRun.Milliseconds(), run < 0:
		return fmt.Errorf("its times cannot be")
	}
	people, at := 0, j.Begun
	for i := range j.Deeds {
		d := &j.Deeds[i]
		if d.At < at || d.At > j.Until || d.Lapse < 0 || d.Lapse > longestRun || d.reaches() > j.Until {
			return fmt.Errorf("its times cannot be")
		}
		at = d.At
		if d.What == comes {
			d.Who = people
			people++
		}
		if people > mostPeople || d.Who < 0 || d.Who >= people || !d.whole() {
			return fmt.Errorf("something is done in it that nobody can do")
		}
	}
	return nil
}

// whole tells whether a deed has all that it needs, within what the page takes.
func (d *deed) whole() bool {
	for _, text := range []string{d.Text, d.Note, d.Link} {
		if utf8.RuneCountInString(text) > longestText {
			return false
		}
	}
	if p := d.Profile; p != nil {
		if p.Name == "" || len(p.Name)+len(p.LastName)+len(p.Username) > longestText || !languageForm().MatchString(p.Language) {
			return false
		}
	}
	switch d.What {
	case comes, changes:
		return d.Profile != nil
	case pays:
		return d.Payment != nil && (d.Link != "" || d.On != nil)
	case presses, replies, edits, reacts:
		return d.On != nil && d.On.Back >= 0
	case says:
		return d.Text != ""
	}
	return d.On == nil
}
