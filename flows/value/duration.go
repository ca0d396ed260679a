package value

// ParseDuration reads a duration as authors write it: 30s 5m 20h 3d 2w 6mo 2y,
// also several parts one after the other, each with its sign: 1d12h.
func ParseDuration(s string) (Value, bool) { return Value{}, false }
