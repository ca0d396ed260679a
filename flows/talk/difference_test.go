package talk

import (
	"strings"
	"testing"
)

func TestDifference(t *testing.T) {
	for _, c := range []struct {
		want string
		said []string
		show string // the two lines and the mark below them
	}{
		{"Yours is the round table.", []string{"Welcome!", "Yours is the small table."}, `
Yours is the round table.
Yours is the small table.
             ^`},
		{"... costs 12 € ... today", []string{"The bag costs 13 € only today"}, `
    ... costs 12 € ... today
The bag costs 13 € only today
               ^`},
		{"Hello Kim", []string{"Hello Kim, and welcome"}, `
Hello Kim
Hello Kim, and welcome
         ^`},
		{"Für dich: Grün", []string{"Für dich: Größe"}, `
Für dich: Grün
Für dich: Größe
            ^`},
		{strings.Repeat("long ", 20) + "and green", []string{strings.Repeat("long ", 20) + "and blue"}, `
…g long long long long long long and green
…g long long long long long long and blue
                                     ^`},
	} {
		want, said, column := difference([]string{c.want}, c.said).Lines()
		got := "\n" + want + "\n" + said + "\n" + strings.Repeat(" ", column) + "^"
		if got != c.show {
			t.Errorf("%q and %q are shown as%s\nwant%s", c.want, c.said, got, c.show)
		}
	}
	if difference([]string{"Hello"}, nil) != nil {
		t.Error("nothing was said, and there is a difference")
	}
}
