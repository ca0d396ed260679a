// Package app puts the rooms together: settings from the environment, a store, the Telegram client, the runtime. There is nothing here that a program which embeds
// Repartee could not do with bot.New, config.Load and a store's Open; see the example of package bot.
package app
