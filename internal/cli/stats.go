package cli

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"repartee/flows"
	"repartee/flows/analysis/funnel"
	"repartee/internal/app"
)

func newStats() *cobra.Command {
	var by, since, until, only, csv string
	format, all := "text", false
	cmd := &cobra.Command{
		Use:   "stats [DIR]",
		Short: "Count what customers did: funnels, drop-off, time, goals, revenue",
		Long: `Count what customers did with a running bot. Of each flow: how many runs began, ended and reached the goal, and what was paid in it or in a flow that it led to. Of each
question: how many were asked, answered, skipped it, used up their tries, or left; and the median time to the answer. A customer has left who ends the flow there, begins it
anew, or says nothing for a day; who has still time, is waiting. Then how long the first answer of a visit takes, and what was asked in vain.
--by divides the numbers: by language, source (the first deep link), day, week, month, or a split by its name.
The store keeps the last 250,000 turns or so; what lies before is not counted. Customers are known by a random pseudonym; nobody is named. ` + csvHelp + besideHelp,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, dirs []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("there is no format %q; write text or json", format)
			}
			n, err := numbersOf(cmd, orHere(dirs)[0], by, since, until)
			if err != nil {
				return err
			}
			if err := pick(&n, only, all || only != ""); err != nil {
				return err
			}
			switch {
			case csv != "":
				return writeCSV(cmd, csv, n.Table())
			case format == "json":
				return writeJSON(cmd.OutOrStdout(), n)
			}
			return writeStats(cmd.OutOrStdout(), &n)
		},
	}
	cmd.Flags().StringVar(&by, "by", "", "divide by language, source, day, week, month, or a split")
	cmd.Flags().StringVar(&since, "since", "", "only what began since this day, as 2026-01-31, or in the last days, as 7d")
	cmd.Flags().StringVar(&until, "until", "", "only what began before the end of this day")
	cmd.Flags().StringVar(&only, "flow", "", "the flow to tell of; without it all")
	cmd.Flags().BoolVar(&all, "all", false, "the built-in flows too, as help and language")
	cmd.Flags().StringVar(&format, "format", format, "text or json")
	cmd.Flags().StringVar(&csv, "csv", "", "write a table into this file, - for the screen")
	return cmd
}

func numbersOf(cmd *cobra.Command, dir, by, since, until string) (n funnel.Numbers, err error) {
	loaded, err := load(cmd, dir)
	if err != nil {
		return n, err
	}
	q := funnel.Query{By: by}
	zone := loaded.Set.Zone()
	if q.Since, err = firstDay(since, time.Now().In(zone)); err != nil {
		return n, err
	}
	if until != "" {
		day, err := time.ParseInLocation(time.DateOnly, until, zone)
		if err != nil {
			return n, fmt.Errorf("%q is no day; write it as 2026-01-31", until)
		}
		q.Until = day.AddDate(0, 0, 1)
	}
	numbers, err := app.OpenNumbers(cmd.Context(), dir, func() *flows.Set { return loaded.Set })
	if err != nil {
		return n, err
	}
	if numbers == nil {
		return n, errors.New("nothing is counted yet: no bot has run in this folder (set REDIS_URL where its store is in Redis)")
	}
	defer numbers.Close()
	return numbers.Numbers(cmd.Context(), q)
}

// firstDay reads since when: a day, or so many days before today. The zero time for "".
func firstDay(since string, now time.Time) (time.Time, error) {
	if since == "" {
		return time.Time{}, nil
	}
	var days int
	if number, ok := strings.CutSuffix(since, "d"); ok {
		if _, err := fmt.Sscanf(number, "%d", &days); err == nil && days > 0 && fmt.Sprint(days) == number {
			return time.Date(now.Year(), now.Month(), now.Day()-days, 0, 0, 0, 0, now.Location()), nil
		}
	}
	day, err := time.ParseInLocation(time.DateOnly, since, now.Location())
	if err != nil {
		return day, fmt.Errorf("%q is no day; write it as 2026-01-31, or the last days as 7d", since)
	}
	return day, nil
}

// pick leaves the flows that are asked for: one, or all, or the bot's own.
func pick(n *funnel.Numbers, only string, builtin bool) error {
	found := only == ""
	for i := range n.Groups {
		g := &n.Groups[i]
		kept := []funnel.Flow{}
		for _, f := range g.Flows {
			if (only == "" || f.Flow == only) && (builtin || !f.Builtin) {
				kept = append(kept, f)
				found = true
			}
		}
		g.Flows = kept
	}
	if !found {
		return fmt.Errorf("nobody has been in a flow called %s", only)
	}
	return nil
}
