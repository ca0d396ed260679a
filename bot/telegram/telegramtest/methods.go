package telegramtest

import (
	"slices"
	"strings"
)

// methods lists what the server can do, by lower-case name. A test holds the
// parameters against the published description of the Bot API.
func methods() map[string]*method {
	list := slices.Concat(receivingMethods(), sendingMethods(), editingMethods(), paymentMethods(), profileMethods())
	table := make(map[string]*method, len(list))
	for i := range list {
		table[strings.ToLower(list[i].name)] = &list[i]
	}
	return table
}

func receivingMethods() []method {
	return []method{
		{"getMe", nil, (*Server).getMe},
		{"getUpdates", []param{opt("offset", integer), opt("limit", integer), opt("timeout", integer), opt("allowed_updates", array)}, (*Server).getUpdates},
		{"setWebhook", []param{
			need("url", text), refused("certificate", fileOnly), opt("ip_address", text), opt("max_connections", integer),
			opt("allowed_updates", array), opt("drop_pending_updates", boolean), opt("secret_token", text),
		}, (*Server).setWebhook},
		{"deleteWebhook", []param{opt("drop_pending_updates", boolean)}, (*Server).deleteWebhook},
		{"getWebhookInfo", nil, (*Server).getWebhookInfo},
		{"getFile", []param{need("file_id", text)}, (*Server).getFile},
		{"getChat", []param{need("chat_id", chatRef)}, (*Server).getChat},
		{"answerCallbackQuery", []param{
			need("callback_query_id", text), opt("text", text), opt("show_alert", boolean), opt("url", text), opt("cache_time", integer),
		}, (*Server).answerCallbackQuery},
	}
}

func sendingMethods() []method {
	withMarkup := slices.Concat(delivery(), []param{opt("reply_markup", object), legacy("reply_to_message_id", integer), legacy("allow_sending_without_reply", boolean)})
	captioned := slices.Concat(withMarkup, caption())
	looks := []param{opt("show_caption_above_media", boolean), opt("has_spoiler", boolean)}
	return []method{
		{"sendMessage", slices.Concat(withMarkup, []param{
			need("text", text), refused("parse_mode", text), opt("entities", array), opt("link_preview_options", object),
			legacy("disable_web_page_preview", boolean),
		}), (*Server).sendMessage},
		{"sendPhoto", slices.Concat(captioned, looks, []param{need("photo", fileRef)}), send("photo")},
		{"sendDocument", slices.Concat(captioned, []param{
			need("document", fileRef), opt("thumbnail", fileRef), legacy("thumb", fileRef), opt("disable_content_type_detection", boolean),
		}), send("document")},
		{"sendVideo", slices.Concat(captioned, looks, []param{
			need("video", fileRef), opt("duration", integer), opt("width", integer), opt("height", integer), opt("thumbnail", fileRef),
			legacy("thumb", fileRef), opt("cover", fileRef), opt("start_timestamp", integer), opt("supports_streaming", boolean),
		}), send("video")},
		{"sendVoice", slices.Concat(captioned, []param{need("voice", fileRef), opt("duration", integer)}), send("voice")},
		{"sendLocation", slices.Concat(withMarkup, []param{
			need("latitude", float), need("longitude", float), opt("horizontal_accuracy", float), opt("live_period", integer),
			opt("heading", integer), opt("proximity_alert_radius", integer),
		}), (*Server).sendLocation},
		{"sendMediaGroup", slices.Concat(without(delivery(), "suggested_post_parameters"), []param{need("media", array)}), (*Server).sendMediaGroup},
		{"sendChatAction", []param{
			refused("business_connection_id", text), need("chat_id", chatRef), refused("message_thread_id", integer), need("action", text),
		}, (*Server).sendChatAction},
	}
}

func editingMethods() []method {
	place := []param{
		refused("business_connection_id", text), opt("chat_id", chatRef), opt("message_id", integer),
		refused("inline_message_id", text), opt("reply_markup", object),
	}
	return []method{
		{"editMessageText", slices.Concat(place, []param{
			opt("text", text), refused("parse_mode", text), opt("entities", array), opt("link_preview_options", object),
			refused("rich_message", object), legacy("disable_web_page_preview", boolean),
		}), (*Server).editMessageText},
		{"editMessageCaption", slices.Concat(place, caption(), []param{opt("show_caption_above_media", boolean)}), (*Server).editMessageCaption},
		{"editMessageMedia", slices.Concat(place, []param{need("media", object)}), (*Server).editMessageMedia},
		{"editMessageReplyMarkup", place, (*Server).editMessageReplyMarkup},
		{"deleteMessage", []param{need("chat_id", chatRef), need("message_id", integer)}, (*Server).deleteMessage},
	}
}

func paymentMethods() []method {
	return []method{
		{"sendInvoice", slices.Concat(without(delivery(), "business_connection_id"), invoice(), []param{
			opt("start_parameter", text), opt("reply_markup", object), legacy("reply_to_message_id", integer), legacy("allow_sending_without_reply", boolean),
		}), (*Server).sendInvoice},
		{"createInvoiceLink", slices.Concat(invoice(), []param{
			refused("business_connection_id", text), refused("subscription_period", integer),
		}), (*Server).createInvoiceLink},
		{"answerShippingQuery", []param{
			need("shipping_query_id", text), need("ok", boolean), opt("shipping_options", array), opt("error_message", text),
		}, (*Server).answerShippingQuery},
		{"answerPreCheckoutQuery", []param{
			need("pre_checkout_query_id", text), need("ok", boolean), opt("error_message", text),
		}, (*Server).answerPreCheckoutQuery},
		{"refundStarPayment", []param{need("user_id", integer), need("telegram_payment_charge_id", text)}, (*Server).refundStarPayment},
		{"getStarTransactions", []param{opt("offset", integer), opt("limit", integer)}, (*Server).getStarTransactions},
		{"getMyStarBalance", nil, (*Server).getMyStarBalance},
	}
}

func profileMethods() []method {
	which := []param{opt("scope", object), opt("language_code", text)}
	language := opt("language_code", text)
	return []method{
		{"setMyCommands", slices.Concat(which, []param{need("commands", array)}), (*Server).setMyCommands},
		{"getMyCommands", which, (*Server).getMyCommands},
		{"deleteMyCommands", which, (*Server).deleteMyCommands},
		{"setMyName", []param{opt("name", text), language}, setProfile("name")},
		{"setMyDescription", []param{opt("description", text), language}, setProfile("description")},
		{"setMyShortDescription", []param{opt("short_description", text), language}, setProfile("short_description")},
		{"getMyName", []param{language}, getProfile("name")},
		{"getMyDescription", []param{language}, getProfile("description")},
		{"getMyShortDescription", []param{language}, getProfile("short_description")},
	}
}

// delivery is what all sending methods take.
func delivery() []param {
	return []param{
		refused("business_connection_id", text), need("chat_id", chatRef), refused("message_thread_id", integer),
		refused("direct_messages_topic_id", integer), opt("disable_notification", boolean), opt("protect_content", boolean),
		opt("allow_paid_broadcast", boolean), opt("message_effect_id", text), refused("suggested_post_parameters", object),
		opt("reply_parameters", object),
	}
}

func caption() []param {
	return []param{opt("caption", text), refused("parse_mode", text), opt("caption_entities", array)}
}

func invoice() []param {
	return []param{
		need("title", text), need("description", text), need("payload", text), opt("provider_token", text), need("currency", text),
		need("prices", array), opt("max_tip_amount", integer), opt("suggested_tip_amounts", array), opt("provider_data", text),
		opt("photo_url", text), opt("photo_size", integer), opt("photo_width", integer), opt("photo_height", integer),
		opt("need_name", boolean), opt("need_phone_number", boolean), opt("need_email", boolean), opt("need_shipping_address", boolean),
		opt("send_phone_number_to_provider", boolean), opt("send_email_to_provider", boolean), opt("is_flexible", boolean),
	}
}

func without(params []param, name string) []param {
	return slices.DeleteFunc(params, func(p param) bool { return p.name == name })
}

func need(name string, k kind) param    { return param{name: name, kind: k, required: true} }
func opt(name string, k kind) param     { return param{name: name, kind: k} }
func legacy(name string, k kind) param  { return param{name: name, kind: k, legacy: true} }
func refused(name string, k kind) param { return param{name: name, kind: k, refused: true} }
