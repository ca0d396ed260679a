package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"repartee/internal/app"
)

func newPassword() *cobra.Command {
	return &cobra.Command{
		Use:   "password",
		Short: "Make CONSOLE_PASSWORD_HASH, for a page that other computers can reach",
		Long: `Ask for a password, twice and without showing it, and print what CONSOLE_PASSWORD_HASH is to be. Where there is no terminal, the password is the first line of
the input. Nothing is kept.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			password, err := askPassword(cmd)
			if err != nil {
				return err
			}
			kept, err := app.HashPassword(password)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), kept)
			return err
		},
	}
}

// mostTyped bounds what is read of an input without an end, in bytes.
const mostTyped = 64 << 10

func askPassword(cmd *cobra.Command) (string, error) {
	terminal, ok := cmd.InOrStdin().(*os.File)
	if !ok || !term.IsTerminal(int(terminal.Fd())) {
		line, err := bufio.NewReader(io.LimitReader(cmd.InOrStdin(), mostTyped)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", fmt.Errorf("read the password: %w", err)
		}
		return strings.TrimRight(line, "\r\n"), nil
	}
	var typed [2]string
	for i, ask := range []string{"Password: ", "Once more: "} {
		fmt.Fprint(cmd.ErrOrStderr(), ask)
		raw, err := term.ReadPassword(int(terminal.Fd()))
		fmt.Fprintln(cmd.ErrOrStderr())
		if err != nil {
			return "", fmt.Errorf("read the password: %w", err)
		}
		typed[i] = string(raw)
	}
	if typed[0] != typed[1] {
		return "", errors.New("the two are not the same: nothing was made")
	}
	return typed[0], nil
}
