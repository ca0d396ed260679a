package config

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"repartee/flows"
)

// shape is what the tags of a struct say of its form in YAML.
type shape struct {
	keys  []key
	name  []int // the field that gets the key, where a list of these is a map by name
	short *key  // the field that a single value fills
	items []int // the field that a list fills
	ref   []int // the field that is told the place
}

// key is one key of a map.
type key struct {
	name     string // "" for a short form without a key of its own
	index    []int
	required bool
	secret   bool // only the name of an environment variable may stand there
	doc      string
}

func (s *shape) key(name string) *key {
	for i := range s.keys {
		if s.keys[i].name == name {
			return &s.keys[i]
		}
	}
	return nil
}

// choice is a type whose values are some words.
type choice interface{ Values() []string }

var refType = reflect.TypeFor[flows.Ref]()

// shapes remembers what was read of the types' tags.
type shapes map[reflect.Type]*shape

func (s shapes) of(t reflect.Type) *shape {
	if known := s[t]; known != nil {
		return known
	}
	made := &shape{}
	made.add(t, nil)
	s[t] = made
	return made
}

func (s *shape) add(t reflect.Type, at []int) {
	for i := range t.NumField() {
		field := t.Field(i)
		index := slices.Concat(at, []int{i})
		tag, tagged := field.Tag.Lookup("yaml")
		switch {
		case field.Type == refType && field.Name == "Ref" && s.ref == nil:
			s.ref = index
		case tagged && tag != "-":
			s.field(field, tag, index)
		}
	}
}

func (s *shape) field(field reflect.StructField, tag string, index []int) {
	parts := strings.Split(tag, ",")
	k := key{name: parts[0], index: index, doc: field.Tag.Get("doc")}
	short := false
	for _, option := range parts[1:] {
		switch option {
		case "required":
			k.required = true
		case "secret":
			k.secret = true
		case "short":
			short = true
		case "key":
			s.name = index
		case "items":
			s.items = index
		case "inline":
			s.add(field.Type, index)
		default:
			panic(fmt.Sprintf("config: field %s has the tag option %q", field.Name, option))
		}
	}
	if k.name != "" {
		s.keys = append(s.keys, k)
	}
	if short {
		s.short = &k
	}
}
