package shop

import (
	"slices"
	"strings"
)

// payable are the currencies that Telegram takes payments in: https://core.telegram.org/bots/payments#supported-currencies
const payable = "AED AFN ALL AMD ARS AUD AZN BAM BDT BGN BND BOB BRL BYN CAD CHF CLP CNY COP CRC CZK DKK DOP DZD EGP ETB EUR GBP GEL GTQ HKD HNL HRK HUF IDR ILS INR ISK " +
	"JMD JPY KES KGS KRW KZT LBP LKR MAD MDL MNT MUR MVR MXN MYR MZN NGN NIO NOK NPR NZD PAB PEN PHP PKR PLN PYG QAR RON RSD RUB SAR SEK SGD THB TJS TRY TTD TWD TZS UAH " +
	"UGX USD UYU UZS VND YER ZAR " + Stars

// Currencies are the codes of the currencies that Telegram takes payments in, in the order of the alphabet, Telegram Stars last.
func Currencies() []string { return strings.Fields(payable) }

// Payable tells whether Telegram takes payments in the currency.
func Payable(currency string) bool { return slices.Contains(Currencies(), currency) }
