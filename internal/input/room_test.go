package input

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestNoPlaceToUnpack(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "none"))
	for it := range New(Options{Paths: []string{"-"}, Stdin: strings.NewReader(zipped("1.html", aPage)), MaxBytes: 1000}).Items(t.Context()) {
		if it.Err == nil || !strings.Contains(it.Err.Error(), "make room there, or name another folder in TMPDIR") {
			t.Errorf("got %v", it.Err)
		}
	}
}
