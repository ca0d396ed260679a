package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"repartee/bot/telegram"
	"repartee/config"
	"repartee/flows/steps"
)

// What the program ends with.
const (
	exitFine     = 0
	exitProblems = 1 // the files have problems, or a talk failed
	exitFailed   = 2 // it could not be done: no such folder, a wrong flag, no connection
)

// errProblems says that problems were found and shown.
var errProblems = errors.New("problems were found")

// Main runs a command and gives the exit status.
func Main(args []string, in io.Reader, out, errOut io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	ctx, stop := untilSignal()
	defer stop()
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errProblems):
		return exitProblems
	}
	fmt.Fprintln(errOut, "repartee:", telegram.Redact(err.Error()))
	return exitFailed
}

// untilSignal gives a context that ends with SIGTERM or Ctrl-C. A second one ends the program at once.
func untilSignal() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	context.AfterFunc(ctx, stop) // from now on a signal does what it does by itself
	return ctx, stop
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "repartee",
		Short:         "Dialogue-based marketing on Telegram: flows as text, checked, tested and run",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(newRun(), newCheck(), newExplain(), newTest(), newChat(), newDemo(), newDev(), newInit(), newTexts(), newSchema(), newLSP(), newSession(), newOrders(), newLedger(), newUnanswered(), newDead(), newDoctor(), newRekey(), newPassword(), newUnderstand(), newVersion())
	root.AddCommand(newGraph(), newInfluence(), newDiff())
	root.AddCommand(newImpact(), newReplay(), newVersions(), newStats())
	return root
}

// load reads a bot's folder for a command that needs a set without errors; what is wrong with it is shown.
func load(cmd *cobra.Command, dir string) (*config.Loaded, error) {
	loaded, found, err := config.LoadDir(dir, steps.Kinds())
	if err != nil {
		return nil, err
	}
	if found.HasErrors() {
		if err := found.Under(dir).WriteText(cmd.ErrOrStderr(), colored(cmd.ErrOrStderr())); err != nil {
			return nil, err
		}
		return nil, errProblems
	}
	return loaded, nil
}

// colored tells whether output goes to a person's terminal that wants color (https://no-color.org).
func colored(w io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && onTerminal(w)
}

// onTerminal tells whether output goes to a person's terminal.
func onTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
