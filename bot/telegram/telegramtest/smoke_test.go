package telegramtest_test

import (
	"context"
	"testing"
	"time"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

func newBot(t *testing.T, o telegramtest.Options) (*telegramtest.Server, *telegram.Client) {
	t.Helper()
	s := telegramtest.NewServer(o)
	t.Cleanup(s.Close)
	c, err := telegram.New(telegram.Options{Token: s.Token(), APIURL: s.URL(), HTTP: s.HTTPClient()})
	if err != nil {
		t.Fatal(err)
	}
	return s, c
}

func TestSmoke(t *testing.T) {
	s, c := newBot(t, telegramtest.Options{})
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if me, err := c.Me(ctx); err != nil || me.ID != c.BotID() {
		t.Fatal(me, err)
	}
	u := s.User(7, "Ada", "en")
	u.Start("x")
	done := make(chan error, 1)
	pctx, stop := context.WithCancel(ctx)
	go func() {
		done <- c.Poll(pctx, telegram.PollOptions{}, func(ctx context.Context, batch []telegram.Update) error {
			for _, up := range batch {
				if up.Message != nil {
					if _, err := c.Do(ctx, telegram.SendMessage{Delivery: telegram.Delivery{ChatID: up.Message.Chat.ID, ReplyMarkup: telegram.InlineKeyboard{Rows: [][]telegram.InlineButton{{{Text: "Yes", CallbackData: "y"}}}}}, Text: "echo " + up.Message.Text}); err != nil {
						return err
					}
				}
				if q := up.CallbackQuery; q != nil {
					if _, err := c.Do(ctx, telegram.AnswerCallbackQuery{CallbackQueryID: q.ID, Text: "ok"}); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}()
	if !u.Wait(ctx, func(m []telegramtest.Message) bool { return len(m) == 2 }) {
		t.Fatal(u.Messages(), s.Calls(""))
	}
	id, err := u.Press(0, "Yes")
	if err != nil {
		t.Fatal(err)
	}
	u.Wait(ctx, func([]telegramtest.Message) bool { _, ok := s.Answer(id); return ok })
	t.Logf("%+v", u.Messages())
	stop()
	t.Log(<-done)
}
