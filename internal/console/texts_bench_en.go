package console

// BenchTexts are the words of the workbench in one language. {n}, {name} and
// {time} are filled in by the page.
type BenchTexts struct {
	// The bar.
	FilesLoading, FilesGood, TalkDeeds, Undo, Undone, Again, AgainAsk, SaveTalk, SaveTalkText string
	TalkName, TalkNameForm, Save, TalkSaved, RunTalk, StateLink, StateLinkText, Link, Copy    string
	ReturnTitle, ReturnText, Return, ReturnNot, Returned, Views, PhoneView, BuiltIn           string

	// What is wrong with the files, and where talks parted.
	Findings, LastGood, NoFindings, Checking, Error, Warning, ShowOnMap, PartedTitle, TurnNamed, Before, After string
	ErrorsOne, ErrorsMany, WarningsOne, WarningsMany, PartedOne, PartedMany, LostOne, LostMany                 string

	// The map.
	Map, Flow, WholeBot, Follow, FollowTalk, Search, SearchMap, NoHits, Zoom, ZoomIn, ZoomOut, ZoomFit, StepsOne, StepsMany string
	StepTexts, Source, Fold, Unfold, ShowFlow, IsOpen, IsPassed, NotReached                                                 string

	// The inspector.
	Inspector, InspectorEmpty, OpenNow, OpenQuestion, OpenFlows, NothingOpen, Time, AnHour, ADay, NoDue, Fire string
	Answers, NoFields, Unknown, ThisRun, Turns, NoTurns, Decisions, Events, Calls, Held, NotHeld, Session     string

	// What comes by itself, and how answers were given.
	DueReminder, DueGivenUp, DueWait, DueJob, DueWork, DueOrder, DueAppointment, DueCart, DueForgotten string
	HowTyped, HowPressed, HowShared, HowSent, HowNear, HowGuessed, HowWorked                           string

	// What happened in a turn, and which entry of a list was gone by.
	EventWords EventTexts
	Nth        string
}

func englishBench() BenchTexts {
	return BenchTexts{
		FilesLoading: "Reading the files …", FilesGood: "No findings", TalkDeeds: "This talk", Undo: "Undo", Undone: "Taken back.",
		Again: "Start over", AgainAsk: "All customers and all that they did are taken back. The files stay as they are.",
		SaveTalk: "Save as test", SaveTalkText: "What this customer did and what the bot answered becomes a test: a file in the folder talks.",
		TalkName: "Name of the test", TalkNameForm: "Small letters, digits, _ and -", Save: "Save", TalkSaved: "The test is saved", RunTalk: "It is run by this command:",
		StateLink: "Link to this state", StateLinkText: "Whoever opens this link while the bot runs here sees all these talks again, played on the files as they are then.",
		Link: "Link", Copy: "Copy", ReturnTitle: "Go back to the state of this link?", ReturnText: "The talks that are on the phones now are taken back.",
		Return: "Go there", ReturnNot: "Stay here", Returned: "These are the talks of the link.", Views: "Views", PhoneView: "Phone", BuiltIn: "built in",

		Findings: "Findings", LastGood: "These files cannot be used yet. The phone still talks to the last version without errors.",
		NoFindings: "Nothing is wrong with the files.", Checking: "The rules of check are still looking …",
		Error: "Error", Warning: "Warning", ShowOnMap: "Show on the map", PartedTitle: "Where talks go another way now", TurnNamed: "Turn {n}:",
		Before: "Before", After: "Now", ErrorsOne: "1 error", ErrorsMany: "{n} errors", WarningsOne: "1 warning", WarningsMany: "{n} warnings",
		PartedOne: "1 talk changed", PartedMany: "{n} talks changed", LostOne: "One later step of the customer is no longer possible.",
		LostMany: "{n} later steps of the customer are no longer possible.",

		Map: "Map", Flow: "Flow", WholeBot: "The whole bot", Follow: "Follow", FollowTalk: "Follow the talk", Search: "Search", SearchMap: "Search in this flow",
		NoHits: "none", Zoom: "Zoom", ZoomIn: "Larger", ZoomOut: "Smaller", ZoomFit: "Show all", StepsOne: "1 step", StepsMany: "{n} steps", StepTexts: "Texts", Source: "Lines of the file",
		Fold: "Fold what follows", Unfold: "Unfold", ShowFlow: "Show the flow {name}", IsOpen: "the talk is here", IsPassed: "the talk came by", NotReached: "not reached yet",

		Inspector: "Inspector", InspectorEmpty: "When a customer talks, you see here what the bot knows of them and why it answers as it does.",
		OpenNow: "Where the talk is", OpenQuestion: "Question", OpenFlows: "Flows", NothingOpen: "nothing is open", Time: "Time", AnHour: "+1 h", ADay: "+1 day",
		NoDue: "Nothing comes by itself.", Fire: "Let it happen", Answers: "Answers", NoFields: "Nothing is known yet.", Unknown: "unknown", ThisRun: "in this run of the flow",
		Turns: "Turns", NoTurns: "Nothing has happened yet.", Decisions: "Decisions", Events: "Events", Calls: "Calls to Telegram", Held: "holds", NotHeld: "does not hold", Session: "Session as JSON",

		DueReminder: "Reminder {n}, if nobody answers", DueGivenUp: "The question is given up, if nobody answers", DueWait: "The wait is over", DueJob: "The time for a call is up", DueWork: "Order {name}: the next try", DueOrder: "The bot looks after order {name}", DueAppointment: "Reminder of the appointment ({name})", DueCart: "Reminder of the cart", DueForgotten: "An answer is forgotten",
		HowTyped: "typed", HowPressed: "pressed", HowShared: "shared", HowSent: "sent", HowNear: "typed nearly, and confirmed", HowGuessed: "typed; a model chose the meaning", HowWorked: "worked out",

		EventWords: englishEvents(), Nth: "no. {n}",
	}
}
