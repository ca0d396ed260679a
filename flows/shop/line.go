package shop

// Line is some of one item in a cart or an order, with what was true of it when it was put there. Amounts are in minor units.
type Line struct {
	Catalog  string `json:"c"`
	Item     string `json:"i"`
	Variant  string `json:"v,omitempty"` // of the item, by its id
	Name     string `json:"n,omitempty"` // as the customer read it, with that of the variant
	Quantity int64  `json:"q"`
	Price    int64  `json:"p"`           // of one
	Currency string `json:"cur"`         // XTR: it is paid in Telegram Stars
	Tax      string `json:"t,omitempty"` // the rate, of Tax.Rates; "" the default
	Weight   int64  `json:"w,omitempty"` // of one, in millionths of a kilogram
	Digital  bool   `json:"d,omitempty"`
	File     string `json:"file,omitempty"` // of a digital item: what its buyer gets
	Link     string `json:"link,omitempty"`
	Code     bool   `json:"code,omitempty"` // a code for each piece
	Counted  bool   `json:"s,omitempty"`    // there is a stock of it that all customers share
	Shared   bool   `json:"sh,omitempty"`   // which all variants of the item share
}

// Key is what the item is known by: "catalog.item".
func (l Line) Key() string { return l.Catalog + "." + l.Item }

// LineKey is what the line is known by in a cart: "catalog.item", or "catalog.item.variant".
func (l Line) LineKey() string {
	if l.Variant == "" {
		return l.Key()
	}
	return l.Key() + "." + l.Variant
}

// StockKey is what the stock of the line is counted by: "catalog.item", or of a variant with a stock of its own "catalog.item.variant".
func (l Line) StockKey() string {
	if l.Variant == "" || l.Shared {
		return l.Key()
	}
	return l.Key() + "." + l.Variant
}

// Cart is what a customer means to buy.
type Cart struct {
	ID      string `json:"id,omitempty"` // of its hold of stock, and of the orders that are made of it
	Lines   []Line `json:"lines,omitempty"`
	Voucher string `json:"voucher,omitempty"` // its code
}
