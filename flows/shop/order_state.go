package shop

import "slices"

// OrderStates are all states of an order, as an order goes through them.
func OrderStates() []OrderState {
	return []OrderState{Open, Placed, Paid, Packed, Sent, Delivered, Short, Cancelled, Expired, Refunded}
}

// Next are the states that an order can come to from this one; none where it stays as it is.
//
// What is paid is not cancelled but refunded. A payment can come just after its time: so an expired order can still be paid, or fall short. It falls short where
// the stock was gone at the payment, and is paid again where staff found what was missing.
func (s OrderState) Next() []OrderState {
	switch s {
	case Open:
		return []OrderState{Paid, Short, Cancelled, Expired}
	case Placed:
		return []OrderState{Paid, Short, Cancelled}
	case Expired:
		return []OrderState{Paid, Short}
	case Paid:
		return []OrderState{Packed, Sent, Delivered, Short, Refunded}
	case Packed:
		return []OrderState{Sent, Delivered, Refunded}
	case Sent:
		return []OrderState{Delivered, Refunded}
	case Delivered:
		return []OrderState{Refunded}
	case Short:
		return []OrderState{Paid, Refunded}
	case Cancelled: // the money came from the bank after its time
		return []OrderState{Paid}
	}
	return nil
}

// CanBecome tells whether an order can come from one state to another.
func CanBecome(from, to OrderState) bool { return slices.Contains(from.Next(), to) }

// StaffMay tells whether staff can say that the order is in a state now: what Telegram's payments make of it, they cannot.
func (o *Order) StaffMay(to OrderState) bool {
	switch to {
	case Open, Expired, Short:
		return false
	case Paid:
		return o.State == Placed || o.State == Short || o.State == Cancelled && o.Method == ByHand
	}
	return CanBecome(o.State, to)
}

// Done tells that nothing more is to come of the order: it is delivered or over, and no payment of it is to be given back.
func (o *Order) Done() bool {
	for _, charge := range o.Charges {
		if charge.Due && charge.Refunded == 0 {
			return false
		}
	}
	switch o.State {
	case Delivered, Cancelled, Refunded, Expired:
		return true
	}
	return false
}
