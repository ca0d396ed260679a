package value

// Kind is the kind of a value at run time. Several types share a kind: an
// e-mail address, an option's id and a plain text are all of KindText.
type Kind uint8

// The kinds. The zero kind is that of the zero Value: nothing is known.
const (
	KindUnknown Kind = iota
	KindBool
	KindNumber
	KindMoney
	KindText
	KindDate
	KindTime
	KindDateTime
	KindDuration
	KindList
	KindRecord
)

var kindNames = [...]string{
	"unknown", "yes or no", "number", "amount of money", "text", "date",
	"time", "date with time", "duration", "list", "record",
}

// String names the kind in words that an author of flows understands.
func (k Kind) String() string {
	if int(k) >= len(kindNames) {
		return kindNames[KindUnknown]
	}
	return kindNames[k]
}
