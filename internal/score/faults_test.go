package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/pipeline"
)

// fault is a small text of a known kind, with what must hold of its record.
// Alternatives are written "a|b"; a body "*" is any or none, "" is none.
type fault struct {
	ID, Kind, Text string
	Date, URL      string
	As             string // "article": the text is the body of an article; else a saved text
	Want           struct {
		Published     *string
		Title         *string
		BodyHas       []string `json:"body_has"`
		BodyLacks     []string `json:"body_lacks"`
		Captions      []string
		Dates         []wantedDate
		NotDates      []wantedDate `json:"not_dates"`
		DateCount     *int         `json:"date_count"`
		Officials     []wantedOfficial
		NotPosts      [][2]string `json:"not_posts"`
		NotOfficials  []string    `json:"not_officials"`
		OfficialCount *int        `json:"official_count"`
		Agencies      [][2]string
		NotAgencies   [][2]string `json:"not_agencies"`
		AgencyCount   *int        `json:"agency_count"`
		AgencyOnce    []string    `json:"agency_once"`
		PostsListed   bool        `json:"posts_listed"`
	}
}

// wantedDate is a value, or a value with its part of the day.
type wantedDate struct {
	Value string
	Part  *string
}

func (d *wantedDate) UnmarshalJSON(data []byte) error {
	if json.Unmarshal(data, &d.Value) == nil {
		return nil
	}
	type plain wantedDate
	return json.Unmarshal(data, (*plain)(d))
}

type wantedOfficial struct {
	Name, Country *string
	Ranks         []string
	NotRanks      []string `json:"not_ranks"`
	Posts         [][2]string
	Former        [][2]string
	AnyPosts      [][2]string `json:"any_posts"`
	NotPosts      [][2]string `json:"not_posts"`
	Acting        [][2]string
	NotActing     [][2]string `json:"not_acting"`
}

// faultFloor is the share of the known faults that must stay mended.
const faultFloor = 0.985

// TestFaults holds the texts of known kinds of faults where ../shared/faults is.
func TestFaults(t *testing.T) {
	file, err := os.Open(filepath.Join(root, "..", "shared", "faults", "text.jsonl"))
	if err != nil {
		t.Skip("no ../shared/faults beside the repository")
	}
	defer file.Close()
	s := stages(t, true)
	n, right := 0, 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var f fault
		if err := json.Unmarshal(lines.Bytes(), &f); err != nil {
			t.Fatal(err)
		}
		n++
		if bad := f.missing(f.record(t, s)); len(bad) > 0 {
			t.Logf("%s: %s", f.ID, strings.Join(bad, "; "))
			continue
		}
		right++
	}
	if share := float64(right) / float64(n); share < faultFloor {
		t.Errorf("%d of %d faults are mended, %.3f; the floor is %.3f", right, n, share, faultFloor)
	}
}

// record reads the text as boctin run or boctin normalize does.
func (f *fault) record(t *testing.T, s *pipeline.Stages) boctin.Record {
	t.Helper()
	dated := *s
	dated.Date = f.Date
	if f.As == "article" {
		return s.Record(boctin.Article{Schema: boctin.Schema, Language: "vi", URL: f.URL, Body: f.Text, Stamps: dated.Stamps(nil)})
	}
	r, err := dated.Run(&boctin.Page{URL: f.URL, Path: f.ID + ".txt", Format: boctin.FormatText, Body: []byte(f.Text)})
	if err != nil {
		t.Errorf("%s: %v", f.ID, err)
	}
	return r
}

// missing says what does not hold of a record.
func (f *fault) missing(r boctin.Record) (bad []string) {
	w := &f.Want
	say := func(wrong bool, what ...any) {
		if wrong {
			bad = append(bad, fmt.Sprint(what...))
		}
	}
	if w.Published != nil {
		got := ""
		if r.Published != nil {
			got = r.Published.Value
		}
		say(!sameTime(*w.Published, got), "published ", got)
	}
	say(w.Title != nil && r.Title != *w.Title, "title ", r.Title)
	for _, x := range w.BodyHas {
		say(!strings.Contains(r.Body, x), "body lacks ", x)
	}
	for _, x := range w.BodyLacks {
		say(strings.Contains(r.Body, x), "body has ", x)
	}
	for _, x := range w.Captions {
		n := count(r.Images, func(i boctin.Image) bool { return strings.Contains(i.Caption, x) })
		say(n != 1, "caption ", x, " ", n)
	}
	for _, d := range w.Dates {
		say(!dated(r.Dates, d), "date ", d.Value)
	}
	for _, d := range w.NotDates {
		say(dated(r.Dates, d), "not date ", d.Value)
	}
	say(w.DateCount != nil && len(r.Dates) != *w.DateCount, "dates ", len(r.Dates))
	for i := range w.Officials {
		bad = append(bad, w.Officials[i].missing(r.Officials)...)
	}
	for _, p := range w.NotPosts {
		say(slices.ContainsFunc(r.Officials, func(o boctin.Official) bool { return has(o.Posts, p, nil) }), "post ", p)
	}
	for _, name := range w.NotOfficials {
		say(slices.ContainsFunc(r.Officials, func(o boctin.Official) bool { return o.Name == name || slices.Contains(o.Aliases, name) }), "official ", name)
	}
	say(w.OfficialCount != nil && len(r.Officials) != *w.OfficialCount, "officials ", len(r.Officials))
	return append(bad, f.missingAgencies(r)...)
}

func (f *fault) missingAgencies(r boctin.Record) (bad []string) {
	w := &f.Want
	named := func(x [2]string) bool {
		return slices.ContainsFunc(r.Agencies, func(a boctin.Agency) bool { return oneOf(x[0], a.Name) && (x[1] == "*" || x[1] == a.Country) })
	}
	for _, x := range w.Agencies {
		if !named(x) {
			bad = append(bad, "agency "+x[0])
		}
	}
	for _, x := range w.NotAgencies {
		if named(x) {
			bad = append(bad, "not agency "+x[0])
		}
	}
	for _, x := range w.AgencyOnce {
		if n := count(r.Agencies, func(a boctin.Agency) bool { return oneOf(x, a.Name) }); n != 1 {
			bad = append(bad, fmt.Sprint("agency ", x, " ", n))
		}
	}
	if w.AgencyCount != nil && len(r.Agencies) != *w.AgencyCount {
		bad = append(bad, fmt.Sprint("agencies ", len(r.Agencies)))
	}
	for _, o := range r.Officials {
		for _, p := range o.Posts {
			if w.PostsListed && !slices.ContainsFunc(r.Agencies, func(a boctin.Agency) bool { return a.ID == p.Agency }) {
				bad = append(bad, "body of "+p.Title)
			}
		}
	}
	return bad
}

func (w *wantedOfficial) missing(people []boctin.Official) (bad []string) {
	names := strings.Split(*w.Name, "|")
	i := slices.IndexFunc(people, func(o boctin.Official) bool { return slices.Contains(names, o.Name) })
	if n := count(people, func(o boctin.Official) bool { return slices.Contains(names, o.Name) }); n != 1 {
		return []string{fmt.Sprint(*w.Name, " ", n)}
	}
	o := &people[i]
	if w.Country != nil && !slices.Contains(strings.Split(*w.Country, "|"), o.Country) {
		bad = append(bad, o.Name+" of "+o.Country)
	}
	ranked := func(x string) bool { return slices.ContainsFunc(o.Ranks, func(r string) bool { return oneOf(x, r) }) }
	bad = append(bad, failing(w.Ranks, "rank", ranked, true)...)
	bad = append(bad, failing(w.NotRanks, "rank", ranked, false)...)
	now, before := false, true
	acting := slices.DeleteFunc(slices.Clone(o.Posts), func(p boctin.Post) bool { return !p.Acting })
	for _, row := range []struct {
		wanted [][2]string
		posts  []boctin.Post
		former *bool
		want   bool
	}{
		{w.Posts, o.Posts, &now, true}, {w.Former, o.Posts, &before, true}, {w.AnyPosts, o.Posts, nil, true},
		{w.NotPosts, o.Posts, nil, false}, {w.Acting, acting, nil, true}, {w.NotActing, acting, nil, false},
	} {
		bad = append(bad, failing(row.wanted, o.Name, func(p [2]string) bool { return has(row.posts, p, row.former) }, row.want)...)
	}
	return bad
}

// failing names the things of which something does not hold as wanted.
func failing[T any](list []T, what string, holds func(T) bool, want bool) (bad []string) {
	for _, x := range list {
		if holds(x) != want {
			bad = append(bad, fmt.Sprint(what, " ", x, " ", !want))
		}
	}
	return bad
}

// has tells whether a title in a body is among posts; former: held once, now, or nil
// for either.
func has(posts []boctin.Post, want [2]string, former *bool) bool {
	bare := func(title string) string { return strings.TrimPrefix(strings.ToLower(title), "quyền ") }
	return slices.ContainsFunc(posts, func(p boctin.Post) bool {
		if former != nil && p.Former != *former {
			return false
		}
		titled := slices.ContainsFunc(strings.Split(want[0], "|"), func(t string) bool { return bare(t) == bare(p.Title) })
		return titled && (want[1] == "*" || oneOf(want[1], p.AgencyName))
	})
}

// oneOf tells whether a name is one of the alternatives, whatever their case.
func oneOf(alternatives, name string) bool {
	return slices.ContainsFunc(strings.Split(alternatives, "|"), func(x string) bool { return strings.EqualFold(x, name) })
}

func dated(dates []boctin.Date, want wantedDate) bool {
	return slices.ContainsFunc(dates, func(d boctin.Date) bool {
		return sameTime(want.Value, d.Value) && (want.Part == nil || *want.Part == d.Part)
	})
}

// sameTime tells whether a value is one of the alternatives, or their day with a clock.
func sameTime(alternatives, got string) bool {
	return slices.ContainsFunc(strings.Split(alternatives, "|"), func(w string) bool {
		if got == w {
			return true
		}
		return len(w) >= len("2024-01-01") && !strings.Contains(got, "/") && strings.HasPrefix(got, w+"T")
	})
}

func count[T any](list []T, holds func(T) bool) (n int) {
	for _, x := range list {
		if holds(x) {
			n++
		}
	}
	return n
}
