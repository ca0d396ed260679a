package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"repartee/internal/app"
)

func newSession() *cobra.Command {
	format, dir, personal := "text", ".", false
	cmd := &cobra.Command{
		Use:   "session CHAT",
		Short: "Say where a customer stands, and why",
		Long: `Say where a customer stands, and why: the open question and what it would take for an answer, the open flows, the answers with their sources, what comes by
itself and when, cart and orders, and what is still unsent or unhandled. CHAT is the number of the private chat, as ` + "`repartee dead show` and `repartee orders show`" + ` name it. Times are UTC.
What tells who the customer is is masked: his name, answers in his own words, and fields that are declared personal. With --show-personal it is shown;
secrets never are. Nothing is changed.` + besideHelp,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("there is no format %q; write text or json", format)
			}
			chat, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil {
				return fmt.Errorf("%q is no number of a chat", args[0])
			}
			standing, err := app.StandingOf(cmd.Context(), dir, chat, personal)
			if err != nil {
				return err
			}
			if format == "json" {
				encoder := json.NewEncoder(cmd.OutOrStdout())
				encoder.SetIndent("", "  ")
				encoder.SetEscapeHTML(false)
				return encoder.Encode(standing)
			}
			return writeStanding(cmd.OutOrStdout(), standing)
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "text or json")
	cmd.Flags().StringVar(&dir, "dir", dir, "the bot's folder")
	cmd.Flags().BoolVar(&personal, "show-personal", false, "show what tells who the customer is")
	return cmd
}

// writeStanding writes one line a thing, its name in front.
func writeStanding(w io.Writer, s *app.Standing) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	row := func(name string, words ...string) {
		if text := strings.TrimSpace(strings.Join(words, " ")); text != "" {
			fmt.Fprintf(out, "%s\t%s\n", name, text)
		}
	}
	row("chat", strconv.FormatInt(s.Chat, 10), "at", utc(s.At))
	person(row, &s.Person)
	switch q := s.Question; {
	case q != nil:
		row("open question", q.Flow, ">", q.Step, "("+q.Kind+")")
		row("  its field", q.Field)
		row("  takes", strings.Join(q.Choices, ", "))
		row("  or words", q.Typed)
		if q.Tries > 0 {
			row("  so far", count(q.Tries, "answer"), "did not fit")
		}
	case s.Note != "":
		row("open question", s.Note)
	default:
		row("open question", "none")
	}
	for _, f := range s.Flows {
		row("open flow", place(f))
	}
	for _, f := range s.Aside {
		row("waits", place(f), until(f))
	}
	for _, a := range s.Asked {
		row("asked before", askedBefore(a))
	}
	for _, a := range s.Answers {
		row("answer", answer(a))
	}
	for _, d := range s.Due {
		row("due", utc(d.At), d.What)
	}
	row("cart", strings.Join(s.Cart, ", "))
	for _, o := range s.Orders {
		row("order", o)
	}
	row("unsent", strings.Join(s.Waiting.Unsent, ", "))
	row("  claimed until", utc(s.Waiting.Claimed))
	row("in the inbox", strings.Join(s.Waiting.Inbox, ", "))
	row("next look", utc(s.Waiting.Next))
	return out.Flush()
}

func person(row func(string, ...string), p *app.Person) {
	name := p.Name
	if p.Username != "" {
		name += " (@" + p.Username + ")"
	}
	row("customer", name)
	row("  speaks", p.Language, p.Zone)
	row("  came by", p.Source)
	row("  since", utc(p.Since))
	row("  last word", utc(p.Heard))
	row("  said /stop", utc(p.OptedOut))
	row("  cannot be reached since", utc(p.Blocked))
	row("  tags", strings.Join(p.Tags, ", "))
}

// askedBefore names a question whose buttons still work.
func askedBefore(a app.Asked) string {
	text := fmt.Sprintf("%d: %s", a.Serial, a.Flow)
	if a.Step != "" {
		text += " > " + a.Step
	}
	if a.Chosen {
		text += " (a choice was made)"
	}
	return text
}

// place names the step that a flow stands at, and whose files it keeps to.
func place(f app.Open) string {
	text := f.Flow
	if f.Step != "" {
		text += " > " + f.Step
	}
	if f.Publication != 0 {
		text += fmt.Sprintf(", in the files of publication %d", f.Publication)
	}
	if f.Job != "" {
		text += ", for the result of job " + f.Job
	}
	return text
}

func until(f app.Open) string {
	var ends []string
	if f.Until != "" {
		ends = append(ends, "until "+utc(f.Until))
	}
	if f.Event != "" {
		ends = append(ends, "for the event "+f.Event)
	}
	return strings.Join(ends, ", or ")
}

func answer(a app.Answer) string {
	text := a.Field + " = "
	if a.Masked {
		text += "•••"
	} else {
		text += string(a.Value)
	}
	text += " (" + a.How
	if a.Flow != "" {
		text += " in " + a.Flow
	}
	if a.At != "" {
		text += ", " + utc(a.At)
	}
	if a.Run != "" {
		text += "; of this run of " + a.Run
	}
	return text + ")"
}

// utc writes a time of JSON as people read it.
func utc(at string) string {
	return strings.NewReplacer("T", " ", "Z", " UTC").Replace(at)
}
