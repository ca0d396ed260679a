package expr

import (
	"fmt"
	"strings"

	"repartee/flows/value"
)

// checkOptions reports texts of the source that are compared with one of some
// options but are none of these.
func (c *checker) checkOptions(n *node, options, texts *value.Type) {
	options, texts = optionsOf(options), optionsOf(texts)
	if options.Base != value.TypeOneOf || texts.Base != value.TypeText || len(options.Options) == 0 {
		return
	}
	for _, o := range texts.Options {
		if !hasOption(options, o.ID) {
			at := placeOf(n, o.ID)
			c.report(at, CodeNotAnOption, "'%s' is not one of the options: %s", o.ID, quotedIDs(options.Options)).
				Help = meantOption(o.ID, options.Options)
		}
	}
}

// optionsOf looks into lists: what can be in them is what counts.
func optionsOf(t *value.Type) *value.Type {
	if t.Kind() == value.KindList {
		return entryType(t)
	}
	return t
}

// placeOf finds the literal in a node, so that the problem points at it.
func placeOf(n *node, text string) *node {
	if found := literalIn(n, text); found != nil {
		return found
	}
	return n
}

func literalIn(n *node, text string) *node {
	if n.kind == nodeLiteral && n.val.AsText() == text {
		return n
	}
	for _, arg := range n.args {
		if found := literalIn(arg, text); found != nil {
			return found
		}
	}
	return nil
}

// meantOption finds the option whose id, former id or label is near.
func meantOption(id string, options []value.Option) string {
	var names []string
	of := map[string]string{}
	for _, o := range options {
		names = append(names, o.ID)
		of[o.ID] = o.ID
		for _, name := range append([]string{o.Was}, labels(o)...) {
			if _, taken := of[name]; !taken && name != "" {
				names = append(names, name)
				of[name] = o.ID
			}
		}
	}
	if near := Nearest(id, names); near != "" {
		return fmt.Sprintf("did you mean '%s'?", of[near])
	}
	return ""
}

func labels(o value.Option) []string {
	all := make([]string, 0, len(o.Label))
	for _, label := range o.Label {
		all = append(all, strings.ToLower(label))
	}
	return all
}
