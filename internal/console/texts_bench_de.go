package console

func germanBench() BenchTexts {
	return BenchTexts{
		FilesLoading: "Die Dateien werden gelesen …", FilesGood: "Keine Befunde", TalkDeeds: "Dieses Gespräch", Undo: "Zurücknehmen", Undone: "Zurückgenommen.",
		Again: "Neu beginnen", AgainAsk: "Alle Kunden und alles, was sie getan haben, werden zurückgenommen. Die Dateien bleiben, wie sie sind.",
		SaveTalk: "Als Test sichern", SaveTalkText: "Was dieser Kunde getan und der Bot geantwortet hat, wird zu einem Test: einer Datei im Ordner talks.",
		TalkName: "Name des Tests", TalkNameForm: "Kleine Buchstaben ohne Umlaute, Ziffern, _ und -", Save: "Sichern", TalkSaved: "Der Test ist gesichert", RunTalk: "Dieser Befehl führt ihn aus:",
		StateLink: "Link zu diesem Stand", StateLinkText: "Wer diesen Link öffnet, solange der Bot hier läuft, sieht alle diese Gespräche wieder, gespielt mit den Dateien, wie sie dann sind.",
		Link: "Link", Copy: "Kopieren", ReturnTitle: "Zum Stand dieses Links gehen?", ReturnText: "Die Gespräche, die jetzt auf den Telefonen sind, werden zurückgenommen.",
		Return: "Dorthin gehen", ReturnNot: "Hier bleiben", Returned: "Das sind die Gespräche des Links.", Views: "Ansichten", PhoneView: "Telefon", BuiltIn: "eingebaut",

		Findings: "Befunde", LastGood: "Diese Dateien sind so noch nicht zu gebrauchen. Am Telefon antwortet die letzte Fassung ohne Fehler.",
		NoFindings: "An den Dateien ist nichts auszusetzen.", Checking: "Die Regeln von check sehen noch nach …",
		Error: "Fehler", Warning: "Warnung", ShowOnMap: "Auf der Karte zeigen", PartedTitle: "Wo Gespräche jetzt anders verlaufen", TurnNamed: "Zug {n}:",
		Before: "Vorher", After: "Jetzt", ErrorsOne: "1 Fehler", ErrorsMany: "{n} Fehler", WarningsOne: "1 Warnung", WarningsMany: "{n} Warnungen",
		PartedOne: "1 Gespräch anders", PartedMany: "{n} Gespräche anders", LostOne: "Ein späterer Schritt des Kunden ist nicht mehr möglich.",
		LostMany: "{n} spätere Schritte des Kunden sind nicht mehr möglich.",

		Map: "Karte", Flow: "Ablauf", WholeBot: "Der ganze Bot", Follow: "Folgen", FollowTalk: "Dem Gespräch folgen", Search: "Suchen", SearchMap: "In diesem Ablauf suchen",
		NoHits: "keine", Zoom: "Größe", ZoomIn: "Größer", ZoomOut: "Kleiner", ZoomFit: "Alles zeigen", StepsOne: "1 Schritt", StepsMany: "{n} Schritte", StepTexts: "Texte", Source: "Zeilen der Datei",
		Fold: "Was folgt, einklappen", Unfold: "Ausklappen", ShowFlow: "Ablauf {name} zeigen", IsOpen: "hier steht das Gespräch", IsPassed: "das Gespräch kam vorbei", NotReached: "noch nicht erreicht",

		Inspector: "Einblick", InspectorEmpty: "Sobald ein Kunde spricht, steht hier, was der Bot von ihm weiß und warum er so antwortet.",
		OpenNow: "Wo das Gespräch steht", OpenQuestion: "Frage", OpenFlows: "Abläufe", NothingOpen: "nichts ist offen", Time: "Zeit", AnHour: "+1 Std.", ADay: "+1 Tag",
		NoDue: "Nichts kommt von selbst.", Fire: "Geschehen lassen", Answers: "Antworten", NoFields: "Noch ist nichts bekannt.", Unknown: "unbekannt", ThisRun: "in diesem Durchlauf",
		Turns: "Züge", NoTurns: "Noch ist nichts geschehen.", Decisions: "Entscheidungen", Events: "Ereignisse", Calls: "Aufrufe an Telegram", Held: "trifft zu", NotHeld: "trifft nicht zu", Session: "Sitzung als JSON",

		DueReminder: "Erinnerung {n}, wenn niemand antwortet", DueGivenUp: "Die Frage wird aufgegeben, wenn niemand antwortet", DueWait: "Die Wartezeit ist um", DueJob: "Die Zeit für einen Aufruf ist um", DueWork: "Bestellung {name}: der nächste Versuch", DueOrder: "Der Bot sieht nach Bestellung {name}", DueAppointment: "Erinnerung an den Termin ({name})", DueCart: "Erinnerung an den Warenkorb", DueForgotten: "Eine Antwort wird vergessen",
		HowTyped: "geschrieben", HowPressed: "gedrückt", HowShared: "geteilt", HowSent: "geschickt", HowNear: "ungefähr geschrieben und bestätigt", HowGuessed: "geschrieben; ein Modell wählte die Bedeutung", HowWorked: "errechnet",

		EventWords: germanEvents(), Nth: "Nr. {n}",
	}
}
