package flows

import "repartee/flows/shop"

// Shop is what is true of all that is sold.
type Shop struct {
	Tax      Tax         `yaml:"tax" doc:"How goods are taxed."`
	Minimum  Written     `yaml:"minimum" doc:"What the goods of an order must cost at least."`
	Shipping []*Shipping `yaml:"shipping" doc:"The ways goods are sent, as {id: post, label: Post, countries: [DE, AT], price: 4.90, free_from: 40}."`
	Vouchers []*Voucher  `yaml:"vouchers" doc:"Vouchers by code, as WELCOME10: {off: 10%}."`
}

// Tax says how goods are taxed.
type Tax struct {
	Included bool   `yaml:"included" doc:"The prices hold the tax; without it, it comes on top."`
	Rates    []Rate `yaml:"rates" doc:"The rates by name, as {default: 19%, coffee: 7%}; items name theirs in the column tax."`

	taxes shop.Tax
}

// Rate is one rate of tax.
type Rate struct {
	Ref   Ref
	ID    ID      `yaml:",key"`
	Share Written `yaml:"share,short,required" doc:"The rate, as 19%."`
}

// Written is a number, an amount or a share, as its author wrote it; what it must be depends on where it stands.
type Written struct {
	Ref    Ref
	Source string
}

// Shipping is one way to send goods.
type Shipping struct {
	Ref       Ref
	ID        ID         `yaml:"id,required" doc:"The name of the way."`
	Label     Label      `yaml:"label,required" doc:"The way as customers read it."`
	Countries []string   `yaml:"countries" doc:"The countries it goes to, by two letters as DE; without it everywhere."`
	Price     Written    `yaml:"price" doc:"What it costs, with the tax."`
	PerKilo   Written    `yaml:"per_kilo" doc:"What is added for each kilogram begun."`
	FreeFrom  Written    `yaml:"free_from" doc:"Goods for at least so much are sent for nothing."`
	MaxWeight Written    `yaml:"max_weight" doc:"The most that can be sent so, in kilograms."`
	When      *Condition `yaml:"when" doc:"Offered only if this holds when the order is made."`
	Call      *CallName  `yaml:"call" doc:"A call that tells the price: it is given of country, post_code, weight and total what it needs, and gives price."`

	way shop.Shipping
}

// Voucher is a rule that takes something off the price.
type Voucher struct {
	Ref     Ref
	Code    string       `yaml:",key"`
	Off     Written      `yaml:"off,required" doc:"What is taken off: 10% or an amount."`
	When    *Condition   `yaml:"when" doc:"For whom it is, as count(orders) == 0."`
	Minimum Written      `yaml:"minimum" doc:"What the goods must cost at least."`
	Of      *CatalogName `yaml:"of" doc:"Only for items of this catalog, as catalog.coffee."`
	Uses    Written      `yaml:"uses" doc:"How often it can be used: 100 in all, or 1 per customer."`
	From    Written      `yaml:"from" doc:"The first day it can be used."`
	Until   Written      `yaml:"until" doc:"The last day it can be used."`

	voucher shop.Voucher
}

// CatalogName names a catalog, as catalog.coffee.
type CatalogName struct {
	Ref  Ref
	Name string
}

// Payment is one way to pay: with a provider, with Telegram Stars where nothing is written, or outside of Telegram where there is a text.
type Payment struct {
	Ref      Ref
	ID       ID         `yaml:",key"`
	Label    Label      `yaml:"label" doc:"What the button says; without it a word for the way."`
	Provider string     `yaml:"provider,secret" doc:"The token that the provider gave, from the environment, as $CARD_TOKEN."`
	Text     Text       `yaml:"text" names:"order" doc:"For a payment outside of Telegram: how it is made. May use {{ order.total }} and {{ order.number }}."`
	Within   Duration   `yaml:"within" doc:"How long it can be paid; without it an invoice 24 hours, what is paid outside of Telegram 7 days."`
	Tips     []Written  `yaml:"tips" doc:"Up to four tips that are offered, for a provider, as [1, 2, 5]."`
	MaxTip   Written    `yaml:"max_tip" doc:"The greatest tip; without it the last of tips."`
	Collect  []Detail   `yaml:"collect" doc:"What the form asks the customer for: name, phone, email."`
	When     *Condition `yaml:"when" doc:"Offered only if this holds."`

	method shop.Method
	maxTip int64
	tips   []int64
}

// Detail is something that a payment's form asks for.
type Detail string

// The values of collect.
const (
	CollectName  Detail = "name"
	CollectPhone Detail = "phone"
	CollectEmail Detail = "email"
)

// Values are what can be written.
func (Detail) Values() []string {
	return []string{string(CollectName), string(CollectPhone), string(CollectEmail)}
}

// CartChange is what a `cart` step does: it shows the cart, empties it, or puts something in or out.
type CartChange struct {
	Ref      Ref
	Word     CartWord `yaml:",short" doc:"review shows the cart and lets it be changed; clear empties it."`
	Add      *Expr    `yaml:"add" doc:"The item that is put in, as chosen."`
	Remove   *Expr    `yaml:"remove" doc:"The item that is taken out."`
	Quantity *Expr    `yaml:"quantity" doc:"How many; without it one, and all that are there when they are taken out."`
	Variant  *Expr    `yaml:"variant" doc:"The id of the variant; without it the customer is asked, if the item has several."`
	Voucher  *Expr    `yaml:"voucher" doc:"The code of a voucher that is tried, as link."`
}

// CartWord is what a `cart` step does where one word says it.
type CartWord string

// The words of cart.
const (
	CartReview CartWord = "review"
	CartClear  CartWord = "clear"
)

// Values are what can be written.
func (CartWord) Values() []string { return []string{string(CartReview), string(CartClear)} }

// BookChange is what a `book` step does: it keeps a new appointment in a field, or changes or cancels the one that is there.
type BookChange struct {
	Ref    Ref
	Field  FieldName  `yaml:",short" doc:"The field that keeps the appointment; it needs no line under fields."`
	Change *FieldName `yaml:"change" doc:"The appointment is moved to another time."`
	Cancel *FieldName `yaml:"cancel" doc:"The appointment is cancelled."`
}

// Reminder is a word before an appointment.
type Reminder struct {
	Before Duration `yaml:"before,required" doc:"How long before it begins."`
	Text   Text     `yaml:"text,required" doc:"What is said."`
}
