package value

// Base is what a type is before options, bounds and the rest are added to it.
type Base uint8

// The types that authors write, and four that only expressions have: any (the
// type is not known before run time), list elements' record, duration.
const (
	TypeAny Base = iota
	TypeText
	TypeNumber
	TypeInteger
	TypeMoney
	TypeYesNo
	TypeOneOf
	TypeManyOf
	TypeDate
	TypeTime
	TypeDateTime
	TypeEmail
	TypePhone
	TypeLocation
	TypePhoto
	TypeVoice
	TypeFile
	TypeRating
	TypeConsent
	TypeItem
	TypeBooking
	TypeOrder
	TypeList
	TypeDuration
	TypeRecord
)

var bases = [...]struct {
	name string
	kind Kind
}{
	TypeAny:      {"any", KindUnknown},
	TypeText:     {"text", KindText},
	TypeNumber:   {"number", KindNumber},
	TypeInteger:  {"integer", KindNumber},
	TypeMoney:    {"money", KindMoney},
	TypeYesNo:    {"yes_no", KindBool},
	TypeOneOf:    {"one_of", KindText},
	TypeManyOf:   {"many_of", KindList},
	TypeDate:     {"date", KindDate},
	TypeTime:     {"time", KindTime},
	TypeDateTime: {"date_time", KindDateTime},
	TypeEmail:    {"email", KindText},
	TypePhone:    {"phone", KindText},
	TypeLocation: {"location", KindRecord},
	TypePhoto:    {"photo", KindText},
	TypeVoice:    {"voice", KindText},
	TypeFile:     {"file", KindText},
	TypeRating:   {"rating", KindNumber},
	TypeConsent:  {"consent", KindBool},
	TypeItem:     {"item", KindRecord},
	TypeBooking:  {"booking", KindRecord},
	TypeOrder:    {"order", KindRecord},
	TypeList:     {"list", KindList},
	TypeDuration: {"duration", KindDuration},
	TypeRecord:   {"record", KindRecord},
}

// String is the name that authors write, as in `type: one_of`.
func (b Base) String() string {
	if int(b) >= len(bases) {
		return bases[TypeAny].name
	}
	return bases[b].name
}

// Kind is the kind that a known value of the type has; KindUnknown for any.
func (b Base) Kind() Kind {
	if int(b) >= len(bases) {
		return KindUnknown
	}
	return bases[b].kind
}

// BaseNamed finds the type that an author wrote. Those that no field can have
// (any, duration, record) are not found.
func BaseNamed(name string) (Base, bool) {
	for b, known := range bases {
		if known.name == name && Base(b).writable() {
			return Base(b), true
		}
	}
	return TypeAny, false
}

// BaseNames lists the names of the types that a field can have.
func BaseNames() []string {
	var names []string
	for b, known := range bases {
		if Base(b).writable() {
			names = append(names, known.name)
		}
	}
	return names
}

func (b Base) writable() bool {
	return b != TypeAny && b != TypeDuration && b != TypeRecord
}
