package identity

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/boctin/boctin/normalize/viet"
)

func fold(s string) string { return viet.Fold(s) }

func write(t *testing.T, dir, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, JudgementsFile), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
