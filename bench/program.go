package bench

import (
	"context"
	"fmt"
	"log"
	"os"
	"os/signal"
	"runtime/pprof"
	"syscall"
)

// Main is the main function of a bot of the benchmark: it runs the bot until SIGTERM, and then ends the process at once, since there is nothing to lose. Where
// the environment has CPUPROFILE, the process's CPU profile is written to the file of that name.
func Main(run func(context.Context) error) {
	if err := supervise(run); err != nil {
		log.Fatal(err)
	}
}

func supervise(run func(context.Context) error) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	if path := os.Getenv("CPUPROFILE"); path != "" {
		end, err := profile(path)
		if err != nil {
			return err
		}
		defer end()
	}
	ended := make(chan error, 1)
	go func() { ended <- run(ctx) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
		return nil
	}
}

func profile(path string) (end func(), err error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, fmt.Errorf("write a profile: %w", err)
	}
	if err := pprof.StartCPUProfile(file); err != nil {
		_ = file.Close()
		return nil, fmt.Errorf("write a profile: %w", err)
	}
	return func() {
		pprof.StopCPUProfile()
		_ = file.Close()
	}, nil
}
