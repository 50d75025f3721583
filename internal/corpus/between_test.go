package corpus

import (
	"context"
	"testing"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/events"
)

// TestEventsOfAPeriod holds that an event falls into a period that it touches, also where
// it lasts longer, or where one of its days is not known.
func TestEventsOfAPeriod(t *testing.T) {
	c := made(t)
	gathered(t, c)
	days := []string{"", "2025-08-16", "2025-08-17", "2025-08-18", "2025-08-20", "2025-08-21", "2025-08-25"}
	held := 0
	for _, first := range days {
		for _, last := range days {
			if _, err := c.DB.Exec(`UPDATE event_rows SET first_day = ?, last_day = ?`, column.Null(first), column.Unless(last == first, last)); err != nil {
				t.Fatal(err)
			}
			for _, from := range days {
				for _, to := range days {
					text, args := events.Between(from, to, events.Ranged)
					var n int
					if err := c.DB.QueryRowContext(context.Background(), `SELECT COUNT(*) FROM event_rows e WHERE `+text, args...).Scan(&n); err != nil {
						t.Fatal(err)
					}
					want := (from == "" || last != "" && last >= from) && (to == "" || first != "" && first <= to)
					if n > 0 != want {
						t.Errorf("from %q to %q, of %q to %q: %d, want %v", first, last, from, to, n, want)
					}
					held += n
				}
			}
		}
	}
	if held == 0 {
		t.Error("no event is in any period")
	}
}
