package bot

import (
	"strconv"
	"strings"
)

// payload is what comes back with all that follows from an invoice: the number of the order, and whose it is. So the order is found whoever pays.
func payload(number string, chat int64) string { return number + "." + strconv.FormatInt(chat, 36) }

// parsePayload reads what payload wrote; not ok for what this bot has not written.
func parsePayload(text string) (number string, chat int64, ok bool) {
	number, encoded, _ := strings.Cut(text, ".")
	chat, err := strconv.ParseInt(encoded, 36, 64)
	if err != nil || number == "" || chat <= 0 || payload(number, chat) != text {
		return "", 0, false
	}
	return number, chat, true
}
