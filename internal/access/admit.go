package access

import (
	"fmt"
	"net"
)

// Admit says in plain words why a page must not be served at an address: other
// computers can reach it, and there is no key.
func Admit(at net.Addr, key *Key) error {
	if tcp, ok := at.(*net.TCPAddr); key != nil || ok && tcp.IP.IsLoopback() {
		return nil
	}
	return fmt.Errorf("other computers can reach %s: set CONSOLE_TOKEN, or CONSOLE_PASSWORD_HASH to what `repartee password` prints, or listen on 127.0.0.1", at)
}
