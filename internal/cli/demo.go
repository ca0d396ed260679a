package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"repartee/internal/app"
)

func newDemo() *cobra.Command {
	listen := "127.0.0.1:7777"
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Talk to the coffee bot in your browser; needs no token and no database",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			log, err := app.NewLog(cmd.ErrOrStderr(), "text")
			if err != nil {
				return err
			}
			ready := func(address string) {
				fmt.Fprintf(cmd.OutOrStdout(), "Talk to the coffee bot at http://%s (Ctrl-C ends it)\n", address)
			}
			return app.Demo(cmd.Context(), listen, log, ready)
		},
	}
	cmd.Flags().StringVar(&listen, "listen", listen, "the address of the page")
	return cmd
}
