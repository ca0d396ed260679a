package bot

import (
	"net"
	"net/http"
	"net/netip"
	"syscall"
)

// OnlyPrivate lets requests of calls go to one private address, and judges all others as ever.
func (b *Bot) OnlyPrivate(allowed netip.AddrPort) {
	b.requester.CloseIdleConnections()
	dialer := &net.Dialer{Timeout: dialTime, Control: func(network, address string, c syscall.RawConn) error {
		if at, err := netip.ParseAddrPort(address); err == nil && at == allowed {
			return nil
		}
		return refusePrivate(network, address, c)
	}}
	b.requester.Transport.(*http.Transport).DialContext = dialer.DialContext
}
