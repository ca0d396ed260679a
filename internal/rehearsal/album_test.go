package rehearsal

import (
	"strings"
	"testing"

	"repartee/internal/console"
)

// TestAlbumAnswersAList sends three photos at once where a list of them is asked for: all three are the answer.
func TestAlbumAnswersAList(t *testing.T) {
	files := kinds()
	files["flows/welcome.yaml"].Data = []byte(`flow: welcome
fields:
  pictures: {type: list, of: photo, label: Pictures}
  sure: {type: yes_no, label: Sure}
steps:
  - {ask: pictures, text: Some photos?}
  - {ask: sure, text: All of them?}
  - say: "{{ count(pictures) }} photos."
`)
	s := rehearse(t, Options{Files: files})
	s.ada().Start("")
	s.ada().Send(console.Album)
	s.taps("Yes")
	if !strings.Contains(s.last(), "3 photos.") {
		t.Errorf("the bot says %q", s.texts())
	}
}
