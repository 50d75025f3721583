package search

import (
	"strings"
	"testing"
)

func TestSnippet(t *testing.T) {
	text := newPassage(strings.Repeat("chữ ", 50) + "Đại  tá\nLê Văn Thử đến, thử xe." + strings.Repeat(" sau", 50))
	for query, want := range map[string]string{
		`"dai ta"`:   "chữ [Đại tá] Lê Văn Thử đến, thử xe. sau",
		`dai ta`:     "chữ [Đại tá] Lê Văn Thử đến, thử xe. sau",
		`le van thu`: "chữ Đại tá [Lê Văn Thử] đến, [thử] xe. sau",
		`"Lê Văn"`:   "chữ Đại tá [Lê Văn] Thử đến",
	} {
		q := parseQuery(query)
		if got := text.snippet(q.positive()); !strings.Contains(got, want) || !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, " …") {
			t.Errorf("%s: %q, want %q in it", query, got, want)
		}
	}
	if got := newPassage("Đại tá").snippet(parseQuery("dai tan").positive()); got != "[Đại] tá" {
		t.Errorf("%q", got)
	}
}

func TestQuery(t *testing.T) {
	for query, want := range map[string]string{
		`dai ta`:                `("dai" AND "ta") | `,
		`"Đại tá" -bóng OR x`:   `(("dai ta") OR ("x")) NOT ("bong") | `,
		`ma tuy OR co -title:x`: `(("ma" AND "tuy") OR ("co")) NOT (title_folded : "x") | `,
		`title:"Hoà Bình"`:      `(title_folded : "hoa binh") | "hòa" AND "bình"`,
		`dai "ta* OR -(`:        `("dai" AND "ta or") | `,
		`OR - "" : OR`:          ` | `,
		`nghe-an`:               `("nghe an") | `,
		`khong:co "ta`:          `("khong co" AND "ta") | `,
	} {
		q := parseQuery(query)
		if got := q.String(); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
}

func TestSpaced(t *testing.T) {
	for text, want := range map[string]string{"": "  ", "Họp dân!": " hop dan ", "ma túy, 12/5": " ma tuy 12 5 ", "(Đại tá)": " dai ta "} {
		if got := spaced(text); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") || !strings.HasPrefix(got, " ") || !strings.HasSuffix(got, " ") {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
