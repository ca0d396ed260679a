package telegramtest

import (
	"fmt"
	"strings"
)

// stars is the currency that needs no provider.
const stars = "XTR"

// currencies are those that Telegram takes besides Stars.
//
// https://core.telegram.org/bots/payments#supported-currencies
const currencies = " AED AFN ALL AMD ARS AUD AZN BAM BDT BGN BND BOB BRL BYN CAD CHF CLP CNY COP CRC CZK DKK DOP DZD EGP ETB EUR GBP" +
	" GEL GTQ HKD HNL HRK HUF IDR ILS INR ISK JMD JPY KES KGS KRW KZT LBP LKR MAD MDL MNT MUR MVR MXN MYR MZN NGN NIO NOK NPR NZD" +
	" PAB PEN PHP PKR PLN PYG QAR RON RSD RUB SAR SEK SGD THB TJS TRY TTD TWD TZS UAH UGX USD UYU UZS VND YER ZAR "

// whole are the currencies without a smaller unit.
const whole = " CLP ISK JPY KRW PYG UGX VND XTR "

func isCurrency(code string) bool {
	return code == stars || len(code) == 3 && strings.Contains(currencies, " "+code+" ")
}

// amountText writes an amount for a button.
func amountText(amount int64, currency string) string {
	if strings.Contains(whole, " "+currency+" ") {
		return fmt.Sprintf("%d %s", amount, currency)
	}
	return fmt.Sprintf("%d.%02d %s", amount/100, amount%100, currency)
}
