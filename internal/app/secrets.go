package app

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"reflect"
	"slices"
	"strings"

	"github.com/caarlos0/env/v11"

	"repartee/flows"
)

// byFile is what the name of a variable ends with that names a file with the secret, as Docker and Kubernetes mount them.
const byFile = "_FILE"

// mostSecret bounds what is read of such a file: a wrong name may be that of something endless.
const mostSecret = 64 << 10

// Secret is the value of a secret that flows name: that of an environment variable, or the content of the file that NAME_FILE names. Not ok: neither is set, the file
// cannot be read, or it is a secret of the settings, which are no flow's business. The file is read each time, so that a token that was replaced in it counts at once.
func Secret(name string) (string, bool) {
	if slices.Contains(secretNames(), name) {
		return "", false
	}
	if text, ok := os.LookupEnv(name); ok {
		return text, true
	}
	file, ok := os.LookupEnv(name + byFile)
	if !ok {
		return "", false
	}
	text, err := readSecret(file)
	return text, err == nil
}

// readSecret reads a secret without the line break that editors put behind it.
func readSecret(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, mostSecret+1))
	switch {
	case err != nil:
		return "", err
	case len(content) > mostSecret:
		return "", fmt.Errorf("%s is longer than %d KiB", file, mostSecret>>10)
	}
	return strings.TrimRight(string(content), "\r\n"), nil
}

// parseSettings reads the environment, and the files that it names for secrets. It checks nothing else.
func parseSettings() (Settings, error) { return parse[Settings]() }

func parse[S any]() (settings S, err error) {
	environment := env.ToMap(os.Environ())
	var wrong []error
	for _, name := range secretsOf(reflect.TypeFor[S]()) {
		file := environment[name+byFile]
		switch {
		case file == "":
			continue
		case environment[name] != "":
			wrong = append(wrong, fmt.Errorf("%s and %s%s are both set: keep one of them", name, name, byFile))
			continue
		}
		text, err := readSecret(file)
		if err != nil {
			wrong = append(wrong, fmt.Errorf("read the file that %s%s names: %w", name, byFile, err))
			continue
		}
		environment[name] = text
	}
	if len(wrong) > 0 {
		return settings, errors.Join(wrong...)
	}
	if settings, err = env.ParseAsWithOptions[S](env.Options{Environment: environment}); err != nil {
		return settings, fmt.Errorf("read the settings: %w", err)
	}
	return settings, nil
}

// secretNames are the settings that nothing else may see: they are taken out of the environment once they are read.
func secretNames() []string {
	return append(secretsOf(reflect.TypeFor[Settings]()), secretsOf(reflect.TypeFor[pageSettings]())...)
}

func secretsOf(settings reflect.Type) (names []string) {
	for i := range settings.NumField() {
		if name, options, _ := strings.Cut(settings.Field(i).Tag.Get("env"), ","); options == "unset" {
			names = append(names, name)
		}
	}
	return names
}

// Secrets are all that no log may show: the settings' secrets, what they are made of, and the tokens of a set's payments.
func (s *Settings) Secrets(set *flows.Set) (all []string) {
	all = append(all, s.Token, s.RedisURL, s.WebhookSecret, s.ModelKey)
	if u, err := url.Parse(s.RedisURL); err == nil && u.User != nil {
		password, _ := u.User.Password()
		all = append(all, password, u.User.String())
	}
	for key := range strings.SplitSeq(s.SealKeys, ",") {
		_, secret, _ := strings.Cut(key, ":")
		all = append(all, strings.TrimRight(strings.TrimSpace(secret), "="))
	}
	for _, name := range set.ProviderTokens() {
		token, _ := Secret(name)
		all = append(all, token)
	}
	return all
}

// Format shows no setting, whatever the verb: some are secrets.
func (Settings) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "app.Settings{...}") }

// MarshalText shows none either, to what writes JSON or logs.
func (Settings) MarshalText() ([]byte, error) { return []byte("app.Settings{...}"), nil }
