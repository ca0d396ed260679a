package bot_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"repartee/bot"
	"repartee/flows"
)

type parcelNeeds struct {
	Number string    `json:"number"`
	Since  bot.Date  `json:"since"`
	Price  bot.Money `json:"price"`
}

type parcelGives struct {
	At       *string    `json:"at"`
	Stops    []string   `json:"stops"`
	Legs     []leg      `json:"legs"`
	Arrives  time.Time  `json:"arrives"`
	Late     bool       `json:"late"`
	Weight   float32    `json:"weight"`
	Pieces   uint8      `json:"pieces"`
	Postage  *bot.Money `json:"postage,omitempty"`
	internal int
	Skipped  chan int `json:"-"`
}

type leg struct {
	From string `json:"from"`
	Km   int    `json:"km"`
}

func TestDeclaredCall(t *testing.T) {
	call := bot.NewCall("parcel", func(context.Context, parcelNeeds) (parcelGives, error) { return parcelGives{internal: 1}, nil })
	declared := call.Declared()
	if declared.ID != "parcel" || !declared.Func {
		t.Errorf("declared %s, function %v", declared.ID, declared.Func)
	}
	types := func(fields flows.Fields) (out []string) {
		for _, f := range fields {
			text := string(f.Name) + " " + f.Type
			if f.Of != nil {
				text += " of " + f.Of.Type
				for _, part := range f.Of.Fields {
					text += string(part.Name) + " " + part.Type + " "
				}
			}
			out = append(out, strings.TrimSpace(text))
		}
		return out
	}
	if diff := cmp.Diff([]string{"number text", "since date", "price money"}, types(declared.Needs)); diff != "" {
		t.Error(diff)
	}
	gives := []string{
		"at text", "stops list of text", "legs list of from text km integer", "arrives date_time", "late yes_no", "weight number", "pieces integer", "postage money",
	}
	if diff := cmp.Diff(gives, types(declared.Gives)); diff != "" {
		t.Error(diff)
	}
	if again := call.Declared(); again.Needs[0] == declared.Needs[0] {
		t.Error("two declarations share a field")
	}
}

func TestWrongCall(t *testing.T) {
	for want, make := range map[string]func(){
		"needs a json tag": func() {
			bot.NewCall("x", func(context.Context, struct{ Number string }) (struct{}, error) { return struct{}{}, nil })
		},
		"must be structs": func() { bot.NewCall("x", func(context.Context, string) (struct{}, error) { return struct{}{}, nil }) },
		"map[string]int is not for flows": func() {
			bot.NewCall("x", func(context.Context, struct{}) (out struct {
				Counts map[string]int `json:"counts"`
			}, err error) {
				return out, nil
			})
		},
	} {
		func() {
			defer func() {
				if said, _ := recover().(string); !strings.Contains(said, want) {
					t.Errorf("panics with %q, which does not say %q", said, want)
				}
			}()
			make()
		}()
	}
}

func TestFunc(t *testing.T) {
	bremen := "Bremen"
	for _, tt := range []struct {
		name, want, fails string
		do                func(context.Context, parcelNeeds) (parcelGives, error)
	}{
		{name: "gives", want: `"at":"Bremen"`, do: func(_ context.Context, in parcelNeeds) (parcelGives, error) {
			if in.Number != "7" || in.Since != "2026-03-02" || in.Price != (bot.Money{Amount: "12.50", Currency: "EUR"}) {
				return parcelGives{}, errors.New("given something else")
			}
			return parcelGives{At: &bremen, Postage: &bot.Money{Amount: "4.90"}}, nil
		}},
		{name: "an amount", want: `"postage":"4.90"`, do: func(context.Context, parcelNeeds) (parcelGives, error) {
			return parcelGives{Postage: &bot.Money{Amount: "4.90"}}, nil
		}},
		{name: "gives nothing", want: `"at":null`, do: func(context.Context, parcelNeeds) (parcelGives, error) { return parcelGives{}, nil }},
		{name: "fails", fails: "EOF", do: func(context.Context, parcelNeeds) (parcelGives, error) { return parcelGives{}, io.EOF }},
		{name: "panics", fails: "panic: a fault", do: func(context.Context, parcelNeeds) (parcelGives, error) { panic("a fault") }},
		{name: "does not end in time", fails: "parcel did not answer in time", do: func(ctx context.Context, _ parcelNeeds) (parcelGives, error) {
			<-ctx.Done()
			return parcelGives{}, ctx.Err()
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			call := bot.NewCall("parcel", tt.do)
			r := &rig{TB: t, server: newServer(t), store: file(t)}
			_, b := r.make(oneFlow(t, quietFlow), func(o *bot.Options) { o.Calls = []bot.Call{call} })
			args := []byte(`{"number": "7", "since": "2026-03-02", "price": {"amount": "12.50", "currency": "EUR"}}`)
			within := time.Minute
			if strings.Contains(tt.fails, "in time") {
				within = time.Millisecond
			}
			got, err := b.DoJob(t.Context(), &flows.Job{ID: "j", Func: &flows.FuncJob{Name: "parcel", Args: args, Within: within}})
			if tt.fails == "" && (err != nil || !strings.Contains(string(got), tt.want)) || tt.fails != "" && (err == nil || err.Error() != tt.fails) {
				t.Errorf("gives %s, %v", got, err)
			}
			if _, err := b.DoJob(t.Context(), &flows.Job{Func: &flows.FuncJob{Name: "other"}}); err == nil {
				t.Error("a function that is not there is called")
			}
		})
	}
}
