package rehearsal

import (
	"context"
	"fmt"
	"net"

	"repartee/internal/access"
)

// Listen listens for the page at an address, as 127.0.0.1:7777. Where other computers can reach it, that needs a key.
func Listen(ctx context.Context, address string, key *access.Key) (net.Listener, error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("listen for the page: %w; choose another address with --listen", err)
	}
	if err := access.Admit(listener.Addr(), key); err != nil {
		listener.Close()
		return nil, err
	}
	return listener, nil
}
