package flows

import (
	"encoding/json"
	"reflect"
	"testing"

	"repartee/flows/value"
)

// TestStateJSON holds the JSON that is put together by hand against that of encoding/json, with every field of the state filled in: also one that is added later.
func TestStateJSON(t *testing.T) {
	var full State
	fill(t, reflect.ValueOf(&full).Elem())
	full.Format = stateFormat
	for name, state := range map[string]State{"full": full, "empty": {Format: stateFormat}} {
		want, err := json.Marshal(state)
		if err != nil {
			t.Fatal(err)
		}
		got, err := state.Encode()
		if err != nil {
			t.Fatal(err)
		}
		var wanted, gotten any
		if err := json.Unmarshal(want, &wanted); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(got, &gotten); err != nil {
			t.Fatalf("%s: %v in %s", name, err, got)
		}
		if !reflect.DeepEqual(gotten, wanted) {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, want)
		}
		var slowly State
		if err := json.Unmarshal(got, &slowly); err != nil {
			t.Fatal(err)
		}
		back, ok := readState(got)
		if !ok || !reflect.DeepEqual(back, slowly) {
			t.Errorf("%s: read (%t) as\n%+v, and by encoding/json as\n%+v", name, ok, back, slowly)
		}
		if again, _ := back.Encode(); string(again) != string(got) {
			t.Errorf("%s: read back it is\n%s, and was\n%s", name, again, got)
		}
	}
}

// fill gives every field below v a value that is not its zero.
func fill(t *testing.T, v reflect.Value) {
	t.Helper()
	if v.Type() == reflect.TypeFor[value.Value]() {
		v.Set(reflect.ValueOf(value.List(value.Text("a \"quoted\"\n<é>"), value.Money(1290, "EUR"), value.Bool(true))))
		return
	}
	if v.Type() == reflect.TypeFor[Run]() { // a frame lies in it, in which runs lie
		v.Set(reflect.ValueOf(Run{Step: "x", Frame: Frame{Flow: "y", Tries: 1}}))
		return
	}
	if v.Type() == reflect.TypeFor[*Heard]() { // it is written by encoding/json
		v.Set(reflect.ValueOf(&Heard{Who: "x", Input: Input{What: Press}}))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("x\\\"ü")
	case reflect.Uint8:
		v.SetUint(7)
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(t, v.Elem())
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(t, v.Index(0))
		fill(t, v.Index(1))
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for _, key := range []string{"b", "a \"quoted\" one"} {
			item := reflect.New(v.Type().Elem()).Elem()
			fill(t, item)
			v.SetMapIndex(reflect.ValueOf(key), item)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i))
		}
	default:
		t.Fatalf("the test cannot fill a %s", v.Type())
	}
}

// TestLoggedJSON holds the JSON of an entry that is put together by hand against that of encoding/json, in the same way.
func TestLoggedJSON(t *testing.T) {
	var full Logged
	fill(t, reflect.ValueOf(&full).Elem())
	for i := range full.Events {
		full.Events[i].Arms = nil
	}
	for name, logged := range map[string]Logged{"full": full, "empty": {Events: []Event{}}} {
		want, err := json.Marshal(logged)
		if err != nil {
			t.Fatal(err)
		}
		raw := logged.Encode()
		var wanted, gotten any
		if err := json.Unmarshal(want, &wanted); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(raw, &gotten); err != nil || !reflect.DeepEqual(gotten, wanted) {
			t.Errorf("%s: %v\ngot  %s\nwant %s", name, err, raw, want)
		}
		var slowly Logged
		if err := json.Unmarshal(raw, &slowly); err != nil {
			t.Fatal(err)
		}
		if back, ok := readLogged(raw); !ok || !reflect.DeepEqual(back, slowly) {
			t.Errorf("%s: read (%t) as\n%+v, and by encoding/json as\n%+v", name, ok, back, slowly)
		}
	}
}
