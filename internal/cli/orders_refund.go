package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/internal/app"
)

func newOrdersRefund() *cobra.Command {
	var note string
	var returned, extra bool
	cmd := &cobra.Command{
		Use:   "refund NUMBER [DIR]",
		Short: "Give the money of an order back; the customer is told",
		Long: `Give the money of an order back. Telegram Stars are given back by the running bot. Money that was paid through a provider, or outside of Telegram, is given
back there by you, in the provider's dashboard or at your bank; then the command is called with --returned, which marks it and tells the customer.
With --extra it is only what was paid too much that has been given back, as a second payment of the same order; the order stays as it is.` + besideHelp,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withTill(cmd, args[1:], func(till *app.Till) error {
				order, err := till.Order(cmd.Context(), args[0])
				if err != nil {
					return err
				}
				if extra {
					return returnExtra(cmd, till, order, returned, note)
				}
				return refund(cmd, till, order, returned, note)
			})
		},
	}
	cmd.Flags().StringVar(&note, "note", "", "a word to the customer")
	cmd.Flags().BoolVar(&returned, "returned", false, "the money has been given back")
	cmd.Flags().BoolVar(&extra, "extra", false, "only what was paid too much")
	return cmd
}

func refund(cmd *cobra.Command, till *app.Till, o app.Order, returned bool, note string) error {
	if err := mayBecome(o, shop.Refunded); err != nil {
		return err
	}
	if slices.ContainsFunc(due(o.Order), func(c shop.Charge) bool { return c.ID != o.Charges[0].ID }) {
		return fmt.Errorf("order %s was paid once too often: settle that first, with --extra", o.Number)
	}
	if o.Method == shop.ByStars && returned {
		return errors.New("Telegram Stars are given back by the running bot; call this without --returned")
	}
	if o.Method != shop.ByStars && !returned {
		return fmt.Errorf("give the customer %s back first, %s; then call this with --returned", app.Amount(o.Totals.Total, o.Totals.Currency), where(o.Order, first(o.Charges)))
	}
	if err := till.Staff(cmd.Context(), o, string(shop.Refunded), note); err != nil {
		return err
	}
	how := "the running bot gives the Stars back and tells the customer"
	if o.Method != shop.ByStars {
		how = "the running bot marks it and tells the customer"
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "order %s is to be refunded: %s\n", o.Number, how)
	return err
}

func returnExtra(cmd *cobra.Command, till *app.Till, o app.Order, returned bool, note string) error {
	owed := due(o.Order)
	if len(owed) == 0 {
		return fmt.Errorf("nothing of order %s is to be given back", o.Number)
	}
	var amounts []string
	for _, c := range owed {
		amounts = append(amounts, app.Amount(c.Amount, c.Currency))
	}
	if !returned {
		return fmt.Errorf("give the customer %s back first, %s; then call this with --returned", strings.Join(amounts, " and "), where(o.Order, owed))
	}
	if err := till.Staff(cmd.Context(), o, flows.MoneyReturned, note); err != nil {
		return err
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "order %s: %s is to be marked as given back: the running bot does that and tells the customer\n", o.Number, strings.Join(amounts, " and "))
	return err
}

// first is the payment of the order itself, if there is one.
func first(charges []shop.Charge) []shop.Charge { return charges[:min(len(charges), 1)] }

// where says where staff find the payments that they give back.
func where(o shop.Order, charges []shop.Charge) string {
	if o.Method == shop.ByHand {
		return "as it was paid (" + o.Payment + ")"
	}
	var ids []string
	for _, c := range charges {
		id := c.Provider
		if id == "" {
			id = c.ID
		}
		ids = append(ids, id)
	}
	return "in the provider's dashboard (" + strings.Join(ids, ", ") + ")"
}
