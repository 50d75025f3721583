package corpus

import (
	"context"
	"testing"
)

// TestKeep holds which names of WARC files an import may give: also that of one which was broken
// off in the same second, before it stored anything.
func TestKeep(t *testing.T) {
	t.Parallel()
	c, ctx := made(t), context.Background()
	for _, want := range []bool{true, true} {
		if may, err := c.Pages.Keep(ctx, "import-1.warc.gz"); err != nil || may != want {
			t.Errorf("may %v, want %v (%v)", may, want, err)
		}
	}
	if _, err := c.DB.Exec(`UPDATE kept SET size = 7`); err != nil {
		t.Fatal(err)
	}
	if may, err := c.Pages.Keep(ctx, "import-1.warc.gz"); err != nil || may {
		t.Errorf("a file that something was stored from may be begun anew (%v)", err)
	}
	if size := value(t, c, `SELECT group_concat(size) FROM kept`); size != "7" {
		t.Errorf("its size is %s", size)
	}
}
