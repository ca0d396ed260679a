package lsp

import (
	"context"
	"maps"
	"slices"

	"github.com/sourcegraph/jsonrpc2"

	"repartee/config"
)

// publish checks the folders that have changed, and tells the editor what is new. What changes meanwhile is looked at in the next round, however often it did.
func (s *server) publish(ctx context.Context, conn *jsonrpc2.Conn) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.changed:
		}
		for _, params := range s.news() {
			if conn.Notify(ctx, "textDocument/publishDiagnostics", params) != nil {
				return // the editor is gone
			}
		}
	}
}

// news are the diagnostics of all files whose diagnostics have changed.
func (s *server) news() []publishParams {
	s.mu.Lock()
	defer s.mu.Unlock()
	var news []publishParams
	for _, dir := range slices.Sorted(maps.Keys(s.folders)) {
		if f := s.folders[dir]; f.stale {
			f.latest()
			f.stale = false
			news = append(news, f.news()...)
		}
	}
	return news
}

// news are those of one folder.
func (f *folder) news() []publishParams {
	now := map[string][]diagnostic{}
	for name := range f.open {
		now[name] = []diagnostic{}
	}
	for _, d := range f.found {
		now[d.File] = append(now[d.File], f.diagnostic(d))
	}
	for name := range f.shown {
		if now[name] == nil {
			now[name] = []diagnostic{} // all of it is mended
		}
	}
	var news []publishParams
	for _, name := range slices.Sorted(maps.Keys(now)) {
		if shown, known := f.shown[name]; !known || !slices.Equal(shown, now[name]) {
			news = append(news, publishParams{URI: f.uri(name), Diagnostics: now[name]})
		}
	}
	f.shown = now
	return news
}

func (f *folder) diagnostic(of config.Diagnostic) diagnostic {
	d := diagnostic{Severity: severityError, Code: of.Code, Source: "repartee", Message: of.Message}
	if of.Severity == config.Warning {
		d.Severity = severityWarning
	}
	if of.Help != "" {
		d.Message += "\n" + of.Help
	}
	d.Range = f.textRange(config.Range{File: of.File, Line: of.Line, Col: of.Col, EndCol: of.EndCol})
	return d
}
