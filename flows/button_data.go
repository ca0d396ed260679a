package flows

import (
	"slices"
	"strconv"
	"strings"
)

// buttonData is what a button sends when it is pressed: the serial of its asking (0 where it means the same at any time) and a hash of the choice's id. At most
// 64 bytes are allowed (https://core.telegram.org/bots/api#inlinekeyboardbutton); these are about ten.
func buttonData(serial int, id string) string {
	var room [maxButtonData]byte
	return string(appendButtonData(room[:0], serial, id))
}

const maxButtonData = 24 // two numbers of 64 and 32 bits to the base of 36, and a point

func appendButtonData(dst []byte, serial int, id string) []byte {
	dst = append(strconv.AppendInt(dst, int64(serial), 36), '.')
	return strconv.AppendUint(dst, uint64(hashID(id)), 36)
}

// dataIs tells whether data is that of a button for a choice.
func dataIs(data string, serial int, id string) bool {
	var room [maxButtonData]byte
	return string(appendButtonData(room[:0], serial, id)) == data
}

// hashID is FNV-1a of 32 bits: https://datatracker.ietf.org/doc/html/rfc9923
func hashID(id string) uint32 {
	hash := uint32(2166136261)
	for i := range len(id) {
		hash = (hash ^ uint32(id[i])) * 16777619
	}
	return hash
}

// readButtonData takes the data of a press apart. Anybody can send any data: what a button would not have sent is none.
func readButtonData(data string) (serial int, hash uint32, ok bool) {
	head, tail, _ := strings.Cut(data, ".")
	n, err := strconv.ParseInt(head, 36, 32)
	h, err2 := strconv.ParseUint(tail, 36, 32)
	if err != nil || err2 != nil || n < 0 {
		return 0, 0, false
	}
	var room [maxButtonData]byte
	again := strconv.AppendUint(append(strconv.AppendInt(room[:0], n, 36), '.'), h, 36)
	return int(n), uint32(h), string(again) == data
}

// Means tells whether a button's data stands for a choice: an option's id, or the name of a command, a flow or one of skip, why, keep and done.
func Means(data, name string) bool {
	_, hash, ok := readButtonData(data)
	return ok && slices.ContainsFunc(choiceIDs(name), func(id string) bool { return hashID(id) == hash })
}

// IsFor tells whether a button's data stands for the choice of just this id.
func IsFor(data, id string) bool {
	_, hash, ok := readButtonData(data)
	return ok && hashID(id) == hash
}

// Is tells whether a key stands for a choice; see Means.
func (k Key) Is(name string) bool { return slices.Contains(choiceIDs(name), k.ID) }

func choiceIDs(name string) []string {
	return []string{name, "!" + name, choiceCommand + name, choiceFlow + name, choiceFAQ + name, PagePrefix + name}
}
