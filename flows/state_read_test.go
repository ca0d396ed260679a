package flows

import (
	"encoding/json"
	"reflect"
	"testing"
)

// FuzzReadState holds what is read by hand of anything that Encode writes against what encoding/json reads of it.
func FuzzReadState(f *testing.F) {
	for _, seed := range []string{
		`{"f":2,"c":{"first":"A\"nn","fields":{"a":[1.5,7,"x","t"],"b":[{"money":"1.50 EUR"},7,"x","p","w",3],"c":[[true,null],-1,"",""]},"vary":{"x":3},"tags":["a"]},` +
			`"s":{"frames":[{"flow":"a","step":"b","fields":{},"re":true,"near":["x",1,"",""],"came":[{"step":"s","frame":{"flow":"b"}}]}],"asked":[[3,"a","b","3.x"],[4,"a"]],"timers":[{"at":1,"serial":2}]}}`,
		`{"f":1,"c":{},"s":{"asked":[{"n":3,"flow":"a"}]}}`, `{"c":{"since":1e3}}`, `{"c":null}`, `{"f": 2}`, `{"c":{"first":"\u00e4\ud83d"}}`, `{"f":2,"c":{"works":[{]}}`, `{}x`, `{"new":1}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var slowly State
		if json.Unmarshal(data, &slowly) != nil {
			return
		}
		encoded, err := slowly.Encode()
		if err != nil {
			t.Fatal(err)
		}
		var want State
		if err := json.Unmarshal(encoded, &want); err != nil {
			t.Fatalf("%s: %v", encoded, err)
		}
		if got, ok := readState(encoded); !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%s is read (%t) as\n%+v, and by encoding/json as\n%+v", encoded, ok, got, want)
		}
	})
}
