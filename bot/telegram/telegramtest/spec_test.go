package telegramtest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// specFields is how the published description of the Bot API writes the
// fields of a method or type.
type specFields struct {
	Fields []struct {
		Name     string   `json:"name"`
		Types    []string `json:"types"`
		Required bool     `json:"required"`
	} `json:"fields"`
}

func readSpec(t *testing.T) (methods, types map[string]specFields) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "botapi", "api.json"))
	if err != nil {
		t.Skip("the description of the Bot API is not there to compare with")
	}
	var spec struct {
		Methods map[string]specFields `json:"methods"`
		Types   map[string]specFields `json:"types"`
	}
	if err := json.Unmarshal(raw, &spec); err != nil {
		t.Fatal(err)
	}
	return spec.Methods, spec.Types
}

// Every method takes what is documented, with its type, and nothing else but
// what is marked as legacy.
func TestMethodsAreThoseOfTheBotAPI(t *testing.T) {
	documented, _ := readSpec(t)
	for _, m := range methods() {
		spec, ok := documented[m.name]
		if !ok {
			t.Errorf("%s is no method", m.name)
			continue
		}
		var extra []string
		for _, p := range m.params {
			if !p.legacy {
				extra = append(extra, p.name)
			}
		}
		slices.Sort(extra)
		if twice := slices.Compact(slices.Clone(extra)); len(twice) != len(extra) {
			t.Errorf("%s has a parameter twice: %v", m.name, extra)
		}
		for _, f := range spec.Fields {
			i := slices.IndexFunc(m.params, func(p param) bool { return p.name == f.Name && !p.legacy })
			if i < 0 {
				t.Errorf("%s lacks %s", m.name, f.Name)
				continue
			}
			extra = slices.DeleteFunc(extra, func(n string) bool { return n == f.Name })
			if p := m.params[i]; p.kind != kindOf(f.Types) || p.required != f.Required {
				t.Errorf("%s: %s is %v, required %v; documented %v, required %v", m.name, f.Name, p.kind, p.required, f.Types, f.Required)
			}
		}
		if len(extra) > 0 {
			t.Errorf("%s takes %v, which is not documented", m.name, extra)
		}
	}
}

func kindOf(types []string) kind {
	switch strings.Join(types, " or ") {
	case "Integer":
		return integer
	case "Float":
		return float
	case "Boolean":
		return boolean
	case "String":
		return text
	case "Integer or String":
		return chatRef
	case "InputFile or String":
		return fileRef
	case "InputFile":
		return fileOnly
	}
	if strings.HasPrefix(types[0], "Array of") {
		return array
	}
	return object
}

// What is written is documented, and so is all that is read inside of JSON.
func TestTypesAreThoseOfTheBotAPI(t *testing.T) {
	_, documented := readSpec(t)
	for value, names := range map[any][]string{
		wireUser{}: {"User"}, wireChat{}: {"Chat"}, wireContact{}: {"Contact"}, wireLocation{}: {"Location"},
		wireCallbackQuery{}: {"CallbackQuery"}, wireChatMemberUpdated{}: {"ChatMemberUpdated"}, wireChatMember{}: {"ChatMemberMember", "ChatMemberBanned"},
		&wireReactionUpdated{}: {"MessageReactionUpdated"}, wireReaction{}: {"ReactionTypeEmoji"},
		wireCommand{}: {"BotCommand"}, &wireMessage{}: {"Message"}, &wireEntity{}: {"MessageEntity"},
		&wireFile{}:       {"PhotoSize", "Document", "Video", "Voice"},
		&inlineKeyboard{}: {"InlineKeyboardMarkup"}, &inlineButton{}: {"InlineKeyboardButton"}, &copyText{}: {"CopyTextButton"},
		&replyKeyboard{}: {"ReplyKeyboardMarkup"}, &keyboardButtonFields{}: {"KeyboardButton"},
		&wireInvoice{}: {"Invoice"}, &wirePrice{}: {"LabeledPrice"}, &wireShippingOption{}: {"ShippingOption"}, &wireAddress{}: {"ShippingAddress"},
		&wireOrderInfo{}: {"OrderInfo"}, &wireShippingQuery{}: {"ShippingQuery"}, &wirePreCheckoutQuery{}: {"PreCheckoutQuery"},
		&wireSuccessfulPayment{}: {"SuccessfulPayment"}, &wireRefundedPayment{}: {"RefundedPayment"},
		&wireStarAmount{}: {"StarAmount"}, &wireStarTransaction{}: {"StarTransaction"}, &wireStarPartner{}: {"TransactionPartnerUser"},
		&inputMedia{}: {"InputMediaPhoto", "InputMediaVideo", "InputMediaDocument"},
	} {
		var known []string
		for _, name := range names {
			for _, f := range documented[name].Fields {
				known = append(known, f.Name)
			}
		}
		fields := reflect.TypeOf(value)
		if fields.Kind() == reflect.Pointer {
			fields = fields.Elem()
		}
		for i := range fields.NumField() {
			name, _, _ := strings.Cut(fields.Field(i).Tag.Get("json"), ",")
			if !slices.Contains(known, name) {
				t.Errorf("%s has %q, which %v does not document", fields.Name(), name, names)
			}
		}
		if _, button := value.(*inlineButton); button {
			requireAll(t, fields, known)
		}
		if _, button := value.(*keyboardButtonFields); button {
			requireAll(t, fields, known)
		}
	}
}

// requireAll finds documented fields that would be refused as unknown.
func requireAll(t *testing.T, fields reflect.Type, known []string) {
	t.Helper()
	for _, name := range known {
		if !slices.ContainsFunc(reflect.VisibleFields(fields), func(f reflect.StructField) bool {
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			return tag == name
		}) {
			t.Errorf("%s lacks %s", fields.Name(), name)
		}
	}
}
