package flows

import (
	"fmt"
	"strings"

	"repartee/flows/value"
)

// ParseDuration reads a span as it is written in a flow: 30s, 5m, 20h, 3d, 2w, 6mo, 2y.
func ParseDuration(text string) (Duration, error) {
	v, ok := value.ParseDuration(strings.TrimSpace(text))
	if !ok {
		return Duration{}, fmt.Errorf("%q is no duration; write it as 30s, 5m, 20h, 3d, 2w, 6mo or 2y", text)
	}
	months, span := v.AsDuration()
	return Duration{Months: months, Span: span}, nil
}
