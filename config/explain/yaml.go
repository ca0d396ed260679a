package explain

// yamlPages are about files, and about YAML itself.
func yamlPages() []Page {
	return []Page{
		{
			Code: "anchor",
			What: "YAML's anchors, aliases and merge keys (`&`, `*`, `<<`) are not read.",
			Why:  "They make one thing two forms: who changes the one place does not see the other, and a text that begins with such a sign vanishes without a word.",
			Mend: "Write out what stands there, or put quotes round a text that begins with such a sign.",
		},
		{
			Code: "bad-file",
			What: "A file or a folder is not where it is looked for, or cannot be read.",
			Why:  "What stands in it is not part of the bot, though whoever wrote it believes that it is.",
			Mend: "Move or rename the file as the help says: flows/*.yaml, texts/<language>.yaml, talks/*.yaml, catalog/<name>.csv, and bot.yaml, faq.yaml, catalog.yaml in the folder itself.",
		},
		{
			Code: "duplicate-key",
			What: "A key is written twice in one map.",
			Why:  "Only one of the two could count, and nobody would notice which.",
			Mend: "Keep one of them; where both are meant, a dash in front begins another item.",
		},
		{
			Code: "empty-file",
			What: "A file holds nothing.",
			Why:  "Something was meant to be there: customers would meet a gap.",
			Mend: "Write what belongs there, or take the file out.",
		},
		{
			Code: "missing-dash",
			What: "A list goes on without a dash in front of its next item.",
			Why:  "Two items would become one, and the second would never be said.",
			Mend: "Put a dash in front of the key that begins the next item.",
		},
		{
			Code: "missing-file",
			What: "A file that every bot needs is not there.",
			Why:  "Without bot.yaml nobody knows who speaks, in which languages, and where a talk begins.",
			Mend: "Write bot.yaml with `bot`, `languages`, `time_zone`, `currency` and `start`; `repartee init` makes a folder to begin with.",
		},
		{
			Code: "missing-value",
			What: "Nothing stands behind a key or a dash.",
			Why:  "Something was begun and not ended; an empty text cannot be sent.",
			Mend: "Write its value, or take the line out.",
		},
		{
			Code: "not-utf8",
			What: "A file is not saved as UTF-8.",
			Why:  "Customers would read broken letters where ä, é or € stand.",
			Mend: "Save it again with the encoding UTF-8.",
		},
		{
			Code: "second-document",
			What: "A file holds one YAML document; `---` begins a second one.",
			Why:  "What stands below would not be read.",
			Mend: "Put what stands below into a file of its own, and take the line out.",
		},
		{
			Code: "table-syntax",
			What: "A table (CSV) cannot be read.",
			Why:  "Its items would be missing from the catalog.",
			Mend: "Mend the row that is named: mostly a quote is not closed, or a row has more cells than the first row names.",
		},
		{
			Code: "too-large",
			What: "A file is too large.",
			Why:  "A file of that size is most often another one that got there by mistake, and reading it would make every check slow.",
			Mend: "Divide it: one flow a file, catalogs as tables.",
		},
		{
			Code: "wrong-type",
			What: "A value has another form than its place expects: a text, a list, a map.",
			Why:  "It cannot be told what was meant, so nothing would be said or done there.",
			Mend: "Write it in the form that the help shows.",
		},
		{
			Code: "yaml-garbled",
			What: "YAML would garble this in silence.",
			Why:  "Customers would read half a sentence, or signs that nobody meant.",
			Mend: "Write it as the help shows, mostly in double quotes.",
		},
		{
			Code: "yaml-syntax",
			What: "A file is no YAML.",
			Why:  "What stands on this line cannot be read, and the lines around it only as far as they can be made out.",
			Mend: "Mend the line as the help says; the rest of the file is checked all the same.",
		},
	}
}
