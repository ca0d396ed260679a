package flows

// builtinInformal words the built-in phrases, by language, for customers who are addressed informally, where that makes a difference. The German ones address
// nobody.
var builtinInformal = map[string]map[string]string{"fr": merged(talkInformal, stepPhrasesInformal["fr"])}

// talkInformal are the French ones.
var talkInformal = map[string]string{
	"sorry":              "Désolé, un problème est survenu de notre côté. Réessaie dans un instant.",
	"choose":             "Choisis : {{ list }}.",
	"own_card":           "C’est le contact d’une autre personne. Partage ton propre numéro avec le bouton ci-dessous, ou saisis-le.",
	"title_mydata":       "Ce que je sais de toi",
	"privacy_controller": "Responsable de tes données : {{ answer }}.",
	"privacy_kept":       "Je garde ce que tu me dis ici, pour reprendre là où nous en étions.",
	"privacy_rights":     "/mydata montre ce que je sais de toi, /forget l’efface, /stop arrête les nouvelles.",
	"mydata_list":        "Voici ce que je sais de toi :\n{{ list }}",
	"forget_question":    "Dois-je effacer tout ce que je sais de toi ? C’est irréversible.",
	"forget_done":        "C’est fait. Ton nom, tes réponses et leur origine, les notes et consentements, ta provenance et les discussions en cours sont effacés. /start pour recommencer.",
	"stopped":            "Tu ne recevras plus de nouvelles. Je réponds toujours quand tu écris.",
	"did_you_mean":       "Tu veux dire {{ answer }} ?",
	"privacy_consents":   "Tu as consenti à :\n{{ list }}",
	"forget_erased":      "Voici ce qui serait effacé : ton nom, tes réponses et leur origine, les notes et consentements, ta provenance et les discussions en cours.",
	"forget_stays":       "Ce qui resterait : des chiffres qui ne révèlent personne et les messages de cette discussion, que tu peux supprimer toi-même dans Telegram.",
	"export_failed":      "C’est trop pour un seul fichier ici. Adresse-toi au contact indiqué par /privacy.",
	"reasons_fit":        "cela correspond à tes réponses",
	"share_thanks":       "Merci d’en parler autour de toi.",
	"checkout_payer":     "Cette facture est destinée à quelqu’un d’autre. Ouvre le bot pour commander ; rien n’a été débité.",
}

// builtinPhrase is what a phrase says where bot.yaml does not reword it.
func (c *compiler) builtinPhrase(name, language string) string {
	for _, tone := range c.src.Bot.Brand.Voice {
		if tone.Language == language && tone.Address == Informal {
			if text := builtinInformal[language][name]; text != "" {
				return text
			}
		}
	}
	return builtinPhrases[name][language]
}
