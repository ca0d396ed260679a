package chaos

import (
	"testing"
	"time"

	"repartee/bot/telegram/telegramtest"
)

// at is a moment of a made-up run.
func at(second int) time.Time { return time.Unix(int64(second), 0) }

// judged gives a customer who was to hear "a", "b" and "c" the messages of a list, and says what is found of it.
func judged(t *testing.T, sent []send, gone map[string][]absence) *verdict {
	t.Helper()
	server := telegramtest.NewServer(telegramtest.Options{})
	t.Cleanup(server.Close)
	r := &run{server: server, front: newFront(server)}
	r.crowd = newCrowd(r)
	c := &customer{User: server.User(7, "Ann", "en")}
	c.expect("a", "b", "c")
	for i, s := range sent {
		s.message = int64(i + 1)
		r.front.record(7, s)
	}
	v := &verdict{run: r}
	v.transcript(c, gone)
	return v
}

func TestTranscript(t *testing.T) {
	a, b, c := send{what: "a", by: "bot1.1", at: at(1)}, send{what: "b", by: "bot1.1", at: at(2)}, send{what: "c", by: "bot1.1", at: at(3)}
	later := func(s send) send {
		s.by, s.at = "bot2.1", at(50)
		return s
	}
	cut := func(s send) send {
		s.cut = true
		return s
	}
	killed := map[string][]absence{"bot1.1": {{dead: true, from: at(3)}}}
	stopped := map[string][]absence{"bot1.1": {{from: at(3), to: at(60)}}}
	for name, test := range map[string]struct {
		sent []send
		gone map[string][]absence
		want Report
	}{
		"all":                            {sent: []send{a, b, c}},
		"one is missing":                 {sent: []send{a, b}, want: Report{Missing: 1}},
		"two are swapped":                {sent: []send{a, c, b}, want: Report{Disordered: 1}},
		"one is nobody's":                {sent: []send{a, b, c, {what: "d"}}, want: Report{Unexpected: 1}},
		"twice, the answer was cut":      {sent: []send{a, cut(b), b, c}, want: Report{Repeats: Repeats{Cut: 1}}},
		"twice, killed in between":       {sent: []send{a, b, later(b), later(c)}, gone: killed, want: Report{Repeats: Repeats{Killed: 1}}},
		"twice, stopped in between":      {sent: []send{a, b, later(b), later(c)}, gone: stopped, want: Report{Repeats: Repeats{Stopped: 1}}},
		"twice, for no reason":           {sent: []send{a, b, later(b), later(c)}, want: Report{Repeats: Repeats{Undeclared: 1}}},
		"a run again, killed in between": {sent: []send{a, b, later(a), later(b), later(c)}, gone: killed, want: Report{Repeats: Repeats{Killed: 2}}},
		"an old one after a newer one":   {sent: []send{a, b, later(a), later(c)}, gone: killed, want: Report{Disordered: 1, Repeats: Repeats{Killed: 1}}},
	} {
		t.Run(name, func(t *testing.T) {
			v := judged(t, test.sent, test.gone)
			got := Report{Missing: v.Missing, Disordered: v.Disordered, Unexpected: v.Unexpected, Repeats: v.Repeats}
			if got.Missing != test.want.Missing || got.Disordered != test.want.Disordered || got.Unexpected != test.want.Unexpected || got.Repeats != test.want.Repeats {
				t.Errorf("%+v, not %+v: %q", got, test.want, v.Wrong)
			}
			bad := got.Missing + got.Disordered + got.Unexpected + got.Repeats.Undeclared
			if bad != len(v.Wrong) {
				t.Errorf("%d things are wrong, and told is %q", bad, v.Wrong)
			}
		})
	}
}

func TestGist(t *testing.T) {
	for text, want := range map[string]string{
		"Word 2?":                               "Word 2?",
		"Here is Pass.\nABCD-EFGH":              "Here is Pass.",
		"Thank you! It is here. Order AB-CD:\n": "Thank you! It is here.",
	} {
		if got := gist(text); got != want {
			t.Errorf("of %q %q is left", text, got)
		}
	}
}

func TestSaid(t *testing.T) {
	server := telegramtest.NewServer(telegramtest.Options{})
	t.Cleanup(server.Close)
	said := []string{"x", "y", "z"}
	for name, test := range map[string]struct {
		kept []string
		want Report
	}{
		"all":             {said, Report{}},
		"one is lost":     {[]string{"x", "z"}, Report{Lost: 1}},
		"one is doubled":  {[]string{"x", "y", "y", "z"}, Report{Doubled: 1}},
		"two are swapped": {[]string{"y", "x", "z"}, Report{Disordered: 1}},
	} {
		v := &verdict{}
		v.said(&customer{User: server.User(7, "Ann", "en"), words: said, said: 3}, test.kept)
		if v.Lost != test.want.Lost || v.Doubled != test.want.Doubled || v.Disordered != test.want.Disordered {
			t.Errorf("%s: %d lost, %d doubled, %d in disorder", name, v.Lost, v.Doubled, v.Disordered)
		}
	}
}
