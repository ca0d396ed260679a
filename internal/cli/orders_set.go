package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"repartee/flows/shop"
	"repartee/internal/app"
)

func newOrdersSet() *cobra.Command {
	note := ""
	cmd := &cobra.Command{
		Use:   "set NUMBER " + strings.Join(staffStates(), "|") + " [DIR]",
		Short: "Say how far an order is; the customer is told",
		Long: `Say how far an order is. The running bot changes it and tells the customer in his language, with the note if there is one; where no bot runs, the next
one does. An order that was not paid in Telegram becomes paid when its money is there. A paid one is not cancelled but given back: see refund.` + besideHelp,
		Args: cobra.RangeArgs(2, 3),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(staffStates(), args[1]) {
				return fmt.Errorf("there is no %q to set; write one of %s", args[1], strings.Join(staffStates(), ", "))
			}
			return withTill(cmd, args[2:], func(till *app.Till) error {
				return setOrder(cmd, till, args[0], shop.OrderState(args[1]), note)
			})
		},
	}
	cmd.Flags().StringVar(&note, "note", "", "a word to the customer, as the number of the parcel")
	return cmd
}

// staffStates are what staff can set. Money that goes back has a command of its own.
func staffStates() []string {
	return []string{string(shop.Paid), string(shop.Packed), string(shop.Sent), string(shop.Delivered), string(shop.Cancelled)}
}

func setOrder(cmd *cobra.Command, till *app.Till, number string, state shop.OrderState, note string) error {
	order, err := till.Order(cmd.Context(), number)
	if err != nil {
		return err
	}
	if err := mayBecome(order, state); err != nil {
		return err
	}
	if err := till.Staff(cmd.Context(), order, string(state), note); err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "order %s is to be %s: the running bot changes it and tells the customer\n", order.Number, state)
	return err
}

// mayBecome refuses a change of state that is none of staff's.
func mayBecome(o app.Order, to shop.OrderState) error {
	switch {
	case o.Forgotten:
		return fmt.Errorf("the customer had order %s erased: nobody can be told of it any more", o.Number)
	case o.State == to:
		return fmt.Errorf("order %s is %s already", o.Number, to)
	case o.StaffMay(to):
		return nil
	case to == shop.Paid && shop.CanBecome(o.State, to):
		return fmt.Errorf("order %s is paid in Telegram's own form, which the bot sees by itself", o.Number)
	case to == shop.Cancelled && shop.CanBecome(o.State, shop.Refunded):
		return fmt.Errorf("order %s is %s: money was paid for it, so give that back; see `repartee orders refund`", o.Number, o.State)
	}
	return fmt.Errorf("order %s is %s and cannot become %s%s", o.Number, o.State, to, instead(o))
}

// instead says what staff can make of an order.
func instead(o app.Order) string {
	var can []string
	for _, to := range append(staffStates(), string(shop.Refunded)) {
		if o.StaffMay(shop.OrderState(to)) {
			can = append(can, to)
		}
	}
	if can == nil {
		return " or anything else"
	}
	return "; it can become " + strings.Join(can, ", ")
}
