package docs_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// block is one fenced block of a page that a test has to do with.
type block struct {
	at         string // page and line
	language   string // yaml, console, go, or that of another file
	attributes map[string]string
	fragment   bool
	text       string
}

var attribute = regexp.MustCompile(`([a-z]+)="([^"]*)"`)

// blocksOf gives the blocks of yaml and console of a page, and others with attributes, in their order.
func blocksOf(t *testing.T, name, page string) []block {
	t.Helper()
	var blocks []block
	var open *block
	for i, line := range strings.Split(page, "\n") {
		info, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && open != nil:
			if open.language == "yaml" || open.language == "console" || len(open.attributes) > 0 {
				blocks = append(blocks, *open)
			}
			open = nil
		case fence:
			open = begin(fmt.Sprintf("%s:%d", name, i+1), info)
		case open != nil:
			open.text += line + "\n"
		}
	}
	if open != nil {
		t.Fatalf("%s: the block has no end", open.at)
	}
	return blocks
}

func begin(at, info string) *block {
	b := &block{at: at, attributes: map[string]string{}}
	b.language, _, _ = strings.Cut(info, " ")
	for _, pair := range attribute.FindAllStringSubmatch(info, -1) {
		b.attributes[pair[1]] = pair[2]
	}
	b.fragment = strings.Contains(" "+attribute.ReplaceAllString(info, "")+" ", " fragment ")
	return b
}
