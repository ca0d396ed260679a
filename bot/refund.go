package bot

import (
	"context"
	"encoding/json"

	"repartee/bot/telegram"
	"repartee/flows"
)

// refund gives a payment in Telegram Stars back. Where that was done before, it is done.
func (b *Bot) refund(ctx context.Context, job *flows.RefundJob) ([]byte, error) {
	_, err := b.client.Do(ctx, telegram.RefundStarPayment{UserID: job.Payer, TelegramChargeID: job.Charge})
	if err != nil && !telegram.Refunded(err) {
		return nil, err
	}
	return []byte("{}"), nil
}

// doStock changes the stock for a flow.
func (b *Bot) doStock(ctx context.Context, job *flows.StockJob) ([]byte, error) {
	result, err := b.changeStock(ctx, *job)
	if err != nil {
		return nil, err
	}
	return json.Marshal(result)
}
