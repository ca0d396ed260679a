package chaos

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// logs reads what all processes have written, and looks for what must not be there: secrets, and anything of a customer.
func (v *verdict) logs() error {
	secrets := map[string]string{v.run.server.Token(): "the token", hookSecret: "the secret of the webhook", marked: "a customer's name or words"}
	_, key, _ := strings.Cut(v.run.server.Token(), ":")
	secrets[key] = "the token's key"
	number := regexp.MustCompile(`\+?4930[0-9]{7}`)
	return v.eachLine(func(file, line string) {
		v.LogLines++
		for secret, what := range secrets {
			if strings.Contains(line, secret) {
				v.Leaks++
				v.wrong("%s has %s: %s", file, what, line)
			}
		}
		if number.MatchString(line) {
			v.Leaks++
			v.wrong("%s has a telephone number: %s", file, line)
		}
		if strings.Contains(line, "panic") || strings.Contains(line, "goroutine ") {
			v.wrong("%s: %s", file, line)
		}
	})
}

func (v *verdict) eachLine(do func(file, line string)) error {
	for _, b := range v.run.bots {
		f, err := os.Open(filepath.Clean(b.log))
		if err != nil {
			return fmt.Errorf("read a log: %w", err)
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			do(b.name, lines.Text())
		}
		_ = f.Close()
		if err := lines.Err(); err != nil {
			return fmt.Errorf("read a log: %w", err)
		}
	}
	return nil
}
