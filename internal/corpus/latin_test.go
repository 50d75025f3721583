package corpus

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/search"
	"github.com/boctin/boctin/normalize/viet"
)

// latin is a corpus that prints letters of other languages.
func latin(t *testing.T) *Corpus {
	c := made(t)
	c.Names.Read = finders().Record
	add(t, c,
		entry(1, "https://a.vn/1", "17/08/2025", "Thủ tướng Croatia đến Hà Nội", "Thủ tướng Croatia Andrej Plenković gặp Đại tá Lê Hoà Thuỷ, Giám đốc Công an tỉnh Nghệ An, nói về nhà máy Škoda ở Łódź, Ørsted và phố Straße."),
		entry(2, "https://a.vn/2", "18/08/2025", "Thủ tướng Croatia rời Hà Nội", "Thủ tướng Croatia Andrej Plenkovic chào Ngoại trưởng Đan Mạch Løkke Rasmussen tại nhà máy Skoda."))
	return c
}

// asked gives what searches and names of persons lead to, one line each.
func askedLatin(t *testing.T, c *Corpus) string {
	t.Helper()
	var b strings.Builder
	for _, query := range []string{"skoda", "Škoda", "lodz", "łódź", "lódz", "lôdz", "orsted", "strasse", "STRASSE", "plenković", `"andrej plenkovic"`, "thuy", "thúy"} {
		found, err := c.Search.Find(context.Background(), search.Searching{Query: query, Limit: 20, Newest: true})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(&b, query, ":")
		for _, h := range found.Hits {
			fmt.Fprint(&b, " ", strings.TrimPrefix(h.URL, "https://a.vn/"))
		}
		b.WriteString("\n")
	}
	for _, name := range []string{"Andrej Plenkovic", "Andrej Plenković", "andrej plenkovič", "dk/l-kke-rasmussen", "lokke rasmussen", "Løkke Rasmussen", "Lê Hòa Thủy", "Lê Hoa Thúy"} {
		ids, err := c.Names.Officials(context.Background(), c.DB, name)
		fmt.Fprintf(&b, "%s: %s %v\n", name, strings.Join(ids, " "), err != nil)
	}
	return b.String()
}

const latinFound = `skoda: 2 1
Škoda: 2 1
lodz: 1
łódź: 1
lódz: 1
lôdz:
orsted: 1
strasse: 1
STRASSE: 1
plenković: 2 1
"andrej plenkovic": 2 1
thuy: 1
thúy:
Andrej Plenkovic: hr/andrej-plenkovic false
Andrej Plenković: hr/andrej-plenkovic false
andrej plenkovič: hr/andrej-plenkovic false
dk/l-kke-rasmussen: dk/l-kke-rasmussen false
lokke rasmussen: dk/l-kke-rasmussen false
Løkke Rasmussen: dk/l-kke-rasmussen false
Lê Hòa Thủy: vn/le-hoa-thuy false
Lê Hoa Thúy:  true
`

// TestLatin holds that letters of other languages are found as a keyboard types them, and
// however papers print them.
func TestLatin(t *testing.T) {
	if got := askedLatin(t, latin(t)); got != latinFound {
		t.Error(got)
	}
}

// TestTwentySecondStep brings a database of the twenty-first step up to date, which found
// such letters only as they are printed.
func TestTwentySecondStep(t *testing.T) {
	c := latin(t)
	run := func(text string, args ...any) {
		t.Helper()
		if _, err := c.DB.Exec(text, args...); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
	before := func(s string) string { return strings.Map(viet.FoldRune, s) }
	run(`INSERT INTO search (search) VALUES ('delete-all')`)
	run(`INSERT INTO marked (marked) VALUES ('delete-all')`)
	for _, id := range []int{1, 2} {
		title, body := value(t, c, `SELECT title FROM articles WHERE id = ?`, id), value(t, c, `SELECT body FROM articles WHERE id = ?`, id)
		run(`INSERT INTO search (rowid, title_folded, body_folded) VALUES (?,?,?)`, id, before(title), before(body))
		marked := strings.FieldsFunc(title+" "+body, func(r rune) bool { return strings.ContainsRune(" ,.", r) })
		for i, w := range marked {
			marked[i] = viet.Key(w)
		}
		run(`INSERT INTO marked (rowid, text) VALUES (?,?)`, id, strings.Join(marked, " "))
	}
	run(`DELETE FROM official_name_rows`)
	run(`UPDATE agencies SET folded = 'plenković' WHERE n = 1`)
	run(`DELETE FROM corpus_migrations WHERE version > 21`)
	if got := askedLatin(t, c); got == latinFound {
		t.Error("the database of before finds them")
	}
	c.Close()
	again, err := Open(c.DB.Dir)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	again.Names.Read = finders().Record
	if got := askedLatin(t, again); got != latinFound {
		t.Error(got)
	}
	if got := value(t, again, `SELECT COUNT(*) FROM agencies WHERE folded = 'plenković'`); got != "0" {
		t.Error("the name of an agency is left")
	}
	for _, index := range []string{"search", "marked"} {
		if _, err := again.DB.Exec(`INSERT INTO ` + index + ` (` + index + `, rank) VALUES ('integrity-check', 0)`); err != nil {
			t.Errorf("%s: %v", index, err)
		}
	}
	if got := value(t, again, `SELECT COUNT(*) FROM sqlite_master WHERE name = 'unfolded'`); got != "0" {
		t.Error("what waited is left")
	}
}
