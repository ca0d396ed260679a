package steps

import (
	"slices"
	"strconv"
	"strings"

	"repartee/flows"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// What a button does with a line of the cart: the sign that its id has before the line's key.
const (
	lineMore  = "+"
	lineLess  = "-"
	lineOut   = "x"
	lineFits  = "<" // as many as there are
	lineOther = "~" // something else in its place
	lineSet   = "=" // so many, which are written behind a colon
	lineSame  = "." // nothing: the button shows how many there are
	triesCode = "%" // no line, but the code of a voucher
)

// lineChanges are the ways to change a line, in the order of their buttons.
func lineChanges(t *flows.Turn, line flows.CartLine) []flows.Choice {
	change := func(sign, label string) flows.Choice { return lineChoice(line, sign, label+" "+line.Name) }
	if line.Gone() || line.Left == 0 {
		return append([]flows.Choice{change(lineOut, "✕")}, otherChoice(t, line)...)
	}
	if line.TooMany() {
		fits := change(lineFits, "")
		fits.Label = t.Phrase("cart_take", named("quantity", value.Integer(line.Left))).Text
		return append([]flows.Choice{change(lineOut, "✕"), fits}, otherChoice(t, line)...)
	}
	less := change(lineLess, "−")
	if line.Quantity == 1 {
		less = change(lineOut, "✕")
	}
	changes := []flows.Choice{less, change(lineSame, strconv.FormatInt(line.Quantity, 10)+" ×")}
	once := line.Digital && !line.Code // of a file or a link one is enough
	if line.Quantity < shop.MaxQuantity && line.Quantity != line.Left && !once {
		changes = append(changes, change(lineMore, "+"))
	}
	return changes
}

// otherChoice offers what comes nearest to something that is gone, if there is enough of it beside what is in the cart already.
func otherChoice(t *flows.Turn, line flows.CartLine) []flows.Choice {
	similar, ok := t.Similar(line)
	if !ok {
		return nil
	}
	variant := t.InPlaceOf(line, similar)
	if there, ok := lineOf(t.Cart(), similar, variant); ok && there.Left >= 0 && there.Quantity+line.Quantity > there.Left {
		return nil
	}
	label := t.Phrase("cart_instead", named("item", value.Text(otherText(t, similar, variant)))).Text
	return []flows.Choice{lineChoice(line, lineOther, label)}
}

// lineChoice does something with a line. Buttons of before its item got another id do it too.
func lineChoice(line flows.CartLine, sign, label string) flows.Choice {
	choice := flows.Choice{ID: flows.ChangePrefix + sign + line.LineKey(), Label: label}
	if was := line.Now.Field(shop.WasColumn).AsText(); was != "" {
		before := line.Line
		before.Item = was
		choice.Was = flows.ChangePrefix + sign + before.LineKey()
	}
	return choice
}

// changeButtons are the buttons of a line. Signs stand alone: the name is in the middle.
func changeButtons(t *flows.Turn, changes []flows.Choice) []flows.PressButton {
	row := make([]flows.PressButton, len(changes))
	alone := !slices.ContainsFunc(changes, func(c flows.Choice) bool { return strings.HasPrefix(c.ID, flows.ChangePrefix+lineSame) })
	for i, choice := range changes {
		label := choice.Label
		if sign, _, _ := strings.Cut(label, " "); !alone && (sign == "−" || sign == "+" || sign == "✕") {
			label = sign
		}
		row[i] = t.Button(choice.ID, label)
	}
	return row
}

// Change changes a line, or what is taken off, and shows the cart anew.
func (c *Cart) Change(t *flows.Turn, what string) flows.Move {
	if what == cartNoCode {
		t.DropVoucher()
		return c.redraw(t)
	}
	sign, key := what[:1], what[1:]
	if sign == triesCode {
		if refusal := t.TryVoucher(key); refusal != "" {
			t.SayPlain(refusal)
		}
		return c.redraw(t)
	}
	wanted := int64(0)
	if sign == lineSet {
		number, rest, _ := strings.Cut(key, ":")
		wanted, _ = strconv.ParseInt(number, 10, 64)
		key = rest
	}
	lines := t.Cart()
	if i := slices.IndexFunc(lines, func(l flows.CartLine) bool { return l.LineKey() == key }); i >= 0 {
		changeLine(t, lines[i], sign, wanted)
	}
	return c.redraw(t)
}

func (c *Cart) redraw(t *flows.Turn) flows.Move {
	if len(t.Cart()) == 0 {
		return c.nothingIn(t)
	}
	move := t.Redraw(c)
	t.Noted()
	return move
}

func changeLine(t *flows.Turn, line flows.CartLine, sign string, wanted int64) {
	switch sign {
	case lineMore:
		setLine(t, line, line.Quantity+1)
	case lineLess:
		setLine(t, line, line.Quantity-1)
	case lineOut:
		setLine(t, line, 0)
	case lineFits:
		setLine(t, line, line.Left)
	case lineSet:
		setLine(t, line, wanted)
	case lineOther:
		if similar, ok := t.Similar(line); ok {
			setLine(t, line, 0)
			t.PutIn(similar, t.InPlaceOf(line, similar), line.Quantity)
		}
	}
}

// setLine makes a line so many, or as many as there are, which is said.
func setLine(t *flows.Turn, line flows.CartLine, n int64) {
	if line.Left >= 0 && n > line.Left && n > line.Quantity {
		n = max(line.Left, line.Quantity)
		t.SayFormatted(t.Phrase("cart_only", leftOf(line)))
	}
	switch {
	case n <= 0:
		t.TakeLine(line, 0)
	case n < line.Quantity:
		t.TakeLine(line, line.Quantity-n)
	case n > line.Quantity && !line.Gone():
		t.PutIn(line.Now, line.Variant, n-line.Quantity)
		if now, ok := lineOf(t.Cart(), line.Now, line.Variant); ok && now.Quantity < n {
			t.SayPhrase("cart_full")
		}
	}
}
