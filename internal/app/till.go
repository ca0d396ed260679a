package app

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"

	"repartee/bot"
	"repartee/bot/sqlitestore"
	"repartee/flows/shop"
)

// Till is what the store of a bot keeps of orders and money, for staff. The bot itself may run meanwhile.
type Till struct {
	kept     keptTill
	settings Settings
	http     *http.Client // asks Telegram; nil: the usual one
}

// keptTill is what a Till needs of a store.
type keptTill interface {
	bot.Till
	bot.Store
	io.Closer
}

// Order is an order as the store has it.
type Order struct {
	shop.Order
	Chat      int64
	Forgotten bool // the customer had everything of him erased: only number and state are known
}

// ErrNoOrder says that no order has the number that was asked for.
var ErrNoOrder = errors.New("there is no such order")

// OpenTill opens the till of a bot beside the bot itself: in the store that REDIS_URL names, else in the SQLite file in the bot's folder. Where TELEGRAM_TOKEN is
// set, that must be the token of this bot.
func OpenTill(ctx context.Context, dir string) (*Till, error) {
	s, err := parseSettings()
	if err != nil {
		return nil, err
	}
	owner := int64(sqlitestore.Any)
	if tokenForm.MatchString(s.Token) {
		owner = s.number() // its Stars are compared with this store
	}
	kept, err := beside(ctx, dir, s, owner)
	if err != nil {
		return nil, err
	}
	return &Till{kept: kept, settings: s}, nil
}

// TillOf is the till in a store that is open already. client asks the Telegram of the settings; nil: the usual one.
func TillOf(kept keptTill, s Settings, client *http.Client) *Till {
	return &Till{kept: kept, settings: s, http: client}
}

// Close closes the store.
func (t *Till) Close() error { return t.kept.Close() }

// Orders are all orders, the newest first.
func (t *Till) Orders(ctx context.Context) ([]Order, error) {
	var all []Order
	err := t.kept.Orders(ctx, func(kept bot.KeptOrder) error {
		order, err := orderOf(kept)
		all = append(all, order)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the orders: %w", err)
	}
	slices.SortFunc(all, func(a, b Order) int { return cmp.Or(cmp.Compare(b.At, a.At), cmp.Compare(a.Number, b.Number)) })
	return all, nil
}

func orderOf(kept bot.KeptOrder) (Order, error) {
	order := Order{Chat: kept.Chat}
	if len(kept.Body) == 0 {
		order.Number, order.State, order.Forgotten = kept.Number, kept.State, true
		return order, nil
	}
	if err := json.Unmarshal(kept.Body, &order.Order); err != nil {
		return order, fmt.Errorf("read order %s: %w", kept.Number, err)
	}
	return order, nil
}

// Order finds an order by its number, in small letters and without the dash too, or gives [ErrNoOrder].
func (t *Till) Order(ctx context.Context, number string) (Order, error) {
	var found Order
	err := t.kept.Orders(ctx, func(kept bot.KeptOrder) (err error) {
		if foldedNumber(kept.Number) != foldedNumber(number) {
			return nil
		}
		if found, err = orderOf(kept); err != nil {
			return err
		}
		return io.EOF
	})
	switch {
	case errors.Is(err, io.EOF):
		return found, nil
	case err != nil:
		return Order{}, fmt.Errorf("look for order %s: %w", number, err)
	}
	return Order{}, fmt.Errorf("%w: %s", ErrNoOrder, number)
}

// foldedNumber is the same for all ways to write a number down: its letters look like no digits, so these are what was meant.
func foldedNumber(number string) string {
	return strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(number))
}

// Ledger is all rows of the ledger, the oldest first.
func (t *Till) Ledger(ctx context.Context) ([]shop.Entry, error) {
	var rows []shop.Entry
	err := t.kept.Ledger(ctx, func(row shop.Entry) error {
		rows = append(rows, row)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the ledger: %w", err)
	}
	slices.SortFunc(rows, func(a, b shop.Entry) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.ID, b.ID)) })
	return rows, nil
}
