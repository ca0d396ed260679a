package flows

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"repartee/flows/value"
)

// The JSON of a state is written at every turn, so it is put together by hand, and taken apart by hand, see reader; the tags of the structs
// say the same. A test holds the three against each other.

// object writes the members of a JSON object, those that are empty left out.
type object struct{ dst []byte }

func members(dst []byte) object { return object{append(dst, '{')} }

func (o *object) close() []byte { return append(o.dst, '}') }

func (o *object) key(name string) {
	if o.dst[len(o.dst)-1] != '{' {
		o.dst = append(o.dst, ',')
	}
	o.dst = append(append(append(o.dst, '"'), name...), '"', ':')
}

func (o *object) text(name, s string) {
	if s != "" {
		o.key(name)
		o.dst = quote(o.dst, s)
	}
}

func (o *object) number(name string, n int64) {
	if n != 0 {
		o.key(name)
		o.dst = strconv.AppendInt(o.dst, n, 10)
	}
}

func (o *object) flag(name string, on bool) {
	if on {
		o.key(name)
		o.dst = append(o.dst, "true"...)
	}
}

func (o *object) texts(name string, list []string) {
	if len(list) > 0 {
		o.key(name)
		o.dst = appendList(o.dst, list, func(s string, dst []byte) []byte { return quote(dst, s) })
	}
}

func (o *object) numbers(name string, counts map[string]int) {
	mapped(o, name, counts, func(n int, dst []byte) []byte { return strconv.AppendInt(dst, int64(n), 10) })
}

func (o *object) named(name string, texts map[string]string) {
	mapped(o, name, texts, func(text string, dst []byte) []byte { return quote(dst, text) })
}

func (o *object) answers(name string, fields map[string]Answer) {
	mapped(o, name, fields, Answer.appendJSON)
}

// plain writes what few states have as encoding/json does.
func (o *object) plain(name string, v any) {
	o.key(name)
	raw, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Errorf("encode %s of a state: %w", name, err)) // texts and numbers
	}
	o.dst = append(o.dst, raw...)
}

// mapped writes a map by the order of its keys.
func mapped[V any](o *object, name string, m map[string]V, item func(V, []byte) []byte) {
	if len(m) == 0 {
		return
	}
	o.key(name)
	var room [32]string
	keys := room[:0]
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	o.dst = append(o.dst, '{')
	for i, key := range keys {
		if i > 0 {
			o.dst = append(o.dst, ',')
		}
		o.dst = append(quote(o.dst, key), ':')
		o.dst = item(m[key], o.dst)
	}
	o.dst = append(o.dst, '}')
}

func quote(dst []byte, s string) []byte { return value.AppendQuoted(dst, s) }

func appendList[T any](dst []byte, list []T, item func(T, []byte) []byte) []byte {
	dst = append(dst, '[')
	for i, one := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = item(one, dst)
	}
	return append(dst, ']')
}

func (s State) appendJSON(dst []byte) []byte {
	o := members(dst)
	o.number("f", int64(s.Format))
	o.key("c")
	o.dst = s.Contact.appendJSON(o.dst)
	o.key("s")
	o.dst = s.Session.appendJSON(o.dst)
	return o.close()
}

func (c *Contact) appendJSON(dst []byte) []byte {
	o := members(dst)
	o.text("key", c.Key)
	o.text("first", c.FirstName)
	o.text("last", c.LastName)
	o.text("user", c.Username)
	o.text("tl", c.Telegram)
	o.text("lang", c.Language)
	o.text("zone", c.Zone)
	o.answers("fields", c.Fields)
	o.texts("tags", c.Tags)
	o.text("src", c.Source)
	o.text("ref", c.Referrer)
	o.number("since", c.Since)
	o.number("heard", c.Heard)
	o.number("visits", int64(c.Visits))
	o.number("out", c.OptedOut)
	o.number("blocked", c.Blocked)
	o.numbers("vary", c.Varied)
	o.named("arms", c.Arms)
	o.texts("chosen", c.Chosen)
	if len(c.Orders) > 0 {
		o.plain("orders", c.Orders)
	}
	o.numbers("vouch", c.Vouchers)
	if len(c.Bookings) > 0 {
		o.plain("books", c.Bookings)
	}
	if len(c.Works) > 0 {
		o.plain("works", c.Works)
	}
	o.number("expires", c.Expires)
	return o.close()
}

func (s *Session) appendJSON(dst []byte) []byte {
	o := members(dst)
	if len(s.Frames) > 0 {
		o.key("frames")
		o.dst = appendList(o.dst, s.Frames, Frame.appendJSON)
	}
	o.number("serial", int64(s.Serial))
	if len(s.Asked) > 0 {
		o.key("asked")
		o.dst = appendList(o.dst, s.Asked, Asked.appendJSON)
	}
	if len(s.Timers) > 0 {
		o.key("timers")
		o.dst = appendList(o.dst, s.Timers, Timer.appendJSON)
	}
	o.flag("kb", s.Keyboard)
	o.number("pub", int64(s.Publication))
	o.number("last", int64(s.Last))
	if len(s.Aside) > 0 {
		o.key("aside")
		o.dst = appendList(o.dst, s.Aside, Aside.appendJSON)
	}
	if len(s.Jobs) > 0 {
		o.key("jobs")
		o.dst = appendList(o.dst, s.Jobs, Open.appendJSON)
	}
	o.text("album", s.Album)
	o.number("spoke", s.Spoke)
	o.text("hold", s.Hold)
	o.text("held", s.Held)
	if s.Cart != nil {
		o.plain("cart", s.Cart)
	}
	return o.close()
}

func (a Aside) appendJSON(dst []byte) []byte {
	o := members(dst)
	o.key("frames")
	o.dst = appendList(o.dst, a.Frames, Frame.appendJSON)
	o.number("at", a.At)
	o.text("event", a.Event)
	return o.close()
}

func (j Open) appendJSON(dst []byte) []byte {
	o := members(dst)
	o.text("id", j.ID)
	o.number("until", j.Deadline)
	o.number("tries", int64(j.Tries))
	o.text("words", j.Words)
	o.text("res", base64.StdEncoding.EncodeToString(j.Result))
	o.flag("fail", j.Failed)
	if j.Stock != nil {
		o.plain("stock", j.Stock)
	}
	o.text("order", j.Order)
	return o.close()
}

func (f Frame) appendJSON(dst []byte) []byte {
	o := members(dst)
	o.text("flow", f.Flow)
	o.text("step", f.Step)
	o.text("back", string(f.Back))
	o.text("link", f.Link)
	o.answers("fields", f.Fields)
	o.texts("goals", f.Goals)
	o.flag("won", f.Won)
	o.number("serial", int64(f.Serial))
	o.number("tries", int64(f.Tries))
	o.flag("re", f.Reopened)
	o.texts("picked", f.Picked)
	o.texts("later", f.Later)
	o.texts("trail", f.Trail)
	o.texts("silent", f.Silent)
	o.flag("conf", f.Confirm)
	if f.Near != nil {
		o.key("near")
		o.dst = f.Near.appendJSON(o.dst)
	}
	o.text("page", f.Page)
	o.numbers("rounds", f.Rounds)
	o.text("job", f.Job)
	o.text("event", f.Event)
	o.named("passed", f.Passed)
	if len(f.Called) > 0 {
		o.key("called")
		o.dst = appendList(o.dst, f.Called, Run.appendJSON)
	}
	if len(f.Came) > 0 {
		o.key("came")
		o.dst = appendList(o.dst, f.Came, Run.appendJSON)
	}
	if f.Paying != nil {
		o.plain("pay", f.Paying)
	}
	o.number("pub", int64(f.Publication))
	return o.close()
}

func (r Run) appendJSON(dst []byte) []byte {
	o := members(dst)
	o.text("step", r.Step)
	o.key("frame")
	o.dst = r.Frame.appendJSON(o.dst)
	return o.close()
}

func (t Timer) appendJSON(dst []byte) []byte {
	o := members(dst)
	o.number("at", t.At)
	o.number("serial", int64(t.Serial))
	o.number("round", int64(t.Round))
	return o.close()
}

// appendJSON writes the short array [value, time, flow, how, words, publication].
func (a Answer) appendJSON(dst []byte) []byte {
	dst = a.Value.AppendJSON(append(dst, '['))
	dst = strconv.AppendInt(append(dst, ','), a.At, 10)
	dst = quote(append(dst, ','), a.Flow)
	dst = quote(append(dst, ','), string(a.How))
	if a.Words != "" || a.Publication != 0 {
		dst = quote(append(dst, ','), a.Words)
	}
	if a.Publication != 0 {
		dst = strconv.AppendInt(append(dst, ','), int64(a.Publication), 10)
	}
	return append(dst, ']')
}
