package app

import (
	"testing"
	"time"

	"repartee/bot/storetest"
	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

// TestDoctorOfWebhook goes through what Telegram may tell of a webhook.
func TestDoctorOfWebhook(t *testing.T) {
	const ours, secret = "https://bot.example.com/hook", "/a-secret-path"
	all := telegram.UpdateKinds()
	for name, c := range map[string]struct {
		url  string
		info telegram.WebhookInfo
		want Finding
	}{
		"polling": {"", telegram.WebhookInfo{}, Finding{"webhook", Fine, "none is set: updates come by long polling", ""}},
		"not yet": {ours, telegram.WebhookInfo{}, Finding{"webhook", Warning, "none is set yet", "`repartee run` sets it"}},
		"somebody else's": {
			ours, telegram.WebhookInfo{URL: "https://evil.example" + secret},
			Finding{"webhook", Warning, "Telegram delivers to another address than WEBHOOK_URL, at evil.example", "`repartee run` sets it anew; see that no other program uses this token"},
		},
		"too little": {
			ours, telegram.WebhookInfo{URL: ours, AllowedUpdates: all[1:]},
			Finding{"webhook", Warning, "Telegram is not asked for message", "Start the bot anew: it asks for all that it needs"},
		},
		"well": {
			ours, telegram.WebhookInfo{URL: ours, AllowedUpdates: all, IPAddress: "203.0.113.7", Certificate: true},
			Finding{"webhook", Fine, "Telegram delivers to WEBHOOK_URL at 203.0.113.7, with a certificate of its own", ""},
		},
	} {
		var d doctor
		d.address(Settings{WebhookURL: c.url}, c.info)
		if len(d.found) != 1 || d.found[0] != c.want {
			t.Errorf("%s: %+v", name, d.found)
		}
	}
}

func TestDoctorOfPort(t *testing.T) {
	for url, wrong := range map[string]bool{"https://a.example": false, "https://a.example:8443/hook": false, "https://a.example:8080/hook": true, "": false} {
		var d doctor
		d.port(Settings{WebhookURL: url, APIURL: telegram.DefaultAPIURL})
		if (len(d.found) == 1) != wrong {
			t.Errorf("%s: %+v", url, d.found)
		}
	}
}

func TestDoctorOfDeliveries(t *testing.T) {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	failed := func(before time.Duration, message string) telegram.WebhookInfo {
		return telegram.WebhookInfo{LastErrorDate: now.Add(-before).Unix(), LastErrorMessage: message}
	}
	for name, c := range map[string]struct {
		info telegram.WebhookInfo
		want Finding // the last
	}{
		"many wait": {telegram.WebhookInfo{PendingUpdateCount: 101}, Finding{"updates", Warning, "101 wait at Telegram", "Start the bot, or look why it does not keep up"}},
		"long ago":  {failed(2*time.Hour, "Connection refused"), Finding{"deliveries", Fine, "the last failure was at 2026-03-01 10:00 UTC: Connection refused", ""}},
		"a certificate": {
			failed(time.Minute, "SSL error {error:0A000086:SSL routines::certificate verify failed}"),
			Finding{
				"deliveries", Warning, "the last failure was at 2026-03-01 11:59 UTC: SSL error {error:0A000086:SSL routines::certificate verify failed}",
				"Look at the proxy's certificate: it must be whole, valid, and of this host",
			},
		},
		"a secret": {
			failed(time.Minute, "Wrong response from the webhook: 401 Unauthorized"),
			Finding{
				"deliveries", Warning, "the last failure was at 2026-03-01 11:59 UTC: Wrong response from the webhook: 401 Unauthorized",
				"The secret that Telegram shows is not WEBHOOK_SECRET: start the bot anew, with the same secret for all instances",
			},
		},
	} {
		var d doctor
		d.deliveries(c.info, now)
		if last := d.found[len(d.found)-1]; last != c.want {
			t.Errorf("%s: %+v", name, last)
		}
	}
}

// TestDoctorOfRedis looks at a Redis with weak points.
func TestDoctorOfRedis(t *testing.T) {
	server := telegramtest.NewServer(telegramtest.Options{})
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	t.Setenv("TELEGRAM_TOKEN", server.Token())
	t.Setenv("TELEGRAM_API_URL", server.URL())
	t.Setenv("REDIS_URL", storetest.StartRedis(t))
	levels := map[string]Level{}
	for _, f := range Doctor(t.Context(), writeBot(t)) {
		levels[f.Subject] = f.Level
	}
	for subject, want := range map[string]Level{
		"settings": Fine, "flows": Fine, "token": Fine, "webhook": Fine, "clock": Fine, "store": Fine, "redis server": Fine, "redis eviction": Fine,
		"redis persistence": Warning, "redis replica": Warning, "redis permissions": Fine, "redis records": Fine, "redis clock": Fine,
	} {
		if levels[subject] != want {
			t.Errorf("%s: %q, not %q", subject, levels[subject], want)
		}
	}
}
