package console

import (
	"html/template"
	"log/slog"
	"net/http"

	"repartee/internal/access"
)

// Options are the settings of the page. Phones is required.
type Options struct {
	Title     string   // the bot's name; default Username
	Username  string   // the bot's, without @; links to t.me/<username> stay on the page
	Languages []string // of the bot, the first one first: offered to new customers; default en
	Phones    Phones
	Workbench Workbench    // nil: the page shows phones alone
	Numbers   Numbers      // nil: there is no real store, and no numbers
	Key       *access.Key  // what one has to know to see the page; nil: it is shown on this computer only
	Log       *slog.Logger // default: none
}

// New makes the page. The handler answers on / and below.
func New(o Options) http.Handler {
	s := &site{
		opts:  o.withDefaults(),
		page:  template.Must(parsePage()), // fails only if the embedded files are broken
		seats: make(chan struct{}, maxStreams),
	}
	if key := s.opts.Key; key != nil {
		return guard(newDoor(s, key).routes(s.routes()), true)
	}
	return guard(s.routes(), false)
}

func (o Options) withDefaults() Options {
	if o.Title == "" {
		o.Title = o.Username
	}
	if len(o.Languages) == 0 {
		o.Languages = []string{"en"}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

// site is the page with what it shows.
type site struct {
	opts  Options
	page  *template.Template
	seats chan struct{} // one for each stream of events
}

func (s *site) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.servePage)
	mux.Handle("GET /static/", assets())
	mux.HandleFunc("GET /events", s.serveEvents)
	mux.HandleFunc("GET /alive", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("POST /customers", s.createCustomer)
	mux.HandleFunc("GET /customers/{id}/about", s.phone(s.serveAbout))
	mux.HandleFunc("POST /customers/{id}/profile", s.phone(s.changeProfile))
	mux.HandleFunc("GET /customers/{id}/files/{file}", s.phone(s.serveFile))
	mux.HandleFunc("GET /customers/{id}/files/{file}/{name}", s.phone(s.saveFile))
	mux.HandleFunc("POST /pass", s.pass)
	mux.HandleFunc("POST /customers/{id}/invoice", s.paying(readInvoice))
	mux.HandleFunc("POST /customers/{id}/ways", s.paying(askWays))
	mux.HandleFunc("POST /customers/{id}/pay", s.paying(pay))
	if s.opts.Workbench != nil {
		s.benchRoutes(mux)
	}
	if s.opts.Numbers != nil {
		s.numbersRoutes(mux)
	}
	for _, d := range deeds() {
		mux.HandleFunc("POST /customers/{id}/"+d.name, s.phone(s.perform(d)))
	}
	return mux
}
