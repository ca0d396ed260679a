package console

import (
	"context"

	"repartee/flows/analysis/funnel"
)

// Numbers counts what the store of the running bot keeps of its customers: not
// those of the page. Implementations must be safe for concurrent use.
type Numbers interface {
	// Numbers counts as asked, or returns [funnel.ErrBy] where the bot has
	// nothing of that name to divide by.
	Numbers(ctx context.Context, q funnel.Query) (funnel.Numbers, error)
}
