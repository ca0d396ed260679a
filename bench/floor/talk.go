package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"strconv"
	"strings"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
	"github.com/redis/go-redis/v9"

	"repartee/bench"
)

// floor is the whole bot.
type floor struct {
	api   *tgbotapi.BotAPI
	redis *redis.Client
}

// session is what it keeps of a customer.
type session struct {
	Step string `json:"step"`
	Name string `json:"name,omitempty"`
	Size string `json:"size,omitempty"`
	Bags int    `json:"bags,omitempty"`
}

// take is one update: GET, switch, SET. It returns what is left to do, which is to be done after Telegram was told "received".
func (f *floor) take(ctx context.Context, update *tgbotapi.Update) (send func(), err error) {
	chat, words, press := said(update)
	if chat == 0 {
		return func() {}, nil
	}
	key := "session:" + strconv.FormatInt(chat, 10)
	var s session
	raw, err := f.redis.Get(ctx, key).Bytes()
	switch {
	case errors.Is(err, redis.Nil):
	case err != nil:
		return nil, err
	default:
		if err := json.Unmarshal(raw, &s); err != nil {
			return nil, err
		}
	}
	reply := s.answer(words)
	if raw, err = json.Marshal(s); err != nil {
		return nil, err
	}
	if err := f.redis.Set(ctx, key, raw, 0).Err(); err != nil {
		return nil, err
	}
	reply.ChatID = chat
	return func() { f.send(reply, press) }, nil
}

func (f *floor) send(reply tgbotapi.MessageConfig, press string) {
	if press != "" {
		if _, err := f.api.Request(tgbotapi.NewCallback(press, "")); err != nil {
			log.Print(err)
		}
	}
	if _, err := f.api.Send(reply); err != nil {
		log.Print(err)
	}
}

func said(update *tgbotapi.Update) (chat int64, words, press string) {
	switch {
	case update.Message != nil:
		return update.Message.Chat.ID, update.Message.Text, ""
	case update.CallbackQuery != nil:
		return update.CallbackQuery.From.ID, update.CallbackQuery.Data, update.CallbackQuery.ID
	}
	return 0, "", ""
}

// answer is the flow.
func (s *session) answer(words string) tgbotapi.MessageConfig {
	if strings.HasPrefix(words, "/start") {
		*s = session{Step: "name"}
		return say(bench.AskName)
	}
	switch s.Step {
	case "name":
		s.Step, s.Name = "size", words
		return say(bench.AskSize(s.Name), "Small", "Middle", "Large")
	case "size":
		s.Step, s.Size = "bags", words
		return say(bench.AskBags)
	case "bags":
		n, err := strconv.Atoi(words)
		if err != nil || n < 1 || n > 20 {
			return say(bench.AskAgain)
		}
		s.Step, s.Bags = "confirm", n
		return say(bench.Advice(s.Name, s.Size, s.Bags), bench.Yes, bench.No)
	}
	s.Step = ""
	return say(bench.Noted(s.Name, s.Size, s.Bags))
}

func say(text string, buttons ...string) tgbotapi.MessageConfig {
	m := tgbotapi.NewMessage(0, text)
	if len(buttons) > 0 {
		var row []tgbotapi.InlineKeyboardButton
		for _, label := range buttons {
			row = append(row, tgbotapi.NewInlineKeyboardButtonData(label, label))
		}
		m.ReplyMarkup = tgbotapi.NewInlineKeyboardMarkup(row)
	}
	return m
}
