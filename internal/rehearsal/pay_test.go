package rehearsal

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"repartee/internal/app"
	"repartee/internal/console"
)

// corner is a shop that sells one thing by a card and one for Stars.
func corner() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		"bot.yaml": file(`bot: Corner
languages: [en]
time_zone: Europe/Berlin
currency: EUR
start: welcome
shop:
  tax: {included: true, rates: {default: 7%}}
  shipping: [{id: post, label: Post, countries: [DE, AT], price: 4.90}]
payments: {card: {provider: $CORNER_CARD_TOKEN, tips: [1, 2]}, stars: {}}
`),
		"catalog.yaml": file(`goods:
  items:
    - {id: crema, name: Crema, price: 12.90, stock: 2, weight: 0.5}
    - {id: course, name: Course, price: 250 XTR, digital: yes, code: yes}
`),
		"flows/welcome.yaml": file("flow: welcome\nsteps:\n  - say: Hello at the corner.\n"),
		"flows/crema.yaml": file(`flow: crema
kind: purchase
start: {command: crema}
steps:
  - show: chosen
    from: catalog.goods
    where: not item.digital
  - cart: {add: chosen}
  - {pay: bought, by: [card]}
`),
		"flows/course.yaml": file(`flow: course
kind: purchase
start: {command: course}
steps:
  - show: chosen
    from: catalog.goods
    where: item.digital
  - cart: {add: chosen}
  - {pay: learnt, by: [stars]}
`),
	}
}

// visitor looks at the page as its only customer does.
type visitor struct {
	t      *testing.T
	ctx    context.Context
	page   string
	events *bufio.Scanner
	till   *app.Till
}

func visit(t *testing.T, files fstest.MapFS) *visitor {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	address := make(chan string, 1)
	ended := make(chan error, 1)
	v := &visitor{t: t, ctx: ctx}
	go func() {
		ended <- Serve(ctx, Options{Files: files}, "127.0.0.1:0", func(at string, r *Rehearsal) {
			v.till = r.current().till
			address <- at
		})
	}()
	select {
	case at := <-address:
		v.page = "http://" + at
	case err := <-ended:
		t.Fatal(err)
	}
	stream := get(t, ctx, v.page+"/events")
	v.events = bufio.NewScanner(stream)
	v.events.Buffer(nil, 1<<20)
	t.Cleanup(func() {
		stream.Close()
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("it ended with %v", err)
		}
	})
	return v
}

// awaits reads events until there is a message that fits.
func (v *visitor) awaits(what string, fits func(console.Message) bool) console.Message {
	v.t.Helper()
	for v.events.Scan() {
		data, ok := strings.CutPrefix(v.events.Text(), "data: ")
		var e struct{ Message *console.Message }
		if !ok || json.Unmarshal([]byte(data), &e) != nil || e.Message == nil {
			continue
		}
		if fits(*e.Message) {
			return *e.Message
		}
	}
	v.t.Fatalf("no %s", what)
	return console.Message{}
}

func (v *visitor) reads(text string) {
	v.t.Helper()
	v.awaits(text, func(m console.Message) bool { return m.FromBot && strings.Contains(m.Text, text) })
}

// asks does something on the phone and gives the answer.
func (v *visitor) asks(deed, body string) string {
	v.t.Helper()
	resp := do(v.t, v.ctx, http.MethodPost, v.page+"/customers/100000001/"+deed, body)
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode >= 300 {
		v.t.Fatalf("%s answers %s %s %v", deed, resp.Status, raw, err)
	}
	return strings.TrimSpace(string(raw))
}

// orders walks from a command to the invoice.
func (v *visitor) orders(command string) (invoice string) {
	v.t.Helper()
	v.asks("say", `{"text":"`+command+`"}`)
	m := v.awaits("item", func(m console.Message) bool { return len(m.Buttons) > 0 && m.Buttons[0][0].Text == "I take this one" })
	v.asks("press", `{"message":`+strconv.FormatInt(m.ID, 10)+`,"data":"`+m.Buttons[0][0].Data+`"}`)
	m = v.awaits("invoice", func(m console.Message) bool { return m.Invoice != nil })
	if len(m.Buttons) == 0 || !m.Buttons[0][0].Pay {
		v.t.Errorf("the invoice has no button that pays: %+v", m.Buttons)
	}
	return strconv.FormatInt(m.ID, 10)
}

// TestPays buys on the page: the whole cycle against the whole runtime, with a payment that fails in each way before.
func TestPays(t *testing.T) {
	t.Parallel()
	v := visit(t, corner())
	v.asks("start", `{}`)
	v.reads("Hello at the corner.")
	invoice := v.orders("/crema")
	const to = `"to":{"name":"Ada","phone":"+49301234","email":"a@example.com","street":"Torstr. 1","post_code":"10119","city":"Berlin","country":`
	pay := func(rest string) string { return v.asks("pay", `{"message":`+invoice+`,`+rest+`}`) }
	if got := v.asks("ways", `{"message":`+invoice+`,`+to+`"AT"}}`); got != `[{"id":"post","label":"Post","price":490}]` {
		t.Errorf("ways to Austria: %s", got)
	}
	if got := v.asks("ways", `{"message":`+invoice+`,`+to+`"US"}}`); !strings.Contains(got, "The bot refused the payment: ") {
		t.Errorf("ways to the States: %s", got)
	}
	if got := pay(to + `"DE"},"way":"post","declined":true`); !strings.Contains(got, "declined the card") {
		t.Errorf("declined: %s", got)
	}
	if got := pay(to + `"DE"},"way":"post","too_late":true`); !strings.Contains(got, "did not answer in time") {
		t.Errorf("too late: %s", got)
	}
	if got := pay(to + `"DE"},"way":"post","tip":100`); got != "{}" {
		t.Errorf("paid: %s", got)
	}
	v.awaits("receipt of Telegram", func(m console.Message) bool { return m.Money != nil && m.Money.Amount == 1290+490+100 })
	v.reads("18.80")
	if got := pay(to + `"DE"},"way":"post"`); !strings.Contains(got, "The bot refused the payment: ") {
		t.Errorf("paid twice: %s", got)
	}

	v.asks("staff", `{"data":"sent","text":"Parcel 4711"}`)
	v.reads("Parcel 4711")

	invoice = v.orders("/course")
	if got := v.asks("invoice", `{"message":`+invoice+`}`); !strings.Contains(got, `"stars":10000`) {
		t.Errorf("an invoice in Stars: %s", got)
	}
	if got := pay(`"rest":90000`); !strings.Contains(got, "The bot refused the payment: ") {
		t.Errorf("after a day: %s", got)
	}
	anew := v.awaits("invoice anew", func(m console.Message) bool { return m.Invoice != nil })
	invoice = strconv.FormatInt(anew.ID, 10)
	if got := pay(`"rest":0`); got != "{}" {
		t.Errorf("a course: %s", got)
	}
	v.reads("Here is Course")
	v.asks("staff", `{"data":"refunded"}`)
	v.awaits("refund of Telegram", func(m console.Message) bool { return m.Money != nil && m.Money.Back && m.Money.Amount == 250 })
	v.reads("given back")
	got, err := v.till.Verify(t.Context())
	want := []app.Sum{{Currency: "EUR", Payments: 1, Paid: 1880}, {Currency: "XTR", Payments: 1, Refunds: 1, Paid: 250, Back: 250}}
	if diff := cmp.Diff(want, got.Sums); diff != "" || len(got.Differences) > 0 || got.Stars != 2 || err != nil {
		t.Errorf("%d Stars, %q, %v, %s", got.Stars, got.Differences, err, diff)
	}
}
