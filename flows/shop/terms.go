package shop

// Tax is how goods are taxed. Rates are millionths: 19 % is 190000.
type Tax struct {
	Included bool             // prices hold the tax; else it comes on top
	Rates    map[string]int64 // by name; "default" is for what names none
}

// Voucher is a rule that takes something off. Amounts are in minor units of the bot's currency.
type Voucher struct {
	Code        string // in capitals
	Share       int64  // of the goods that is taken off, in millionths; 0: Amount
	Amount      int64  // that is taken off
	Minimum     int64  // that the goods must cost at least
	Catalog     string // only for items of this catalog; "" for all
	From, Until int64  // Unix seconds; 0: no bound. Until is the end of the last day
	Uses        int64  // how often it can be used in all; 0: as often as one likes
	PerCustomer int64  // how often by one customer; 0: as often as one likes
}

// StockKey is what the uses of a voucher are counted by, where there is a number of them for all customers.
func (v *Voucher) StockKey() string { return "voucher." + v.Code }

// Shipping is one way to send goods. Amounts are in minor units of the bot's currency; prices hold the tax where those of the goods do, else it comes on top.
type Shipping struct {
	ID        string            `json:"id"`
	Label     map[string]string `json:"-"`                   // as customers read it, by language; "" the first of the bot's
	Countries []string          `json:"countries,omitempty"` // ISO 3166-1 alpha-2; none: everywhere
	Price     int64             `json:"price"`
	PerKilo   int64             `json:"per_kilo,omitempty"`   // for each kilogram begun
	FreeFrom  int64             `json:"free_from,omitempty"`  // goods for at least so much are sent for nothing; 0: never
	MaxWeight int64             `json:"max_weight,omitempty"` // millionths of a kilogram; 0: any
	Call      string            `json:"call,omitempty"`       // that tells the price instead; see Calls of the bot
}

// Terms are what the sum of some lines depends on.
type Terms struct {
	Currency string
	Tax      Tax
	Voucher  *Voucher  // nil: none
	Shipping *Shipping // chosen; nil: none, or not yet. Where a call told the price, see Shipping.Told
}

// Totals are the sums of some lines, in minor units of Currency. Total = Goods - Discount + Shipping + (tax on top) + Tip.
type Totals struct {
	Currency     string   `json:"cur"`
	Goods        int64    `json:"goods"`
	Discount     int64    `json:"discount,omitempty"`
	Shipping     int64    `json:"shipping,omitempty"`
	Taxes        []TaxSum `json:"taxes,omitempty"`     // by rate, the highest first
	OnTop        bool     `json:"on_top,omitempty"`    // Taxes are not part of the other sums
	ShippingRate int64    `json:"ship_rate,omitempty"` // of the tax on shipping, in millionths
	Tip          int64    `json:"tip,omitempty"`
	Total        int64    `json:"total"`
}

// TaxSum is what is paid of one rate.
type TaxSum struct {
	Rate   int64 `json:"rate"` // millionths
	Amount int64 `json:"amount"`
}
