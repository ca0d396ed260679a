package bot

import (
	"strconv"
	"testing"
)

// TestUploadsAtOnce begins an upload a file, and so many in all.
func TestUploadsAtOnce(t *testing.T) {
	f := newFileIDs()
	if f.begin([]string{"a", "b"}) != nil {
		t.Fatal("the first upload has to wait")
	}
	over := f.begin([]string{"b", "c"})
	if over == nil {
		t.Fatal("b is uploaded twice at once")
	}
	f.put("a", "id of a")
	f.end([]string{"a", "b"})
	<-over
	for range 2 {
		if f.begin([]string{"b"}) != nil {
			t.Error("b, whose upload brought no id, is waited for")
		}
	}
	for i := range mostUploads - 2 {
		if f.begin([]string{strconv.Itoa(i)}) != nil {
			t.Fatalf("only %d at once", i+2)
		}
	}
	over = f.begin([]string{"one more"})
	if over == nil {
		t.Fatal("more at once than there may be")
	}
	f.end([]string{"0"})
	<-over
	if f.begin([]string{"one more"}) != nil {
		t.Error("has to wait though there is room")
	}
	if got := f.get("a"); got != "id of a" {
		t.Errorf("a has %q", got)
	}
}
