package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"repartee/flows/shop"
	"repartee/internal/app"
)

func newOrdersShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show NUMBER [DIR]",
		Short: "Show all of one order, with its address",
		Long:  "Show all of one order, with the address that it goes to." + besideHelp,
		Args:  cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withTill(cmd, args[1:], func(till *app.Till) error {
				order, err := till.Order(cmd.Context(), args[0])
				if err != nil {
					return err
				}
				return showOrder(cmd.OutOrStdout(), order)
			})
		},
	}
}

func showOrder(w io.Writer, o app.Order) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	row := func(name, format string, args ...any) { fmt.Fprintf(out, name+"\t"+format+"\n", args...) }
	row("order", "%s", o.Number)
	row("state", "%s", strings.TrimSpace(string(o.State)+"  "+moment(o.Changed)))
	if o.Forgotten {
		row("", "the customer had the rest erased")
		return out.Flush()
	}
	row("made", "%s", moment(o.At))
	if o.Expires != 0 && (o.State == shop.Open || o.State == shop.Placed) {
		row("to be paid by", "%s", moment(o.Expires))
	}
	row("paid with", "%s", payment(o.Order))
	row("customer", "%d%s", o.Chat, inBrackets(o.Language))
	fmt.Fprintln(out)
	lines(out, o.Order)
	fmt.Fprintln(out)
	address(out, o.Address)
	charges(out, o.Order)
	grants(out, o.Grants)
	return out.Flush()
}

func inBrackets(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// lines lists what was ordered, and what it comes to.
func lines(out io.Writer, o shop.Order) {
	t := o.Totals
	for _, l := range o.Lines {
		fmt.Fprintf(out, "%d × %s\t%s\t%s\n", l.Quantity, nameOf(l), app.Amount(l.Price, l.Currency), app.Amount(l.Price*l.Quantity, l.Currency))
	}
	sum := func(name string, minor int64) {
		if minor != 0 {
			fmt.Fprintf(out, "%s\t\t%s\n", name, app.Amount(minor, t.Currency))
		}
	}
	sum("discount"+inBrackets(o.Voucher), -t.Discount)
	sum("shipping"+inBrackets(o.Way), t.Shipping)
	for _, tax := range t.Taxes {
		name := "of it tax "
		if t.OnTop {
			name = "tax "
		}
		sum(name+percent(tax.Rate), tax.Amount)
	}
	sum("tip", t.Tip)
	fmt.Fprintf(out, "total\t\t%s\n", app.Amount(t.Total, t.Currency))
}

func nameOf(l shop.Line) string {
	if l.Name == "" {
		return l.StockKey()
	}
	return l.Name
}

// percent writes a rate of millionths: 190000 is 19%.
func percent(micros int64) string {
	text := fmt.Sprintf("%d.%04d", micros/10_000, micros%10_000)
	return strings.TrimRight(strings.TrimRight(text, "0"), ".") + "%"
}

func address(out io.Writer, a *shop.Address) {
	if a == nil {
		return
	}
	for _, line := range addressLines(*a) {
		fmt.Fprintln(out, line)
	}
	fmt.Fprintln(out)
}

// addressLines are the lines of an address that hold something.
func addressLines(a shop.Address) []string {
	var lines []string
	for _, line := range []string{a.Name, a.Text, a.Line1, a.Line2, a.PostCode + " " + a.City, a.State, a.Country, a.Phone, a.Email} {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func charges(out io.Writer, o shop.Order) {
	for i, c := range o.Charges {
		what := "paid"
		if i > 0 {
			what = "paid once more"
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", what, moment(c.At), app.Amount(c.Amount, c.Currency), strings.TrimSpace(c.ID+" "+c.Provider))
		switch {
		case c.Refunded != 0:
			fmt.Fprintf(out, "given back\t%s\t\t\n", moment(c.Refunded))
		case c.Due:
			fmt.Fprintln(out, "to be given back\t\t\t")
		}
	}
}

func grants(out io.Writer, all []shop.Grant) {
	for _, g := range all {
		fmt.Fprintf(out, "given\t%s\t%s\n", g.Item, strings.Join(slices.DeleteFunc(append([]string{g.File, g.Link}, g.Codes...), func(s string) bool { return s == "" }), " "))
	}
}
