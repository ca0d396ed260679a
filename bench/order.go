package bench

import (
	"fmt"
	"strconv"
	"testing/fstest"
)

// Files is the bot's folder: six turns, from a name to an order.
func Files() fstest.MapFS {
	return fstest.MapFS{"bot.yaml": {Data: []byte(botYAML)}, "flows/order.yaml": {Data: []byte(orderYAML)}}
}

const botYAML = `
bot: Beans
languages: [en]
time_zone: UTC
currency: EUR
start: order
`

const orderYAML = `
flow: order
fields:
  name: text
  size: {type: one_of, options: {small: Small, middle: Middle, large: Large}}
  bags: {type: integer, min: 1, max: 20}
  grams: integer
steps:
  - ask: name
    text: What is your name?
  - ask: size
    text: "Which bag, {{ name }}?"
  - ask: bags
    text: How many bags?
    retry: [Please a number of bags.]
  - set: {grams: "bags * (size == 'small' ? 250 : size == 'middle' ? 500 : 1000)"}
  - menu: "For {{ name }} I recommend {{ grams }} g. Shall I note it?"
    id: confirm
    options: {take: Yes please, leave: No thanks}
  - say: "Noted, {{ name }}: {{ bags }} x {{ size }}."
`

// What is said in the talk.
const (
	AskName  = "What is your name?"
	AskBags  = "How many bags?"
	AskAgain = "Please a number of bags."
	Yes      = "Yes please"
	No       = "No thanks"
)

// AskSize asks for the size of the bags.
func AskSize(name string) string { return "Which bag, " + name + "?" }

// Advice is what is recommended: a number of grams.
func Advice(name, size string, bags int) string {
	return fmt.Sprintf("For %s I recommend %s g. Shall I note it?", name, thousands(bags*grams(size)))
}

// Noted ends the talk.
func Noted(name, size string, bags int) string {
	return fmt.Sprintf("Noted, %s: %d x %s.", name, bags, size)
}

func grams(size string) int {
	switch size {
	case "Small":
		return 250
	case "Middle":
		return 500
	}
	return 1000
}

func thousands(n int) string {
	if n < 10_000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}
