package console

import (
	"context"

	"repartee/flows/analysis/funnel"
)

// Numbers counts what the store of the running bot keeps of its customers: not
// those of the page. Implementations must be safe for concurrent use.
type Numbers interface {
	// Numbers counts as asked. An error of type [*Refusal] says what is wrong
	// with the question.
	Numbers(ctx context.Context, q funnel.Query) (funnel.Numbers, error)
}
