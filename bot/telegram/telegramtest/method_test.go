package telegramtest_test

import (
	"context"
	"io"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"repartee/bot/telegram"
	"repartee/bot/telegram/telegramtest"
)

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

func markup(s string) string { return `{"inline_keyboard":[[` + s + `]]}` }

// Each call is made in a chat where message 1 is the customer's, 2 the bot's
// with a button, 3 the bot's with a reply keyboard.
func TestStrictness(t *testing.T) {
	long := strings.Repeat
	tests := []struct {
		name, method string
		params       telegram.Params
		want         string // part of the refusal; "" if it is taken
	}{
		{"unknown method", "sendPigeon", nil, `method "sendPigeon" not found`},
		{"any case", "SENDmessage", params("chat_id", "7", "text", "x"), ""},
		{"unknown parameter", "sendMessage", params("chat_id", "7", "text", "x", "reply", "1"), `sendMessage has no parameter "reply"`},
		{"parameter not done here", "sendMessage", params("chat_id", "7", "text", "x", "parse_mode", "HTML"), `does not do "parse_mode"`},
		{"legacy parameter", "sendMessage", params("chat_id", "7", "text", "x", "disable_web_page_preview", "true"), ""},
		{"no chat", "sendMessage", params("text", "x"), "chat_id is empty"},
		{"unknown chat", "sendMessage", params("chat_id", "8", "text", "x"), "chat not found"},
		{"unknown name", "sendMessage", params("chat_id", "@shop", "text", "x"), "chat not found"},
		{"chat of the wrong type", "sendMessage", params("chat_id", "seven", "text", "x"), "must be an integer or @name"},
		{"boolean as the server takes it", "sendMessage", params("chat_id", "7", "text", "x", "protect_content", "Yes"), ""},
		{"boolean of the wrong type", "sendMessage", params("chat_id", "7", "text", "x", "protect_content", "maybe"), "must be a boolean"},
		{"integer of the wrong type", "deleteMessage", params("chat_id", "7", "message_id", "two"), "must be an integer"},
		{"number of the wrong type", "sendLocation", params("chat_id", "7", "latitude", "NaN", "longitude", "1"), "must be a number"},
		{"no latitude", "sendLocation", params("chat_id", "7", "longitude", "1"), `"latitude" is required`},
		{"off the earth", "sendLocation", params("chat_id", "7", "latitude", "91", "longitude", "1"), "wrong location"},
		{"not UTF-8", "sendMessage", params("chat_id", "7", "text", "\xff"), "UTF-8"},

		{"no text", "sendMessage", params("chat_id", "7"), "message text is empty"},
		{"blank text", "sendMessage", params("chat_id", "7", "text", " \n"), "message text is empty"},
		{"longest text", "sendMessage", params("chat_id", "7", "text", long("😀", 2048)), ""},
		{"text too long", "sendMessage", params("chat_id", "7", "text", long("😀", 2048)+"x"), "message is too long: 4097"},
		{"caption too long", "sendPhoto", params("chat_id", "7", "photo", "https://example.com/a.png", "caption", long("x", 1025)), "caption is too long"},

		{"entities null", "sendMessage", params("chat_id", "7", "text", "x", "entities", "null"), ""},
		{"entities no list", "sendMessage", params("chat_id", "7", "text", "x", "entities", "{}"), "must be a JSON array"},
		{"entity to the end", "sendMessage", params("chat_id", "7", "text", "a😀", "entities", `[{"type":"bold","offset":1,"length":2}]`), ""},
		{"entity beyond the end", "sendMessage", params("chat_id", "7", "text", "a😀", "entities", `[{"type":"bold","offset":1,"length":3}]`), "outside the text of 3"},
		{"entity before the start", "sendMessage", params("chat_id", "7", "text", "abc", "entities", `[{"type":"bold","offset":-1,"length":2}]`), "outside the text"},
		{"empty entity", "sendMessage", params("chat_id", "7", "text", "abc", "entities", `[{"type":"bold","offset":1,"length":0}]`), "outside the text"},
		{"entity cuts a pair", "sendMessage", params("chat_id", "7", "text", "a😀", "entities", `[{"type":"bold","offset":0,"length":2}]`), "cuts a character in two"},
		{"unknown entity", "sendMessage", params("chat_id", "7", "text", "abc", "entities", `[{"type":"loud","offset":0,"length":1}]`), `unknown type "loud"`},
		{"unknown field of an entity", "sendMessage", params("chat_id", "7", "text", "abc", "entities", `[{"type":"bold","offset":0,"length":1,"href":""}]`), "href"},
		{"link without url", "sendMessage", params("chat_id", "7", "text", "abc", "entities", `[{"type":"text_link","offset":0,"length":1}]`), "needs a valid url"},
		{"nested", "sendMessage", params("chat_id", "7", "text", "abcd", "entities", `[{"type":"italic","offset":1,"length":2},{"type":"bold","offset":0,"length":4}]`), ""},
		{"overlap", "sendMessage", params("chat_id", "7", "text", "abcd", "entities", `[{"type":"italic","offset":0,"length":2},{"type":"bold","offset":1,"length":3}]`), "overlap"},
		{"bold in code", "sendMessage", params("chat_id", "7", "text", "abcd", "entities", `[{"type":"code","offset":0,"length":4},{"type":"bold","offset":1,"length":1}]`), "cannot be nested"},

		{"button", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", markup(`{"text":"a","callback_data":"`+long("x", 64)+`"}`)), ""},
		{"data too long", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", markup(`{"text":"a","callback_data":"`+long("ж", 32)+`x"}`)), "BUTTON_DATA_INVALID: 65 bytes"},
		{"data empty", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", markup(`{"text":"a","callback_data":""}`)), "BUTTON_DATA_INVALID"},
		{"no label", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", markup(`{"text":" ","callback_data":"a"}`)), "text must be non-empty"},
		{"no purpose", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", markup(`{"text":"a"}`)), "exactly one purpose, has 0"},
		{"two purposes", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", markup(`{"text":"a","url":"https://example.com","callback_data":"a"}`)), "has 2"},
		{"bad url", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", markup(`{"text":"a","url":"javascript:alert(1)"}`)), "wrong HTTP URL"},
		{"pay without invoice", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", markup(`{"text":"a","pay":true}`)), "BUTTON_POS_INVALID"},
		{"copy", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", markup(`{"text":"a","copy_text":{"text":"CODE"}}`)), ""},
		{"unknown field of a button", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", markup(`{"text":"a","data":"x"}`)), `unknown field "data"`},
		{"row too long", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", markup(long(`{"text":"a","callback_data":"a"},`, 8)+`{"text":"a","callback_data":"a"}`)), "1 to 8 buttons, not 9"},
		{"empty row", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", `{"inline_keyboard":[[]]}`), "1 to 8 buttons, not 0"},
		{"too many buttons", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", `{"inline_keyboard":[`+long(`[{"text":"a","callback_data":"a"}],`, 100)+`[{"text":"a","callback_data":"a"}]]}`), "REPLY_MARKUP_TOO_LONG"},
		{"no kind of markup", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", `{}`), "none of the four kinds"},
		{"markup no JSON", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", `{"inline`), "must be a JSON object"},
		{"keyboard of texts", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", `{"keyboard":[["a",{"text":"b"}]]}`), ""},
		{"keyboard without keys", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", `{"keyboard":[]}`), "it has no buttons"},
		{"key with two requests", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", `{"keyboard":[[{"text":"b","request_contact":true,"request_location":true}]]}`), "asks for 2 things"},
		{"contact in a group", "sendMessage", params("chat_id", "-5", "text", "x", "reply_markup", `{"keyboard":[[{"text":"b","request_contact":true}]]}`), "private chats only"},
		{"force reply", "sendMessage", params("chat_id", "7", "text", "x", "reply_markup", `{"force_reply":true,"input_field_placeholder":"p"}`), ""},

		{"reply", "sendMessage", params("chat_id", "7", "text", "x", "reply_parameters", `{"message_id":1}`), ""},
		{"reply to nothing", "sendMessage", params("chat_id", "7", "text", "x", "reply_parameters", `{"message_id":99}`), "message to be replied not found"},
		{"reply to nothing, allowed", "sendMessage", params("chat_id", "7", "text", "x", "reply_parameters", `{"message_id":99,"allow_sending_without_reply":true}`), ""},

		{"photo by url", "sendPhoto", params("chat_id", "7", "photo", "https://example.com/a.png"), ""},
		{"photo by unknown id", "sendPhoto", params("chat_id", "7", "photo", "nothing"), "wrong file identifier"},
		{"photo not attached", "sendPhoto", params("chat_id", "7", "photo", "attach://p"), "wrong file identifier"},
		{"album of one", "sendMediaGroup", params("chat_id", "7", "media", `[{"type":"photo","media":"https://example.com/a.png"}]`), "2-10 items, not 1"},
		{"album", "sendMediaGroup", params("chat_id", "7", "media", `[{"type":"photo","media":"https://example.com/a.png","caption":"c"},{"type":"video","media":"https://example.com/a.mp4"}]`), ""},
		{"mixed album", "sendMediaGroup", params("chat_id", "7", "media", `[{"type":"photo","media":"https://example.com/a.png"},{"type":"document","media":"https://example.com/a.pdf"}]`), "can't be mixed"},
		{"album with buttons", "sendMediaGroup", params("chat_id", "7", "media", `[]`, "reply_markup", `{}`), `no parameter "reply_markup"`},
		{"action", "sendChatAction", params("chat_id", "7", "action", "typing"), ""},
		{"unknown action", "sendChatAction", params("chat_id", "7", "action", "thinking"), "wrong parameter action"},

		{"edit", "editMessageText", params("chat_id", "7", "message_id", "2", "text", "new"), ""},
		{"edit nothing", "editMessageText", params("chat_id", "7", "message_id", "2", "text", "question", "reply_markup", markup(`{"text":"Yes","callback_data":"y"}`)), "message is not modified"},
		{"edit the keyboard away", "editMessageReplyMarkup", params("chat_id", "7", "message_id", "2"), ""},
		{"edit no message", "editMessageText", params("chat_id", "7", "message_id", "99", "text", "new"), "message to edit not found"},
		{"edit without id", "editMessageText", params("chat_id", "7", "text", "new"), "message identifier is not specified"},
		{"edit a customer's", "editMessageText", params("chat_id", "7", "message_id", "1", "text", "new"), "message can't be edited"},
		{"edit with a reply keyboard", "editMessageText", params("chat_id", "7", "message_id", "2", "text", "new", "reply_markup", `{"keyboard":[["a"]]}`), "inline keyboard expected"},
		{"edit the caption of a text", "editMessageCaption", params("chat_id", "7", "message_id", "2", "caption", "new"), "there is no caption"},
		{"delete", "deleteMessage", params("chat_id", "7", "message_id", "2"), ""},
		{"delete nothing", "deleteMessage", params("chat_id", "7", "message_id", "99"), "message to delete not found"},

		{"answer to nothing", "answerCallbackQuery", params("callback_query_id", "q"), "query is too old"},
		{"answer too long", "answerCallbackQuery", params("callback_query_id", "q", "text", long("x", 201)), "MESSAGE_TOO_LONG"},
		{"command", "setMyCommands", params("commands", `[{"command":"help","description":"Help"}]`), ""},
		{"bad command", "setMyCommands", params("commands", `[{"command":"Help","description":"Help"}]`), "BOT_COMMAND_INVALID"},
		{"command without description", "setMyCommands", params("commands", `[{"command":"help","description":""}]`), "BOT_COMMAND_DESCRIPTION_INVALID"},
		{"command for no language", "setMyCommands", params("commands", `[]`, "language_code", "eng"), "invalid language code"},
		{"command for no scope", "setMyCommands", params("commands", `[]`, "scope", `{"type":"all"}`), "unsupported type"},
		{"long description", "setMyDescription", params("description", long("x", 513)), "must be at most 512"},
		{"file", "getFile", params("file_id", "nothing"), "invalid file_id"},
		{"chat", "getChat", params("chat_id", "-5"), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, c := newServer(t, telegramtest.Options{})
			ctx := context.Background()
			s.User(7, "Ada", "en").Start("")
			s.Group(-5, "Friends")
			for _, sent := range []telegram.SendMessage{
				{Delivery: telegram.Delivery{ChatID: 7, ReplyMarkup: telegram.InlineKeyboard{Rows: [][]telegram.InlineButton{{{Text: "Yes", CallbackData: "y"}}}}}, Text: "question"},
				{Delivery: telegram.Delivery{ChatID: 7, ReplyMarkup: telegram.ReplyKeyboard{Rows: [][]telegram.KeyboardButton{{{Text: "a"}}}}}, Text: "keys"},
			} {
				if _, err := c.Do(ctx, sent); err != nil {
					t.Fatal(err)
				}
			}
			_, err := c.Call(ctx, tt.method, tt.params)
			got := description(t, err)
			if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
			if got != "" && telegram.Unknown(err) {
				t.Error("a refusal must not leave the outcome open")
			}
		})
	}
}

func TestBodies(t *testing.T) {
	s, _ := newServer(t, telegramtest.Options{})
	u := s.User(7, "Ada", "en")
	u.Start("")
	phone := s.HTTPClient()
	base := s.URL() + "/bot" + s.Token() + "/sendMessage"
	for _, tt := range []struct{ kind, query, body, want string }{
		{"application/x-www-form-urlencoded", "", url.Values{"chat_id": {"7"}, "text": {"a form"}}.Encode(), "a form"},
		{"application/json; charset=utf-8", "", `{"chat_id":7,"text":"an object","entities":[{"type":"bold","offset":0,"length":2}],"reply_parameters":null}`, "an object"},
		{"multipart/form-data; boundary=b", "", "--b\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n7\r\n--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nparts\r\n--b--\r\n", "parts"},
		{"", "?chat_id=7&text=query", "", "query"},
	} {
		resp, err := phone.Post(base+tt.query, tt.kind, strings.NewReader(tt.body))
		if err != nil {
			t.Fatal(err)
		}
		raw, _ := io.ReadAll(resp.Body)
		_ = resp.Body.Close()
		screen := u.Messages()
		if last := screen[len(screen)-1]; resp.StatusCode != 200 || last.Text != tt.want {
			t.Errorf("%s: %d %s", tt.kind, resp.StatusCode, raw)
		}
	}
	for _, tt := range []struct{ kind, body string }{
		{"application/json", `{"chat_id":7`},
		{"application/x-www-form-urlencoded", "chat_id=%zz"},
		{"multipart/form-data; boundary=b", "--b\r\n"},
	} {
		resp, err := phone.Post(base, tt.kind, strings.NewReader(tt.body))
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
		if resp.StatusCode != 400 {
			t.Errorf("%s: %d", tt.kind, resp.StatusCode)
		}
	}
}

func TestWrongTokens(t *testing.T) {
	s, _ := newServer(t, telegramtest.Options{})
	for path, want := range map[string]int{
		"/bot1:x/getMe": 401, "/botx/getMe": 404, "/": 404, "/file/bot" + s.Token() + "/photos/none": 404,
	} {
		resp, err := s.HTTPClient().Get(s.URL() + path)
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("%s: %d, want %d", path, resp.StatusCode, want)
		}
	}
}
