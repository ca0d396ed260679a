package config_test

import (
	"fmt"
	"testing/fstest"

	"repartee/config"
	"repartee/flows/steps"
)

// A loop that shows a bot while somebody writes it: after each change it goes on with the last files that were without a mistake.
func ExampleWorkspace() {
	folder := fstest.MapFS{
		"bot.yaml":           {Data: []byte("bot: Shop\nlanguages: [en]\ntime_zone: Europe/Berlin\ncurrency: EUR\nstart: welcome\n")},
		"flows/welcome.yaml": {Data: []byte("flow: welcome\nsteps:\n  - say: Hello\n")},
	}
	w := config.NewWorkspace(folder, steps.Kinds())
	var good *config.Loaded
	look := func() {
		loaded, found := w.Load()
		if loaded.Set != nil {
			good = loaded
			found = found.With(loaded.Check())
		}
		for _, d := range found {
			fmt.Printf("%s:%d: %s\n", d.File, d.Line, d.Message)
		}
		fmt.Println("shown:", good.Set.Said()[0].Text)
	}
	look()
	folder["flows/welcome.yaml"] = &fstest.MapFile{Data: []byte("flow: welcome\nsteps:\n  - sya: Good morning\n")}
	look()
	folder["flows/welcome.yaml"] = &fstest.MapFile{Data: []byte("flow: welcome\nsteps:\n  - say: Good morning\n")}
	look()
	// Output:
	// shown: Hello
	// flows/welcome.yaml:3: there is no kind of step called `sya`
	// shown: Hello
	// shown: Good morning
}
