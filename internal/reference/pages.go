package reference

import (
	"fmt"
	"io/fs"
)

// Page is one page of docs/reference.
type Page struct {
	Name string // as steps.md
	Text string
}

// Pages writes all pages. The repository is needed for what stands in no Go value: the comments of events and the examples of findings.
func Pages(repository fs.FS) ([]Page, error) {
	pages := []struct {
		name  string
		write func(w *writer) error
	}{
		{"README.md", index},
		{"steps.md", stepsPage},
		{"forms.md", formsPage},
		{"bot.md", botPage},
		{"flow.md", flowPage},
		{"faq.md", faqPage},
		{"catalog.md", catalogPage},
		{"texts.md", textsPage},
		{"talks.md", talksPage},
		{"expressions.md", expressionsPage},
		{"phrases.md", phrasesPage},
		{"findings.md", findingsPage},
		{"events.md", eventsPage},
		{"commands.md", commandsPage},
	}
	var made []Page
	for _, p := range pages {
		w := &writer{repository: repository}
		if err := p.write(w); err != nil {
			return nil, fmt.Errorf("write %s: %w", p.name, err)
		}
		made = append(made, Page{Name: p.name, Text: w.text()})
	}
	return made, nil
}

// index is the page that leads to the others.
func index(w *writer) error {
	w.title("Reference", "Every key, name, phrase, finding, event and command. These pages are generated from the program itself; for what it all means see [the language](../language.md).")
	w.table([]string{"page", "what it lists"}, [][]string{
		{"[steps.md](steps.md)", "the kinds of step, each with its keys, an example and its events"},
		{"[forms.md](forms.md)", "the forms that come again and again: texts, options, targets, sources, durations, fields ..."},
		{"[bot.md](bot.md)", "`bot.yaml`"},
		{"[flow.md](flow.md)", "`flows/*.yaml`"},
		{"[faq.md](faq.md)", "`faq.yaml`"},
		{"[catalog.md](catalog.md)", "`catalog.yaml` and `catalog/*.csv`"},
		{"[texts.md](texts.md)", "`texts/<language>.yaml`"},
		{"[talks.md](talks.md)", "`talks/*.yaml`"},
		{"[expressions.md](expressions.md)", "operators, functions and given names"},
		{"[phrases.md](phrases.md)", "what the bot says of itself, in each language"},
		{"[findings.md](findings.md)", "what `repartee check` finds, by code"},
		{"[events.md](events.md)", "what a conversation tells the reports"},
		{"[commands.md](commands.md)", "the commands of the program, and those of the customer"},
	})
	return nil
}
