package charset

import (
	"os"
	"path/filepath"
	"testing"
)

// The saved pages are proper UTF-8: none may be taken for anything else.
func TestSharedPages(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/pages/html/*.html")
	more, _ := filepath.Glob("../../../shared/listing/*.html")
	if files = append(files, more...); len(files) == 0 {
		t.Skip("no ../shared/pages beside the repository")
	}
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if _, label, err := Decode(body, ""); err != nil || label != UTF8 {
			t.Errorf("%s: read as %s, %v", f, label, err)
		}
	}
}
