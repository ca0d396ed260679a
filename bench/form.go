package bench

import "testing/fstest"

// FormFiles is the folder of a bot that asks for ten fields and remembers them for good, each with its source: who is kept of a customer, beyond one talk.
func FormFiles() fstest.MapFS {
	return fstest.MapFS{"bot.yaml": {Data: []byte(formBotYAML)}, "flows/form.yaml": {Data: []byte(formYAML)}}
}

// FormTalk is what a customer of that bot says: twenty updates, ten of which answer a question.
func FormTalk() []string {
	return []string{
		"/start", "Ann Example",
		"it is my own", "ann@example.com",
		"which one?", "Middle",
		"a few", "8",
		"it depends", "12.50",
		"soon", "3.5.2031",
		"some time", "17:30",
		"perhaps", "yes",
		"very good", "4",
		"With care, please", "Thank you!",
	}
}

const formBotYAML = `
bot: Beans
languages: [en]
time_zone: UTC
currency: EUR
start: form
fields:
  name: text
  email: email
  size: {type: one_of, options: {small: Small, middle: Middle, large: Large}}
  bags: {type: integer, min: 1, max: 20}
  budget: money
  day: date
  time: time
  ground: yes_no
  taste: {type: rating, scale: stars}
  note: text
`

const formYAML = `
flow: form
steps:
  - {ask: name, text: What is your name?}
  - {ask: email, text: "What is your e-mail address, {{ name }}?"}
  - {ask: size, text: Which bag?}
  - {ask: bags, text: How many bags?}
  - {ask: budget, text: What may it cost?}
  - {ask: day, text: When shall it be there?}
  - {ask: time, text: At what time?}
  - {ask: ground, text: Shall we grind it?}
  - {ask: taste, text: How did you like the last one?}
  - {ask: note, text: What else shall we know?}
  - say: "Thank you, {{ name }}."
`
