package console

func french() Texts {
	return Texts{
		Lang: "fr",

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
		Contact: "Mon numéro de téléphone", Photo: "Photo", Voice: "Message vocal", Location: "Position", Document: "Document", Video: "Vidéo",
		InReplyTo: "En réponse à",

		Failed: "Cela n’a pas marché. Le journal du bot dit pourquoi.", WrongInput: "Cela ne peut pas être envoyé ainsi.", NotThere: "Cela n’existe plus.",
		TooMany: "Il y a assez de clients pour une page.", NoServer: "Le serveur du bot ne répond pas.",
	}
}
