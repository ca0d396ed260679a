package flows_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"repartee/flows"
	"repartee/flows/shop"
)

// shopper is a customer of a market. His turns are committed as the runtime does it, and jobs wait until they are worked.
type shopper struct {
	t      testing.TB
	market *market
	engine *flows.Engine
	prices map[string]flows.Input // unused keys are none
	facts  flows.Facts
	now    time.Time
	state  flows.State
	turns  int
	size   int // of the largest state so far, bytes

	sent     []flows.Send
	invoices []flows.Invoice
	jobs     []flows.Job // that wait
	events   []flows.Event
	slow     bool // jobs wait until they are worked one by one
	did      []string
}
