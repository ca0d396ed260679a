package value

import (
	"slices"
	"strings"
)

// mailDomains are where most customers have their address. Some are here only because they are one letter away from another.
var mailDomains = strings.Fields(`gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.fr web.de t-online.de freenet.de posteo.de mailbox.org mail.de
	yahoo.com yahoo.de yahoo.fr yahoo.co.uk ymail.com hotmail.com hotmail.de hotmail.fr hotmail.co.uk outlook.com outlook.de outlook.fr live.com live.de live.fr
	live.co.uk msn.com icloud.com me.com mac.com aol.com aol.de mail.com email.com email.de proton.me protonmail.com orange.fr free.fr laposte.net wanadoo.fr sfr.fr
	neuf.fr bluewin.ch btinternet.com mail.ru vodafone.de arcor.de kabelmail.de a1.net chello.at`)

// mailNames are domains whose ending is as good as always the same.
var mailNames = map[string]string{
	"gmail": "gmail.com", "googlemail": "googlemail.com", "hotmail": "hotmail.com", "outlook": "outlook.com", "icloud": "icloud.com", "yahoo": "yahoo.com",
	"t-online": "t-online.de", "web": "web.de", "laposte": "laposte.net",
}

// nearEmail is the address that one with a slip in its domain was meant as; unknown if the domain may be right.
func nearEmail(address string) Value {
	address = strings.TrimRight(address, ".!?*")
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return Value{}
	}
	local, domain := address[:at], strings.ToLower(address[at+1:])
	if near := nearDomain(domain); near != "" && isLocalPart(local) {
		return Text(local + "@" + near)
	}
	return Value{}
}

// nearDomain is the one well-known domain that is a slip away: one letter, or two in a long one.
func nearDomain(domain string) string {
	if slices.Contains(mailDomains, domain) {
		return ""
	}
	if full, known := mailNames[domain]; known {
		return full
	}
	best, least, tied := "", 3, false
	for _, known := range mailDomains {
		limit := 1
		if len(known) >= 11 {
			limit = 2
		}
		if otherCountry(domain, known) || len(domain) > len(known)+limit || len(known) > len(domain)+limit {
			continue
		}
		switch n := Distance(domain, known); {
		case n > limit || n > least:
		case n == least:
			tied = true
		default:
			best, least, tied = known, n, false
		}
	}
	if tied {
		return ""
	}
	return best
}

// otherCountry reports whether a domain differs from a known one by nothing but a country of its own, as yahoo.be does from yahoo.de.
func otherCountry(domain, known string) bool {
	name, top, _ := strings.Cut(domain, ".")
	knownName, _, _ := strings.Cut(known, ".")
	return name == knownName && len(top) == 2 && !slices.Contains([]string{"co", "cm", "om", "ed", "ef"}, top)
}
