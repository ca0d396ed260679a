package explain

// textPages are about what customers read.
func textPages() []Page {
	return []Page{
		{
			Code: "brand-voice",
			What: "A text uses a word that the brand avoids, or addresses customers the other way.",
			Why:  "Customers who are addressed as Sie in one message and as du in the next take neither seriously.",
			Mend: "Reword the text, or take the word out of `brand: voice: avoid`.",
		},
		{
			Code: "duplicate-label",
			What: "Two options of a question read alike.",
			Why:  "Customers cannot tell them apart, and who types the label gets one of them.",
			Mend: "Word one of them differently.",
		},
		{
			Code: "label-not-plain",
			What: "The label of an answer cannot hold `{{ }}`.",
			Why:  "It is also how the answer prints itself later, when the value may be another one.",
			Mend: "Write plain words, and the value into the question's text.",
		},
		{
			Code: "label-too-long",
			What: "A label is longer than fits on a button.",
			Why:  "Telegram cuts it, and customers cannot read what they press.",
			Mend: "Shorten it, or say the long form in the question's text.",
		},
		{
			Code: "long-command",
			What: "Telegram allows 32 letters for a command.",
			Why:  "The command would not be in the menu.",
			Mend: "Shorten it.",
		},
		{
			Code: "may-be-unknown",
			What: "A text uses what not everybody has.",
			Why:  "Customers who have not said it would read a gap: `Hello !`.",
			Mend: "Write `{{ name ?? '...' }}`, or ask in front with `known(name)`.",
		},
		{
			Code: "missing-media",
			What: "A file of `media/` is named that is not there.",
			Why:  "The message could not be sent.",
			Mend: "Put the file there, or write the name of one that is.",
		},
		{
			Code: "missing-translation",
			What: "So many texts are not translated.",
			Why:  "Customers read them in the first language, in the middle of their own.",
			Mend: "`repartee texts DIR` writes the entries; translate them in texts/<language>.yaml.",
		},
		{
			Code: "no-phrases",
			What: "What the bot says of itself is not built in for this language.",
			Why:  "Customers get these sentences in English.",
			Mend: "Reword them in bot.yaml under `phrases`; docs/reference/phrases.md has their names.",
		},
		{
			Code: "placeholder-mismatch",
			What: "A translation has other values in `{{ }}` than its source text.",
			Why:  "Customers of that language do not learn the price, the date or the name.",
			Mend: "Write the same expressions in the translation.",
		},
		{
			Code: "stale-translation",
			What: "The text in the first language has changed since it was translated. An entry with `now` stays in use; without it customers get the text in the first language.",
			Why:  "Customers of that language read what is not true any more, or a language that they do not speak.",
			Mend: "Look at the translation again, put the new text behind the first language, and take `now` out. (`repartee texts` writes the new text as `now`.)",
		},
		{
			Code: "text-too-long",
			What: "A text is longer than a message of Telegram may be.",
			Why:  "It could not be sent.",
			Mend: "Divide it: a list of texts is several messages.",
		},
		{
			Code: "unclosed-braces",
			What: "A `{{` has no `}}`.",
			Why:  "Customers would read the braces.",
			Mend: "Close them.",
		},
		{
			Code: "unclosed-markup",
			What: "A `**`, a `` ` `` or a link is not closed.",
			Why:  "Customers would read the signs.",
			Mend: "Close it, or write `{{ '**' }}` for the signs themselves.",
		},
		{
			Code: "unsafe-link",
			What: "A link in a text leads to something that is no page.",
			Why:  "Telegram would not open it.",
			Mend: "Write an address that begins with https://, http://, tg://, mailto: or tel:, without blanks.",
		},
		{
			Code: "untranslated",
			What: "So many entries of a file of texts have no translation yet; not shown while there are errors.",
			Why:  "Customers read the text in the first language.",
			Mend: "Write the translation behind the language.",
		},
		{
			Code: "unused-translation",
			What: "A translation belongs to no text; most often the text was changed.",
			Why:  "The new text is not translated, though the file looks complete.",
			Mend: "`repartee texts DIR` brings the file up to date.",
		},
		{
			Code: "file-too-large",
			What: "A file of `media/` is larger than a bot may send.",
			Why:  "Telegram refuses it: the message would never arrive.",
			Mend: "Make it smaller: a picture has 10 MB at most, any other file 50.",
		},
		{
			Code: "too-many-files",
			What: "An album has more pictures than Telegram takes.",
			Why:  "None of them would be sent.",
			Mend: "Divide them over two steps.",
		},
	}
}
