package cli

import (
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"repartee/flows"
	"repartee/internal/app"
	"repartee/internal/rehearsal"
)

func newDemo() *cobra.Command {
	listen := "127.0.0.1:7777"
	cmd := &cobra.Command{
		Use:   "demo [DIR]",
		Short: "Talk to a bot in your browser; needs no token and no database",
		Long:  "Talk to a bot in your browser, as its customers would on their phones. Without a folder it is the coffee shop's bot that is built in. Needs no token and no database; nothing is kept. Invoices are paid with test money.",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			files, set, end, err := demoBot(cmd, args)
			if err != nil {
				return err
			}
			defer end()
			log, err := app.NewLog(cmd.ErrOrStderr(), "text")
			if err != nil {
				return err
			}
			ready := func(address string) {
				fmt.Fprintf(cmd.OutOrStdout(), "Talk to %s at http://%s (Ctrl-C ends it)\n", set.Name, address)
			}
			return rehearsal.Demo(cmd.Context(), files, set, listen, log, ready)
		},
	}
	cmd.Flags().StringVar(&listen, "listen", listen, "the address of the page")
	return cmd
}

// demoBot is the bot of a folder, or the coffee shop's, until end is called.
func demoBot(cmd *cobra.Command, args []string) (files fs.FS, set *flows.Set, end func(), err error) {
	if len(args) == 0 {
		files, set, err = rehearsal.Coffee()
		return files, set, func() {}, err
	}
	loaded, err := load(cmd, args[0])
	if err != nil {
		return nil, nil, nil, err
	}
	root, err := os.OpenRoot(args[0])
	if err != nil {
		return nil, nil, nil, fmt.Errorf("read the bot's folder: %w", err)
	}
	return root.FS(), loaded.Set, func() { _ = root.Close() }, nil
}
