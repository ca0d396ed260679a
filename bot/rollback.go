package bot

import (
	"strconv"
	"strings"
)

// rolledBack tells that the store holds an older version of a contact than this process has had from it: a failover, or a restart without its file, has lost
// commits that were acknowledged. A contact who was forgotten and came back has another key, and counts from one again.
func rolledBack(had, has *hot) bool {
	return has.version != "" && counter(has.version) < counter(had.version) && has.unreadable == nil && had.unreadable == nil &&
		has.state.Contact.Key == had.state.Contact.Key
}

// counter is the number in front of a version's nonce.
func counter(version string) uint64 {
	digits, _, _ := strings.Cut(version, ".")
	n, _ := strconv.ParseUint(digits, 10, 64) // no version: 0
	return n
}

// lookBack raises the alarm where the store was rolled back. The turn is run again on what the store has: that is what holds now.
func (b *Bot) lookBack(had, has *hot) {
	if !rolledBack(had, has) {
		return
	}
	b.observer.rolledBack()
	b.log.Error("the store has lost commits that it had acknowledged: a contact is older there than this process knows him (store_rollback). "+
		"Compare payments by `repartee ledger verify`", "had", counter(had.version), "has", counter(has.version))
}
