package console

func french() Texts {
	return Texts{
		Lang: "fr", BenchTexts: frenchBench(), NumbersTexts: frenchNumbers(),

		Customers: "Clients", NewCustomer: "Nouveau client", Name: "Nom", Language: "Langue", Create: "Créer", Cancel: "Annuler", Close: "Fermer",
		FirstNames: "Alice, Basile, Chloé, Denis, Emma, Félix, Gaëlle, Hugo",
		Theme:      "Apparence", ThemeAuto: "Auto", ThemeLight: "Clair", ThemeDark: "Sombre", Unread: "non lus", You: "Vous",
		Real:      "Ce que vous écrivez ici traverse tout le bot, comme si cela venait de Telegram.",
		NobodyYet: "Personne pour l’instant", NobodyYetHint: "Créez un client pour parler au bot.",
		NeedsScript: "Cette page a besoin de JavaScript. Ses scripts ne viennent que de ce serveur.", LostConnection: "Connexion perdue. Nouvel essai…",
		SkipTo: "Aller au champ de message", ShowCustomers: "Afficher les clients", ChatMenu: "Menu du chat", Restart: "Recommencer (/start)",
		DeepLink: "Démarrer par un lien profond…", Payload: "Ce que porte le lien (lettres, chiffres, _ et -)", Block: "Bloquer le bot", Go: "Démarrer",

		Chat: "Chat", Bot: "Bot", IsBot: "bot", Typing: "écrit", WhatCanItDo: "Que sait faire ce bot ?", Start: "Démarrer",
		Blocked: "Vous avez bloqué ce bot.", Unblock: "Débloquer", Edited: "modifié", Latest: "Derniers messages",
		Write: "Message", Send: "Envoyer", Attach: "Joindre", Commands: "Commandes", NoCommands: "Le bot n’indique aucune commande.",
		ShowKeyboard: "Afficher ou masquer le clavier", ReplyKeyboard: "Réponses proposées", Alert: "Message du bot",
		PressGoesOn: "en attente du bot", OpensNew: "s’ouvre dans un nouvel onglet", Copied: "Copié", Reveal: "Afficher le texte masqué",
		Contact: "Mon numéro de téléphone", Stranger: "La fiche de quelqu’un d’autre", Photo: "Photo", Album: "Trois photos à la fois", Voice: "Message vocal", Location: "Position", Document: "Document", Video: "Vidéo",
		InReplyTo: "En réponse à",

		Pay: "Payer", PayTest: "Argent fictif. Rien n’est débité.", Invoice: "Facture", Receipt: "Reçu", Total: "Total", ShipTo: "Adresse de livraison", Details: "Vos coordonnées",
		TestAddressLabel: "Adresse de test", OwnAddress: "Autre adresse", Phone: "Téléphone", Email: "E-mail", Street: "Rue et numéro", Street2: "Appartement, étage",
		PostCode: "Code postal", City: "Ville", Region: "Région", Country: "Pays", GoOn: "Continuer", WayOfShipping: "Livraison",
		Tip: "Pourboire", NoTip: "Sans pourboire", OtherTip: "Autre pourboire", YourStars: "Vous avez", Outcome: "Ce qui doit se passer", OutcomePaid: "Le paiement passe",
		OutcomeTwice: "C’est payé, et Telegram le dit deux fois", OutcomeDeclined: "La banque refuse la carte", OutcomeTooLate: "Le bot répond trop tard", OutcomeHour: "Une heure passe avant",
		OutcomeWeek: "Huit jours passent avant", Paying: "En attente du bot…", MoneyPaid: "Payé :", MoneyBack: "Remboursé :", PassHour: "Laisser passer une heure",
		PassDay: "Laisser passer un jour", TimePassed: "Le temps a passé, pour le bot et tous ses clients.",
		BotRefused: "Le bot a refusé le paiement :", BotSilent: "Le bot n’a pas répondu à temps. Rien n’a été débité.", CardDeclined: "La banque a refusé la carte. Rien n’a été débité.",
		TooFewStars: "Vous n’avez pas assez d’étoiles.", FormIncomplete: "Il manque quelque chose dans le formulaire.",

		Staff: "Côté équipe…", StaffState: "Votre dernière commande est", StaffNote: "Un mot pour vous", StaffSay: "Annoncer",
		StatePaid: "payée", StatePacked: "emballée", StateSent: "en route", StateDelivered: "livrée", StateCancelled: "annulée", StateRefunded: "remboursée", NoOrder: "Il n’y a pas encore de commande.", WrongOrderState: "La dernière commande ne peut pas devenir cela maintenant.",

		AboutMessage: "Que faire de ce message", Reply: "Répondre", EditMessage: "Modifier", Reaction: "Votre réaction", Replying: "Réponse à", Editing: "Modifier",
		LastName: "Nom (tout le monde n’en a pas)", UserName: "Nom d’utilisateur (tout le monde n’en a pas)", ComesBy: "Arrive par un lien qui porte (peut rester vide)",
		ChangeProfile: "Nom et langue…", ProfileTitle: "Nom et langue", Save: "Enregistrer", ComeBack: "Revenir dans une semaine",

		LoginTitle: "Se connecter", LoginSecret: "Mot de passe ou jeton", LoginGo: "Se connecter", LoginNote: "La personne qui gère cette page l’a choisi.",
		LoginWrong: "Ce n’est pas le mot de passe ou le jeton de cette page.", LoginTooOften: "Trop d’essais. Attendez une minute et réessayez.",
		LoginOver: "Vous n’êtes plus connecté. Rechargez la page.", Logout: "Se déconnecter",

		Failed: "Cela n’a pas marché. Le journal du bot dit pourquoi.", WrongInput: "Cela ne peut pas être envoyé ainsi.", NotThere: "Cela n’existe plus.",
		TooMany: "Il y a assez de clients pour une page.", NoServer: "Le serveur du bot ne répond pas.",
	}
}
