package value

import "testing"

func TestReadYesNoInEverydayWords(t *testing.T) {
	yes := map[string][]string{
		"en": {
			"yes please", "Yes, please!", "yesss", "yeah sure", "sure, why not", "of course", "okay then", "sounds good", "absolutely", "yes I do", "no problem", "ok thanks",
			"Yes of course", "that's right", "yes, I'd love to", "I agree", "yep", "why not?",
		},
		"de": {
			"klar", "na klar", "ja bitte", "ja gerne", "Ja, sehr gerne!", "auf jeden Fall", "natürlich", "selbstverständlich", "jaaa", "jo", "okay", "stimmt", "aber sicher", "kein Problem",
			"ja das passt", "ja, das stimmt so", "warum nicht",
		},
		"fr": {
			"bien sûr", "ouais", "oui merci", "oui, s'il vous plaît", "d'accord", "tout à fait", "avec plaisir", "pourquoi pas", "ok", "ouiii", "mais oui", "oui c'est ça", "ça marche",
			"pas de problème", "volontiers",
		},
	}
	no := map[string][]string{
		"en": {"no thanks", "no thank you", "nope", "not really", "not at all", "no, I don't want that", "rather not", "noooo", "I don't think so", "not now, thanks", "no way"},
		"de": {"nö danke", "nein danke", "nein, danke schön", "nee", "lieber nicht", "auf keinen Fall", "neiiin", "eher nicht", "nein das will ich nicht", "kein Interesse", "nö"},
		"fr": {"non merci", "nan", "pas du tout", "pas vraiment", "non pas maintenant", "surtout pas", "je ne crois pas", "nooon"},
	}
	typ := &Type{Base: TypeYesNo}
	for lang := range yes {
		for _, words := range yes[lang] {
			checkReadings(t, typ, []reading{{lang, words, Bool(true), 0}})
			checkReadings(t, &Type{Base: TypeConsent}, []reading{{lang, words, Bool(true), 0}})
		}
		for _, words := range no[lang] {
			checkReadings(t, typ, []reading{{lang, words, Bool(false), 0}})
		}
	}
	for lang, words := range map[string][]string{
		"en": {"maybe", "yes and no", "yes but not now", "ok but what does it cost?", "yes if it is free", "what?", "yes or no?", "thanks", "no idea what you mean by that, can you explain it to me", "it depends"},
		"de": {"vielleicht", "ja aber nicht jetzt", "jein", "ja wenn es nichts kostet", "danke", "was?", "keine Ahnung"},
		"fr": {"peut-être", "oui mais pas maintenant", "oui et non", "merci", "ça dépend", "quoi ?"},
	} {
		for _, w := range words {
			checkReadings(t, typ, []reading{{lang, w, Value{}, NotYesOrNo}})
		}
	}
}
