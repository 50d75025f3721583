package corpus

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/stories"
	"github.com/boctin/boctin/internal/corpus/storing"
)

// TestWaitingIsReadFirst holds how SQLite looks for the articles that wait to be compared,
// once it has counted all the others: it must not read through those.
func TestWaitingIsReadFirst(t *testing.T) {
	t.Parallel()
	c, ctx := made(t), context.Background()
	var batch []storing.Entry
	for n := range 300 {
		batch = append(batch, entry(n, fmt.Sprintf("https://a.vn/%d.htm", n), "01/12/2025", fmt.Sprint("Tin số ", n), "Cuộc họp bàn về an toàn giao thông."))
	}
	add(t, c, batch...)
	if err := c.Stories.Group(ctx, func(int) {}); err != nil {
		t.Fatal(err)
	}
	if err := c.DB.Analyze(ctx); err != nil {
		t.Fatal(err)
	}
	var plan []string
	err := c.DB.Each(ctx, `EXPLAIN QUERY PLAN `+stories.Waiting, []any{1}, func(r *sql.Rows) error {
		var id, parent, unused int
		var step string
		err := r.Scan(&id, &parent, &unused, &step)
		plan = append(plan, step)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(plan) < 2 || !strings.HasPrefix(plan[0], "SCAN u") || !strings.HasPrefix(plan[1], "SEARCH a") {
		t.Errorf("plan %q", plan)
	}
}
