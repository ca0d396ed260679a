package flows

import "maps"

// builtinPhrases are what the bot says of itself, where bot.yaml does not reword it, by language. A language that is not here gets the English text.
var builtinPhrases = merged(talkPhrases, sellingPhrases, stepPhrases)

// phraseNames are the names that a phrase may use beside those of the customer, since only the place that says it knows them.
var phraseNames = merged(talkNames, sellingNames, stepPhraseNames)

func merged[V any](tables ...map[string]V) map[string]V {
	all := map[string]V{}
	for _, table := range tables {
		maps.Copy(all, table)
	}
	return all
}

// talkPhrases are those that every talk may need.

var talkPhrases = map[string]map[string]string{
	"sorry": {
		"en": "Sorry, something went wrong on our side. Please try again in a moment.",
		"de": "Entschuldigung, bei uns ist etwas schiefgegangen. Bitte gleich noch einmal versuchen.",
		"fr": "Désolé, un problème est survenu de notre côté. Merci de réessayer dans un instant.",
	},
	"retry": {
		"en": "Sorry, I did not get that. {{ hint }}",
		"de": "Das habe ich leider nicht verstanden. {{ hint }}",
		"fr": "Je n’ai pas bien compris. {{ hint }}",
	},
	"choose": {
		"en": "Please choose: {{ list }}.",
		"de": "Bitte auswählen: {{ list }}.",
		"fr": "Veuillez choisir : {{ list }}.",
	},
	"choose_button": {
		"en": "Please choose one of the buttons.",
		"de": "Bitte eine der Tasten wählen.",
		"fr": "Merci de choisir avec les boutons.",
	},
	"own_card": {
		"en": "That is somebody else’s contact. Please use the button below to share your own number, or type it.",
		"de": "Das ist der Kontakt einer anderen Person. Bitte die eigene Nummer über die Taste unten teilen oder eintippen.",
		"fr": "C’est le contact d’une autre personne. Merci de partager votre propre numéro avec le bouton ci-dessous ou de le saisir.",
	},
	"noted": {"en": "Thank you, noted.", "de": "Danke, ist notiert.", "fr": "Merci, c’est noté."},
	"returning": {
		"en": "Now, back to where we were:",
		"de": "Nun zurück zu unserer Frage:",
		"fr": "Revenons à notre question :",
	},
	"moved": {
		"en": "Sorry, this has been changed meanwhile. Let us go on from here:",
		"de": "Entschuldigung, das wurde inzwischen geändert. Weiter geht es hier:",
		"fr": "Désolé, cela a été modifié entre-temps. Reprenons ici :",
	},
	"not_understood": {
		"en": "Sorry, I did not get that. Here is what I can do for you:",
		"de": "Das habe ich leider nicht verstanden. Hier steht, was ich tun kann:",
		"fr": "Je n’ai pas bien compris. Voici ce que je peux faire :",
	},
	"unknown_command": {
		"en": "I do not know that command. /help shows what I can do.",
		"de": "Diesen Befehl kenne ich nicht. /help zeigt, was ich kann.",
		"fr": "Je ne connais pas cette commande. /help montre ce que je sais faire.",
	},
	"stale": {
		"en": "This button is from earlier and no longer works.",
		"de": "Diese Taste ist von vorhin und gilt nicht mehr.",
		"fr": "Ce bouton date de tout à l’heure et n’est plus valable.",
	},
	"nothing_back": {
		"en": "There is nothing to go back to.",
		"de": "Weiter zurück geht es nicht.",
		"fr": "Il n’y a rien avant cela.",
	},
	"cancelled":         {"en": "All right, we leave that.", "de": "Gut, das lassen wir.", "fr": "D’accord, on en reste là."},
	"nothing_cancelled": {"en": "There is nothing to cancel.", "de": "Es gibt nichts abzubrechen.", "fr": "Il n’y a rien à annuler."},
	"keep":              {"en": "Keep: {{ answer }}", "de": "Bleibt: {{ answer }}", "fr": "Garder : {{ answer }}"},
	"why":               {"en": "Why?", "de": "Warum?", "fr": "Pourquoi ?"},
	"done":              {"en": "Done", "de": "Fertig", "fr": "Terminé"},
	"yes":               {"en": "Yes", "de": "Ja", "fr": "Oui"},
	"no":                {"en": "No", "de": "Nein", "fr": "Non"},
	"share":             {"en": "📱 Share my number", "de": "📱 Meine Nummer teilen", "fr": "📱 Partager mon numéro"},
	"group": {
		"en": "I talk in private. Please come over:",
		"de": "Ich unterhalte mich im privaten Chat. Bitte hier entlang:",
		"fr": "Je discute en privé. C’est par ici :",
	},
	"group_button": {"en": "Open the chat", "de": "Chat öffnen", "fr": "Ouvrir la discussion"},
	"help": {
		"en": "This is what I can do:\n{{ list }}",
		"de": "Das kann ich:\n{{ list }}",
		"fr": "Voici ce que je sais faire :\n{{ list }}",
	},
	"title_help":     {"en": "Help", "de": "Hilfe", "fr": "Aide"},
	"title_menu":     {"en": "Start page", "de": "Startseite", "fr": "Page d’accueil"},
	"title_back":     {"en": "One question back", "de": "Eine Frage zurück", "fr": "Revenir à la question précédente"},
	"title_cancel":   {"en": "Leave this", "de": "Das hier abbrechen", "fr": "Abandonner"},
	"title_restart":  {"en": "Begin again", "de": "Neu beginnen", "fr": "Recommencer"},
	"title_language": {"en": "Language", "de": "Sprache", "fr": "Langue"},
	"title_privacy":  {"en": "Privacy", "de": "Datenschutz", "fr": "Confidentialité"},
	"title_mydata":   {"en": "What I know of you", "de": "Was hier gespeichert ist", "fr": "Ce que je sais de vous"},
	"title_forget":   {"en": "Erase my data", "de": "Meine Daten löschen", "fr": "Effacer mes données"},
	"title_stop":     {"en": "No more news", "de": "Keine Neuigkeiten mehr", "fr": "Ne plus recevoir de nouvelles"},

	"button_help":     {"en": "Help", "de": "Hilfe", "fr": "Aide"},
	"button_menu":     {"en": "Menu", "de": "Menü", "fr": "Menu"},
	"button_back":     {"en": "Back", "de": "Zurück", "fr": "Retour"},
	"button_cancel":   {"en": "Cancel", "de": "Abbrechen", "fr": "Annuler"},
	"button_restart":  {"en": "Begin again", "de": "Neu beginnen", "fr": "Recommencer"},
	"button_language": {"en": "Language", "de": "Sprache", "fr": "Langue"},
	"button_privacy":  {"en": "Privacy", "de": "Datenschutz", "fr": "Confidentialité"},
	"button_mydata":   {"en": "My data", "de": "Meine Daten", "fr": "Mes données"},
	"button_forget":   {"en": "Erase my data", "de": "Meine Daten löschen", "fr": "Effacer mes données"},
	"button_stop":     {"en": "No more news", "de": "Keine Neuigkeiten", "fr": "Plus de nouvelles"},

	"language_question": {"en": "Which language shall we use?", "de": "Welche Sprache sprechen wir?", "fr": "Quelle langue utilisons-nous ?"},
	"language_set":      {"en": "All right.", "de": "Gut.", "fr": "D’accord."},
	"privacy_controller": {
		"en": "Responsible for your data: {{ answer }}.",
		"de": "Verantwortlich für die Daten: {{ answer }}.",
		"fr": "Responsable de vos données : {{ answer }}.",
	},
	"privacy_kept": {
		"en": "I keep what you tell me here, to go on where we stopped.",
		"de": "Ich behalte, was mir hier gesagt wird, um dort weiterzumachen, wo wir aufgehört haben.",
		"fr": "Je garde ce que vous me dites ici, pour reprendre là où nous en étions.",
	},
	"privacy_purposes": {"en": "It is used for:\n{{ list }}", "de": "Verwendet wird es für:\n{{ list }}", "fr": "C’est utilisé pour :\n{{ list }}"},
	"privacy_policy":   {"en": "The full policy: {{ answer }}", "de": "Die ganze Erklärung: {{ answer }}", "fr": "La politique complète : {{ answer }}"},
	"privacy_rights": {
		"en": "/mydata shows what I know of you, /forget erases it, /stop ends news.",
		"de": "/mydata zeigt, was gespeichert ist, /forget löscht es, /stop beendet Neuigkeiten.",
		"fr": "/mydata montre ce que je sais de vous, /forget l’efface, /stop arrête les nouvelles.",
	},
	"mydata_list":  {"en": "This is what I know of you:\n{{ list }}", "de": "Das ist gespeichert:\n{{ list }}", "fr": "Voici ce que je sais de vous :\n{{ list }}"},
	"mydata_name":  {"en": "Name", "de": "Name", "fr": "Nom"},
	"mydata_since": {"en": "First contact", "de": "Erster Kontakt", "fr": "Premier contact"},
	"mydata_lang":  {"en": "Language", "de": "Sprache", "fr": "Langue"},
	"mydata_tags":  {"en": "Notes", "de": "Vermerke", "fr": "Notes"},
	"mydata_news":  {"en": "News: stopped", "de": "Neuigkeiten: abbestellt", "fr": "Nouvelles : arrêtées"},
	"forget_question": {
		"en": "Shall I erase everything I know of you? This cannot be undone.",
		"de": "Soll ich alles löschen, was hier gespeichert ist? Das lässt sich nicht rückgängig machen.",
		"fr": "Dois-je effacer tout ce que je sais de vous ? C’est irréversible.",
	},
	"forget_done": {
		"en": "Done. Your name, your answers and their sources, notes and consents, where you came from, and the open talks are erased. /start begins anew.",
		"de": "Erledigt. Gelöscht sind der Name, die Antworten und ihre Herkunft, Vermerke und Einwilligungen, der Weg hierher und die offenen Gespräche. /start beginnt von vorn.",
		"fr": "C’est fait. Votre nom, vos réponses et leur origine, les notes et consentements, votre provenance et les discussions en cours sont effacés. /start pour recommencer.",
	},
	"forget_kept": {"en": "All right, nothing is erased.", "de": "Gut, nichts wird gelöscht.", "fr": "D’accord, rien n’est effacé."},
	"stopped": {
		"en": "You will get no more news from us. I still answer whenever you write.",
		"de": "Es kommen keine Neuigkeiten mehr. Auf Nachrichten antworte ich weiterhin.",
		"fr": "Vous ne recevrez plus de nouvelles. Je réponds toujours quand vous écrivez.",
	},
	"remembered": {
		"en": "Last time you told me: {{ answer }}. Is that still right?",
		"de": "Beim letzten Mal war es: {{ answer }}. Stimmt das noch?",
		"fr": "La dernière fois, c’était : {{ answer }}. Est-ce toujours exact ?",
	},
	"change":            {"en": "Change", "de": "Ändern", "fr": "Modifier"},
	"did_you_mean":      {"en": "Did you mean {{ answer }}?", "de": "Ist {{ answer }} gemeint?", "fr": "Voulez-vous dire {{ answer }} ?"},
	"did_you_mean_this": {"en": "Did you mean one of these?", "de": "Ist etwas davon gemeint?", "fr": "Est-ce l’une de ces questions ?"},
	"or_answer":         {"en": "If not: {{ question }}", "de": "Wenn nicht: {{ question }}", "fr": "Sinon : {{ question }}"},
	"one_moment": {
		"en": "One moment, I am still looking that up.",
		"de": "Einen Moment, ich sehe noch nach.",
		"fr": "Un instant, je cherche encore.",
	},
	"reasons_fit":    {"en": "it fits your answers", "de": "das zu den Angaben passt", "fr": "cela correspond à vos réponses"},
	"share_location": {"en": "📍 Share where I am", "de": "📍 Meinen Standort teilen", "fr": "📍 Partager ma position"},

	"choose_item":  {"en": "I take this one", "de": "Das nehme ich", "fr": "Je prends celui-ci"},
	"nothing_fits": {"en": "There is nothing to choose from at the moment.", "de": "Im Moment gibt es nichts zur Auswahl.", "fr": "Il n’y a rien à choisir pour le moment."},
	"page_next":    {"en": "Next", "de": "Weiter", "fr": "Suivant"},
	"year_next":    {"en": "Next year", "de": "Nächstes Jahr", "fr": "L’année suivante"},
	"year_before":  {"en": "Previous year", "de": "Voriges Jahr", "fr": "L’année précédente"},
	"page_before":  {"en": "Previous", "de": "Vorige", "fr": "Précédent"},

	"column_price":  {"en": "Price", "de": "Preis", "fr": "Prix"},
	"column_length": {"en": "Duration", "de": "Dauer", "fr": "Durée"},

	"answer_line":   {"en": "{{ label }}: **{{ answer }}**", "de": "{{ label }}: **{{ answer }}**", "fr": "{{ label }} : **{{ answer }}**"},
	"right":         {"en": "Yes, that is right", "de": "Ja, das stimmt", "fr": "Oui, c’est exact"},
	"change_answer": {"en": "Change: {{ answer }}", "de": "Ändern: {{ answer }}", "fr": "Modifier : {{ answer }}"},
	"review_change": {"en": "What shall be changed?", "de": "Was soll geändert werden?", "fr": "Que faut-il modifier ?"},
	"share_thanks":  {"en": "Thank you for telling others.", "de": "Danke fürs Weitersagen.", "fr": "Merci d’en parler autour de vous."},

	"title_mydata_change":  {"en": "Correct or delete my data", "de": "Daten berichtigen oder löschen", "fr": "Corriger ou supprimer mes données"},
	"title_mydata_export":  {"en": "My data as a file", "de": "Meine Daten als Datei", "fr": "Mes données dans un fichier"},
	"title_consents":       {"en": "Take back a consent", "de": "Einwilligung zurücknehmen", "fr": "Retirer un consentement"},
	"button_mydata_change": {"en": "Correct or delete", "de": "Berichtigen oder löschen", "fr": "Corriger ou supprimer"},
	"button_mydata_export": {"en": "As a file", "de": "Als Datei", "fr": "En fichier"},
	"button_consents":      {"en": "Take back a consent", "de": "Einwilligung zurücknehmen", "fr": "Retirer un consentement"},

	"mydata_orders":   {"en": "Orders", "de": "Bestellungen", "fr": "Commandes"},
	"mydata_nothing":  {"en": "There is no answer of yours to change.", "de": "Es ist keine Antwort gespeichert, die sich ändern ließe.", "fr": "Il n’y a aucune réponse à modifier."},
	"mydata_which":    {"en": "Which answer is it about?", "de": "Um welche Antwort geht es?", "fr": "De quelle réponse s’agit-il ?"},
	"mydata_change":   {"en": "Change", "de": "Ändern", "fr": "Modifier"},
	"mydata_delete":   {"en": "Delete", "de": "Löschen", "fr": "Supprimer"},
	"mydata_deleted":  {"en": "Deleted: {{ answer }}.", "de": "Gelöscht: {{ answer }}.", "fr": "Supprimé : {{ answer }}."},
	"mydata_treat":    {"en": "What shall be done with it?", "de": "Was soll damit geschehen?", "fr": "Que faut-il en faire ?"},
	"mydata_question": {"en": "What is right?", "de": "Was ist richtig?", "fr": "Quelle est la bonne réponse ?"},
	"mydata_when":     {"en": "Noted on {{ answer }}", "de": "Notiert am {{ answer }}", "fr": "Noté le {{ answer }}"},
	"mydata_where":    {"en": "Where: {{ answer }}", "de": "Wo: {{ answer }}", "fr": "Où : {{ answer }}"},
	"mydata_words":    {"en": "In the words: {{ answer }}", "de": "Mit den Worten: {{ answer }}", "fr": "Avec les mots : {{ answer }}"},
	"mydata_purpose":  {"en": "Kept for: {{ answer }}", "de": "Wofür: {{ answer }}", "fr": "Conservé pour : {{ answer }}"},
	"export_done":     {"en": "This is all that is kept of you, as a file that programs can read.", "de": "Das ist alles, was gespeichert ist, als Datei, die Programme lesen können.", "fr": "Voici tout ce qui est conservé, dans un fichier lisible par des programmes."},
	"export_failed": {
		"en": "That is too much for one file here. Please ask the address that /privacy names.",
		"de": "Das ist hier zu viel für eine Datei. Bitte an die Adresse wenden, die /privacy nennt.",
		"fr": "C’est trop pour un seul fichier ici. Merci de vous adresser au contact indiqué par /privacy.",
	},

	"privacy_consents": {"en": "You have agreed to:\n{{ list }}", "de": "Eingewilligt wurde in:\n{{ list }}", "fr": "Vous avez consenti à :\n{{ list }}"},
	"consents_none":    {"en": "There is no consent to take back.", "de": "Es gibt keine Einwilligung zurückzunehmen.", "fr": "Il n’y a aucun consentement à retirer."},
	"consents_which":   {"en": "Which consent is taken back?", "de": "Welche Einwilligung wird zurückgenommen?", "fr": "Quel consentement faut-il retirer ?"},
	"consents_back":    {"en": "Taken back: {{ answer }}.", "de": "Zurückgenommen: {{ answer }}.", "fr": "Consentement retiré : {{ answer }}."},
	"forget_erased": {
		"en": "This would be erased: your name, your answers and their sources, notes and consents, where you came from, and the talks that are open.",
		"de": "Das würde gelöscht: der Name, die Antworten und ihre Herkunft, Vermerke und Einwilligungen, der Weg hierher und die offenen Gespräche.",
		"fr": "Voici ce qui serait effacé : votre nom, vos réponses et leur origine, les notes et consentements, votre provenance et les discussions en cours.",
	},
	"forget_stays": {
		"en": "This would stay: numbers that tell nobody’s name, and the messages in this chat, which you can delete yourself in Telegram.",
		"de": "Das bliebe: Zahlen, die niemanden erkennen lassen, und die Nachrichten in diesem Chat, die sich in Telegram selbst löschen lassen.",
		"fr": "Ce qui resterait : des chiffres qui ne révèlent personne et les messages de cette discussion, que vous pouvez supprimer vous-même dans Telegram.",
	},
}

// talkNames are what talkPhrases may use; see phraseNames.
var talkNames = map[string][]string{
	"retry": {"hint", "question"}, "choose": {"list"}, "help": {"list"}, "keep": {"answer"},
	"privacy_controller": {"answer"}, "privacy_purposes": {"list"}, "privacy_policy": {"answer"}, "mydata_list": {"list"},
	"remembered": {"answer"}, "did_you_mean": {"answer"}, "or_answer": {"question"},
	"answer_line": {"label", "answer"}, "change_answer": {"answer"}, "mydata_deleted": {"answer"}, "mydata_when": {"answer"}, "mydata_where": {"answer"},
	"mydata_words": {"answer"}, "mydata_purpose": {"answer"}, "privacy_consents": {"list"}, "consents_back": {"answer"},
}

// builtinWords are the words that stand for a command, beside the labels of its button.
var builtinWords = map[string]map[string][]string{
	"en": {"back": {"back", "go back"}, "menu": {"menu", "main menu"}, "help": {"help"}, "cancel": {"cancel"}, "restart": {"start again", "restart"}, "why": {"why"}, "language": {"language"}, "stop": {"stop", "unsubscribe"}, "forget": {"forget me"}, "mydata": {"my data"}, "privacy": {"privacy"}, "orders": {"my orders", "orders"}, "appointments": {"my appointments", "appointments"}, "paysupport": {"payment help"}},
	"de": {"back": {"zurück", "zurueck"}, "menu": {"menü", "hauptmenü"}, "help": {"hilfe"}, "cancel": {"abbrechen"}, "restart": {"neu beginnen", "von vorn"}, "why": {"warum", "wieso", "weshalb"}, "language": {"sprache"}, "stop": {"stop", "stopp", "abbestellen"}, "mydata": {"meine daten"}, "privacy": {"datenschutz"}, "orders": {"meine bestellungen", "bestellungen"}, "appointments": {"meine termine", "termine"}, "paysupport": {"hilfe zur zahlung"}},
	"fr": {"back": {"retour"}, "menu": {"menu"}, "help": {"aide"}, "cancel": {"annuler"}, "restart": {"recommencer"}, "why": {"pourquoi"}, "language": {"langue"}, "stop": {"stop", "désabonner"}, "mydata": {"mes données"}, "privacy": {"confidentialité"}, "orders": {"mes commandes", "commandes"}, "appointments": {"mes rendez-vous", "rendez-vous"}, "paysupport": {"aide au paiement"}},
}

// IsBuiltinPhrase tells of a phrase that the bot says of itself, whether or not it is reworded.
func IsBuiltinPhrase(name string) bool { return builtinPhrases[name] != nil }
