package cli

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"repartee/internal/app"
)

func newRekey() *cobra.Command {
	return &cobra.Command{
		Use:   "rekey [DIR]",
		Short: "Seal personal data in the store anew, with the first of SEAL_KEYS",
		Long: `Seal what the store keeps of customers anew with the first key in SEAL_KEYS, whatever it is sealed with now, and say which keys are still needed. Start
the bot with these SEAL_KEYS before; it may run meanwhile. The command can be ended and repeated at any time. With the word plain in the place of the first key
the seals are taken off.` + besideHelp,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, dir []string) error {
			done, err := app.Rekey(cmd.Context(), orHere(dir)[0])
			if err != nil {
				return err
			}
			return tellRekeyed(cmd.OutOrStdout(), done)
		},
	}
}

// tellRekeyed says what was done, what is left, and what to do about that.
func tellRekeyed(out io.Writer, r app.Rekeyed) error {
	how := "sealed anew with key " + r.First
	if r.First == app.Plain {
		how = "unsealed"
	}
	var text strings.Builder
	fmt.Fprintf(&text, "%s: %s and %s %s\n", count(r.Contacts, "contact"), count(r.States, "state"), count(r.Orders, "order"), how)
	for _, left := range []struct {
		n          int
		noun, what string
	}{
		{r.Outbox, "reply", "to be sent first: a running bot does that"},
		{r.Inbox, "input", "to be handled first: a running bot does that"},
		{r.Busy, "contact", "in the middle of talking: call this again"},
		{r.Erased, "order", "under way, of customers who were forgotten: what names them goes when the order is done"},
		{r.Dead, "dead letter", "left as it was: `repartee dead clear` drops all of them"},
		{r.Unopened, "value", "that none of the keys opens: add the key that is named below"},
	} {
		if left.n > 0 {
			fmt.Fprintf(&text, "  %s %s\n", plural(left.n, left.noun), left.what)
		}
	}
	text.WriteString(needed(r))
	_, err := io.WriteString(out, text.String())
	return err
}

// needed says which keys SEAL_KEYS has to keep.
func needed(r app.Rekeyed) string {
	var text strings.Builder
	for _, id := range slices.Sorted(maps.Keys(r.Needed)) {
		if id == app.Plain {
			fmt.Fprintf(&text, "not sealed: %d of these\n", r.Needed[id])
			continue
		}
		fmt.Fprintf(&text, "key %s is still needed for %d of these: leave it in SEAL_KEYS, and call this again later\n", id, r.Needed[id])
	}
	switch {
	case r.Complete() && r.First == app.Plain:
		text.WriteString("nothing is sealed any more: SEAL_KEYS may go\n")
	case r.Complete():
		fmt.Fprintf(&text, "everything is sealed with key %s: other keys may go from SEAL_KEYS\n", r.First)
	}
	return text.String()
}

// plural is count, for a noun that ends in y too.
func plural(n int, noun string) string {
	if stem, y := strings.CutSuffix(noun, "y"); y && n != 1 {
		return fmt.Sprintf("%d %sies", n, stem)
	}
	return count(n, noun)
}
