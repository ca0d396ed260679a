package value

import (
	"fmt"
	"strings"
)

var french = lexicon{
	yes: append(strings.Fields(`oui o ouais ouaip ouep moui si volontiers exact exactement vrai daccord dac ok okay okey carrement absolument evidemment certainement
		effectivement parfait super entendu correct ui okk`), "bien sur", "bien entendu", "tout a fait", "avec plaisir", "pourquoi pas", "pas de probleme", "pas de souci", "pas de soucis",
		"c est ca", "cest ca", "cest exact", "cest bon", "ca marche", "ca me va", "mais oui", "mais si", "je veux bien", "bien volontiers", "d accord", "sans probleme", "aucun probleme", "ca roule", "d acc", "dacc", "pk pas", "c bon", "allons y", "je suis partant", "je suis partante",
		"bien sur que oui"),
	no: append(strings.Fields("non n nan nope nah faux jamais nn"), "pas vraiment", "pas du tout", "surtout pas", "non merci", "pas question", "pas maintenant", "pas encore",
		"pas aujourdhui", "pas interesse", "pas interessee", "je ne crois pas", "je ne pense pas", "je ne veux pas", "plutot pas", "bien sur que non", "mais non", "certainement pas",
		"absolument pas", "aucun interet", "ca ne minteresse pas", "je prefere pas", "je ne prefere pas", "merci non", "pas pour moi", "sans facon", "pas la peine"),
	polite: strings.Fields("merci svp stp sil vous te plait beaucoup bien alors oh ah euh hm bah ben eh je le la ca"),
	buts:   strings.Fields("mais peut si quand ou seulement combien comment pourquoi depend"),
	fillers: strings.Fields(`environ vers peut etre a peu pres autour de des du jusqua maximum max au plus moins seulement sil vous te plait svp pour le la les l
		un une je j on nous il y ce cest c est sont suis serons sera seront avons ai aurais voudrais voudrait aimerais prends prendrai veux besoin dans en et alors
		donc disons oui merci bonjour salut mon ma mes notre total tout peux pouvons pourrait pourrions venir viendrai viens la par chaque avec stp juste euh heu genre jaimerais jaurais dirais possible`),
	denials:  strings.Fields("pas ne non jamais sans ou entre sauf demi demie ni que aucun aucune rien presque"),
	cardinal: frenchCardinal,
	calendar: &frenchCalendar,
	measures: strings.Fields(`metre metres m carre carres cube cubes km kilometre kilometres cm mm centimetres kg kilo kilos kilogramme kilogrammes g gramme grammes livres t
		tonnes l litre litres ml cl tasse tasses verre verres bouteille bouteilles sachet sachets paquet paquets boite boites piece pieces personne personnes pers
		invite invites adulte adultes enfant enfants an ans annee annees mois semaine semaines jour jours heure heures minutes pourcent pourcents fois kwh kw degres
		chambre chambres`),
	rating: strings.Fields("etoile etoiles point points sur"),
	months: [...]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
		"septembre", "octobre", "novembre", "décembre"},
	weekdays: [...]string{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
	yesText:  "oui", noText: "non", and: "et", or: "ou",
	media: media{"photo", "message vocal", "fichier"},
	units: [...][2]string{{"an", "ans"}, {"mois", "mois"}, {"jour", "jours"}, {"heure", "heures"},
		{"minute", "minutes"}, {"seconde", "secondes"}},
	date: frenchDate,
	wrong: map[Reason]string{
		Empty:           "Il n’y avait pas de texte.",
		NotTyped:        "Cela s’envoie ou se choisit, mais ne s’écrit pas.",
		NotANumber:      "Cela ne ressemble pas à un nombre.",
		Fraction:        "Il faut ici un nombre entier.",
		TooPrecise:      "Il y a trop de décimales.",
		OutOfRange:      "Ce nombre est trop grand.",
		TooSmall:        "Au moins {limit}, s’il vous plaît.",
		TooLarge:        "Au plus {limit}, s’il vous plaît.",
		NotAnAmount:     "Cela ne ressemble pas à un montant.",
		ForeignCurrency: "Merci d’indiquer le montant en {currency}.",
		TooShort:        "Au moins {limit} caractères, s’il vous plaît.",
		TooLong:         "Au plus {limit} caractères, s’il vous plaît.",
		NotInPattern:    "Cela n’a pas la forme attendue ici.",
		NotYesOrNo:      "Merci de répondre par oui ou par non.",
		NotAnOption:     "« {word} » ne fait pas partie des choix.",
		SeveralOptions:  "« {word} » peut désigner plusieurs choix.",
		TooFew:          "Au moins {limit} de ces choix, s’il vous plaît.",
		TooMany:         "Au plus {limit} de ces choix, s’il vous plaît.",
		NotAnEmail:      "Cela ne ressemble pas à une adresse e-mail.",
		NotAPhone:       "Cela ne ressemble pas à un numéro de téléphone.",
		NoCountryCode:   "Merci de commencer le numéro par l’indicatif du pays, par exemple +33.",
		NotADate:        "Cela ne ressemble pas à une date.",
		AmbiguousDate:   "D’abord le jour ou le mois ? Merci d’écrire le mois en lettres.",
		NotATime:        "Cela ne ressemble pas à une heure.",
		NotADateTime:    "Cela ne ressemble pas à une date avec une heure.",
		TooEarly:        "Pas avant : {limit}.",
		TooLate:         "Pas après : {limit}.",
		NotARating:      "Cela ne ressemble pas à une note.",
	},
	hints: hints{
		number: phrases{"Un nombre.", "Un nombre, au moins {min}.", "Un nombre, au plus {max}.",
			"Un nombre de {min} à {max}."},
		integer: phrases{"Un nombre entier.", "Un nombre entier, au moins {min}.",
			"Un nombre entier, au plus {max}.", "Un nombre entier de {min} à {max}."},
		amount: phrases{"Un montant, par exemple {example}.", "Un montant, au moins {min}.",
			"Un montant, au plus {max}.", "Un montant de {min} à {max}."},
		text: phrases{"Quelques mots.", "Un texte d’au moins {min} caractères.",
			"Un texte d’au plus {max} caractères.", "Un texte de {min} à {max} caractères."},
		rating: phrases{between: "Un nombre de {min} à {max}."},
		date: phrases{"Une date, par exemple {example}.", "Une date, au plus tôt le {min}.",
			"Une date, au plus tard le {max}.", "Une date du {min} au {max}."},
		time: phrases{"Une heure, par exemple {example}.", "Une heure, au plus tôt {min}.",
			"Une heure, au plus tard {max}.", "Une heure de {min} à {max}."},
		dateTime: phrases{"Une date avec une heure, par exemple {example}.",
			"Une date avec une heure, au plus tôt le {min}.", "Une date avec une heure, au plus tard le {max}.",
			"Une date avec une heure, du {min} au {max}."},
		yesNo:    "Oui ou non.",
		thumbs:   "👍 ou 👎.",
		email:    "Une adresse e-mail, par exemple nom@example.com.",
		phone:    "Un numéro de téléphone, par exemple +33 1 23 45 67 89.",
		oneOf:    "Un de ces choix : {example}.",
		manyOf:   "Un ou plusieurs de ces choix : {example}.",
		choose:   "Un des choix proposés.",
		location: "Une position, envoyée avec le trombone.",
		photo:    "Une photo.",
		voice:    "Un message vocal.",
		file:     "Un fichier.",
	},
}

// frenchDate writes the first of a month as 1er, all other days as numbers.
func frenchDate(day int, month string, year int) string {
	if day == 1 {
		return fmt.Sprintf("1er %s %d", month, year)
	}
	return fmt.Sprintf("%d %s %d", day, month, year)
}
