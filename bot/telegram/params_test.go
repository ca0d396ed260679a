package telegram_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"repartee/bot/telegram"
)

func TestParamsOf(t *testing.T) {
	got, err := telegram.ParamsOf(map[string]any{
		"text": "a \"quoted\" \\ ü 😀", "empty": "", "n": -5, "x": 1.5, "yes": true, "no": false,
		"list": []any{"a,b", map[string]any{"k": "}]"}}, "nothing": nil, "nil_list": []string(nil),
	})
	if err != nil {
		t.Fatal(err)
	}
	want := telegram.Params{
		"text": "a \"quoted\" \\ ü 😀", "empty": "", "n": "-5", "x": "1.5", "yes": "true", "no": "false",
		"list": `["a,b",{"k":"}]"}]`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err := telegram.ParamsOf([]int{1}); err == nil {
		t.Error("a list was taken for parameters")
	}
	if _, err := telegram.ParamsOf(func() {}); err == nil {
		t.Error("a function was taken for parameters")
	}
}

// FuzzDecode holds the splitting of a call against encoding/json.
func FuzzDecode(f *testing.F) {
	for _, tt := range requests {
		f.Add([]byte(tt.want))
	}
	f.Add([]byte(" {\n\"method\" : \"x\" ,\t\"a\":[ 1 , {\"b\":\"\\\"}\"} ],\"\\u0061\":null , \"c\":-1.5e3 } "))
	f.Add([]byte("{\"method\":\"\xff\",\"a\":\"\\ud800\"}"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		method, got, err := telegram.Decode(raw)
		var members map[string]json.RawMessage
		if json.Unmarshal(raw, &members) != nil || members == nil {
			if err == nil {
				t.Fatalf("took %q", raw)
			}
			return
		}
		want := telegram.Params{}
		for name, value := range members {
			var text string
			switch {
			case value[0] == '"' && json.Unmarshal(value, &text) == nil:
				want[name] = text
			case value[0] != 'n':
				want[name] = string(value)
			}
		}
		if err != nil {
			if want["method"] != "" {
				t.Fatalf("refused %q: %v", raw, err)
			}
			return
		}
		want2 := want["method"]
		delete(want, "method")
		if diff := cmp.Diff(want, got); diff != "" || method != want2 {
			t.Fatalf("%q: method %q, want %q; %s", raw, method, want2, diff)
		}
	})
}
