package large

import (
	"fmt"
	"io/fs"
	"path"
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"repartee/config"
	"repartee/flows/steps"
)

// BenchmarkLoad reads and compiles the large bot, as `run` does.
func BenchmarkLoad(b *testing.B) {
	bot := Bot(Full())
	defer cpu(b)()
	for b.Loop() {
		if loaded, found := config.Load(bot, steps.Kinds()); loaded.Set == nil {
			b.Fatalf("it has errors: %v", found[0])
		}
	}
}

// BenchmarkCheck does what `check` does with it: all is read, and the dialogue proved.
func BenchmarkCheck(b *testing.B) {
	bot := Bot(Full())
	defer cpu(b)()
	for b.Loop() {
		loaded, _ := config.Load(bot, steps.Kinds())
		loaded.Check()
	}
}

// BenchmarkChange checks it again after one file has changed, as the dev loop and editors do: in how much time, how much of it to load the files, and in which part of
// the time that the first look took in the same run.
func BenchmarkChange(b *testing.B) {
	for _, name := range []string{"flows/flow007.yaml", "bot.yaml", "faq.yaml", "catalog/goods.csv", "texts/de.yaml"} {
		b.Run(name, func(b *testing.B) { benchmarkChange(b, name) })
	}
}

func benchmarkChange(b *testing.B, name string) {
	bot := Bot(Full())
	text, err := fs.ReadFile(bot, name)
	if err != nil {
		b.Fatal(err)
	}
	w := config.NewWorkspace(bot, steps.Kinds())
	began := time.Now()
	first, _ := w.Load()
	first.Check()
	whole := time.Since(began)
	var loading time.Duration
	defer cpu(b)()
	defer func() {
		b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/whole.Seconds(), "of-first")
		b.ReportMetric(float64(loading)/float64(time.Millisecond)/float64(b.N), "load-ms/op")
	}()
	for i := 0; b.Loop(); i++ {
		w.Edit(name, changed(name, text, i))
		began := time.Now()
		loaded, found := w.Load()
		loading += time.Since(began)
		if loaded.Set == nil {
			b.Fatalf("it has errors: %v", found[0])
		}
		loaded.Check()
	}
}

// changed is a text with another end: a comment, or in a table an item more.
func changed(name string, text []byte, i int) []byte {
	end := fmt.Sprintf("# %d\n", i)
	if path.Ext(name) == ".csv" {
		end = fmt.Sprintf("more%d,More,More.,9.90,1,dark,filter,no\n", i)
	}
	return append(text[:len(text):len(text)], end...)
}

// cpu reports how much time of a processor each round took: on a machine that others use too, that tells more than the clock.
func cpu(b *testing.B) func() {
	percent := debug.SetGCPercent(300) // as `check` and `lsp` do
	before := used(b)
	return func() {
		debug.SetGCPercent(percent)
		b.ReportMetric(float64(used(b)-before)/float64(time.Millisecond)/float64(b.N), "cpu-ms/op")
	}
}

func used(b *testing.B) time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
