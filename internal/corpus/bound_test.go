package corpus

import (
	"testing"

	"github.com/boctin/boctin/internal/corpus/events"
)

// TestBound holds that a corpus is asked as before by connections that hold less of it.
func TestBound(t *testing.T) {
	c := made(t)
	gathered(t, c)
	if was := value(t, c, `PRAGMA cache_size`); was != "-65536" {
		t.Errorf("%s before", was)
	}
	before := asked(t, c, events.Filter{})
	if err := c.DB.Bound(2048); err != nil {
		t.Fatal(err)
	}
	if now := value(t, c, `PRAGMA cache_size`); now != "-2048" {
		t.Errorf("%s, want -2048", now)
	}
	if now := asked(t, c, events.Filter{}); now != before {
		t.Errorf("%s, want %s", now, before)
	}
}
