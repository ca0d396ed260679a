package app

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"repartee/bot"
	"repartee/bot/openai"
	"repartee/bot/sealed"
	"repartee/bot/telegram"
	"repartee/flows"
)

// Settings are what `repartee run` reads from the environment.
type Settings struct {
	Token         string `env:"TELEGRAM_TOKEN,unset" doc:"The bot's token, from @BotFather. Needed."`
	APIURL        string `env:"TELEGRAM_API_URL" envDefault:"https://api.telegram.org" doc:"Where the Bot API is."`
	RedisURL      string `env:"REDIS_URL,unset" doc:"Where conversations are kept, as redis://localhost:6379. Without it: a SQLite file in the bot's folder."`
	SealKeys      string `env:"SEAL_KEYS,unset" doc:"Keys that personal data in the store is sealed with, as k1:KEY with a key that openssl rand -base64 32 prints; several by comma, the first one seals. Without it: it is not sealed."`
	WebhookURL    string `env:"WEBHOOK_URL" doc:"The https address that Telegram is to send updates to. Without it: long polling."`
	WebhookListen string `env:"WEBHOOK_LISTEN" envDefault:":8080" doc:"Where the webhook listens, behind the proxy that ends TLS."`
	WebhookSecret string `env:"WEBHOOK_SECRET,unset" doc:"What Telegram must show with each update: 1 to 256 of A-Z, a-z, 0-9, _ and -. Needed with WEBHOOK_URL."`
	CallsPrivate  string `env:"CALLS_PRIVATE" doc:"allow lets calls go to private addresses too, as to a service beside the bot."`
	ModelURL      string `env:"MODEL_URL" doc:"An OpenAI-compatible address, as https://api.openai.com/v1: a model is asked where customers are not understood for sure. Without it: nobody is."`
	ModelKey      string `env:"MODEL_KEY,unset" doc:"The key for it, where it needs one."`
	ModelName     string `env:"MODEL_NAME" doc:"The model's name. Needed with MODEL_URL."`
	Record        string `env:"RECORD" doc:"on keeps of each input what it was understood as, without names and words of customers, for repartee replay. Without it: only what flows decided is kept."`
	Publish       string `env:"PUBLISH" doc:"force puts changed files in use also where people stand at a question that is gone: see repartee impact. Without it: they are refused."`
	LogFormat     string `env:"LOG_FORMAT" envDefault:"text" doc:"text or json."`
	MetricsListen string `env:"METRICS_LISTEN" doc:"Where /metrics, /livez and /readyz are served, as :9090; not for strangers. Without it: nowhere."`
	TracesURL     string `env:"OTEL_EXPORTER_OTLP_ENDPOINT" doc:"Where traces are sent, by OTLP over HTTP, as http://localhost:4318. Without it: nowhere."`

	Limiter *telegram.Limiter `env:"-"` // for programs that measure; nil: Telegram's pace
}

// SettingsHelp describes the settings, a line each, and how a secret is given by a file.
func SettingsHelp() string {
	return fmt.Sprintf("%s\nA secret may stand in a file too, which a variable with %s at its end names: %s, and those that bot.yaml names with a $.\n",
		help(reflect.TypeFor[Settings]()), byFile, strings.Join(secretsOf(reflect.TypeFor[Settings]()), byFile+", ")+byFile)
}

func help(settings reflect.Type) string {
	var b strings.Builder
	for i := range settings.NumField() {
		field := settings.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("env"), ",")
		if name == "-" {
			continue
		}
		fmt.Fprintf(&b, "  %-29s%s", name, field.Tag.Get("doc"))
		if preset := field.Tag.Get("envDefault"); preset != "" {
			fmt.Fprintf(&b, " Default: %s", preset)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

const publishForce = "force"

var (
	tokenForm  = regexp.MustCompile(`^[0-9]{5,}:[A-Za-z0-9_-]{30,}$`)
	secretForm = regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`)
)

// ReadSettings reads the environment, and the files it names for secrets, and says all that is missing or wrong there, without showing a secret.
func ReadSettings() (Settings, error) {
	s, err := parseSettings()
	if err != nil {
		return s, err
	}
	return s, s.check()
}

func (s *Settings) check() error {
	var wrong []error
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Errorf(format, args...)) }
	switch {
	case s.Token == "":
		say("TELEGRAM_TOKEN is not set: write to @BotFather on Telegram, /newbot, and set it to the token that he gives you")
	case !tokenForm.MatchString(s.Token):
		say("TELEGRAM_TOKEN is no token: it looks like 123456789:AA..., a number, a colon and about 35 letters; copy it anew from @BotFather")
	}
	if u, err := url.Parse(s.APIURL); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		say("TELEGRAM_API_URL must be an http or https address; leave it out to use Telegram's own")
	}
	if _, err := sealed.ParseKeys(s.SealKeys); err != nil {
		say("SEAL_KEYS: %w", err)
	}
	if s.WebhookURL != "" {
		if u, err := url.Parse(s.WebhookURL); err != nil || u.Host == "" || u.Scheme != "https" && !loopback(u.Hostname()) {
			say("WEBHOOK_URL must be an https address, as https://bot.example.com/telegram; leave it out for long polling")
		}
		if !secretForm.MatchString(s.WebhookSecret) {
			say("WEBHOOK_SECRET must be 1 to 256 of A-Z, a-z, 0-9, _ and -, as `openssl rand -hex 32` prints; without it anybody could send updates to the webhook")
		}
	}
	if s.CallsPrivate != "" && s.CallsPrivate != "allow" {
		say("CALLS_PRIVATE must be allow; leave it out to keep calls to the public internet")
	}
	if s.ModelURL != "" {
		if u, err := url.Parse(s.ModelURL); err != nil || u.Host == "" || u.User != nil || u.Scheme != "https" && u.Scheme != "http" {
			say("MODEL_URL must be an http or https address, as https://api.openai.com/v1; leave it out to ask no model")
		}
		if s.ModelName == "" {
			say("MODEL_NAME is not set: MODEL_URL needs the name of a model there")
		}
	}
	if s.Record != "" && s.Record != "on" {
		say("RECORD must be on; leave it out to record nothing")
	}
	if s.Publish != "" && s.Publish != publishForce {
		say("PUBLISH must be force; leave it out to have changed files refused that strand people")
	}
	if s.LogFormat != "text" && s.LogFormat != "json" {
		say("LOG_FORMAT must be text or json")
	}
	if s.MetricsListen != "" {
		if _, port, err := net.SplitHostPort(s.MetricsListen); err != nil || port == "" {
			say("METRICS_LISTEN must be an address to listen at, as :9090 or 127.0.0.1:9090")
		}
	}
	if s.TracesURL != "" {
		if u, err := url.Parse(s.TracesURL); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
			say("OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address, as http://localhost:4318; leave it out to trace nothing")
		}
	}
	return errors.Join(wrong...)
}

// CheckPayments says which tokens of payment providers a set needs and the environment has not.
func CheckPayments(set *flows.Set) error {
	var missing []error
	for _, name := range set.ProviderTokens() {
		if token, ok := Secret(name); !ok || token == "" {
			missing = append(missing, fmt.Errorf("%s is not set: bot.yaml takes payments with it; @BotFather gives it to you under Payments", name))
		}
	}
	return errors.Join(missing...)
}

func loopback(host string) bool { return host == "localhost" || host == "127.0.0.1" || host == "::1" }

// number is the one in front of the token: the bot's own id, which survives a new token.
func (s *Settings) number() int64 {
	number, _, _ := strings.Cut(s.Token, ":")
	id, _ := strconv.ParseInt(number, 10, 64) // check has looked at it
	return id
}

// bot adds what the settings say of calls and the model.
func (s *Settings) bot(o bot.Options) bot.Options {
	o.Limiter = s.Limiter
	o.Record = s.Record == "on"
	o.CallPrivate, o.Secret = s.CallsPrivate == "allow", Secret
	if s.ModelURL != "" {
		o.Model = openai.New(openai.Options{URL: s.ModelURL, Key: s.ModelKey, Name: s.ModelName})
	}
	return o
}
