package sealed

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func keysOf(t testing.TB, ids ...string) Keys {
	t.Helper()
	var parts []string
	for _, id := range ids {
		secret := make([]byte, keySize)
		rand.Read(secret)
		parts = append(parts, id+":"+base64.StdEncoding.EncodeToString(secret))
	}
	keys, err := ParseKeys(strings.Join(parts, ","))
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// TestSealAndOpen seals anything anywhere, and opens it there and nowhere else.
func TestSealAndOpen(t *testing.T) {
	keys := keysOf(t, "k1", "k2")
	kinds := []kind{stateKind, outboxKind, inboxKind, orderKind, deadKind}
	rapid.Check(t, func(t *rapid.T) {
		type place struct {
			What kind
			Chat int64
			Name string
		}
		anywhere := func(label string) place {
			return place{rapid.SampledFrom(kinds).Draw(t, label), rapid.Int64().Draw(t, label), rapid.String().Draw(t, label)}
		}
		here, there, value := anywhere("here"), anywhere("there"), rapid.SliceOf(rapid.Byte()).Draw(t, "value")
		codec := keys.of(here.Chat)
		sealed := codec.seal(here.What, here.Name, value)
		if len(value) == 0 {
			if len(sealed) != 0 {
				t.Fatal("nothing was sealed to something")
			}
			return
		}
		if sealedBy(sealed) != "k1" {
			t.Fatalf("sealed by %q", sealedBy(sealed))
		}
		if again := codec.seal(here.What, here.Name, value); bytes.Equal(again, sealed) {
			t.Fatal("sealed the same way twice")
		}
		opened, err := codec.open(here.What, here.Name, sealed)
		if err != nil || !bytes.Equal(opened, value) {
			t.Fatalf("opened %q, %v", opened, err)
		}
		if there == here {
			return
		}
		elsewhere := keys.of(there.Chat)
		if _, err := elsewhere.open(there.What, there.Name, sealed); !errors.Is(err, errUnopened) {
			t.Fatalf("opened at another place: %v", err)
		}
	})
}

// TestEveryByteCounts changes each byte of a sealed value, and cuts it off everywhere.
func TestEveryByteCounts(t *testing.T) {
	keys := keysOf(t, "k1")
	codec := keys.of(7)
	value := []byte(`{"name":"Ada"}`)
	sealed := codec.seal(stateKind, "", value)
	for i := len(mark); i < len(sealed); i++ {
		changed := bytes.Clone(sealed)
		changed[i] ^= 1
		if _, err := codec.open(stateKind, "", changed); !errors.Is(err, errUnopened) {
			t.Errorf("byte %d changed: %v", i, err)
		}
		if _, err := codec.open(stateKind, "", sealed[:i]); !errors.Is(err, errUnopened) {
			t.Errorf("cut off at %d: %v", i, err)
		}
	}
}

// TestErrorsNameTheKey wants to know which key is missing, or wrong.
func TestErrorsNameTheKey(t *testing.T) {
	old, other, none := keysOf(t, "k1"), keysOf(t, "k2"), Keys{}
	from := old.of(7)
	sealed := from.seal(stateKind, "", []byte("{}"))
	newer := bytes.Clone(sealed)
	newer[len(mark)]++
	sameID := keysOf(t, "k1")
	for _, c := range []struct {
		keys  Keys
		value []byte
		want  string
	}{
		{other, sealed, "state: it is sealed with key k1, which SEAL_KEYS has not"},
		{none, sealed, "state: it is sealed with key k1, which SEAL_KEYS has not"},
		{sameID, sealed, "state: key k1 does not open it"},
		{old, newer, "state: it is sealed in form 2, which a newer version of the program knows"},
	} {
		codec := c.keys.of(7)
		if _, err := codec.open(stateKind, "", c.value); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v; want %q", err, c.want)
		}
	}
}

func TestPlainValuesStayWhatTheyAre(t *testing.T) {
	with, none := keysOf(t, "k1"), Keys{}
	for _, keys := range []Keys{with, none} {
		for _, value := range []string{"", "{}", `{"a":1}`, "\xFF", "\xFFr", "\xFEffp", "sendMessage\ntext=hello"} {
			codec := keys.of(7)
			opened, err := codec.open(outboxKind, "", []byte(value))
			if err != nil || string(opened) != value {
				t.Errorf("%q was opened to %q, %v", value, opened, err)
			}
		}
	}
	unsealed := none.of(7)
	if got := unsealed.seal(stateKind, "", []byte("{}")); string(got) != "{}" {
		t.Errorf("sealed without a key: %q", got)
	}
}

// FuzzOpen gives the codec anything that a store could hold: it opens nothing that was not sealed.
func FuzzOpen(f *testing.F) {
	keys := keysOf(f, "k1")
	codec := keys.of(7)
	sealed := codec.seal(stateKind, "", []byte(`{"name":"Ada"}`))
	for _, seed := range [][]byte{nil, []byte(mark), sealed, sealed[:head], append([]byte(mark), 1, 255)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value []byte) {
		opened, err := codec.open(stateKind, "", value)
		switch {
		case !isSealed(value):
			if err != nil || !bytes.Equal(opened, value) {
				t.Errorf("a plain value was opened to %q, %v", opened, err)
			}
		case err == nil && !bytes.Equal(value, sealed):
			t.Errorf("a forged value was opened to %q", opened)
		case err != nil && !errors.Is(err, errUnopened):
			t.Errorf("an error of another kind: %v", err)
		}
	})
}
