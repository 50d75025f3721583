package agencies

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"time"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/officials"
	"github.com/boctin/boctin/internal/corpus/persons"
)

// Bound is where the time of a holder begins or ends, as far as the articles say.
type Bound struct {
	Day    string           `json:"day"` // EDTF
	By     string           `json:"by"`  // appointed, left, replaced, first seen, last seen, or called former
	Source officials.Source `json:"source"`

	seen    *given // by which articles tell it; nil where an event does
	article int64  // that tells the event
}

// Succession tells of the holders of one title, as Titled leaves them, from when to when
// each held it and by which articles: an appointment or departure that is told, else the
// first and last article that gives him the post. Of a post that one at a time holds, a
// time in which nobody is known to hold it is counted before the next.
func (c *Agencies) Succession(ctx context.Context, b *Body) error {
	g, err := c.giving(ctx, b.ID)
	if err != nil {
		return err
	}
	defer g.close()
	told, err := c.told(ctx, b)
	if err != nil {
		return err
	}
	var ids []string
	for _, h := range b.Holders {
		ids = append(ids, h.ID)
	}
	slices.Sort(ids)
	people, err := c.persons.Borne(ctx, slices.Compact(ids), persons.Telling{})
	if err != nil {
		return err
	}
	appeared := map[string]*persons.Borne{}
	for _, p := range people {
		appeared[p.ID] = p
	}
	for i := range b.Holders {
		h := &b.Holders[i]
		g.bounds(h, appeared[h.ID])
		h.told(told)
	}
	if err := g.found(b.Holders); err != nil {
		return err
	}
	slices.SortStableFunc(b.Holders, func(x, y Holder) int { return cmp.Compare(x.begin(), y.begin()) })
	replaced(b.Holders)
	last := ""
	for i := range b.Holders {
		h := &b.Holders[i]
		if h.From == nil || !alone(h.Title) {
			continue
		}
		h.Gap = daysBetween(last, h.From.Day)
		if h.To != nil {
			last = max(last, h.To.Day)
		}
	}
	fillGaps(b.Holders)
	return nil
}

// replaced gives whoever was last seen in a post until when he held it, where the article that tells of
// another's appointment to it calls him its former holder: B được bổ nhiệm thay A.
func replaced(list []Holder) {
	for i := range list {
		from := list[i].From
		if from == nil || from.article == 0 || !alone(list[i].Title) {
			continue
		}
		for k := range list[:i] {
			if h := &list[k]; h.To != nil && h.To.By == "last seen" && slices.Contains(h.former, from.article) {
				h.To = &Bound{Day: from.Day, By: "replaced", Source: from.Source}
			}
		}
	}
}

// fillGaps puts those who are only ever called former ones right before whoever took the post
// about that day, where nobody else is known to have held it in the month before.
func fillGaps(list []Holder) {
	former := slices.IndexFunc(list, func(h Holder) bool { return h.From != nil || h.To == nil })
	for i := former - 1; i >= 0; i-- {
		h := list[i]
		next := slices.IndexFunc(list, func(x Holder) bool { return x.Gap > month && nearDay(x.From.Day, h.To.Day) })
		if next > i {
			list[next].Gap = 0
			copy(list[i:], list[i+1:next])
			list[next-1] = h
		}
	}
}

// begin is by what holders stand one after the other: whoever is only ever called a
// former one held the post before all whose time is known.
func (h *Holder) begin() string {
	switch {
	case h.From != nil:
		return h.From.Day
	case h.To != nil:
		return "0 " + h.To.Day
	}
	return "~"
}

// bounds tells from when to when articles give somebody a post; where they only ever call
// him a former holder, until when at the latest he held it.
func (g *giving) bounds(h *Holder, b *persons.Borne) {
	all := g.among(b, h.Title)
	slices.SortStableFunc(all, func(x, y given) int {
		return cmp.Or(cmp.Compare(x.published, y.published), cmp.Compare(x.appearance, y.appearance))
	})
	var first, last, former *given
	for i := range all {
		x := &all[i]
		switch {
		case x.published == "":
		case x.office.former:
			former = cmp.Or(former, x)
			h.former = append(h.former, x.appearance>>column.ArticleBits)
		default:
			first = cmp.Or(first, x)
			if last == nil || last.appearance>>column.ArticleBits != x.appearance>>column.ArticleBits {
				last = x
			}
		}
	}
	if first == nil {
		h.To = former.bound("called former")
		return
	}
	h.From, h.To = first.bound("first seen"), last.bound("last seen")
}

// bound is where the time of a holder begins or ends by a post that an article gives; nil
// where none does.
func (x *given) bound(by string) *Bound {
	if x == nil {
		return nil
	}
	return &Bound{Day: x.published[:min(len(x.published), len(time.DateOnly))], By: by, seen: x}
}

// found reads the sentences that bound the times of holders, all at once.
func (g *giving) found(holders []Holder) error {
	var bounds []*Bound
	for i := range holders {
		for _, b := range []*Bound{holders[i].From, holders[i].To} {
			if b != nil && b.seen != nil {
				bounds = append(bounds, b)
			}
		}
	}
	all := make([]given, len(bounds))
	for i, b := range bounds {
		all[i] = *b.seen
	}
	if err := g.placed(all); err != nil {
		return err
	}
	sources, err := g.sources(all)
	for i, b := range bounds {
		b.Source = sources[i]
	}
	return err
}

// month is how many days it has at most.
const month = 31

// nearDay tells whether two days are at most a month apart: papers go on to give a post
// to whom has just left it, and give it before he takes it.
func nearDay(one, other string) bool {
	days := daysBetween(min(one, other), max(one, other))
	return days <= month && daysBetween("0001-01-01", min(one, other)) > 0
}

// turn is by whom and how a post is taken or left.
type turn struct {
	official    int64
	title, kind string
}

// turns are the roles and words of the events by which posts are taken and left.
var turns = map[string]struct{ role, by string }{"appointment": {"appointee", "appointed"}, "departure": {"subject", "left"}}

// told gives the events by which the holders of an agency took their posts or left them,
// of several of one the last told.
func (c *Agencies) told(ctx context.Context, b *Body) (map[turn]*Bound, error) {
	var holders []int64
	for _, h := range b.Holders {
		holders = append(holders, h.n)
	}
	slices.Sort(holders)
	last := map[turn]*Bound{}
	err := c.db.Each(ctx, `SELECT e.id >> 20, p.official, e.title, e.kind, p.role, e.first_day, a.url, COALESCE(a.published, ''), CASE e.field WHEN 0 THEN substr(a.title, e."start" + 1, e."end" - e."start") WHEN 1 THEN substr(a.body, e."start" + 1, e."end" - e."start") ELSE e.text END, e.field, e."start", e."end"
		FROM json_each(?) v CROSS JOIN event_officials p ON p.official = v.value CROSS JOIN event_rows e ON e.id = p.event JOIN article_rows a ON a.id = e.id >> 20
		WHERE p.role IN ('appointee', 'subject') AND e.agency = ? AND e.kind IN ('appointment', 'departure') AND e.status = 'done' AND e.first_day IS NOT NULL ORDER BY a.published DESC, a.id DESC`, []any{column.Numbers(slices.Compact(holders)), b.ID}, func(rows *sql.Rows) error {
		var t turn
		var bound Bound
		var role string
		var field int
		s := &bound.Source
		err := rows.Scan(&bound.article, &t.official, &t.title, &t.kind, &role, &bound.Day, &s.URL, &s.Published, &s.Sentence, &field, &s.Start, &s.End)
		s.Field, bound.By = column.FieldName(field), turns[t.kind].by
		if role == turns[t.kind].role && last[t] == nil {
			last[t] = &bound
		}
		return err
	})
	return last, err
}

// told takes the events that are told of a holder for the bounds of his time.
func (h *Holder) told(told map[turn]*Bound) {
	appointed, left := told[turn{h.n, h.Title, "appointment"}], told[turn{h.n, h.Title, "departure"}]
	if appointed != nil && (h.From == nil || appointed.Day <= h.From.Day || nearDay(appointed.Day, h.From.Day)) {
		h.From = appointed
	}
	if left != nil && (h.To == nil || left.Day >= h.To.Day[:min(len(h.To.Day), len(left.Day))] || nearDay(h.To.Day, left.Day)) {
		h.To = left
	}
}

// daysBetween counts the days from one to another, 0 where either is no day.
func daysBetween(one, other string) int {
	x, err := time.Parse(time.DateOnly, one)
	y, err2 := time.Parse(time.DateOnly, other)
	if err != nil || err2 != nil {
		return 0
	}
	return max(0, int(y.Sub(x).Hours()/24))
}
