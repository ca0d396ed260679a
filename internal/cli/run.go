package cli

import (
	"github.com/spf13/cobra"

	"repartee/internal/app"
)

func newRun() *cobra.Command {
	return &cobra.Command{
		Use:   "run DIR",
		Short: "Run a bot",
		Long:  "Run a bot until SIGTERM or Ctrl-C. SIGHUP or a changed file reloads its flows, whole or not at all.\n\nSettings, from the environment:\n" + app.SettingsHelp(),
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			settings, err := app.ReadSettings()
			if err != nil {
				return err
			}
			log, err := app.NewLog(cmd.ErrOrStderr(), settings.LogFormat)
			if err != nil {
				return err
			}
			loaded, err := load(cmd, args[0])
			if err != nil {
				return err
			}
			return app.Run(cmd.Context(), args[0], loaded, settings, log)
		},
	}
}
