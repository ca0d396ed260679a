package console

func frenchBench() BenchTexts {
	return BenchTexts{
		FilesLoading: "Lecture des fichiers…", FilesGood: "Rien à signaler", TalkDeeds: "Cette conversation", Undo: "Annuler", Undone: "C’est annulé.",
		Again: "Recommencer", AgainAsk: "Tous les clients et tout ce qu’ils ont fait sont effacés. Les fichiers restent tels quels.",
		SaveTalk: "Enregistrer comme test", SaveTalkText: "Ce que ce client a fait et ce que le bot a répondu devient un test : un fichier du dossier talks.",
		TalkName: "Nom du test", TalkNameForm: "Minuscules sans accents, chiffres, _ et -", Save: "Enregistrer", TalkSaved: "Le test est enregistré", RunTalk: "Cette commande l’exécute :",
		StateLink: "Lien vers cet état", StateLinkText: "Qui ouvre ce lien pendant que le bot tourne ici revoit toutes ces conversations, rejouées sur les fichiers tels qu’ils sont alors.",
		Link: "Lien", Copy: "Copier", ReturnTitle: "Revenir à l’état de ce lien ?", ReturnText: "Les conversations actuelles des téléphones sont effacées.",
		Return: "Y aller", ReturnNot: "Rester ici", Returned: "Voici les conversations du lien.", Views: "Vues", PhoneView: "Téléphone", BuiltIn: "intégré",

		Findings: "Constats", LastGood: "Ces fichiers ne sont pas encore utilisables. Le téléphone parle toujours avec la dernière version sans erreur.",
		NoFindings: "Rien à redire aux fichiers.", Checking: "Les règles de check regardent encore…",
		Error: "Erreur", Warning: "Avertissement", ShowOnMap: "Montrer sur le plan", PartedTitle: "Là où les conversations changent", TurnNamed: "Tour {n} :",
		Before: "Avant", After: "Maintenant", ErrorsOne: "1 erreur", ErrorsMany: "{n} erreurs", WarningsOne: "1 avertissement", WarningsMany: "{n} avertissements",
		PartedOne: "1 conversation changée", PartedMany: "{n} conversations changées", LostOne: "Une action suivante du client n’est plus possible.",
		LostMany: "{n} actions suivantes du client ne sont plus possibles.",

		Map: "Plan", Flow: "Parcours", WholeBot: "Tout le bot", Follow: "Suivre", FollowTalk: "Suivre la conversation", Search: "Chercher", SearchMap: "Chercher dans ce parcours",
		NoHits: "aucun", Zoom: "Taille", ZoomIn: "Plus grand", ZoomOut: "Plus petit", ZoomFit: "Tout montrer", StepsOne: "1 étape", StepsMany: "{n} étapes", StepTexts: "Textes", Source: "Lignes du fichier",
		Fold: "Replier la suite", Unfold: "Déplier", ShowFlow: "Montrer le parcours {name}", IsOpen: "la conversation est ici", IsPassed: "la conversation est passée ici", NotReached: "pas encore atteint",

		Inspector: "Détails", InspectorEmpty: "Dès qu’un client parle, vous voyez ici ce que le bot sait de lui et pourquoi il répond ainsi.",
		OpenNow: "Où en est la conversation", OpenQuestion: "Question", OpenFlows: "Parcours", NothingOpen: "rien n’est ouvert", Time: "Temps", AnHour: "+1 h", ADay: "+1 jour",
		NoDue: "Rien ne vient tout seul.", Fire: "Laisser arriver", Answers: "Réponses", NoFields: "On ne sait rien encore.", Unknown: "inconnu", ThisRun: "pour ce passage",
		Turns: "Tours", NoTurns: "Rien ne s’est encore passé.", Decisions: "Décisions", Events: "Événements", Calls: "Appels à Telegram", Held: "est vrai", NotHeld: "est faux", Session: "Session en JSON",

		DueReminder: "Rappel {n}, si personne ne répond", DueGivenUp: "La question est abandonnée, si personne ne répond", DueWait: "L’attente est finie", DueJob: "Le délai d’un appel est écoulé", DueWork: "Commande {name} : nouvel essai", DueOrder: "Le bot s’occupe de la commande {name}", DueAppointment: "Rappel du rendez-vous ({name})", DueCart: "Rappel du panier", DueForgotten: "Une réponse est oubliée",
		HowTyped: "écrit", HowPressed: "choisi", HowShared: "partagé", HowSent: "envoyé", HowNear: "écrit à peu près, et confirmé", HowGuessed: "écrit ; un modèle a choisi le sens", HowWorked: "calculé",

		EventWords: frenchEvents(), Nth: "n° {n}",
	}
}
