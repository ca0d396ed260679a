package console

func german() Texts {
	return Texts{
		Lang: "de",

		Customers: "Kunden", NewCustomer: "Neuer Kunde", Name: "Name", Language: "Sprache", Create: "Anlegen", Cancel: "Abbrechen", Close: "Schließen",
		FirstNames: "Anna, Ben, Clara, David, Emma, Felix, Greta, Hannes",
		Theme:      "Darstellung", ThemeAuto: "Auto", ThemeLight: "Hell", ThemeDark: "Dunkel", Unread: "ungelesen", You: "Du",
		Real:      "Was du hier schreibst, geht durch den ganzen Bot, so wie es von Telegram käme.",
		NobodyYet: "Noch niemand da", NobodyYetHint: "Lege einen Kunden an, um mit dem Bot zu sprechen.",
		NeedsScript: "Diese Seite braucht JavaScript. Ihre Skripte kommen nur von diesem Server.", LostConnection: "Verbindung verloren. Neuer Versuch …",
		SkipTo: "Zum Eingabefeld", ShowCustomers: "Kunden zeigen", ChatMenu: "Chat-Menü", Restart: "Neu beginnen (/start)",
		DeepLink: "Mit Deeplink beginnen …", Payload: "Was der Link mitbringt (Buchstaben, Ziffern, _ und -)", Block: "Bot blockieren", Go: "Starten",

		Chat: "Chat", Bot: "Bot", IsBot: "Bot", Typing: "schreibt", WhatCanItDo: "Was kann dieser Bot?", Start: "Starten",
		Blocked: "Du hast diesen Bot blockiert.", Unblock: "Freigeben", Edited: "bearbeitet", Latest: "Neueste Nachrichten",
		Write: "Nachricht", Send: "Senden", Attach: "Anhängen", Commands: "Befehle", NoCommands: "Der Bot nennt keine Befehle.",
		ShowKeyboard: "Tastatur ein- oder ausblenden", ReplyKeyboard: "Vorgeschlagene Antworten", Alert: "Hinweis vom Bot",
		PressGoesOn: "wartet auf den Bot", OpensNew: "öffnet einen neuen Tab", Copied: "Kopiert", Reveal: "Verdeckten Text zeigen",
		Contact: "Meine Telefonnummer", Photo: "Foto", Voice: "Sprachnachricht", Location: "Standort", Document: "Dokument", Video: "Video",
		InReplyTo: "Antwort auf",

		Failed: "Das ging nicht. Warum, steht im Log des Bots.", WrongInput: "So lässt sich das nicht senden.", NotThere: "Das gibt es nicht mehr.",
		TooMany: "Das sind genug Kunden für eine Seite.", NoServer: "Der Server des Bots antwortet nicht.",
	}
}
