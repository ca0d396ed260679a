package reference

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing/fstest"

	"repartee/config"
	"repartee/flows/steps"
)

// faulty are files with one fault each, named after the code of its finding, and a small bot that they are put into.
//
//go:embed faults
var faulty embed.FS

// faults are the codes that have such a file.
func faults() []string {
	names, err := fs.Glob(faulty, "faults/*.yaml")
	if err != nil {
		panic(err) // the pattern is right
	}
	codes := make([]string, len(names))
	for i, name := range names {
		codes[i] = strings.TrimSuffix(path.Base(name), ".yaml")
	}
	return codes
}

// check finds what is wrong with the small bot with one file more. That not all is translated belongs to the bot.
func check(code string) (config.Diagnostics, error) {
	folder := fstest.MapFS{}
	base, err := fs.Sub(faulty, "faults/base")
	if err != nil {
		return nil, fmt.Errorf("open the small bot: %w", err)
	}
	for _, name := range []string{"bot.yaml", "catalog.yaml", "flows/welcome.yaml"} {
		text, err := fs.ReadFile(base, name)
		if err != nil {
			return nil, fmt.Errorf("read the small bot: %w", err)
		}
		folder[name] = &fstest.MapFile{Data: text}
	}
	text, err := faulty.ReadFile("faults/" + code + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("read the fault: %w", err)
	}
	folder[placeOf(string(text))] = &fstest.MapFile{Data: text}
	if placeOf(string(text)) == "bot.yaml" {
		delete(folder, "catalog.yaml")
	}
	_, found := config.Load(folder, steps.Kinds())
	return slices.DeleteFunc(found, func(d config.Diagnostic) bool { return d.Code == "missing-translation" }), nil
}

// placeOf tells by its first key where in a bot's folder a file belongs.
func placeOf(text string) string {
	switch {
	case strings.HasPrefix(text, "bot:"):
		return "bot.yaml"
	case strings.HasPrefix(text, "- {at:"):
		return "texts/de.yaml"
	}
	return "flows/part.yaml"
}

// faultExamples are what check prints of each fault, by code.
func faultExamples() (map[string]string, error) {
	examples := map[string]string{}
	for _, code := range faults() {
		found, err := check(code)
		if err != nil {
			return nil, err
		}
		var text strings.Builder
		if err := found.WriteText(&text, false); err != nil {
			return nil, fmt.Errorf("write the finding: %w", err)
		}
		examples[code] = text.String()
	}
	return examples, nil
}
