package agency

import (
	"fmt"
	"slices"
	"testing"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

func TestSpellings(t *testing.T) {
	w := builtIn(t)
	for _, c := range []struct{ name, want, not string }{
		{"Ủy ban Khoa học, Công nghệ và Môi trường", "Ủy ban Khoa học Công nghệ - Môi trường", "Ủy ban Khoa học và Công nghệ - Môi trường"},
		{"Sở Kế hoạch và Đầu tư", "Sở Kế hoạch & Đầu tư", "Sở Kế hoạch, Đầu tư"},
		{"Ban Kinh tế - Ngân sách", "Ban Kinh tế, Ngân sách", "Ban Kinh tế và Ngân sách"},
	} {
		got := w.spellings(c.name)
		has := func(s string) bool {
			return slices.ContainsFunc(got, func(ids []viet.ID) bool { return slices.Equal(ids, w.Add(s)) })
		}
		if !has(c.want) || has(c.not) {
			t.Errorf("%s: %v, want among them %q and not %q", c.name, got, c.want, c.not)
		}
	}
	for _, name := range []string{"Bộ Công an", "Cục Cảnh sát hình sự"} {
		if got := w.spellings(name); got != nil {
			t.Errorf("%s: %v, want none: nothing joins its words", name, got)
		}
	}
}

func builtIn(t *testing.T) *words {
	t.Helper()
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	return newWords(reading.New(lex))
}

// TestAliasesSayMore refuses an alias that another name of the body makes needless.
func TestAliasesSayMore(t *testing.T) {
	w := builtIn(t)
	for i := range w.bodies {
		b := &w.bodies[i]
		names := append([]string{b.head}, b.Aliases...)
		for k := len(names) - 1; k > 0; k-- {
			others := slices.Delete(slices.Clone(names), k, k+1)
			if alias := names[k]; slices.Contains(written(w, others), key(w.Add(alias), alias)) {
				t.Errorf("%s: %s: alias %q is another name of it but for case, commas, dashes or an abbreviation: take it out", b.entry.File, b.Name, alias)
				names = others
			}
		}
	}
}

// written are the keys of all that stands for some names.
func written(t *words, names []string) (keys []string) {
	for _, name := range t.variants(names) {
		for _, ids := range append(t.spellings(name), t.Add(name)) {
			keys = append(keys, key(ids, name))
		}
	}
	return keys
}

func key(ids []viet.ID, name string) string { return fmt.Sprint(ids, isAbbreviation(name)) }
