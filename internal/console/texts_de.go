package console

func german() Texts {
	return Texts{
		Lang: "de", BenchTexts: germanBench(), NumbersTexts: germanNumbers(),

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
		Contact: "Meine Telefonnummer", Stranger: "Karte von jemand anderem", Photo: "Foto", Album: "Drei Fotos auf einmal", Voice: "Sprachnachricht", Location: "Standort", Document: "Dokument", Video: "Video",
		InReplyTo: "Antwort auf",

		Pay: "Bezahlen", PayTest: "Testgeld. Es wird nichts abgebucht.", Invoice: "Rechnung", Receipt: "Quittung", Total: "Summe", ShipTo: "Wohin es geht", Details: "Deine Angaben",
		TestAddressLabel: "Testadresse", OwnAddress: "Andere Adresse", Phone: "Telefon", Email: "E-Mail", Street: "Straße und Hausnummer", Street2: "Wohnung, Stock",
		PostCode: "Postleitzahl", City: "Ort", Region: "Bundesland oder Region", Country: "Land", GoOn: "Weiter", WayOfShipping: "Versand",
		Tip: "Trinkgeld", NoTip: "Kein Trinkgeld", OtherTip: "Anderes Trinkgeld", YourStars: "Du hast", Outcome: "Was geschehen soll", OutcomePaid: "Es wird bezahlt",
		OutcomeTwice: "Es ist bezahlt, und Telegram sagt es zweimal", OutcomeDeclined: "Die Bank lehnt die Karte ab", OutcomeTooLate: "Der Bot braucht zu lange", OutcomeHour: "Vorher vergeht eine Stunde",
		OutcomeWeek: "Vorher vergehen acht Tage", Paying: "Warten auf den Bot …", MoneyPaid: "Bezahlt:", MoneyBack: "Zurückgegeben:", PassHour: "Eine Stunde vergehen lassen",
		PassDay: "Einen Tag vergehen lassen", TimePassed: "Die Zeit ist vergangen, für den Bot und alle Kunden.",
		BotRefused: "Der Bot hat die Zahlung abgelehnt:", BotSilent: "Der Bot hat nicht rechtzeitig geantwortet. Es wurde nichts abgebucht.", CardDeclined: "Die Bank hat die Karte abgelehnt. Es wurde nichts abgebucht.",
		TooFewStars: "Du hast zu wenige Sterne.", FormIncomplete: "Im Formular fehlt etwas.",

		Staff: "Als Personal …", StaffState: "Deine neueste Bestellung ist", StaffNote: "Ein Wort an dich", StaffSay: "Melden",
		StatePaid: "bezahlt", StatePacked: "gepackt", StateSent: "unterwegs", StateDelivered: "angekommen", StateCancelled: "storniert", StateRefunded: "erstattet", NoOrder: "Es gibt noch keine Bestellung.", WrongOrderState: "Das kann die neueste Bestellung jetzt nicht werden.",

		AboutMessage: "Was tun mit dieser Nachricht", Reply: "Antworten", EditMessage: "Bearbeiten", Reaction: "Deine Reaktion", Replying: "Antwort auf", Editing: "Bearbeiten",
		LastName: "Nachname (nicht alle haben einen)", UserName: "Nutzername (nicht alle haben einen)", ComesBy: "Kommt über einen Deep Link mit (kann leer bleiben)",
		ChangeProfile: "Name und Sprache …", ProfileTitle: "Name und Sprache", Save: "Speichern", ComeBack: "In einer Woche wiederkommen",

		LoginTitle: "Anmelden", LoginSecret: "Passwort oder Token", LoginGo: "Anmelden", LoginNote: "Wer diese Seite betreibt, hat es festgelegt.",
		LoginWrong: "Das ist nicht das Passwort oder Token dieser Seite.", LoginTooOften: "Das war zu oft. Warte eine Minute und versuche es noch einmal.",
		LoginOver: "Du bist nicht mehr angemeldet. Lade die Seite neu.", Logout: "Abmelden",

		Failed: "Das ging nicht. Warum, steht im Log des Bots.", WrongInput: "So lässt sich das nicht senden.", NotThere: "Das gibt es nicht mehr.",
		TooMany: "Das sind genug Kunden für eine Seite.", NoServer: "Der Server des Bots antwortet nicht.",
	}
}
