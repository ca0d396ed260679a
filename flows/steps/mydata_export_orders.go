package steps

import (
	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// exportOrder is an order in the file, with amounts as decimals.
type exportOrder struct {
	Number  string        `json:"number"`
	At      string        `json:"at"`
	State   string        `json:"state"`
	Payment string        `json:"payment,omitempty"`
	Total   any           `json:"total"`
	Items   []exportLine  `json:"items"`
	Address *shop.Address `json:"address,omitempty"`
}

// exportLine is one line of an order.
type exportLine struct {
	Item     string `json:"item"`
	Name     string `json:"name,omitempty"`
	Quantity int64  `json:"quantity"`
	Price    any    `json:"price"`
}

// exportBooking is an appointment.
type exportBooking struct {
	Item      string `json:"item"`
	Name      string `json:"name,omitempty"`
	Start     string `json:"start"`
	End       string `json:"end"`
	Cancelled bool   `json:"cancelled,omitempty"`
}

func exportedOrder(o shop.Order) exportOrder {
	lines := make([]exportLine, len(o.Lines))
	for i, line := range o.Lines {
		lines[i] = exportLine{Item: line.StockKey(), Name: line.Name, Quantity: line.Quantity, Price: flows.Plain(value.Money(line.Price, line.Currency))}
	}
	return exportOrder{
		Number: o.Number, At: stamp(o.At), State: string(o.State), Payment: o.Payment, Total: flows.Plain(value.Money(o.Totals.Total, o.Totals.Currency)),
		Items: lines, Address: o.Address,
	}
}
