package cli

import (
	"io"
	"os"

	"github.com/spf13/cobra"

	"repartee/internal/lsp"
)

func newLSP() *cobra.Command {
	return &cobra.Command{
		Use:   "lsp",
		Short: "Talk with an editor: findings while one types, completion, definitions",
		Long: "A language server for editors: it shows what `check` finds while one types, completes keys and names, and leads to where a name is defined. " +
			"It speaks the Language Server Protocol over its input and output; an editor starts it.",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			roomy()
			return lsp.Serve(cmd.Context(), closing(cmd.InOrStdin()), unclosed{cmd.OutOrStdout()})
		},
	}
}

// closing is an input that can be closed, so that nobody waits for it any more.
func closing(in io.Reader) io.ReadCloser {
	if file, ok := in.(*os.File); ok {
		return file
	}
	return io.NopCloser(in)
}

// unclosed is an output that stays open: it belongs to the program.
type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }
