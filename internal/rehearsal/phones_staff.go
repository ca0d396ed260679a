package rehearsal

import (
	"context"
	"fmt"

	"repartee/flows/shop"
	"repartee/internal/console"
)

// Staff implements [console.Phone].
func (p *phone) Staff(ctx context.Context, state, note string) error {
	orders, err := p.phones.till.Orders(ctx)
	if err != nil {
		return err
	}
	for _, o := range orders { // the newest first
		if o.Chat != p.user.ID() || o.Forgotten || o.State == shop.Open || o.State == shop.Expired {
			continue
		}
		if !o.StaffMay(shop.OrderState(state)) {
			return fmt.Errorf("%w: %s from %s", console.ErrOrderState, state, o.State)
		}
		return p.phones.till.Staff(ctx, o, state, note)
	}
	return console.ErrNoOrder
}
