package cli

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"repartee/flows"
	"repartee/flows/analysis/impact"
	"repartee/internal/app"
)

func newImpact() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "impact DIR",
		Short: "Say what the files of a folder would do to the people who are in the middle of something",
		Long: `Say what the files of a folder would do to the people who are in the middle of something, before ` + "`repartee run`" + ` or a reload puts them in use: how many stand at each question,
and whether it is the same, moved (was:), kept (on_publish: drain), begins anew (on_publish: restart), goes on at the flow's resume_at, or is gone so that they are
stranded; answers that are none any more; carts and invoices; reminders and waits that come to nothing. The exit status is 1 if somebody would be stranded: the
files would be refused, unless PUBLISH=force is set. Nobody's name and no word of customers is shown, and nothing is changed.` + besideHelp,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, dir []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("there is no format %q; write text or json", format)
			}
			loaded, err := load(cmd, dir[0])
			if err != nil {
				return err
			}
			told, err := app.ImpactOf(cmd.Context(), dir[0], loaded, soFar(cmd.ErrOrStderr(), "contact", "read"))
			clearLine(cmd.ErrOrStderr())
			if err != nil {
				return interrupted(err)
			}
			if format == "json" {
				err = writeJSON(cmd.OutOrStdout(), told)
			} else {
				err = writeImpact(cmd.OutOrStdout(), told)
			}
			if err == nil && told.Stranded > 0 {
				return errProblems
			}
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "text or json")
	return cmd
}

func writeImpact(w io.Writer, told *app.Impact) error {
	switch {
	case told.Running == 0:
		fmt.Fprintln(w, "nothing was published yet: these files would be publication 1")
	case told.Same:
		fmt.Fprintf(w, "these files are in use already, as publication %d\n", told.Running)
	default:
		fmt.Fprintf(w, "publication %d is in use; these files would be %d\n", told.Running, told.Number)
	}
	if told.Unknown {
		fmt.Fprintln(w, "the files in use cannot be read any more: whom they strand already is not known")
	}
	fmt.Fprintf(w, "%s looked at, %d in the middle of something, %d stranded\n", count(told.Contacts, "contact"), told.Open, told.Stranded)
	writeAsOf(w, told)
	if told.Newer > 0 {
		fmt.Fprintf(w, "%s left out: a newer version of the program wrote what is kept of them\n", count(told.Newer, "contact"))
	}
	if told.Damaged > 0 {
		fmt.Fprintf(w, "%s left out: what is kept of them is damaged, or sealed with a key that SEAL_KEYS has not\n", count(told.Damaged, "contact"))
	}
	if told.Unkept > 0 {
		fmt.Fprintf(w, "%s in flows that drain go on in these files: those that they began with are not kept any more\n", count(told.Unkept, "contact"))
	}
	if err := writePlaces(w, told.Places); err != nil {
		return err
	}
	writeAnswers(w, told.Answers)
	concerned(w, told.Carts.All, "cart", "something in it is not sold any more", told.Carts.Gone, "something in it has another price", told.Carts.Repriced)
	concerned(w, told.Invoices.All, "open invoice", "cannot be paid any more, since something is gone or costs something else", told.Invoices.Refused, "", 0)
	concerned(w, told.Reminders.All, "reminder", "comes to nothing", told.Reminders.Lost, "", 0)
	concerned(w, told.Waits.All, "waiting flow", "ends without a word", told.Waits.Lost, "", 0)
	for _, p := range told.Places[:min(mostLines, len(told.Places))] {
		if p.New > 0 {
			fmt.Fprintf(w, "%s > %s: %s\n", p.Flow, p.Step, app.Mend(p))
		}
	}
	return nil
}

// writeAsOf says when the counts were true.
func writeAsOf(w io.Writer, told *app.Impact) {
	if told.Moved {
		fmt.Fprintf(w, "read from %s to %s while the bot was at work: who moved meanwhile may be counted where he stood before\n", utc(told.At), utc(told.Until))
		return
	}
	fmt.Fprintf(w, "as of %s\n", utc(told.At))
}

// mostLines is how many places, answers or groups are written as text, the largest: who wants all takes the JSON.
const mostLines = 20

// more says what is left out of a list.
func more(w io.Writer, left int, what string) {
	if left > 0 {
		fmt.Fprintf(w, "and %s: --format json has all\n", count(left, "more "+what))
	}
}

func writePlaces(w io.Writer, places []impact.Place) error {
	if len(places) == 0 {
		return nil
	}
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "\nPEOPLE\tSTAND AT\tWHAT BECOMES OF THEM")
	shown := places[:min(mostLines, len(places))]
	for _, p := range shown {
		at := p.Flow
		if p.Step != "" {
			at += " > " + p.Step
		}
		switch {
		case p.Waits:
			at += " (waits)"
		case p.Below:
			at += " (below another flow)"
		}
		fmt.Fprintf(out, "%d\t%s\t%s\n", p.People, at, fated(p))
	}
	if err := out.Flush(); err != nil {
		return err
	}
	more(w, len(places)-len(shown), "place")
	_, err := fmt.Fprintln(w)
	return err
}

// fated says what becomes of those who stand at a place.
func fated(p impact.Place) string {
	switch p.Fate {
	case flows.Same:
		return "same: they go on as they were"
	case flows.Moved:
		if p.NowIn != "" {
			return "moved: it is called " + p.NowIn + " > " + p.Now + " now"
		}
		return "moved: it is called " + p.Now + " now"
	case flows.Kept:
		return "kept: they end it in the files that they began with"
	case flows.Restarts:
		return "restart: an apology, and the flow begins anew"
	case flows.Resumes:
		return "gone: an apology, and on at the flow's resume_at"
	case flows.Dropped:
		return "gone: the flow ends without a word"
	}
	what := "stranded: an apology, and the flow's beginning"
	if p.Fate == flows.FlowGone {
		what = "stranded: the flow is gone; an apology, and what lies below it, or the bot's start"
	}
	if p.New == 0 {
		what += " (already by the files in use)"
	}
	return what
}

func writeAnswers(w io.Writer, answers []impact.Answer) {
	shown := answers[:min(mostLines, len(answers))]
	for _, a := range shown {
		name := a.Field
		if a.Flow != "" {
			name += " of " + a.Flow
		}
		why := map[flows.Misfit]string{
			flows.FieldGone: "there is no such field any more; it is kept, should it come back", flows.OtherType: "it is of another type now: forgotten",
			flows.OptionGone: "the option is gone: forgotten", flows.OutOfBounds: "outside of the bounds of now; kept",
		}[a.Why]
		fmt.Fprintf(w, "%s to %s: %s\n", count(a.People, "answer"), name, why)
	}
	more(w, len(answers)-len(shown), "field")
}

// concerned writes how many there are of a thing, and how many of them are concerned in two ways; nothing where there is none.
func concerned(w io.Writer, all int, thing, one string, ones int, other string, others int) {
	if all == 0 {
		return
	}
	fmt.Fprint(w, count(all, thing))
	if ones > 0 {
		fmt.Fprintf(w, "; of %d: %s", ones, one)
	}
	if others > 0 {
		fmt.Fprintf(w, "; of %d: %s", others, other)
	}
	fmt.Fprintln(w)
}
