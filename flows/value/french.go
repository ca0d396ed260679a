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
		"absolument pas", "aucun interet", "ca ne minteresse pas", "je prefere pas", "je ne prefere pas", "merci non", "pas pour moi", "sans facon", "pas la peine", "pas daccord", "pas d accord", "cest faux", "moi non plus"),
	polite: strings.Fields("merci svp stp sil vous te plait beaucoup bien alors oh ah euh hm bah ben eh je le la ca"),
	buts:   strings.Fields("mais peut si quand ou seulement combien comment pourquoi depend"),
	fillers: strings.Fields(`environ vers peut etre a peu pres autour de des du jusqua maximum max au plus moins seulement sil vous te plait svp pour le la les l
		un une je j on nous il y ce cest c est sont suis serons sera seront avons ai aurais voudrais voudrait aimerais prends prendrai veux besoin dans en et alors
		donc disons oui merci bonjour salut mon ma mes notre total tout peux pouvons pourrait pourrions venir viendrai viens la par chaque avec stp juste euh heu genre jaimerais jaurais dirais possible`),
	denials:  strings.Fields("pas non jamais sans ou entre sauf demi demie ni que aucun aucune rien presque"),
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
		TooSmall:        "Il faut au moins {limit}.",
		TooLarge:        "C’est {limit} au maximum.",
		NotAnAmount:     "Cela ne ressemble pas à un montant.",
		ForeignCurrency: "Merci d’indiquer le montant en {currency}.",
		TooShort:        "Il faut au moins {limit} caractères.",
		TooLong:         "C’est {limit} caractères au maximum.",
		NotInPattern:    "Cela n’a pas la forme attendue ici.",
		NotYesOrNo:      "Merci de répondre par oui ou par non.",
		NotAnOption:     "« {word} » ne fait pas partie des choix.",
		SeveralOptions:  "« {word} » peut désigner plusieurs choix.",
		TooFew:          "Il faut au moins {limit} de ces choix.",
		TooMany:         "C’est {limit} de ces choix au maximum.",
		NotAnEmail:      "Cela ne ressemble pas à une adresse e-mail.",
		NotAPhone:       "Cela ne ressemble pas à un numéro de téléphone.",
		NoCountryCode:   "Merci de commencer le numéro par l’indicatif du pays, par exemple +33.",
		NotADate:        "Cela ne ressemble pas à une date.",
		AmbiguousDate:   "D’abord le jour ou le mois ? Merci d’écrire le mois en lettres.",
		NotATime:        "Cela ne ressemble pas à une heure.",
		NotADateTime:    "Cela ne ressemble pas à une date avec une heure.",
		TooEarly:        "C’est trop tôt. Au plus tôt : {limit}.",
		TooLate:         "C’est trop tard. Au plus tard : {limit}.",
		NotARating:      "Cela ne ressemble pas à une note.",
	},
	hints: hints{
		number: phrases{"Merci d’indiquer un nombre.", "Merci d’indiquer un nombre d’au moins {min}.", "Merci d’indiquer un nombre d’au plus {max}.",
			"Merci d’indiquer un nombre de {min} à {max}."},
		integer: phrases{"Merci d’indiquer un nombre entier.", "Merci d’indiquer un nombre entier d’au moins {min}.",
			"Merci d’indiquer un nombre entier d’au plus {max}.", "Merci d’indiquer un nombre entier de {min} à {max}."},
		amount: phrases{"Merci d’indiquer un montant, par exemple {example}.", "Merci d’indiquer un montant d’au moins {min}.",
			"Merci d’indiquer un montant d’au plus {max}.", "Merci d’indiquer un montant de {min} à {max}."},
		text: phrases{"Quelques mots suffisent.", "Il faut au moins {min} caractères.",
			"C’est {max} caractères au maximum.", "Il faut entre {min} et {max} caractères."},
		rating: phrases{between: "Merci de donner une note de {min} à {max}."},
		date: phrases{"Merci d’indiquer une date, par exemple le {example}.", "Merci d’indiquer une date à partir du {min}.",
			"Merci d’indiquer une date, au plus tard le {max}.", "Merci d’indiquer une date du {min} au {max}."},
		time: phrases{"Merci d’indiquer une heure, par exemple {example}.", "Merci d’indiquer une heure à partir de {min}.",
			"Merci d’indiquer une heure, au plus tard {max}.", "Merci d’indiquer une heure entre {min} et {max}."},
		dateTime: phrases{"Merci d’indiquer un jour et une heure, par exemple le {example}.",
			"Merci d’indiquer un jour et une heure, au plus tôt le {min}.", "Merci d’indiquer un jour et une heure, au plus tard le {max}.",
			"Merci d’indiquer un jour et une heure, entre le {min} et le {max}."},
		yesNo:    "Oui ou non ?",
		thumbs:   "👍 ou 👎 ?",
		email:    "Merci d’indiquer une adresse e-mail, par exemple nom@example.com.",
		phone:    "Merci d’indiquer un numéro de téléphone, par exemple +33 1 23 45 67 89.",
		oneOf:    "Au choix : {example}.",
		manyOf:   "Un ou plusieurs choix : {example}.",
		choose:   "Merci de choisir parmi les propositions.",
		location: "Merci d’envoyer une position, avec le trombone.",
		photo:    "Merci d’envoyer une photo.",
		voice:    "Merci d’envoyer un message vocal.",
		file:     "Merci d’envoyer un fichier.",
	},
}

// frenchDate writes the first of a month as 1er, all other days as numbers.
func frenchDate(day int, month string, year int) string {
	if day == 1 {
		return fmt.Sprintf("1er %s %d", month, year)
	}
	return fmt.Sprintf("%d %s %d", day, month, year)
}
