package bot

import (
	"context"

	"repartee/flows"
	"repartee/flows/shop"
)

// Till keeps what has to do with money: orders, the ledger, and the stock that all customers share. Orders and ledger rows are written by Commit, in the same step
// as the state of their contact; nothing but Approve touches an order beside that.
type Till interface {
	// Order reads an order of a contact; false where there is none.
	Order(ctx context.Context, chat int64, number string) (KeptOrder, bool, error)
	// Approve lets one payer pay an order, or takes that back; see Approval.
	Approve(ctx context.Context, a Approval) (Approved, error)
	// Stock does one operation on the stock, all of it or nothing; each may be repeated without a second effect. A sale is remembered for 400 days, that of a free
	// time until 90 days after it begins, a return for 90 days.
	Stock(ctx context.Context, job flows.StockJob, now int64) (flows.StockResult, error)
	// Left is what is counted of the stock, if it has changed since an earlier version of it; version 0 has never been. Free times that began two days ago or earlier
	// are counted no longer.
	Left(ctx context.Context, since int64) (left map[string]int64, version int64, changed bool, err error)
	// Seed settles what the catalog says is there. A key whose number is the one it was seeded with last keeps what is left of it; seeds that are no longer
	// given are left alone. It remembers what StockNames.Learn adds to the names that it knows, counts by them, and gives all of them; the keys of Stock and Left are
	// those that it counts by.
	Seed(ctx context.Context, list flows.Stocklist) (StockNames, error)
	// Orders hands out the orders of all contacts, in no order, until the function says stop.
	Orders(ctx context.Context, each func(KeptOrder) error) error
	// DropUnpaid takes away the bodies of orders that were expired or cancelled UnpaidKept ago, and are so still: addresses of customers who bought nothing. Their
	// states stay. It says of how many.
	DropUnpaid(ctx context.Context, now int64) (int, error)
	// Ledger hands out all rows of the ledger, in no order, until the function says stop.
	Ledger(ctx context.Context, each func(shop.Entry) error) error
}

// KeptOrder is an order as the store has it.
type KeptOrder struct {
	Number   string
	Chat     int64
	State    shop.OrderState // known even where nothing of Body is kept
	Body     []byte          // JSON of shop.Order; nil where the customer was forgotten, or see DropUnpaid
	Payer    int64           // who may pay it; 0: nobody was approved, or that is over
	Approved int64           // until when, milliseconds
}

// Approval asks that one payer may pay an open order until a time. Repeated by the same payer it is granted again. With Until 0 an approval is taken back.
type Approval struct {
	Chat  int64
	Order string
	Payer int64
	Now   int64
	Until int64
}

// Approved is the answer to an Approval.
type Approved struct {
	Refusal flows.Refusal // unknown, over, expired, paid, busy; "" where it is granted
	Order   KeptOrder     // as it is now; the zero KeptOrder where there is none
}

// OrderWrite is an order that a commit writes.
type OrderWrite struct {
	Number  string
	State   shop.OrderState
	Expires int64  // milliseconds: until when it can be paid; 0: it cannot
	Body    []byte // JSON of shop.Order
	Forget  bool   // nothing of Body is to be kept, only the state
}

// LedgerWrite is a row of the ledger that a commit writes.
type LedgerWrite struct {
	ID  string // of the charge, or of the refund
	Row []byte // JSON of shop.Entry
}
