package web

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/search"
	"github.com/boctin/boctin/internal/web/words"
)

// searchView is what a search found.
type searchView struct {
	Query   string       `json:"query"`
	Newest  bool         `json:"newest,omitempty"`
	Instead string       `json:"instead,omitempty"` // what was searched where nothing holds all
	Hits    []search.Hit `json:"hits"`
	More    string       `json:"-"` // address that shows more; empty where there is none
	Filter  filterForm   `json:"-"`
}

// filterForm is a filter as it is typed.
type filterForm struct {
	From, To, Site, Official, Agency, Kind, Country, Place string
	Open                                                   bool // something is typed
}

// The hits that are shown, at first and at most, and the bytes of what is looked for.
const (
	maxWords = 1000
	someHits = 25
	mostHits = 400
)

func searchPage(r *Request) (View, error) {
	form, err := r.filterForm()
	if err != nil {
		return nil, err
	}
	v := &searchView{Query: r.arg("q"), Newest: r.arg("sort") == "newest", Hits: []search.Hit{}, Filter: form}
	if len(v.Query) > maxWords {
		return nil, &Fault{Status: http.StatusBadRequest, Key: "fault.long"}
	}
	limit := someHits
	if n, err := strconv.Atoi(r.arg("limit")); err == nil {
		limit = min(max(n, 1), mostHits)
	}
	found, err := r.Corpus.Search.Find(r.Context(), search.Searching{Query: v.Query, Filter: form.filter(), Newest: v.Newest, Limit: limit + 1})
	if err != nil {
		return nil, err
	}
	if len(found.Hits) > limit {
		found.Hits = found.Hits[:limit]
		if limit < mostHits {
			v.More = with(r.URL, "limit", strconv.Itoa(4*limit))
		}
	}
	v.Instead = found.Instead
	v.Hits = append(v.Hits, found.Hits...)
	return v, nil
}

func (r *Request) filterForm() (f filterForm, err error) {
	f = filterForm{From: r.arg("from"), To: r.arg("to"), Site: r.arg("site"), Official: r.arg("official"), Agency: r.arg("agency"),
		Kind: r.arg("kind"), Country: r.arg("country"), Place: r.arg("place")}
	for _, day := range []string{f.From, f.To} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return f, &Fault{Status: http.StatusBadRequest, Key: "fault.day", Args: []any{day}}
		}
	}
	f.Open = f.From+f.To+f.Site+f.Official+f.Agency+f.Kind+f.Country+f.Place != ""
	return f, nil
}

func (f *filterForm) filter() named.Filter {
	return named.Filter{From: f.From, To: f.To, Sites: given(f.Site), Officials: given(f.Official), Agencies: given(f.Agency),
		Kinds: given(f.Kind), Countries: given(f.Country), Places: given(f.Place)}
}

func given(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

func (v *searchView) Title(w *words.Words) string {
	if v.Query == "" {
		return w.Say("screen.search")
	}
	return v.Query + " · " + w.Say("screen.search")
}

func (v *searchView) Table() Table {
	t := Table{Head: []string{"published", "site", "title", "url", "snippet"}}
	for _, h := range v.Hits {
		t.Rows = append(t.Rows, []string{h.Published, h.Site, h.Title, h.URL, h.Snippet})
	}
	return t
}

// lit is a piece of a snippet.
type lit struct {
	Text string
	Hit  bool
}

// snippet parts a snippet at the brackets that stand around its hits.
func snippet(s string) (parts []lit) {
	for s != "" {
		before, rest, ok := strings.Cut(s, "[")
		hit, after, closed := strings.Cut(rest, "]")
		if !ok || !closed {
			return append(parts, lit{s, false})
		}
		parts = append(parts, lit{before, false}, lit{hit, true})
		s = after
	}
	return parts
}
