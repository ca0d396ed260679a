package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// File is one file to upload with a call. Its bytes are held in memory, so
// that a call can be made again.
type File struct {
	Field string // the parameter it is, or the name in attach://name
	Name  string // the file name that Telegram sees
	Data  []byte
}

// Call makes one call and returns the raw result. A failure is always an
// [*Error]; [Unknown] tells whether the call may have had its effect.
func (c *Client) Call(ctx context.Context, method string, params Params, files ...File) (json.RawMessage, error) {
	return c.callBy(ctx, c.http, method, input{params: params, files: files})
}

// input is what a call is made with: an object as it is, or parameters and
// files.
type input struct {
	object []byte
	params Params
	files  []File
}

func (c *Client) callBy(ctx context.Context, by *http.Client, method string, in input) (json.RawMessage, error) {
	if !isMethod(method) {
		return nil, &Error{Method: method, Cause: errors.New("not the name of a Bot API method"), unsent: true}
	}
	if err := ctx.Err(); err != nil {
		return nil, &Error{Method: method, Cause: err, unsent: true}
	}
	if _, ok := ctx.Deadline(); !ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.timeout)
		defer cancel()
	}
	k := &call{api: c.api, http: by, ctx: ctx, object: in.object}
	k.api.Client = k
	resp, err := k.make(method, in.params, in.files)
	if err != nil {
		return nil, k.failure(method, resp, err)
	}
	if k.result != nil {
		return k.result, nil
	}
	return resp.Result, nil
}

// Me tells who the bot is; it is the cheapest way to try a token.
func (c *Client) Me(ctx context.Context) (User, error) {
	raw, err := c.Call(ctx, "getMe", nil)
	if err != nil {
		return User{}, err
	}
	var u User
	if err := json.Unmarshal(raw, &u); err != nil {
		return User{}, fmt.Errorf("telegram getMe: %w", err)
	}
	return u, nil
}

// call is one call on its way through the library: a copy of the library's
// client whose HTTP client is the call itself, which is how a context gets in
// and the HTTP status gets out.
type call struct {
	api        tgbotapi.BotAPI
	http       *http.Client
	ctx        context.Context
	object     []byte // goes in the place of the library's form
	status     int
	retryAfter time.Duration   // from the header, for answers without JSON
	result     json.RawMessage // of a call that was done, where the library need not look for it
}

func (k *call) make(method string, params Params, files []File) (*tgbotapi.APIResponse, error) {
	if len(files) == 0 {
		return k.api.MakeRequest(method, tgbotapi.Params(params))
	}
	parts := make([]tgbotapi.RequestFile, len(files))
	for i, f := range files {
		parts[i] = tgbotapi.RequestFile{Name: f.Field, Data: tgbotapi.FileBytes{Name: f.Name, Bytes: f.Data}}
	}
	return k.api.UploadFiles(method, tgbotapi.Params(params), parts)
}

// Do implements the library's HTTPClient. The body of the request is closed on
// every path, also where a transport forgets to: the library's goroutine that
// writes an upload ends with nothing else.
func (k *call) Do(req *http.Request) (*http.Response, error) {
	if k.object != nil {
		putObject(req, k.object)
	}
	resp, err := exchange(k.http, req.WithContext(k.ctx))
	if err != nil {
		_ = req.Body.Close() // what matters is err
		return nil, err
	}
	k.status = resp.StatusCode
	if after := resp.Header.Get("Retry-After"); after != "" {
		if s, err := strconv.Atoi(after); err == nil && s > 0 {
			k.retryAfter = time.Duration(s) * time.Second
		}
	}
	answer, err := readAnswer(resp)
	_ = req.Body.Close() // an answer may come before all of it was read
	if err != nil {
		return nil, err
	}
	if k.result = resultOf(answer); k.result != nil {
		answer = []byte(`{"ok":true}`)
	}
	resp.Body = io.NopCloser(bytes.NewReader(answer))
	return resp, nil
}

// failure turns what the library returned into an Error. The upload path of
// the library forgets the code of an answer, so it is read from the answer.
func (k *call) failure(method string, resp *tgbotapi.APIResponse, err error) *Error {
	e := &Error{Method: method, HTTPStatus: k.status}
	var refused *tgbotapi.Error
	var transport *url.Error
	switch {
	case errors.As(err, &refused) && resp != nil && resp.ErrorCode != 0:
		e.Code = resp.ErrorCode
		e.Description = Redact(resp.Description)
		e.RetryAfter = time.Duration(refused.RetryAfter) * time.Second
		e.MigrateTo = refused.MigrateToChatID
	case k.status == 0:
		if errors.As(err, &transport) {
			err = transport.Err
		}
		e.Cause = err
		e.unsent = neverLeft(err)
	default:
		e.Code = k.status
		e.Cause = fmt.Errorf("HTTP %d without a Bot API answer: %w", k.status, err)
		if refused != nil {
			e.Cause = fmt.Errorf("HTTP %d without a Bot API answer", k.status)
		}
	}
	if e.Code == http.StatusTooManyRequests && e.RetryAfter == 0 {
		e.RetryAfter = max(k.retryAfter, time.Second)
	}
	return e
}

func isMethod(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return false
		}
	}
	return s != ""
}

// putObject gives a request another body, of JSON.
func putObject(req *http.Request, object []byte) {
	req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(object)), nil }
	req.Body, _ = req.GetBody()
	req.ContentLength = int64(len(object))
	req.Header.Set("Content-Type", "application/json")
}
