package telegramtest

// paying sees to the button that pays an invoice; bill is nil for any other
// message.
func (m *markup) paying(bill *Invoice) (*markup, *refusal) {
	var buttons *inlineKeyboard
	switch {
	case bill == nil && (m == nil || m.inline == nil):
		return m, nil
	case m != nil && m.inline == nil:
		return nil, badRequest("inline keyboard expected")
	case m != nil:
		buttons = m.inline
	}
	buttons, no := buttons.paying(bill)
	return &markup{inline: buttons}, no
}

// paying adds the button that pays where an invoice has no buttons. It stands
// first there, and nowhere else.
func (k *inlineKeyboard) paying(bill *Invoice) (*inlineKeyboard, *refusal) {
	switch {
	case k != nil && len(k.Rows) > 0:
		return k, k.checkPay(bill != nil)
	case bill != nil:
		return bill.payButton(), nil
	default:
		return k, nil
	}
}

func (k *inlineKeyboard) checkPay(invoice bool) *refusal {
	for i, row := range k.Rows {
		for j, b := range row {
			first := invoice && i == 0 && j == 0
			switch {
			case b.Pay && !first:
				return badRequest("BUTTON_POS_INVALID: a pay button is the first one of an invoice")
			case first && !b.Pay:
				return badRequest("REPLY_MARKUP_BUY_EMPTY: the first button of an invoice must pay")
			}
		}
	}
	return nil
}

// payButton is what an invoice has whose call names no buttons.
func (b *Invoice) payButton() *inlineKeyboard {
	return &inlineKeyboard{Rows: [][]inlineButton{{{Text: "Pay " + amountText(b.Total, b.Currency), Pay: true}}}}
}
