package cli

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"repartee/flows/shop"
	"repartee/internal/app"
)

func newOrdersExport() *cobra.Command {
	var state, since, file string
	var addresses bool
	cmd := &cobra.Command{
		Use:   "export [DIR]",
		Short: "Write orders as CSV",
		Long: `Write orders as CSV (UTF-8, commas), one a line, the newest first: for a spreadsheet, or for the books. Times are UTC, amounts have a decimal point.
Customers' names and addresses are written with --addresses only. ` + csvHelp + besideHelp,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, dir []string) error {
			wanted, err := filterOf(state, since)
			if err != nil {
				return err
			}
			return withTill(cmd, dir, func(till *app.Till) error {
				orders, err := till.Orders(cmd.Context())
				if err != nil {
					return err
				}
				return writeCSV(cmd, file, orderTable(orders, wanted, addresses))
			})
		},
	}
	addFilter(cmd, &state, &since)
	cmd.Flags().StringVar(&file, "csv", "-", "the file to write, - for the screen")
	cmd.Flags().BoolVar(&addresses, "addresses", false, "with the names and addresses of customers")
	return cmd
}

// orderTable is the orders as rows of cells, below a head.
func orderTable(orders []app.Order, wanted func(app.Order) bool, addresses bool) [][]string {
	head := []string{"number", "state", "made", "changed", "method", "payment", "currency", "goods", "discount", "shipping", "tax", "tax_on_top", "taxes", "tip", "total", "voucher", "way", "lines", "charges"}
	if addresses {
		head = append(head, "name", "street", "post_code", "city", "region", "country", "phone", "email")
	}
	table := [][]string{head}
	for _, o := range orders {
		if !wanted(o) {
			continue
		}
		row := orderRow(o)
		if addresses {
			row = append(row, addressRow(o.Address)...)
		}
		table = append(table, row)
	}
	return table
}

func orderRow(o app.Order) []string {
	if o.Forgotten {
		row := make([]string, 19)
		row[0], row[1] = o.Number, string(o.State)
		return row
	}
	t := o.Totals
	var tax int64
	var rates []string
	for _, one := range t.Taxes {
		tax += one.Amount
		rates = append(rates, percent(one.Rate)+" "+number(one.Amount, t.Currency))
	}
	return []string{
		o.Number, string(o.State), timestamp(o.At), timestamp(o.Changed), string(o.Method), o.Payment, t.Currency,
		number(t.Goods, t.Currency), number(t.Discount, t.Currency), number(t.Shipping, t.Currency), number(tax, t.Currency), strconv.FormatBool(t.OnTop), strings.Join(rates, "; "),
		number(t.Tip, t.Currency), number(t.Total, t.Currency), o.Voucher, o.Way, ordered(o.Lines), chargeIDs(o.Charges),
	}
}

// number is an amount without its currency.
func number(minor int64, currency string) string {
	text, _, _ := strings.Cut(app.Amount(minor, currency), " ")
	return text
}

// timestamp is a time in the form of RFC 3339, in UTC. 0 is never.
func timestamp(unix int64) string {
	if unix == 0 {
		return ""
	}
	return time.Unix(unix, 0).UTC().Format(time.RFC3339)
}

func ordered(lines []shop.Line) string {
	var all []string
	for _, l := range lines {
		all = append(all, fmt.Sprintf("%d × %s", l.Quantity, nameOf(l)))
	}
	return strings.Join(all, "; ")
}

func chargeIDs(charges []shop.Charge) string {
	var ids []string
	for _, c := range charges {
		ids = append(ids, c.ID)
	}
	return strings.Join(ids, "; ")
}

func addressRow(a *shop.Address) []string {
	if a == nil {
		a = &shop.Address{}
	}
	street := strings.Join(strings.Fields(strings.Join([]string{a.Text, a.Line1, a.Line2}, " ")), " ")
	return []string{a.Name, street, a.PostCode, a.City, a.State, a.Country, a.Phone, a.Email}
}
