package config

import (
	"strconv"
	"strings"
	"time"

	"repartee/config/document"
	"repartee/flows"
	"repartee/flows/expr"
	"repartee/flows/shop"
)

const hoursForm = "{mon-fri: 08:00-18:30, sat: 09:00-14:00}"

// hours decodes opening times by name.
func (d *decoder) hours(n *document.Node, ref flows.Ref) []*flows.Hours {
	if n.Kind != document.Map {
		d.wrong(n, ref, "opening times by name", "{shop: "+hoursForm+"}")
		return nil
	}
	var all []*flows.Hours
	for _, p := range d.pairs(n, ref) {
		at := ref.At(p.Key.Value)
		if !d.goodID(p.Key, at) {
			continue
		}
		d.places.add(at, place{d.doc, p.Key, p.Value})
		hours := &flows.Hours{Ref: at, ID: flows.ID(p.Key.Value), Times: new(shop.Hours)}
		switch p.Value.Kind {
		case document.Empty:
			d.nothing(p.Value, at)
		case document.Map:
			hours.Times = d.week(p.Value, at)
		default:
			d.wrong(p.Value, at, "days with their hours", hoursForm)
		}
		all = append(all, hours)
	}
	return all
}

// week is the opening times of one name on their way.
type week struct {
	*decoder
	days   map[time.Weekday][]shop.Span
	named  map[time.Weekday]string // under which key a day stands
	region *shop.Region
	closed []shop.Closed
}

func (d *decoder) week(n *document.Node, ref flows.Ref) *shop.Hours {
	w := &week{decoder: d, days: map[time.Weekday][]shop.Span{}, named: map[time.Weekday]string{}}
	for _, p := range d.pairs(n, ref) {
		at := ref.At(p.Key.Value)
		d.places.add(at, place{d.doc, p.Key, p.Value})
		switch {
		case p.Value.Kind == document.Empty:
			d.nothing(p.Value, at)
		case p.Key.Value == "holidays":
			w.holidays(p.Value, at)
		case p.Key.Value == "closed":
			w.closedOn(p.Value, at)
		default:
			w.open(p, at)
		}
	}
	return shop.NewHours(w.days, w.region, w.closed)
}

// open takes the hours of one day or several.
func (w *week) open(p document.Pair, ref flows.Ref) {
	days, err := shop.ParseDays(p.Key.Value)
	if err != nil {
		w.unknownDay(p.Key, ref, err)
		return
	}
	var hours []string
	for i, item := range oneOrMore(p.Value) {
		if item.Kind == document.Scalar {
			hours = append(hours, item.Value)
		} else {
			w.wrong(item, ref.At(strconv.Itoa(i)), "hours such as 08:00-18:30", "")
			return
		}
	}
	spans, err := shop.ParseSpans(strings.Join(hours, ", "))
	if err != nil {
		w.bad(p.Value, ref, "bad-hours", err.Error(), "write `"+p.Key.Value+": 08:00-18:30`; several with commas, 24h, or closed")
	}
	for _, day := range days {
		if other, twice := w.named[day]; twice {
			w.bad(p.Key, ref, "duplicate-key", strings.ToLower(day.String())+" is within `"+other+"` already", "let each day stand in one line only")
			return
		}
		w.named[day], w.days[day] = p.Key.Value, spans
	}
}

func (w *week) unknownDay(n *document.Node, ref flows.Ref, err error) {
	near := expr.Nearest(n.Value, []string{"holidays", "closed", "mon", "tue", "wed", "thu", "fri", "sat", "sun"})
	help := ""
	if near != "" {
		help = expr.DidYouMean(near)
	}
	if strings.Trim(n.Value, "0123456789") == "" { // YAML has cut the hours at their comma, and again at a colon
		help = "several hours of a day need quotes: `mon-fri: \"09:00-13:00, 14:00-18:00\"`"
	}
	w.bad(n, ref, "bad-hours", err.Error(), help)
}

func (w *week) holidays(n *document.Node, ref flows.Ref) {
	code := w.word(n, ref, "a country or a state", "DE-BE")
	region, ok := shop.RegionNamed(code)
	if n.Kind != document.Scalar || ok {
		w.region = region
		return
	}
	help := "write the two letters of the country, as AT, or of a state too, as DE-BE"
	if near := expr.Nearest(strings.ToUpper(code), shop.Regions()); near != "" {
		help = expr.DidYouMean(near)
	}
	w.bad(n, ref, "bad-hours", "the holidays of `"+code+"` are not known", help)
}

func (w *week) closedOn(n *document.Node, ref flows.Ref) {
	for i, item := range oneOrMore(n) {
		at := ref.At(strconv.Itoa(i))
		word := w.word(item, at, "a day", "2026-12-24")
		if item.Kind != document.Scalar {
			continue
		}
		closed, err := shop.ParseClosed(word)
		if err != nil {
			w.bad(item, at, "bad-hours", err.Error(), "")
			continue
		}
		w.closed = append(w.closed, closed)
	}
}

// oneOrMore gives the items of a list, or the one value that stands for it.
func oneOrMore(n *document.Node) []*document.Node {
	if n.Kind == document.List {
		return n.Items
	}
	return []*document.Node{n}
}

// quiet decodes the hours in which the bot does not speak first.
func (d *decoder) quiet(n *document.Node, ref flows.Ref) shop.Quiet {
	word := d.word(n, ref, "hours of the day", "21:00-08:00")
	if n.Kind != document.Scalar {
		return shop.Quiet{}
	}
	quiet, err := shop.ParseQuiet(word)
	if err != nil {
		d.bad(n, ref, "bad-hours", err.Error(), "write `quiet: 21:00-08:00`")
	}
	return quiet
}
