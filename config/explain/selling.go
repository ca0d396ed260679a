package explain

// sellingPages are about prices, goods, payments and calls.
func sellingPages() []Page {
	const wrongSum = "Customers would be asked for another sum than you mean."
	return []Page{
		{
			Code: "bad-amount",
			What: "An amount is not written as `4.90`, in the bot's currency and with no more decimals than that has.",
			Why:  wrongSum,
			Mend: "Write it with a point and without the sign of the currency.",
		},
		{
			Code: "bad-call",
			What: "A call that tells the price of a way of shipping gives `price: money`, and needs nothing that is not known of an order.",
			Why:  "The price of shipping could not be told.",
			Mend: "Write `gives: {price: money}` at the call.",
		},
		{
			Code: "bad-country",
			What: "A country is not written with its two letters.",
			Why:  "Nobody's address would fit it.",
			Mend: "Write DE, AT, FR.",
		},
		{
			Code: "bad-currency",
			What: "A currency is not written with its three capitals, or is none of a shop.",
			Why:  wrongSum,
			Mend: "Write EUR, CHF, USD.",
		},
		{
			Code: "bad-date",
			What: "A day is not written as `2026-12-31`, or the last one lies before the first.",
			Why:  "The voucher would never count, or for ever.",
			Mend: "Write year, month and day so.",
		},
		{
			Code: "bad-price",
			What: "A price is below 0.",
			Why:  wrongSum,
			Mend: "Write 0 or more; what is taken off is a voucher.",
		},
		{
			Code: "bad-share",
			What: "A part of a price, or a rate of tax, is not written as `19%`.",
			Why:  wrongSum,
			Mend: "Write a number and a percent sign.",
		},
		{
			Code: "bad-stock",
			What: "A stock is less than 0.",
			Why:  "The item could not be sold, or without end.",
			Mend: "Write 0 or more, or leave it empty where it never runs out.",
		},
		{
			Code: "bad-tips",
			What: "Tips do not rise from the least to the greatest, or one is above `max_tip`.",
			Why:  "Telegram refuses the invoice.",
			Mend: "Put them in order.",
		},
		{
			Code: "bad-uses",
			What: "How often a voucher can be used is not written `100`, `1 per customer`, or both with a comma.",
			Why:  "It could be used without end.",
			Mend: "Write it so.",
		},
		{
			Code: "digital-in-money",
			What: "Telegram lets digital goods be paid in Stars only.",
			Why:  "Telegram may close the bot, and on iPhones the payment fails.",
			Mend: "Write the price as `250 XTR`, and `stars: {}` under `payments`.",
		},
		{
			Code: "goods-in-stars",
			What: "Telegram Stars pay for digital goods only.",
			Why:  "Telegram may close the bot.",
			Mend: "Write the price in the bot's currency, and pay it by another way.",
		},
		{
			Code: "mixed-currencies",
			What: "An item and its variants have prices in more than one currency.",
			Why:  "The cart could not be added up.",
			Mend: "Keep one currency for an item.",
		},
		{
			Code: "no-payment",
			What: "Something is sold that `bot.yaml` has no way to pay for.",
			Why:  "Customers fill a cart that they cannot pay.",
			Mend: "List a way under `payments`, as `card: {provider: $CARD_TOKEN}`.",
		},
		{
			Code: "no-price",
			What: "A variant has neither a price of its own nor one of its item.",
			Why:  "It could not be sold.",
			Mend: "Write the price at the variant or at the item.",
		},
		{
			Code: "no-shipping",
			What: "Goods with a weight are sent, and `shop` lists no way of shipping.",
			Why:  "Customers pay and nobody has asked where to.",
			Mend: "List a way under `shop: shipping`.",
		},
		{
			Code: "no-tax",
			What: "An item names no rate of tax and there is no `default`, so it is not taxed.",
			Why:  "The receipt is wrong, and the tax is yours to pay.",
			Mend: "Write `tax: rates: {default: 19%}`.",
		},
		{
			Code: "no-way",
			What: "A payment has neither a provider nor a text; only `stars` may.",
			Why:  "Customers would not learn how to pay.",
			Mend: "Write `provider: $NAME`, or `text:` with what they are to do.",
		},
		{
			Code: "not-bookable",
			What: "Only items of a catalog that have `hours` and a `length` have times to book.",
			Why:  "Customers would never find a free time.",
			Mend: "Write `hours: shop` and `length: 30m` at the item.",
		},
		{
			Code: "not-digital",
			What: "What only buyers of digital goods get is written at an item that is none.",
			Why:  "Nobody would get it.",
			Mend: "Write `digital: yes` at the item, or take it out.",
		},
		{
			Code: "nothing-given",
			What: "Who buys a digital item gets a file, a link or a code; this one gives none.",
			Why:  "Customers pay and get nothing.",
			Mend: "Write `file:`, `link:` or `code:` at the item.",
		},
		{
			Code: "open-address",
			What: "A value would say to which host a call goes.",
			Why:  "A customer could have your token sent to another server.",
			Mend: "Write the host out, and the value behind it.",
		},
		{
			Code: "open-secret",
			What: "A token stands in the file; it belongs into the environment.",
			Why:  "Whoever reads the file, or its history, can take money in your name.",
			Mend: "Write `$CARD_TOKEN`, set it in the environment, and have the token replaced by its provider.",
		},
		{
			Code: "tip-unused",
			What: "Only a payment with a provider can have tips, or ask for a name, a phone number or an email address.",
			Why:  "Nobody is asked.",
			Mend: "Take it out, or write `provider:`.",
		},
		{
			Code: "too-many-tips",
			What: "Telegram takes four tips at most.",
			Why:  "Telegram refuses the invoice.",
			Mend: "Keep four of them.",
		},
	}
}
