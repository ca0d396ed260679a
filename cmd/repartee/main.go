// Command repartee checks, tests, tries out and runs Telegram bots whose dialogues are written as YAML flows.
package main

import (
	"os"
	_ "time/tzdata" // a machine without time zones must know Europe/Berlin too

	"repartee/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
