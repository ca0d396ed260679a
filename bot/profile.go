package bot

import (
	"context"
	"fmt"

	"repartee/bot/telegram"
)

// Announce puts the set's commands into Telegram's menu, in each language. Call it at the start and after Swap.
func (b *Bot) Announce(ctx context.Context) error {
	set := b.Set()
	for i, language := range set.Languages {
		var commands []telegram.Command
		for _, command := range set.Commands(language) {
			commands = append(commands, telegram.Command{Command: command.Name, Description: command.Title})
		}
		if i == 0 {
			if err := b.client.SetMyCommands(ctx, commands, ""); err != nil {
				return fmt.Errorf("put the commands into Telegram's menu: %w", err)
			}
			continue
		}
		if err := b.client.SetMyCommands(ctx, commands, language); err != nil {
			return fmt.Errorf("put the commands into Telegram's menu (%s): %w", language, err)
		}
	}
	return nil
}
