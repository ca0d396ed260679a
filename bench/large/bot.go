package large

import (
	"fmt"
	"io/fs"
	"strings"
	"testing/fstest"
)

// Size is how much there is of each thing. The zero value of a part leaves it out.
type Size struct {
	Flows int // of twenty steps each
	Items int // in the catalog
}

// Full is the size that `check` must be fast at: 200 flows with 4,000 steps, 2,000 items, three languages.
func Full() Size { return Size{Flows: 200, Items: 2000} }

// Bot makes the folder of a bot: flows with every kind of step, a catalog, an FAQ, and all of it translated. The same size gives the same files.
func Bot(size Size) fs.FS {
	b := &builder{folder: fstest.MapFS{}}
	b.write("bot.yaml", botFile())
	b.part("phrases", phrases)
	b.part("purposes", purposes)
	b.part("defaults", defaults)
	b.part("", fields)
	b.write("flows/welcome.yaml", b.translated("welcome", welcome))
	for i := range size.Flows {
		kinds := templates()
		b.flow(i, kinds[i%len(kinds)])
	}
	b.catalog(size.Items)
	b.faq(max(size.Flows/5, 1))
	b.write("texts/de.yaml", b.german.String())
	b.write("texts/fr.yaml", b.french.String())
	return b.folder
}

// builder puts the files together. Texts that are marked in a template are translated on the way.
type builder struct {
	folder         fstest.MapFS
	german, french strings.Builder
}

func (b *builder) write(name, text string) { b.folder[name] = &fstest.MapFile{Data: []byte(text)} }

// flow writes one flow. In a template @ is the number of the flow, ID its name and NEXT that of the next one.
func (b *builder) flow(i int, template string) {
	id := fmt.Sprintf("flow%03d", i)
	text := strings.NewReplacer("@", fmt.Sprint(i), "ID", id, "NEXT", fmt.Sprintf("flow%03d", i+1)).Replace(template)
	b.write("flows/"+id+".yaml", b.translated(id, text))
	b.words(id+".words", "Thema "+fmt.Sprint(i), "sujet "+fmt.Sprint(i))
}

// part translates the marked texts of what stands elsewhere.
func (b *builder) part(of, text string) { b.translated(of, text) }

// translated writes a template out: «at|text» is a text, quoted, whose translations stand at the given place of the flow.
func (b *builder) translated(of, template string) string {
	var out strings.Builder
	for rest := template; ; {
		before, marked, found := strings.Cut(rest, "«")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		marked, rest, _ = strings.Cut(marked, "»")
		at, text, _ := strings.Cut(marked, "|")
		out.WriteString(`"` + text + `"`)
		b.text(strings.Trim(of+"."+at, "."), text)
	}
}

// text adds the translations of one text.
func (b *builder) text(at, text string) {
	fmt.Fprintf(&b.german, "- {at: %s, en: %q, de: %q}\n", at, text, "Auf Deutsch: "+text)
	fmt.Fprintf(&b.french, "- {at: %s, en: %q, fr: %q}\n", at, text, "En français : "+text)
}

// words adds what customers say in the other languages.
func (b *builder) words(at, german, french string) {
	fmt.Fprintf(&b.german, "- {at: %s, de: [%s]}\n", at, german)
	fmt.Fprintf(&b.french, "- {at: %s, fr: [%s]}\n", at, french)
}

// catalog writes the table of the items, whose columns stand in catalog.yaml.
func (b *builder) catalog(items int) {
	b.write("catalog.yaml", b.translated("catalog", columns))
	var table strings.Builder
	table.WriteString("id,name,text,price,stock,roast,brew,organic\n")
	roasts, brews := []string{"light", "medium", "dark"}, []string{"espresso", "filter", "espresso | filter"}
	for i := range items {
		id, text := fmt.Sprintf("item%04d", i), fmt.Sprintf("Coffee number %d, from a small farm.", i)
		fmt.Fprintf(&table, "%s,Coffee %d,%q,%d.90,%d,%s,%q,%s\n", id, i, text, 5+i%40, 10+i%90, roasts[i%3], brews[i/3%3], []string{"yes", "no"}[i/9%2])
		b.text("catalog.goods."+id, fmt.Sprintf("Coffee %d", i))
		b.text("catalog.goods."+id, text)
	}
	b.write("catalog/goods.csv", table.String())
}

// faq writes questions and answers.
func (b *builder) faq(entries int) {
	var file strings.Builder
	for i := range entries {
		fmt.Fprintf(&file, "- id: entry%d\n  ask: [What about subject %d?, Tell me of subject %d]\n  answer: %q\n", i, i, i, fmt.Sprintf("This is what there is to say of subject %d.", i))
		b.text(fmt.Sprintf("faq.entry%d", i), fmt.Sprintf("This is what there is to say of subject %d.", i))
		b.words(fmt.Sprintf("faq.entry%d.ask", i), fmt.Sprintf("Was ist mit Punkt %d?", i), fmt.Sprintf("Que dire du point %d ?", i))
	}
	b.write("faq.yaml", file.String())
}
