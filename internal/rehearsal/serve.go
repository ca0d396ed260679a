package rehearsal

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"

	"repartee/internal/console"
)

// Serve opens a rehearsal and serves its page at an address until ctx ends. ready is called with the address when the page is there.
func Serve(ctx context.Context, o Options, listen string, ready func(address string, r *Rehearsal)) error {
	listener, err := Listen(ctx, listen, o.Key)
	if err != nil {
		return err
	}
	r, err := Open(ctx, o)
	if err != nil {
		listener.Close()
		return err
	}
	defer r.Close()
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return r.Run(ctx) })
	group.Go(func() error { return servePage(ctx, listener, r.Page()) })
	ready(listener.Addr().String(), r)
	if err := group.Wait(); err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

// Page is the rehearsal's page.
func (r *Rehearsal) Page() http.Handler {
	set := r.Loaded().Set
	o := console.Options{Title: set.Name, Username: username, Languages: set.Languages, Phones: r, Workbench: r, Log: r.opts.Log, Key: r.opts.Key}
	if r.numbers != nil { // an interface that holds nil is not nil
		o.Numbers = r.numbers
	}
	return console.New(o)
}

func servePage(ctx context.Context, listener net.Listener, page http.Handler) error {
	server := &http.Server{Handler: page, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve the page: %w", err)
	}
	return nil
}
