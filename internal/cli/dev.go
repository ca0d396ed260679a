package cli

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"repartee/internal/app"
	"repartee/internal/rehearsal"
)

// pageAddress is where the page of dev and demo is, if nothing else is said.
const pageAddress = "127.0.0.1:7777"

func newDev() *cobra.Command {
	listen := pageAddress
	cmd := &cobra.Command{
		Use:   "dev [DIR]",
		Short: "See the dialogue while you write it: talk to the bot in your browser, and the page follows each change of its files",
		Long: "See the dialogue while you write it. The page has the customers' phones, the map of the flow with the way the talk took, why the bot did what it did, and what " +
			"`check` finds. Save a file and the page shows at once what it changes: the same talk on the new flow, or what is wrong. Needs no token and no database; " +
			"nothing is kept but the talks that you save as tests. Invoices are paid with test money." + keyHelp(),
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return dev(cmd, orHere(args)[0], listen, true) },
	}
	cmd.Flags().StringVar(&listen, "listen", listen, "the address of the page")
	return cmd
}

// keyHelp tells how other computers reach the page.
func keyHelp() string {
	return "\n\nOther computers can reach the page only with a key, from the environment:\n" + app.PageHelp()
}

// dev serves the page of the bot in a folder; stored tells that the bot's own store may be there, with its numbers.
func dev(cmd *cobra.Command, dir, listen string, stored bool) error {
	roomy()
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("read the bot's folder: %w", err)
	}
	defer root.Close()
	key, err := app.PageKey()
	if err != nil {
		return err
	}
	log, err := app.NewLog(cmd.ErrOrStderr(), "text")
	if err != nil {
		return err
	}
	ready := func(address string, r *rehearsal.Rehearsal) {
		out := cmd.OutOrStdout()
		fmt.Fprintf(out, "Talk to %s at http://%s (Ctrl-C ends it)\n", r.Loaded().Set.Name, address)
		fmt.Fprintf(out, "Its files are in %s: change one, and the page follows\n", dir)
		if !r.Files().Good {
			_ = r.Files().Findings.Under(dir).WriteText(cmd.ErrOrStderr(), colored(cmd.ErrOrStderr()))
			fmt.Fprintln(out, "The files have errors. The page shows them, and the bot as soon as they are mended")
		}
	}
	return rehearsal.Serve(cmd.Context(), rehearsal.Options{Files: root.FS(), Dir: dir, Real: stored, Key: key, Log: log}, listen, ready)
}
