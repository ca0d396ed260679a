package chaos

import (
	"errors"
	"time"
)

// Options say what is run and for how long.
type Options struct {
	Program   string        // the path of repartee
	Dir       string        // an empty folder for all files of the run
	For       time.Duration // how long the storm lasts; customers then come to their ends
	Seed      uint64        // of the storm and of what customers do
	Cluster   bool          // three masters with three replicas, in place of one Redis
	Fsync     string        // of Redis' append-only file: always or everysec
	Polling   bool          // in place of a webhook
	Bots      int           // processes
	Customers int           // at once
	Every     time.Duration // the mean time from one fault to the next

	Log func(format string, args ...any) // what happens meanwhile; nil: nowhere
}

func (o *Options) check() error {
	switch {
	case o.Program == "" || o.Dir == "":
		return errors.New("chaos needs a program and a folder")
	case o.For <= 0 || o.Bots < 1 || o.Customers < 1 || o.Every <= 0:
		return errors.New("chaos needs a time, bots, customers and a mean time between faults")
	case o.Fsync != "always" && o.Fsync != "everysec":
		return errors.New("fsync is always or everysec")
	}
	if o.Log == nil {
		o.Log = func(string, ...any) {}
	}
	return nil
}
