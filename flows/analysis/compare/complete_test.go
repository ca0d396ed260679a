package compare_test

import (
	"reflect"
	"testing"

	"repartee/config"
	"repartee/flows"
	"repartee/flows/analysis/compare"
	"repartee/flows/steps"
)

// nthWord tells which words are changed, as each is compared anew: all of the bot that has every key, some of the others.
func nthWord(bot string) int {
	if bot == everyKey {
		return 1
	}
	return 53
}

// TestWhateverIsWrittenCounts changes what the examples write, one word or number after the other, and each time there must be a difference: so nothing that can be
// written is forgotten in comparing.
func TestWhateverIsWrittenCounts(t *testing.T) {
	for name, files := range bots(t) {
		t.Run(name, func(t *testing.T) {
			changed := 0
			config.Load(files, steps.Kinds(), config.Reworked(func(source *flows.Source) {
				was := compare.Version{Written: compare.Read(source)}
				count := 0
				written(reflect.ValueOf(source).Elem(), "", func(where string, v reflect.Value) {
					if count++; count%nthWord(name) != 0 {
						return
					}
					changed++
					before := reflect.New(v.Type()).Elem()
					before.Set(v)
					alter(v)
					if compare.Compare(was, compare.Version{Written: compare.Read(source)}).Empty() {
						t.Errorf("%s: %v instead of %v makes no difference", where, v, before)
					}
					v.Set(before)
				})
			}))
			if changed < 10 {
				t.Errorf("only %d words were changed", changed)
			}
		})
	}
}

func alter(v reflect.Value) {
	if v.Kind() == reflect.String {
		v.SetString(v.String() + "x")
		return
	}
	v.SetInt(v.Int() + 60_000_000_000) // a minute, where it is a duration
}

// written calls f with each word and number that authors write, and where it stands.
func written(v reflect.Value, where string, f func(where string, v reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			written(v.Elem(), where, f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			written(v.Index(i), where, f)
		}
	case reflect.Struct:
		fields(v, where, f)
	case reflect.String:
		if v.String() != "" {
			f(where, v)
		}
	case reflect.Int, reflect.Int64:
		if v.Int() != 0 {
			f(where, v)
		}
	}
}

// fields leaves out what no author writes: places, the built-in flows, and of a translation what it is found by.
func fields(v reflect.Value, where string, f func(where string, v reflect.Value)) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		switch {
		case !field.IsExported(), field.Type == reflect.TypeFor[flows.Ref](), field.Name == "Builtin":
		case v.Type() == reflect.TypeFor[flows.Translation]() && field.Name != "Text":
		default:
			written(v.Field(i), where+"."+field.Name, f)
		}
	}
}
