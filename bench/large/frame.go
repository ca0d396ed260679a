package large

import "strings"

// botFile is bot.yaml. Its texts are marked in the parts below, and stand in it without the marks.
func botFile() string {
	text := strings.NewReplacer("PHRASES", phrases, "PURPOSES", purposes, "DEFAULTS", defaults, "FIELDS", fields).Replace(frame)
	plain := new(builder)
	return plain.translated("", text)
}

const frame = `bot: The large roaster
languages: [en, de, fr]
time_zone: Europe/Berlin
currency: EUR
start: welcome
commands: [subject0, subject1, subject2, subject3, subject4]
fields:
FIELDS
phrases: {PHRASES}
hours: {shop: {mon-fri: 08:00-18:30, sat: 09:00-14:00, holidays: DE-BE}}
defaults:
DEFAULTS
privacy:
  controller: "The large roaster, mail@example.com"
  policy: "https://example.com/privacy"
  purposes: {PURPOSES}
attention: {quiet: 21:00-08:00}
shop:
  tax: {included: true, rates: {default: 19%}}
payments:
  card: {provider: $CARD_TOKEN}
calls:
  parcel: {get: "https://api.example.com/parcels/{{ number }}", token: $API_TOKEN, needs: {number: text}, gives: {arrives: date}, within: 5s, tries: 2}
`

const phrases = `address: «address|7 Garden Street, Berlin»`

const purposes = `advice: «advice|To advise you», orders: «orders|To fulfil your orders», news: {label: «news|News and offers», consent: true}`

const defaults = `  retry: [«|Sorry, I did not get that. {{ hint }}»]
  silence: {after: 20h, remind: [«|We stopped here: {{ question }}»], then: end}
  buttons: [back]
`

const fields = `  brew:
    type: one_of
    label: «brew|How you brew»
    purpose: advice
    fresh_for: 180d
    options: {espresso: «brew.espresso|Espresso», filter: «brew.filter|Filter»}
  favourite: {type: item, of: catalog.goods, label: «favourite|Your coffee», purpose: advice}
  news: {type: consent, label: «news|News and offers», purpose: news}
`

const columns = `goods:
  columns:
    roast: {type: one_of, label: «goods.roast|Roast», options: {light: «goods.roast.light|light», medium: «goods.roast.medium|medium», dark: «goods.roast.dark|dark»}}
    brew: {type: many_of, options: brew}
    organic: {type: yes_no, label: «goods.organic|Organic»}
baristas:
  items:
    - {id: lea, name: «baristas.lea|Lea», text: «baristas.lea|Shows you your own machine.», hours: shop, length: 60m}
`

const welcome = `flow: welcome
title: «title|Start page»
steps:
  - say: «say|Hello {{ contact.first_name ?? 'there' }}!»
  - menu: «menu|What would you like?»
    id: menu
    options:
      first: {label: «menu.first|Find my coffee», jump: flow000}
      nothing: «menu.nothing|Just looking»
`
