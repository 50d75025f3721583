package corpus

import (
	"context"
	"fmt"
	"testing"

	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/pipeline"
)

// TestHeldInOneArticle counts an article once that names a person by two names, whatever
// else was published at that minute.
func TestHeldInOneArticle(t *testing.T) {
	c := made(t)
	var all []storing.Entry
	for i := range 6 {
		all = append(all, entry(i+1, fmt.Sprintf("https://a.vn/%d", i), "17/08/2025", fmt.Sprint("Tổng thống Lula da Silva phát biểu lần ", i),
			"Sáng 17/8, Tổng thống Brazil Luiz Inácio Lula da Silva họp báo."))
	}
	add(t, c, all...)
	if got := value(t, c, `SELECT group_concat(official || ' ' || title || ' ' || articles) FROM posts_held`); got != "br/luiz-inacio-lula-da-silva Tổng thống 6" {
		t.Errorf("%s", got)
	}
	if got := value(t, c, `SELECT COUNT(*) FROM appearances`); got != "12" {
		t.Errorf("%s appearances: no article names him twice", got)
	}
	if err := c.Check.Sound(context.Background(), func(format string, args ...any) { t.Errorf(format, args...) }, func(int, string) {}); err != nil {
		t.Fatal(err)
	}
}

// TestResummed does what check advises where posts are summed up otherwise than the articles
// give them.
func TestResummed(t *testing.T) {
	c, ctx := made(t), t.Context()
	add(t, c, entry(1, "https://a.vn/1", "17/08/2025", "Tổng thống Lula da Silva phát biểu", "Sáng 17/8, Tổng thống Brazil Luiz Inácio Lula da Silva họp báo."))
	faults := func() (n int) {
		if err := c.Check.Sound(ctx, func(string, ...any) { n++ }, func(int, string) {}); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if _, err := c.DB.Exec(`UPDATE held_rows SET articles = 7`); err != nil {
		t.Fatal(err)
	}
	again := storing.Renewing{Stages: &pipeline.Stages{Normalizer: finders()}, Lexicon: "v", Workers: 1}
	for _, x := range []struct {
		all    bool
		faults int
	}{{false, 1}, {true, 0}} {
		again.All = x.all
		if _, err := c.Storing.Renormalize(ctx, again); err != nil {
			t.Fatal(err)
		}
		if n := faults(); n != x.faults {
			t.Errorf("all %v: %d faults, want %d", x.all, n, x.faults)
		}
	}
}
