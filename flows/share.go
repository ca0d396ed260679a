package flows

import (
	"hash/fnv"
	"maps"
	"strings"
)

const (
	referralPrefix = "ref_"
	referralSource = "referral"
	referredEvent  = "referred"
)

// ShareLink is a page of Telegram that forwards this customer's own link to the bot: https://t.me/share/url?url=...
func (t *Turn) ShareLink() string {
	link := "https://t.me/" + t.username
	if t.in.Me != "" {
		link += "?start=" + referralPrefix + t.in.Me
	}
	return "https://t.me/share/url?url=" + linkEscapes.Replace(link)
}

// linkEscapes encodes what a link to the bot has of signs with a meaning in an address.
var linkEscapes = strings.NewReplacer(":", "%3A", "/", "%2F", "?", "%3F", "=", "%3D")

// cameBy remembers the first way that led the customer here. Who shared the link hears of it.
func (t *Turn) cameBy(payload string) {
	c := &t.state.Contact
	if payload == "" || len(payload) > PayloadLimit || c.Source != "" {
		return
	}
	code, referral := strings.CutPrefix(payload, referralPrefix)
	if !referral {
		c.Source = payload
		return
	}
	if code == t.in.Me || c.Visits > 1 {
		return // nobody refers himself, nor somebody who has been here before
	}
	c.Source, c.Referrer = referralSource, code
	t.events = append(t.events, Event{Name: Referred})
	t.effects = append(t.effects, Tell{Code: code, Event: referredEvent})
}

// Arm gives the arm of a split that this customer gets, and got before.
func (t *Turn) Arm(arms []SplitArm) *SplitArm {
	arm := t.arm(arms)
	if arm != nil {
		t.Took(arm.Ref)
	}
	return arm
}

func (t *Turn) arm(arms []SplitArm) *SplitArm {
	key := t.flowID() + "." + t.step.name
	kept := t.state.Contact.Arms[key]
	for i := range arms {
		if string(arms[i].ID) == kept {
			return &arms[i]
		}
	}
	total := 0
	for i := range arms {
		total += max(arms[i].Weight, 0)
	}
	if total == 0 {
		return nil
	}
	h := fnv.New64a()
	h.Write([]byte(key + " " + t.state.Contact.Key))
	at := int(mixed(h.Sum64()) % uint64(total))
	for i := range arms {
		if at -= max(arms[i].Weight, 0); at < 0 {
			if t.state.Contact.Arms == nil {
				t.state.Contact.Arms = map[string]string{}
			}
			t.state.Contact.Arms[key] = string(arms[i].ID)
			t.event(Split, t.step, string(arms[i].ID))
			return &arms[i]
		}
	}
	return nil
}

// mixed spreads the bits of a hash: the low ones of FNV alone follow the last letters of the text.
func mixed(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// tellArms records with every event which arms the customer is in.
func (t *Turn) tellArms() {
	if len(t.state.Contact.Arms) == 0 {
		return
	}
	arms := maps.Clone(t.state.Contact.Arms)
	for i := range t.events {
		t.events[i].Arms = arms
	}
}
