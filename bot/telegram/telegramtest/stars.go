package telegramtest

import "fmt"

// starBook is what has moved in Stars. The server's mutex guards it.
type starBook struct {
	balance      int64           // the bot's
	spent        map[int64]int64 // by customer
	transactions []wireStarTransaction
}

// maxStarPage is how many transactions one call tells.
const maxStarPage = 100

// StarBalance is how many Stars the bot has.
func (s *Server) StarBalance() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stars.balance
}

// Stars is how many Stars the user has left.
func (u *User) Stars() int64 {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	return u.server.purse(u.id)
}

// SetStars gives the user so many Stars, in place of those that are left.
func (u *User) SetStars(n int64) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.server.stars.spent[u.id] = u.server.opts.Stars - n
}

func (s *Server) purse(user int64) int64 { return s.opts.Stars - s.stars.spent[user] }

// reserve takes Stars out of the payer's purse, so that they cannot be spent
// twice; back returns them.
func (p *PaymentForm) reserve(total int64) (back func(), err error) {
	if p.invoice.Currency != stars {
		return func() {}, nil
	}
	s := p.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if has := s.purse(p.payer.ID); has < total {
		return nil, &PaymentError{TooFewStars, fmt.Sprintf("%d of %d", has, total)}
	}
	s.stars.spent[p.payer.ID] += total
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.stars.spent[p.payer.ID] -= total
	}, nil
}

// moveStars books a payment whose Stars are out of the payer's purse, or its
// refund.
func (s *Server) moveStars(c *Charge, refund bool) {
	partner := &wireStarPartner{Type: "user", TransactionType: "invoice_payment", User: *s.people[c.Payer], InvoicePayload: c.Payload}
	t := wireStarTransaction{ID: c.ID, Amount: c.Amount, Date: s.opts.Now().Unix(), Source: partner}
	if refund {
		t.Source, t.Receiver = nil, partner
		s.stars.spent[c.Payer] -= c.Amount
		s.stars.balance -= c.Amount
	} else {
		s.stars.balance += c.Amount
	}
	s.stars.transactions = append(s.stars.transactions, t)
}

func (s *Server) getMyStarBalance(*form) (any, *refusal) {
	return wireStarAmount{s.StarBalance()}, nil
}

func (s *Server) getStarTransactions(f *form) (any, *refusal) {
	offset, limit := f.int("offset"), int64(maxStarPage)
	if f.text("limit") != "" {
		limit = f.int("limit")
	}
	if offset < 0 || limit < 1 || limit > maxStarPage {
		return nil, badRequest("offset %d and limit %d must be from 0 and from 1 to %d", offset, limit, maxStarPage)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	all := s.stars.transactions
	from := min(offset, int64(len(all)))
	page := append([]wireStarTransaction{}, all[from:min(from+limit, int64(len(all)))]...)
	return struct {
		Transactions []wireStarTransaction `json:"transactions"`
	}{page}, nil
}

func (s *Server) refundStarPayment(f *form) (any, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.chargeByID[f.text("telegram_payment_charge_id")]
	switch {
	case s.people[f.int("user_id")] == nil:
		return nil, badRequest("user not found")
	case c == nil, c.Currency != stars, c.Payer != f.int("user_id"):
		return nil, badRequest("CHARGE_ID_INVALID")
	case c.Refunded:
		return nil, badRequest("CHARGE_ALREADY_REFUNDED")
	}
	s.refund(c)
	return true, nil
}

// Refund gives a payment back in another way than by the bot: Telegram does so
// with Stars, and tells the bot; the shop does so in the dashboard of its
// provider, of which Telegram knows nothing.
func (s *Server) Refund(chargeID string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.chargeByID[chargeID]
	if c == nil || c.Refunded {
		return fmt.Errorf("telegramtest: there is no payment %q to give back", chargeID)
	}
	s.refund(c)
	return nil
}

func (s *Server) refund(c *Charge) {
	c.Refunded = true
	if c.Currency != stars {
		return
	}
	s.moveStars(c, true)
	m := s.service(s.people[c.Payer], func(m *wireMessage) {
		m.RefundedPayment = &wireRefundedPayment{
			Currency: c.Currency, TotalAmount: c.Amount, InvoicePayload: c.Payload, TelegramChargeID: c.ID, ProviderChargeID: c.Provider,
		}
	})
	s.emit("message", lane{"message", m.Chat.ID}, m)
}
