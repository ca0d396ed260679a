package main

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"log"
	"net"
	"net/http"
	"os"
	"sync"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// poll handles each batch side by side, and asks for the next one when all of it is kept.
func (f *floor) poll(ctx context.Context) error {
	config := tgbotapi.UpdateConfig{Timeout: 50, Limit: 100}
	for ctx.Err() == nil {
		batch, err := f.api.GetUpdates(config)
		if err != nil {
			return err
		}
		var kept sync.WaitGroup
		for i := range batch {
			config.Offset = batch[i].UpdateID + 1
			kept.Add(1)
			go func() {
				send, err := f.take(ctx, &batch[i])
				kept.Done()
				if err != nil {
					log.Print(err)
					return
				}
				send()
			}()
		}
		kept.Wait()
	}
	return nil
}

// webhook answers 200 when the session is kept, or, where ANSWER is late, when the reply is sent too.
func (f *floor) webhook(ctx context.Context, url, secret string) error {
	var socket net.ListenConfig
	listener, err := socket.Listen(ctx, "tcp", os.Getenv("WEBHOOK_LISTEN"))
	if err != nil {
		return err
	}
	late := os.Getenv("ANSWER") == "late"
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Telegram-Bot-Api-Secret-Token")), []byte(secret)) != 1 {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		var update tgbotapi.Update
		if err := json.NewDecoder(r.Body).Decode(&update); err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		send, err := f.take(r.Context(), &update)
		if err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		if late {
			send()
			return
		}
		go send()
	})}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	// The library's WebhookConfig has no secret token.
	params := tgbotapi.Params{"url": url, "secret_token": secret, "max_connections": "100"}
	if _, err := f.api.MakeRequest("setWebhook", params); err != nil {
		return err
	}
	return server.Serve(listener)
}
