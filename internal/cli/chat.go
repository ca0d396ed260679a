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
A number presses that button of the newest question; where the question takes a number as its answer, put it in brackets, as [2]. Lines that begin with ! do
something else:
  !photo, !voice, !file, !location   send such a thing
  !contact +49 30 1234567            share your contact
  !after 20h                         let time go by
  !pay                               pay the newest invoice with test money, as its button does; !pay declined, expired, twice, other
                                     and late let that fail, each in its way
  !order sent Parcel 4711            staff say how far the newest order is, with a word to the customer
  !stock coffee.crema 0              others have bought or brought some: what is left now
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
	cmd    *cobra.Command
	talk   *talk.Conversation
	screen screen
	form   *payForm // that is being filled in; nil: lines are said to the bot
}

func (c *chat) run() error {
	fmt.Fprintln(c.cmd.OutOrStdout(), "You are a customer now: type what you would say. 1 presses the first button, !quit ends, `repartee help chat` tells more.")
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
	if c.form != nil {
		return c.fill(line)
	}
	if n, ok := c.pressed(line); ok {
		return c.press(n)
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
	case "!pay":
		return c.pay(rest)
	case "!order":
		state, note, _ := strings.Cut(rest, " ")
		return c.talk.Staff(state, note)
	case "!stock":
		return nil, c.restock(rest)
	}
	if strings.HasPrefix(line, "!") {
		return nil, fmt.Errorf("there is no %s; see `repartee help chat`", word)
	}
	return c.talk.Say(line)
}

// pressed tells which button a typed line presses: [2] always does, a bare 2 where it is no answer and no label.
func (c *chat) pressed(line string) (n int, ok bool) {
	digits := strings.TrimSuffix(strings.TrimPrefix(line, "["), "]")
	n, err := strconv.Atoi(digits)
	if err != nil || digits != line {
		return n, err == nil
	}
	return n, c.screen.has(n) && !c.screen.labelled(line) && !c.talk.TakesNumber(line)
}

func (c *chat) press(n int) ([]talk.Said, error) {
	if !c.screen.has(n) {
		return nil, fmt.Errorf("there is no button %d", n)
	}
	control := c.screen.controls()[n-1]
	switch {
	case control.pay:
		return c.pay("")
	case control.key:
		return c.talk.Tap(control.label)
	}
	return c.talk.Press(control.message, control.button)
}

// show prints what the bot says, and makes its buttons those that numbers press.
func (c *chat) show(said []talk.Said, err error) error {
	c.screen.show(c.cmd.OutOrStdout(), said)
	return err
}
