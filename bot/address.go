package bot

import (
	"errors"
	"net/netip"
	"syscall"
)

// ErrPrivate says that a call would have gone to an address that is not in the public internet.
var ErrPrivate = errors.New("it is at a private address, where calls go only if they are allowed to")

// refusePrivate is asked with the address that is about to be connected to, after names were resolved: so no name, redirect or second look-up leads around it.
func refusePrivate(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil || !public(at.Addr()) {
		return ErrPrivate
	}
	return nil
}

// public tells an address of the public internet from those of a machine, a network of its own, or a cloud's metadata. Of IPv6 only what is handed out as global
// unicast is: all else, and so every other way to wrap an IPv4 address (64:ff9b::/96, ::ffff:0:0:0/96, ::/96), is none.
//
// https://www.iana.org/assignments/iana-ipv4-special-registry and https://www.iana.org/assignments/iana-ipv6-special-registry
func public(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if a.Is6() && !netip.MustParsePrefix("2000::/3").Contains(a) {
		return false
	}
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, special := range []string{
		// What netip does not count as private: shared and test networks, relays, what is kept for the future, Azure's metadata,
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.175.48.0/24",
		"198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "168.63.129.16/32",
		// and, of global unicast, protocols (Teredo), documentation, 6to4 and the sink of reverse look-ups.
		"2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
	} {
		if netip.MustParsePrefix(special).Contains(a) {
			return false
		}
	}
	return true
}
