package reference

import (
	"bytes"
	"fmt"
	"strings"

	"repartee/internal/cli"
)

// customerCommand is a command that customers have in every bot.
type customerCommand struct{ name, doc string }

func customerCommands() []customerCommand {
	return []customerCommand{
		{"start", "Begins anew with the `start` flow: open flows are left, what is remembered stays."},
		{"restart", "The same."},
		{"menu", "The `start` flow, and back to the open question."},
		{"back", "One question back."},
		{"cancel", "Leaves the open flow, with those that called it."},
		{"help", "What the bot can do."},
		{"language", "Another language; the open question comes again in it."},
		{"privacy", "Who keeps what for which purpose, and the consents that were given."},
		{"mydata", "What is kept of the customer: to correct, to delete, as a file."},
		{"forget", "Erases everything, when confirmed."},
		{"orders", "Where the orders stand; what was bought digitally is given again. Where something is sold."},
		{"appointments", "The appointments: to move, to cancel, as a file for the calendar. Where something is booked."},
		{"paysupport", "Help with a payment, as Telegram demands it of bots that take money. Where something is sold."},
		{"stop", "No more marketing."},
		{"why", "Why the open question is asked. A word and a button, without a /command."},
	}
}

// commandsPage lists the commands of the program as its own help tells them, and those of customers.
func commandsPage(w *writer) error {
	w.title("Commands", "The commands of the program, as `repartee help` tells them, and below those that customers have in every bot.")
	names, err := programCommands("")
	if err != nil {
		return err
	}
	for _, name := range names {
		text, err := helpOf(name)
		if err != nil {
			return err
		}
		w.heading(2, "repartee "+name)
		w.block("text", text)
	}
	w.heading(2, "Of the customer")
	w.paragraph("Always there, in every question and every language. Those from /help to /stop are flows: one of yours with that name replaces it.")
	var rows [][]string
	for _, command := range customerCommands() {
		rows = append(rows, []string{code("/" + command.name), command.doc})
	}
	w.table([]string{"command", "what it does"}, rows)
	return nil
}

// programCommands are the names under "Available Commands:" of a command's help, each with those of its own behind it.
func programCommands(of string) ([]string, error) {
	text, err := helpOf(of)
	if err != nil {
		return nil, err
	}
	_, listed, _ := strings.Cut(text, "Available Commands:\n")
	listed, _, _ = strings.Cut(listed, "\n\n")
	var names []string
	for line := range strings.Lines(listed) {
		name := strings.Fields(line)[0]
		if name == "help" || name == "completion" {
			continue
		}
		name = strings.TrimSpace(of + " " + name)
		further, err := programCommands(name)
		if err != nil {
			return nil, err
		}
		names = append(append(names, name), further...)
	}
	return names, nil
}

func helpOf(name string) (string, error) {
	var out, errOut bytes.Buffer
	args := append(strings.Fields(name), "--help")
	if status := cli.Main(args, strings.NewReader(""), &out, &errOut); status != 0 {
		return "", fmt.Errorf("repartee %s ends with %d: %s", strings.Join(args, " "), status, &errOut)
	}
	return out.String(), nil
}
