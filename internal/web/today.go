package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/events"
	"github.com/boctin/boctin/internal/web/words"
)

// storedTime is how a corpus writes when an article was stored.
const storedTime = "2006-01-02T15:04:05.000Z"

// todayView is what came into the corpus since the last look.
type todayView struct {
	Since    string           `json:"since"`    // RFC 3339
	Articles int              `json:"articles"` // stored since then
	Pieces   []articles.Piece `json:"new"`      // the last stored first
	Groups   []told           `json:"events"`
	All      int              `json:"all"` // articles of the corpus
}

// told is what the new articles tell of one matter.
type told struct {
	Name   string         `json:"name"` // appointments, meetings, arrests, discipline
	All    int            `json:"count"`
	More   bool           `json:"and_more,omitempty"` // there may be more: only the articles stored last were looked at
	Events []events.Event `json:"list"`               // the last first
}

// matters are what somebody who looks in wants to know first.
var matters = []struct {
	name  string
	kinds []string
}{
	{"appointments", []string{"appointment", "departure", "promotion"}},
	{"meetings", []string{"meeting", "call", "visit", "signing"}},
	{"arrests", []string{"arrest", "prosecution"}},
	{"discipline", []string{"discipline"}},
}

// The most that is shown of what is new.
const (
	mostPieces = 40
	mostTold   = 12
	mostNews   = 60 // tellings of one matter that are looked at
)

func today(r *Request) (View, error) {
	since, err := r.lastLook(time.Now())
	if err != nil {
		return nil, err
	}
	v := &todayView{Since: since.UTC().Format(time.RFC3339)}
	stored := since.UTC().Format(storedTime)
	if v.Articles, v.All, err = r.Corpus.Articles.CountSince(r.Context(), stored); err != nil {
		return nil, err
	}
	if v.Pieces, err = r.Corpus.Articles.Latest(r.Context(), stored, mostPieces); err != nil {
		return nil, err
	}
	for _, m := range matters {
		all, err := r.Corpus.Events.Find(r.Context(), events.Filter{Kinds: m.kinds, Stored: stored, Most: mostNews})
		if err != nil {
			return nil, err
		}
		lastFirst(all)
		v.Groups = append(v.Groups, told{m.name, len(all), len(all) >= mostNews/2, all[:min(len(all), mostTold)]})
	}
	return v, nil
}

// lastFirst puts the last events first, and those of no known day at the end.
func lastFirst(all []events.Event) {
	known := func(e *events.Event) string { return strings.TrimLeft(e.Date, "X-") }
	slices.SortStableFunc(all, func(a, b events.Event) int { return strings.Compare(known(&b), known(&a)) })
}

// A look ends after so long without another; whoever never looked sees what is new
// of so many days.
const (
	lookEnds  = 30 * time.Minute
	firstLook = 7 * 24 * time.Hour
)

// lastLook tells since when news are shown: a day that is asked for, or the look
// before this one, which the browser remembers.
func (r *Request) lastLook(now time.Time) (time.Time, error) {
	if day := r.arg("since"); day != "" {
		since, err := time.ParseInLocation(time.DateOnly, day, time.Local)
		if err != nil {
			return since, &Fault{Status: http.StatusBadRequest, Key: "fault.day", Args: []any{day}}
		}
		return since, nil
	}
	before, last := r.looks(now.Add(-firstLook))
	if now.Sub(last) > lookEnds {
		before = last
	}
	value := strconv.FormatInt(before.Unix(), 10) + "." + strconv.FormatInt(now.Unix(), 10)
	setCookie(r.out, cookieName(r.Request, "seen"), value, 365*24*time.Hour)
	return before, nil
}

// looks gives the look before the last, and the last.
func (r *Request) looks(first time.Time) (before, last time.Time) {
	before, last = first, first
	c, err := r.Cookie(cookieName(r.Request, "seen"))
	if err != nil {
		return before, last
	}
	a, b, _ := strings.Cut(c.Value, ".")
	x, err := strconv.ParseInt(a, 10, 64)
	y, err2 := strconv.ParseInt(b, 10, 64)
	if err == nil && err2 == nil {
		before, last = time.Unix(x, 0), time.Unix(y, 0)
	}
	return before, last
}

// Many tells whether there may be more than were counted.
func (v *todayView) Many() bool { return v.Articles >= articles.MostSince }

func (v *todayView) Title(w *words.Words) string { return w.Say("screen.today") }

func (v *todayView) Table() Table { return pieceTable(v.Pieces) }

func pieceTable(pieces []articles.Piece) Table {
	t := Table{Head: []string{"published", "site", "title", "url", "version", "stored"}}
	for _, p := range pieces {
		t.Rows = append(t.Rows, []string{p.Published, p.Site, p.Title, p.URL, strconv.Itoa(p.Version), p.Stored})
	}
	return t
}
