package corpus

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/boctin/boctin/internal/corpus/store"
)

// TestReadOnlyCorpus asks a corpus in which nothing may be written, as on a mount
// for reading alone.
func TestReadOnlyCorpus(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	c, err := Make(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, store.File)
	os.Chmod(file, 0o400)
	os.Chmod(dir, 0o500)
	defer os.Chmod(dir, 0o700)
	c, err = Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if n, err := c.DB.Count(context.Background(), `SELECT 1 FROM articles`); err != nil || n != 0 {
		t.Error(n, err)
	}
}
