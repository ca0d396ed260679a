package cli

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"repartee/flows"
	"repartee/flows/talk"
)

func newChat() *cobra.Command {
	var language, name string
	cmd := &cobra.Command{
		Use:   "chat DIR",
		Short: "Talk to a bot in the terminal",
		Long: `Talk to a bot in the terminal, as a customer. What you type is said to the bot; nothing is sent to Telegram and nothing is kept.
A number in brackets presses that button. Lines that begin with ! do something else:
  !photo, !voice, !file, !location   send such a thing
  !contact +49 30 1234567            share your contact
  !after 20h                         let time go by
  !quit                              end`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			loaded, err := load(cmd, args[0])
			if err != nil {
				return err
			}
			person := flows.Person{FirstName: name, Language: language}
			c := &chat{cmd: cmd, talk: talk.NewConversation(loaded.Set, person, time.Now())}
			return c.run()
		},
	}
	cmd.Flags().StringVar(&language, "lang", "", "the language that the customer's Telegram speaks, as de")
	cmd.Flags().StringVar(&name, "name", "Alex", "the customer's first name")
	return cmd
}

type chat struct {
	cmd     *cobra.Command
	talk    *talk.Conversation
	buttons []string // labels that a number presses
}

func (c *chat) run() error {
	fmt.Fprintln(c.cmd.OutOrStdout(), "You are a customer now: type what you would say. [1] presses the first button, !quit ends, `repartee help chat` tells more.")
	if err := c.show(c.talk.Say("/start")); err != nil {
		return err
	}
	lines := bufio.NewScanner(c.cmd.InOrStdin())
	for c.prompt(); lines.Scan(); c.prompt() {
		line := strings.TrimSpace(lines.Text())
		if line == "!quit" {
			return nil
		}
		if line == "" {
			continue
		}
		if err := c.show(c.do(line)); err != nil {
			fmt.Fprintln(c.cmd.ErrOrStderr(), err)
		}
	}
	fmt.Fprintln(c.cmd.OutOrStdout())
	return lines.Err()
}

func (c *chat) prompt() { fmt.Fprint(c.cmd.OutOrStdout(), "> ") }

// do is what one typed line does.
func (c *chat) do(line string) ([]talk.Said, error) {
	if n, err := strconv.Atoi(strings.Trim(line, "[]")); err == nil && strings.HasPrefix(line, "[") {
		if n < 1 || n > len(c.buttons) {
			return nil, fmt.Errorf("there is no button %d", n)
		}
		return c.talk.Tap(c.buttons[n-1])
	}
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "!photo", "!voice", "!file", "!location":
		return c.talk.Show(flows.Medium(word[1:]), word[1:])
	case "!contact":
		return c.talk.Share(rest)
	case "!after":
		d, err := flows.ParseDuration(rest)
		if err != nil {
			return nil, err
		}
		return c.talk.Pass(d)
	}
	if strings.HasPrefix(line, "!") {
		return nil, fmt.Errorf("there is no %s; see `repartee help chat`", word)
	}
	return c.talk.Say(line)
}

// show prints what the bot says, its buttons numbered.
func (c *chat) show(said []talk.Said, err error) error {
	out := c.cmd.OutOrStdout()
	numbered := false
	for _, s := range said {
		if !s.Edited {
			fmt.Fprintln(out, s.Text)
		}
		var labels []string
		for _, row := range s.Buttons {
			for _, button := range row {
				labels = append(labels, button.Label)
			}
		}
		for _, row := range s.Keyboard {
			for _, key := range row {
				labels = append(labels, key.Label)
			}
		}
		if labels == nil {
			continue
		}
		if !numbered {
			c.buttons, numbered = nil, true
		}
		for _, label := range labels {
			c.buttons = append(c.buttons, label)
			fmt.Fprintf(out, "  [%d] %s\n", len(c.buttons), label)
		}
	}
	return err
}
