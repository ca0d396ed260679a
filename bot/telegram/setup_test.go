package telegram_test

import (
	"context"
	"errors"
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

func TestSetup(t *testing.T) {
	s := telegramtest.NewServer(telegramtest.Options{})
	defer s.Close()
	c, err := telegram.New(telegram.Options{Token: s.Token(), HTTP: s.HTTPClient()})
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	me, err := c.Me(ctx)
	if err != nil || me.ID != c.BotID() || me.Username != s.Username() || !me.IsBot {
		t.Errorf("%+v %v", me, err)
	}
	if err := c.SetWebhook(ctx, telegram.WebhookSetup{URL: "https://example.com/hook", SecretToken: "s", MaxConnections: 10}); err != nil {
		t.Error(err)
	}
	info, err := c.WebhookInfo(ctx)
	want := telegram.WebhookInfo{URL: "https://example.com/hook", MaxConnections: 10, AllowedUpdates: telegram.UpdateKinds()}
	if diff := cmp.Diff(want, info); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if err := c.DeleteWebhook(ctx, true); err != nil {
		t.Error(err)
	}
	if err := c.SetMyCommands(ctx, []telegram.Command{{Command: "help", Description: "Hilfe"}}, "de"); err != nil {
		t.Error(err)
	}
	if err := c.SetMyCommands(ctx, nil, ""); err != nil {
		t.Error(err)
	}
	if err := c.SetMyDescription(ctx, "Guten Tag", "de"); err != nil {
		t.Error(err)
	}
	var e *telegram.Error
	if err := c.SetMyCommands(ctx, []telegram.Command{{Command: "Help!"}}, ""); !errors.As(err, &e) || e.Code != http.StatusBadRequest {
		t.Error(err)
	}
}
