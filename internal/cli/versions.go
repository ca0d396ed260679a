package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"repartee/internal/app"
)

func newVersions() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "versions [DIR]",
		Short: "List the files that were put in use, and who still goes by them",
		Long: `List the publications that the store keeps, the oldest first: the number that a start or reload with changed files gave them, when that was, the digest of the files, how
many sessions keep to them because they are in a flow with on_publish: drain, how many more ran on them last and are in the middle of something, and in which flows.
The latest hundred are kept, and any other as long as a session refers to it. Times are UTC. Nothing is changed.` + besideHelp,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, dir []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("there is no format %q; write text or json", format)
			}
			versions, err := app.VersionsOf(cmd.Context(), orHere(dir)[0])
			if err != nil {
				return err
			}
			if format == "json" {
				return writeJSON(cmd.OutOrStdout(), versions)
			}
			return writeVersions(cmd.OutOrStdout(), versions)
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "text or json")
	return cmd
}

func writeVersions(w io.Writer, versions []app.Version) error {
	if len(versions) == 0 {
		_, err := fmt.Fprintln(w, "nothing was published yet: repartee run does that")
		return err
	}
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "NUMBER\tPUBLISHED\tDIGEST\tKEEP TO IT\tRAN ON IT LAST\tFLOWS")
	for _, v := range versions {
		number := strconv.Itoa(v.Number)
		if v.Latest {
			number += " (in use)"
		}
		at := utc(v.At)
		if at == "" {
			at = "–"
		}
		digest := "–"
		if v.Digest != "" {
			digest = v.Digest[:12]
		}
		var in []string
		for _, run := range v.Flows {
			in = append(in, fmt.Sprintf("%s %d", run.Flow, run.Sessions))
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%d\t%d\t%s\n", number, at, digest, v.Pinned, v.Last, strings.Join(in, ", "))
	}
	return out.Flush()
}
