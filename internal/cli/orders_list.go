package cli

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"repartee/flows/shop"
	"repartee/internal/app"
)

func newOrdersList() *cobra.Command {
	var state, since string
	cmd := &cobra.Command{
		Use:   "list [DIR]",
		Short: "List orders, the newest first",
		Long:  "List orders, the newest first: number, when it was made, its state, what it comes to and how it is paid. Nobody's name is shown." + besideHelp,
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, dir []string) error {
			wanted, err := filterOf(state, since)
			if err != nil {
				return err
			}
			return withTill(cmd, dir, func(till *app.Till) error { return listOrders(cmd, till, wanted) })
		},
	}
	addFilter(cmd, &state, &since)
	return cmd
}

func addFilter(cmd *cobra.Command, state, since *string) {
	cmd.Flags().StringVar(state, "state", "", "only orders in this state: "+states())
	cmd.Flags().StringVar(since, "since", "", "only orders made since this day, as 2026-01-31")
}

func states() string {
	var names []string
	for _, s := range shop.OrderStates() {
		names = append(names, string(s))
	}
	return strings.Join(names, ", ")
}

// filterOf reads which orders are wanted.
func filterOf(state, since string) (wanted func(app.Order) bool, err error) {
	if state != "" && !slices.Contains(shop.OrderStates(), shop.OrderState(state)) {
		return nil, fmt.Errorf("there is no state %q; the states are %s", state, states())
	}
	var from time.Time
	if since != "" {
		if from, err = time.ParseInLocation(time.DateOnly, since, time.Local); err != nil {
			return nil, fmt.Errorf("%q is no day; write it as 2026-01-31", since)
		}
	}
	return func(o app.Order) bool {
		return (state == "" || o.State == shop.OrderState(state)) && (since == "" || o.At >= from.Unix())
	}, nil
}

func listOrders(cmd *cobra.Command, till *app.Till, wanted func(app.Order) bool) error {
	orders, err := till.Orders(cmd.Context())
	if err != nil {
		return err
	}
	out := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
	shown := 0
	for _, o := range orders {
		if !wanted(o) {
			continue
		}
		shown++
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", o.Number, moment(o.At), o.State, sumUp(o))
	}
	if shown == 0 {
		fmt.Fprintln(out, "no orders")
	}
	return out.Flush()
}

// sumUp says what an order comes to, how it is paid, and what staff should look at.
func sumUp(o app.Order) string {
	if o.Forgotten {
		return "(the customer had it erased)"
	}
	text := app.Amount(o.Totals.Total, o.Totals.Currency) + "\t" + payment(o.Order)
	for _, c := range due(o.Order) {
		text += "  " + app.Amount(c.Amount, c.Currency) + " to be given back"
	}
	return text
}

// payment says how an order is paid.
func payment(o shop.Order) string {
	switch o.Method {
	case shop.ByStars:
		return o.Payment + " (Telegram Stars)"
	case shop.ByHand:
		return o.Payment + " (outside of Telegram)"
	}
	return o.Payment
}

// due are the payments of an order that are still to be given back by staff.
func due(o shop.Order) []shop.Charge {
	return slices.DeleteFunc(slices.Clone(o.Charges), func(c shop.Charge) bool { return !c.Due || c.Refunded != 0 })
}
