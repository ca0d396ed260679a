package redisstore_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"repartee/bot/redisstore"
)

// TestPasswordIsNotShown prints the options, and the errors of a Redis that cannot be reached.
func TestPasswordIsNotShown(t *testing.T) {
	for _, url := range []string{"redis://user:s3cret-pw@127.0.0.1:1", "redis+cluster://user:s3cret-pw@127.0.0.1:1", "rediss://:s3cret-pw@127.0.0.1:1", "redis://user:s3cret-pw@127.0.0.1:1?bad=1", "redis://user:s3cret-pw@127.0.0.1:x"} {
		o := redisstore.Options{URL: url, Bot: 1}
		_, err := redisstore.Open(context.Background(), o)
		if err == nil {
			t.Errorf("%s is open", url)
		}
		for _, v := range []any{o, &o, struct{ O redisstore.Options }{o}, err} {
			raw, jsonErr := json.Marshal(v)
			if jsonErr != nil {
				t.Error(jsonErr)
			}
			if text := fmt.Sprintf("%v %+v %#v %s %q %d %x %s", v, v, v, v, v, v, v, raw); strings.Contains(text, "s3cret-pw") {
				t.Errorf("the password shows in %s", text)
			}
		}
	}
}
