package console

import (
	"fmt"
	"net/http"
	"time"
)

// pass lets time go by.
func (s *site) pass(w http.ResponseWriter, r *http.Request) {
	var in struct{ Seconds int64 }
	err := readJSON(r, &in)
	if err == nil && (in.Seconds < 1 || in.Seconds > int64(longestRest/time.Second)) {
		err = fmt.Errorf("%w: %d seconds", errInput, in.Seconds)
	}
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	s.opts.Phones.Pass(time.Duration(in.Seconds) * time.Second)
	w.WriteHeader(http.StatusNoContent)
}
