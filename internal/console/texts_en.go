package console

func english() Texts {
	return Texts{
		Lang: "en", BenchTexts: englishBench(), NumbersTexts: englishNumbers(),

		Customers: "Customers", NewCustomer: "New customer", Name: "Name", Language: "Language", Create: "Create", Cancel: "Cancel", Close: "Close",
		FirstNames: "Ada, Ben, Clara, David, Emma, Felix, Grace, Henry",
		Theme:      "Appearance", ThemeAuto: "Auto", ThemeLight: "Light", ThemeDark: "Dark", Unread: "unread", You: "You",
		Real:      "What you write here goes through the whole bot, as it would coming from Telegram.",
		NobodyYet: "Nobody here yet", NobodyYetHint: "Create a customer to talk to the bot.",
		NeedsScript: "This page needs JavaScript. Its scripts come from this server only.", LostConnection: "Connection lost. Trying again …",
		SkipTo: "Go to the message field", ShowCustomers: "Show customers", ChatMenu: "Chat menu", Restart: "Start again (/start)",
		DeepLink: "Start by deep link …", Payload: "What the link carries (letters, digits, _ and -)", Block: "Block the bot", Go: "Start",

		Chat: "Chat", Bot: "Bot", IsBot: "bot", Typing: "typing", WhatCanItDo: "What can this bot do?", Start: "Start",
		Blocked: "You have blocked this bot.", Unblock: "Unblock", Edited: "edited", Latest: "Latest messages",
		Write: "Message", Send: "Send", Attach: "Attach", Commands: "Commands", NoCommands: "The bot lists no commands.",
		ShowKeyboard: "Show or hide the keyboard", ReplyKeyboard: "Suggested answers", Alert: "Notice from the bot",
		PressGoesOn: "waiting for the bot", OpensNew: "opens in a new tab", Copied: "Copied", Reveal: "Show hidden text",
		Contact: "My phone number", Stranger: "Somebody else’s card", Photo: "Photo", Album: "Three photos at once", Voice: "Voice message", Location: "Location", Document: "Document", Video: "Video",
		InReplyTo: "In reply to",

		Pay: "Pay", PayTest: "Test money. Nothing is charged.", Invoice: "Invoice", Receipt: "Receipt", Total: "Total", ShipTo: "Where it goes", Details: "Your details",
		TestAddressLabel: "Test address", OwnAddress: "Another address", Phone: "Phone", Email: "Email", Street: "Street and number", Street2: "Flat, floor",
		PostCode: "Post code", City: "City", Region: "State or region", Country: "Country", GoOn: "Continue", WayOfShipping: "Shipping",
		Tip: "Tip", NoTip: "No tip", OtherTip: "Another tip", YourStars: "You have", Outcome: "What is to happen", OutcomePaid: "It is paid",
		OutcomeTwice: "It is paid, and Telegram says so twice", OutcomeDeclined: "The bank declines the card", OutcomeTooLate: "The bot takes too long to answer", OutcomeHour: "An hour goes by before",
		OutcomeWeek: "Eight days go by before", Paying: "Waiting for the bot …", MoneyPaid: "Paid:", MoneyBack: "Given back:", PassHour: "Let an hour go by",
		PassDay: "Let a day go by", TimePassed: "Time has gone by, for the bot and all its customers.",
		BotRefused: "The bot refused the payment:", BotSilent: "The bot did not answer in time. Nothing was charged.", CardDeclined: "The bank declined the card. Nothing was charged.",
		TooFewStars: "You have too few Stars.", FormIncomplete: "Something is missing in the form.",

		Staff: "As staff …", StaffState: "Your newest order is", StaffNote: "A word to you", StaffSay: "Say so",
		StatePaid: "paid", StatePacked: "packed", StateSent: "on its way", StateDelivered: "delivered", StateCancelled: "cancelled", StateRefunded: "refunded", NoOrder: "There is no order yet.", WrongOrderState: "The newest order cannot become that now.",

		AboutMessage: "What to do with this message", Reply: "Reply", EditMessage: "Edit", Reaction: "Your reaction", Replying: "Reply to", Editing: "Edit",
		LastName: "Last name (not everybody has one)", UserName: "Username (not everybody has one)", ComesBy: "Comes by a deep link that carries (may stay empty)",
		ChangeProfile: "Name and language …", ProfileTitle: "Name and language", Save: "Save", ComeBack: "Come back in a week",

		LoginTitle: "Log in", LoginSecret: "Password or token", LoginGo: "Log in", LoginNote: "Whoever runs this page has set it.",
		LoginWrong: "That is not the password or token of this page.", LoginTooOften: "That was too often. Wait a minute and try again.",
		LoginOver: "You are no longer logged in. Load the page anew.", Logout: "Log out",

		Failed: "That did not work. The bot's log says why.", WrongInput: "That cannot be sent like this.", NotThere: "That is no longer there.",
		TooMany: "There are enough customers for one page.", NoServer: "The bot's server does not answer.",
	}
}
