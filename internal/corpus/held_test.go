package corpus

import (
	"context"
	"fmt"
	"testing"
)

// TestHeldInOneArticle counts an article once that names a person by two names, whatever
// else was published at that minute.
func TestHeldInOneArticle(t *testing.T) {
	c := made(t)
	var all []Entry
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
	if err := c.sound(context.Background(), func(format string, args ...any) { t.Errorf(format, args...) }, func(int, string) {}); err != nil {
		t.Fatal(err)
	}
}
