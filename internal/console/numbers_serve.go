package console

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"repartee/flows/analysis/funnel"
	"repartee/internal/spreadsheet"
)

// mostDays is the longest period that can be asked for.
const mostDays = 3650

// numbersRoutes are the requests about the real customers of the bot.
func (s *site) numbersRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /numbers", s.asked(s.count))
	mux.HandleFunc("GET /numbers.csv", s.serveCSV)
}

func (s *site) count(r *http.Request) (any, error) { return s.numbers(r) }

// numbers counts as a request asks: ?by= as of a query, ?days= how many until
// now, all without it.
func (s *site) numbers(r *http.Request) (funnel.Numbers, error) {
	q := funnel.Query{By: r.FormValue("by")}
	if days := r.FormValue("days"); days != "" {
		n, err := strconv.Atoi(days)
		if err != nil || n < 1 || n > mostDays {
			return funnel.Numbers{}, fmt.Errorf("%w: days %q", errInput, days)
		}
		q.Since = time.Now().AddDate(0, 0, -n)
	}
	n, err := s.opts.Numbers.Numbers(r.Context(), q)
	if errors.Is(err, funnel.ErrBy) {
		err = fmt.Errorf("%w: %w", errInput, err)
	}
	return n, err
}

func (s *site) serveCSV(w http.ResponseWriter, r *http.Request) {
	n, err := s.numbers(r)
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="numbers.csv"`)
	_ = spreadsheet.Write(w, n.Table()) // a reader who is gone misses nothing
}
