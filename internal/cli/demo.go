package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"repartee/flows"
	"repartee/internal/app"
)

func newDemo() *cobra.Command {
	listen := "127.0.0.1:7777"
	cmd := &cobra.Command{
		Use:   "demo [DIR]",
		Short: "Talk to a bot in your browser; needs no token and no database",
		Long:  "Talk to a bot in your browser, as its customers would on their phones. Without a folder it is the coffee shop's bot that is built in. Needs no token and no database; nothing is kept.",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			set, err := demoSet(cmd, args)
			if err != nil {
				return err
			}
			log, err := app.NewLog(cmd.ErrOrStderr(), "text")
			if err != nil {
				return err
			}
			ready := func(address string) {
				fmt.Fprintf(cmd.OutOrStdout(), "Talk to %s at http://%s (Ctrl-C ends it)\n", set.Name, address)
			}
			return app.Demo(cmd.Context(), set, listen, log, ready)
		},
	}
	cmd.Flags().StringVar(&listen, "listen", listen, "the address of the page")
	return cmd
}

// demoSet is the set of a folder, or of the coffee bot.
func demoSet(cmd *cobra.Command, args []string) (*flows.Set, error) {
	if len(args) == 0 {
		return app.Coffee()
	}
	loaded, err := load(cmd, args[0])
	if err != nil {
		return nil, err
	}
	return loaded.Set, nil
}
