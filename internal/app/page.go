package app

import (
	"fmt"
	"reflect"

	"repartee/internal/access"
)

// pageSettings are what `repartee dev` and `repartee demo` read from the environment.
type pageSettings struct {
	Token        string `env:"CONSOLE_TOKEN,unset" doc:"What one has to know to see the page: at least 24 characters, as openssl rand -hex 32 prints."`
	PasswordHash string `env:"CONSOLE_PASSWORD_HASH,unset" doc:"Or the hash of a password, as repartee password prints it."`
}

// PageHelp describes the settings of the page, a line each.
func PageHelp() string {
	return fmt.Sprintf("%s\nEach may stand in a file too, which a variable with %s at its end names.\n", help(reflect.TypeFor[pageSettings]()), byFile)
}

// PageKey is what one has to know to see the page of dev and demo, from the environment; nil if nothing is set there.
func PageKey() (*access.Key, error) {
	s, err := parse[pageSettings]()
	if err != nil {
		return nil, err
	}
	key, err := access.ReadKey(s.Token, s.PasswordHash)
	if err != nil {
		return nil, fmt.Errorf("CONSOLE_TOKEN, CONSOLE_PASSWORD_HASH: %w", err)
	}
	return key, nil
}

// HashPassword is what CONSOLE_PASSWORD_HASH holds of a password.
func HashPassword(password string) (string, error) { return access.HashPassword(password) }
