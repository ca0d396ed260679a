package console_test

import (
	"strings"

	"repartee/internal/console"
)

func coffeeAbout() console.About {
	return console.About{
		Description: "Bean & Leaf roasts coffee in Berlin.\nI help you find the right one.",
		Commands: []console.Command{
			{Name: "advice", Description: "Find the right coffee"},
			{Name: "shop", Description: "Order coffee"},
			{Name: "help", Description: "What I can do"},
		},
	}
}

// coffee is a bot that shows each thing a phone can show.
func coffee(p *fakePhone, did string) {
	p.emit(console.Event{Kind: console.ActionShown, Action: "typing"})
	deed, rest, _ := strings.Cut(did, " ")
	switch {
	case deed == "start":
		welcome(p)
	case did == "press brew":
		p.emit(console.Event{Kind: console.PressAnswered, Text: "Filter it is"})
		p.write(console.Message{ID: 2, Text: "How do you brew at home?", Buttons: [][]console.Button{{{Text: "✓ Filter", Data: "brew"}}}})
		p.write(console.Message{Text: "Up to how much per bag? Write a number, or /skip it."})
	case did == "press alert":
		p.emit(console.Event{Kind: console.PressAnswered, Text: "We are closed today.", Alert: true})
	case did == "press slow":
		// The answer comes when the test says so.
	case did == "say 12":
		p.write(console.Message{Text: "And your number, please?"})
		p.keyboard(&console.Keyboard{
			Rows:        [][]console.Key{{{Text: "Share my number", Shares: console.Contact}}, {{Text: "Rather not"}, {Text: "Later"}}},
			Placeholder: "+49 …",
		})
	case did == "say cards":
		for _, caption := range []string{"Three of ours.", "", ""} {
			p.write(console.Message{Media: "photo", File: "photo", Album: "album", Text: caption})
		}
		p.write(console.Message{Media: "photo", File: "photo", Edited: true, Text: "Crema Roma, 12.90 €", Buttons: [][]console.Button{
			{{Text: "‹", Data: "back"}, {Text: "2/5", Data: "here"}, {Text: "›", Data: "on"}}, {{Text: "Take this one", Data: "take"}},
		}})
	case deed == "contact" || did == "say Rather not":
		p.keyboard(nil)
		p.write(console.Message{Text: "Thank you!", ReplyTo: int64(len(p.Messages()))})
	case deed == "say":
		p.write(console.Message{Text: "You said: " + rest})
	default:
		p.write(console.Message{Text: "Got it: " + did})
	}
}

func welcome(p *fakePhone) {
	text := "How do you brew at home? Grind and roast depend on it. See bean-leaf.example for more, or /help."
	p.write(console.Message{
		Text: text,
		Entities: []console.Entity{
			{Type: "bold", Offset: 0, Length: 24}, {Type: "italic", Offset: 25, Length: 5},
			{Type: "text_link", Offset: strings.Index(text, "bean"), Length: 17, URL: "https://bean-leaf.example/"},
		},
		Buttons: [][]console.Button{
			{{Text: "Espresso machine", Data: "alert"}, {Text: "Filter", Data: "brew"}},
			{{Text: "French press", Data: "slow"}},
			{{Text: "Our shop", URL: "https://bean-leaf.example/shop"}, {Text: "Today's offer", URL: "https://t.me/bean_bot?start=adv_7"}},
		},
	})
}
