package bot

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"repartee/flows"
)

// Model is a language model that is asked where the words of a customer are not understood for sure. It only ever chooses among what flows declare.
type Model interface {
	// Choose gives the id of the choice that the words mean; "" where they mean none of them. It ends with its context.
	Choose(ctx context.Context, job flows.ModelJob) (id string, err error)
}

// askModel asks the model. What it says beside the choices it was given counts as none of them.
func (b *Bot) askModel(ctx context.Context, job *flows.ModelJob) ([]byte, error) {
	if b.model == nil {
		return nil, errors.New("there is no model")
	}
	id, err := b.model.Choose(ctx, *job)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(job.Choices, func(c flows.ModelChoice) bool { return c.ID == id }) {
		id = ""
	}
	return json.Marshal(map[string]string{"choice": id})
}
