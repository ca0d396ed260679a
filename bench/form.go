package bench

import "testing/fstest"

// FormFiles is the folder of a bot with the talk of [Files], and a form of ten fields that it remembers for good, each with its source: what is kept of a customer
// beyond one talk.
func FormFiles() fstest.MapFS {
	files := Files()
	files["bot.yaml"] = &fstest.MapFile{Data: []byte(botYAML + formFieldsYAML)}
	files["flows/form.yaml"] = &fstest.MapFile{Data: []byte(formYAML)}
	return files
}

// FormTalk is what a customer of that bot says: twenty updates, ten of which answer a question.
func FormTalk() []string {
	return []string{
		"/form", "Ann Example",
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

const formFieldsYAML = `
fields:
  whole_name: text
  email: email
  pack: {type: one_of, options: {small: Small, middle: Middle, large: Large}}
  packs: {type: integer, min: 1, max: 20}
  budget: money
  day: date
  time: time
  ground: yes_no
  taste: {type: rating, scale: stars}
  note: text
`

const formYAML = `
flow: form
start: {command: form}
steps:
  - {ask: whole_name, text: What is your name?}
  - {ask: email, text: "What is your e-mail address, {{ whole_name }}?"}
  - {ask: pack, text: Which bag?}
  - {ask: packs, text: How many bags?}
  - {ask: budget, text: What may it cost?}
  - {ask: day, text: When shall it be there?}
  - {ask: time, text: At what time?}
  - {ask: ground, text: Shall we grind it?}
  - {ask: taste, text: How did you like the last one?}
  - {ask: note, text: What else shall we know?}
  - say: "Thank you, {{ whole_name }}."
`
