package cli

import (
	"errors"

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
			settings, wrong := app.ReadSettings()
			loaded, err := load(cmd, args[0])
			if err == nil {
				wrong = errors.Join(wrong, app.CheckPayments(loaded.Set))
			}
			if wrong != nil {
				return wrong // what the files have was shown
			}
			if err != nil {
				return err
			}
			log, err := app.NewLog(cmd.ErrOrStderr(), settings.LogFormat, settings.Secrets(loaded.Set)...)
			if err != nil {
				return err
			}
			return app.Run(cmd.Context(), args[0], loaded, settings, log)
		},
	}
}
