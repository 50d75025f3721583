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

// TestAnalyze holds when SQLite is told anew how large the tables are: once a tenth of the articles
// came since it was told.
func TestAnalyze(t *testing.T) {
	t.Parallel()
	c, ctx := made(t), context.Background()
	n := 0
	more := func(articles, want int) {
		t.Helper()
		var batch []storing.Entry
		for range articles {
			n++
			batch = append(batch, entry(n, fmt.Sprintf("https://a.vn/%d.htm", n), "01/12/2025", fmt.Sprint("Tin số ", n), "Cuộc họp bàn về an toàn giao thông."))
		}
		add(t, c, batch...)
		if err := c.DB.Analyze(ctx); err != nil {
			t.Fatal(err)
		}
		var told int
		if err := c.DB.DB.QueryRow(`SELECT MAX(CAST(stat AS INTEGER)) FROM sqlite_stat1 WHERE tbl = 'article_rows'`).Scan(&told); err != nil || told != want {
			t.Errorf("with %d articles SQLite was told of %d, want %d (%v)", n, told, want, err)
		}
	}
	more(100, 100)
	more(11, 100)
	more(1, 112)
	if _, err := c.DB.DB.Exec(`DELETE FROM sqlite_stat1`); err != nil {
		t.Fatal(err)
	}
	more(1, 113)
}
