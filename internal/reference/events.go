package reference

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"strconv"
	"strings"
)

// event is one name of flows.EventName with what its comment says.
type event struct{ name, doc string }

// eventsFile is where the events are declared.
const eventsFile = "flows/event.go"

// events reads the events from their declaration. One without a comment is an error.
func events(repository fs.FS) ([]event, error) {
	source, err := fs.ReadFile(repository, eventsFile)
	if err != nil {
		return nil, fmt.Errorf("read the events: %w", err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), eventsFile, source, parser.ParseComments)
	if err != nil {
		return nil, fmt.Errorf("parse the events: %w", err)
	}
	var all []event
	for _, decl := range file.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST {
			continue
		}
		for _, spec := range group.Specs {
			constant, ok := spec.(*ast.ValueSpec)
			if !ok || len(constant.Values) != 1 {
				continue
			}
			e, err := eventOf(constant)
			if err != nil {
				return nil, err
			}
			all = append(all, e)
		}
	}
	return all, nil
}

func eventOf(constant *ast.ValueSpec) (event, error) {
	literal, ok := constant.Values[0].(*ast.BasicLit)
	doc := strings.TrimSpace(constant.Comment.Text())
	if !ok || doc == "" {
		return event{}, fmt.Errorf("the event %s has no comment", constant.Names[0].Name)
	}
	name, err := strconv.Unquote(literal.Value)
	if err != nil {
		return event{}, fmt.Errorf("the event %s: %w", constant.Names[0].Name, err)
	}
	return event{name: name, doc: doc}, nil
}

// eventsPage lists them.
func eventsPage(w *writer) error {
	all, err := events(w.repository)
	if err != nil {
		return err
	}
	w.title("Events", "What a conversation tells the reports. An event has a name, the flow, the step, a detail, and the arms of the splits that the customer is in. It holds no words of the customer.")
	for _, e := range all {
		w.heading(2, e.name)
		doc, detail, _ := strings.Cut(e.doc, "; Detail:")
		if rest, only := strings.CutPrefix(doc, "Detail:"); only {
			doc, detail = "", rest
		}
		if doc != "" {
			w.paragraph(sentence(doc))
		}
		if detail != "" {
			w.paragraph("Detail:" + strings.TrimSuffix(detail, ".") + ".")
		}
	}
	return nil
}

// sentence makes one of the words of a comment.
func sentence(words string) string {
	words = strings.TrimSuffix(strings.TrimSpace(words), ".")
	return strings.ToUpper(words[:1]) + words[1:] + "."
}
