package telegram

import (
	"context"
	"encoding/json"
	"fmt"
)

// WebhookSetup is where and how Telegram is to deliver updates.
//
// https://core.telegram.org/bots/api#setwebhook
type WebhookSetup struct {
	URL                string   `json:"url"` // https, on port 443, 80, 88 or 8443
	SecretToken        string   `json:"secret_token,omitempty"`
	MaxConnections     int      `json:"max_connections,omitempty"` // default 40
	AllowedUpdates     []string `json:"allowed_updates,omitempty"` // default [UpdateKinds]
	IPAddress          string   `json:"ip_address,omitempty"`
	DropPendingUpdates bool     `json:"drop_pending_updates,omitempty"`
}

// Method implements [Request].
func (WebhookSetup) Method() string { return "setWebhook" }

// WebhookInfo is what Telegram knows of a webhook.
//
// https://core.telegram.org/bots/api#webhookinfo
type WebhookInfo struct {
	URL                string   `json:"url"` // empty while none is set
	IPAddress          string   `json:"ip_address"`
	Certificate        bool     `json:"has_custom_certificate"`
	PendingUpdateCount int      `json:"pending_update_count"`
	LastErrorDate      int64    `json:"last_error_date"` // Unix time
	LastErrorMessage   string   `json:"last_error_message"`
	MaxConnections     int      `json:"max_connections"`
	AllowedUpdates     []string `json:"allowed_updates"`
}

// Command is one line of the menu that Telegram shows.
//
// https://core.telegram.org/bots/api#botcommand
type Command struct {
	Command     string `json:"command"` // without the slash
	Description string `json:"description"`
}

// SetWebhook tells Telegram where to deliver. Setting what is set already does
// nothing. The kinds of updates are always said, since Telegram would keep an
// earlier choice otherwise.
func (c *Client) SetWebhook(ctx context.Context, s WebhookSetup) error {
	if s.AllowedUpdates == nil {
		s.AllowedUpdates = UpdateKinds()
	}
	_, err := c.Do(ctx, s)
	return err
}

// DeleteWebhook makes polling possible again. With drop, updates that wait are
// lost.
func (c *Client) DeleteWebhook(ctx context.Context, drop bool) error {
	params := Params{}
	if drop {
		params["drop_pending_updates"] = "true"
	}
	_, err := c.Call(ctx, "deleteWebhook", params)
	return err
}

// WebhookInfo asks how the webhook is doing.
func (c *Client) WebhookInfo(ctx context.Context) (WebhookInfo, error) {
	raw, err := c.Call(ctx, "getWebhookInfo", nil)
	if err != nil {
		return WebhookInfo{}, err
	}
	var info WebhookInfo
	if err := json.Unmarshal(raw, &info); err != nil {
		return WebhookInfo{}, fmt.Errorf("telegram getWebhookInfo: %w", err)
	}
	return info, nil
}

// SetMyCommands sets the menu of commands for customers whose app speaks
// language (two letters), or for all others if language is "".
func (c *Client) SetMyCommands(ctx context.Context, commands []Command, language string) error {
	if commands == nil {
		commands = []Command{}
	}
	params, err := ParamsOf(struct {
		Commands []Command `json:"commands"`
		Language string    `json:"language_code,omitempty"`
	}{commands, language})
	if err != nil {
		return err
	}
	_, err = c.Call(ctx, "setMyCommands", params)
	return err
}

// SetMyDescription sets the text that a customer sees before the first press
// on Start; language as in [Client.SetMyCommands].
func (c *Client) SetMyDescription(ctx context.Context, text, language string) error {
	params := Params{"description": text}
	if language != "" {
		params["language_code"] = language
	}
	_, err := c.Call(ctx, "setMyDescription", params)
	return err
}
