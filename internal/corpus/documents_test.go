package corpus

import (
	"context"
	"fmt"
	"testing"

	"github.com/boctin/boctin/crawl/warc"
	"github.com/boctin/boctin/internal/corpus/storing"
)

// TestRecall holds that a document is known again by its bytes, wherever it stands, as long
// as the same reader asks.
func TestRecall(t *testing.T) {
	c := made(t)
	ctx := context.Background()
	document := func(n int, path, reader string) storing.Import {
		e := plain(n, fmt.Sprintf("https://a.vn/%d", n), "2025-08-17", sentences(uint64(n), 8))
		e.File, e.Record, e.Offset = "", "", 0
		return storing.Import{Path: path, At: int64(n), Reader: reader, Entry: e}
	}
	for n := range 40 { // of which those of each batch stand in a run of their own
		if _, err := c.Storing.AddImports(ctx, "v1", []storing.Import{document(n, "/a.jsonl", "one")}, warc.Mark{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Stories.Group(ctx, nil); err != nil {
		t.Fatal(err)
	}
	m, err := c.Storing.Memory(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	for _, test := range []struct {
		document    storing.Import
		told, known bool
	}{
		{document(7, "/a.jsonl", "one"), true, true},
		{document(7, "/moved.jsonl", "one"), false, true},
		{document(7, "/a.jsonl", "another"), false, false},
		{document(41, "/a.jsonl", "one"), false, false},
	} {
		told, err := m.Recall(ctx, &test.document)
		if err != nil || told != test.told || (test.document.Known != 0) != test.known {
			t.Errorf("%s of %d by %s: told %v, article %d, %v", test.document.Path, test.document.At, test.document.Reader, told, test.document.Known, err)
		}
	}
	isSound(t, c)
	if _, err := c.DB.Exec(`DELETE FROM import_digest_runs WHERE run = (SELECT MIN(run) FROM import_digest_runs)`); err != nil {
		t.Fatal(err)
	}
	faults := 0
	if err := c.Check.Sound(ctx, func(string, ...any) { faults++ }, func(int, string) {}); err != nil || faults == 0 {
		t.Errorf("documents that are not found: %d faults, %v", faults, err)
	}
}
