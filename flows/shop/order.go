package shop

// OrderState is where an order stands.
type OrderState string

// The states of an order.
const (
	Open      OrderState = "open"   // the invoice is out, and not paid yet
	Placed    OrderState = "placed" // made without Telegram's payment; the money is to come
	Paid      OrderState = "paid"
	Packed    OrderState = "packed"
	Sent      OrderState = "sent"
	Delivered OrderState = "delivered"
	Cancelled OrderState = "cancelled"
	Refunded  OrderState = "refunded"
	Expired   OrderState = "expired" // an invoice that was not paid in time, or whose cart was changed
	Short     OrderState = "short"   // paid when the stock was gone: it is refunded, or staff settle it
)

// Method is how an order is paid.
type Method string

// The ways to pay.
const (
	ByProvider Method = "provider" // a provider's token at Telegram: for goods and services
	ByStars    Method = "stars"    // Telegram Stars: for digital goods
	ByHand     Method = "hand"     // outside of Telegram: a bank transfer, cash on delivery
)

// MethodOf is how an amount of a currency is paid at Telegram.
func MethodOf(currency string) Method {
	if currency == Stars {
		return ByStars
	}
	return ByProvider
}

// Order is what a customer orders: the same JSON in the contact's state and in the store.
type Order struct {
	Number      string     `json:"number"`
	State       OrderState `json:"state"`
	At          int64      `json:"at"`                // made, Unix seconds
	Expires     int64      `json:"expires,omitempty"` // open or placed: when it is to be paid, Unix seconds
	Changed     int64      `json:"changed,omitempty"` // when State was last changed, Unix seconds
	Look        int64      `json:"look,omitempty"`    // when to ask whether an approved payment has come, Unix seconds
	Cart        string     `json:"cart,omitempty"`    // that it was made of
	Hold        string     `json:"hold,omitempty"`    // of stock; "" nothing of it is counted
	Lines       []Line     `json:"lines"`
	Voucher     string     `json:"voucher,omitempty"`
	VoucherUses int64      `json:"uses,omitempty"` // how often the voucher can be used in all, where these are counted; see Held
	Totals      Totals     `json:"totals"`
	Method      Method     `json:"method"`
	Payment     string     `json:"payment"` // its name in the bot's payments
	MaxTip      int64      `json:"max_tip,omitempty"`
	Language    string     `json:"lang,omitempty"`
	Flow        string     `json:"flow,omitempty"` // where it was made
	Step        string     `json:"step,omitempty"`
	Ways        []Shipping `json:"ways,omitempty"` // of shipping, that can be chosen in Telegram's form
	Way         string     `json:"way,omitempty"`  // of shipping, that was chosen
	Address     *Address   `json:"address,omitempty"`
	Charges     []Charge   `json:"charges,omitempty"` // the first is the order's payment; any other was one too many
	Grants      []Grant    `json:"grants,omitempty"`
}

// Due is when the order is to be looked at again, Unix seconds; 0: never.
func (o *Order) Due() int64 {
	if o.State != Open && o.State != Placed {
		return 0
	}
	if o.Look != 0 {
		return o.Look
	}
	return o.Expires
}

// Charge is one payment of an order.
type Charge struct {
	ID       string `json:"id"`                 // Telegram's
	Provider string `json:"provider,omitempty"` // the provider's
	Payer    int64  `json:"payer,omitempty"`    // Telegram's user id
	Amount   int64  `json:"amount"`             // minor units
	Currency string `json:"cur"`
	At       int64  `json:"at"`                 // Unix seconds
	Refunded int64  `json:"refunded,omitempty"` // Unix seconds
	Due      bool   `json:"due,omitempty"`      // is to be given back
	Extra    bool   `json:"extra,omitempty"`    // one too many: not the order's payment
}

// Grant is what a customer gets of a digital item: made once, in the commit that books the payment.
type Grant struct {
	Item  string   `json:"item"`           // "catalog.item"
	File  string   `json:"file,omitempty"` // of the media folder
	Link  string   `json:"link,omitempty"`
	Codes []string `json:"codes,omitempty"` // one for each piece
}

// Address is where goods are sent, as Telegram's form or the talk asked for it.
type Address struct {
	Name     string `json:"name,omitempty"`
	Phone    string `json:"phone,omitempty"`
	Email    string `json:"email,omitempty"`
	Country  string `json:"country,omitempty"` // ISO 3166-1 alpha-2
	State    string `json:"state,omitempty"`
	City     string `json:"city,omitempty"`
	Line1    string `json:"line1,omitempty"`
	Line2    string `json:"line2,omitempty"`
	PostCode string `json:"post_code,omitempty"`
	Text     string `json:"text,omitempty"` // where it was typed as one
}

// Entry is one row of the ledger. It names nobody.
type Entry struct {
	ID       string `json:"id"`    // the charge; of a refund "refund:" before it; of a payment outside of Telegram "hand:" before the order's number
	Order    string `json:"order"` // its number
	At       int64  `json:"at"`    // Unix seconds
	Refund   bool   `json:"refund,omitempty"`
	Amount   int64  `json:"amount"` // minor units, above zero in both directions
	Currency string `json:"cur"`
	Method   Method `json:"method"`
	Extra    bool   `json:"extra,omitempty"` // a payment too many: it is given back
}

// Held is so much of something that is held for an order.
type Held struct {
	Key      string `json:"k"`
	Quantity int64  `json:"q"`
	Supply   int64  `json:"s,omitempty"` // that there is of it beside what is counted: of a free time its capacity, of a voucher its uses; 0 for stock
}
