package telegram_test

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"repartee/bot/telegram"
)

// TestSecretsAreNotShown prints all that holds a secret, by itself and within others, in every way that it could get into a log.
func TestSecretsAreNotShown(t *testing.T) {
	o := telegram.Options{Token: token}
	hook := telegram.WebhookOptions{Secret: "AAsecret", OldSecret: "AAsecret-old"}
	setup := telegram.WebhookSetup{URL: "https://bot.example.com/", SecretToken: "AAsecret"}
	for _, v := range []any{o, &o, hook, &hook, setup, []telegram.WebhookOptions{hook}, struct{ O telegram.Options }{o}, struct{ W telegram.WebhookOptions }{hook}, telegram.Webhook(hook, nil)} {
		if _, request := v.(telegram.WebhookSetup); !request { // as JSON it is the call
			wantNoToken(t, shown(v))
		}
		wantNoToken(t, fmt.Sprintf("%v %+v %#v %s %q %d %x", v, v, v, v, v, v, v))
	}
}

// TestSetWebhookCarriesTheSecret makes sure that Telegram gets what nobody else does.
func TestSetWebhookCarriesTheSecret(t *testing.T) {
	params, err := telegram.ParamsOf(telegram.WebhookSetup{URL: "https://bot.example.com/", SecretToken: "AAsecret"})
	if err != nil || params["secret_token"] != "AAsecret" {
		t.Errorf("sent with %d parameters, %v", len(params), err)
	}
}

// TestRedactingMoreSecrets takes those out too that look like nothing special, but no short words.
func TestRedactingMoreSecrets(t *testing.T) {
	var out strings.Builder
	log := slog.New(telegram.RedactingHandler(slog.NewJSONHandler(&out, nil), "correct horse", "dog", ""))
	log = log.With("with", "correct horse").WithGroup("group").With("deep", fmt.Errorf("dial: %w", context.DeadlineExceeded))
	log.Info("a correct horse and a dog", "err", fmt.Errorf("at %s", "redis://u:correct horse@x"), "struct", struct{ S string }{"correct horse"}, slog.Group("inner", "text", "correct horse"))
	if text := out.String(); strings.Contains(text, "correct horse") || strings.Count(text, "[secret]") != 5 || !strings.Contains(text, "and a dog") || !strings.Contains(text, "deadline") {
		t.Errorf("logged %s", text)
	}
}
