package large

import (
	"testing"

	"repartee/config"
	"repartee/flows/steps"
)

// BenchmarkLoad reads and compiles the large bot, as `check` does first.
func BenchmarkLoad(b *testing.B) {
	bot := Bot(Full())
	for b.Loop() {
		if loaded, found := config.Load(bot, steps.Kinds()); loaded.Set == nil {
			b.Fatalf("it has errors: %v", found[0])
		}
	}
}
