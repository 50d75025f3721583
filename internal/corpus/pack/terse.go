package pack

import (
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/normalize/viet"
)

// A terse record says nothing twice: the mentions stand in the ledger alone, names are
// those of their first mentions, ids those of the names, posts name the agencies of the
// record, and events all of them by their place in its lists.

// short leaves out a value that is what it is taken for where nothing is written.
func short(value *string, taken string) {
	switch {
	case *value == taken:
		*value = ""
	case *value == "":
		*value = held
	}
}

// long is the opposite of short.
func long(value *string, taken string) {
	switch *value {
	case "":
		*value = taken
	case held:
		*value = ""
	}
}

// shorten makes a record terse whose texts are still there. It changes lists that the
// record has for itself alone.
func shorten(r *boctin.Record) {
	own(r)
	n := namingOf(r)
	eachPost(r, func(p *boctin.Post) {
		short(&p.Text, strings.TrimSpace(p.Title+" "+p.AgencyName))
		short(&p.AgencyName, n.agency[p.Agency])
	})
	eachID(r, func(id *string) {
		if ref, ok := n.refs[*id]; ok {
			*id = ref
		}
	})
	for i := range r.Agencies {
		a := &r.Agencies[i]
		short(&a.ID, viet.CountryID(a.Country, a.Name))
		short(&a.Name, firstText(a))
	}
	for i := range r.Officials {
		o := &r.Officials[i]
		short(&o.ID, identity.BaseID(o.Country, o.Name))
		short(&o.Name, firstName(o))
	}
}

// lengthen is the opposite of shorten; the texts of the mentions are there.
func lengthen(r *boctin.Record) {
	for i := range r.Agencies {
		a := &r.Agencies[i]
		long(&a.Name, firstText(a))
		long(&a.ID, viet.CountryID(a.Country, a.Name))
	}
	for i := range r.Officials {
		o := &r.Officials[i]
		long(&o.Name, firstName(o))
		long(&o.ID, identity.BaseID(o.Country, o.Name))
	}
	n := namingOf(r)
	eachID(r, func(id *string) {
		if full, ok := n.ids[*id]; ok {
			*id = full
		}
	})
	eachPost(r, func(p *boctin.Post) {
		long(&p.AgencyName, n.agency[p.Agency])
		long(&p.Text, strings.TrimSpace(p.Title+" "+p.AgencyName))
	})
}

// own copies the lists of a record that shorten writes to.
func own(r *boctin.Record) {
	for i := range r.Officials {
		r.Officials[i].Posts = slices.Clone(r.Officials[i].Posts)
	}
	for i := range r.Events {
		e := &r.Events[i]
		e.Officials, e.Agencies, e.Roles = slices.Clone(e.Officials), slices.Clone(e.Agencies), slices.Clone(e.Roles)
		for _, p := range []**boctin.Post{&e.Post, &e.FromPost} {
			if *p != nil {
				copied := **p
				*p = &copied
			}
		}
	}
}

// firstText is how an article first writes an agency.
func firstText(a *boctin.Agency) string {
	if len(a.Mentions) == 0 {
		return ""
	}
	return a.Mentions[0].Text
}

// firstName is how an article first writes an official. The name counts code points.
func firstName(o *boctin.Official) string {
	if len(o.Mentions) == 0 {
		return ""
	}
	m := &o.Mentions[0]
	text := []rune(m.Text)
	if m.Name[0] < 0 || m.Name[1] > len(text) || m.Name[0] > m.Name[1] {
		return ""
	}
	return string(text[m.Name[0]:m.Name[1]])
}

// naming are the agencies and officials of a record by their ids and places.
type naming struct {
	agency    map[string]string // names of agencies by id
	refs, ids map[string]string // "a1" is the second agency, "o0" the first official
}

func namingOf(r *boctin.Record) naming {
	n := naming{map[string]string{}, map[string]string{}, map[string]string{}}
	put := func(ref, id string) {
		if n.refs[id] == "" {
			n.refs[id] = ref
		}
		n.ids[ref] = id
	}
	for i := range r.Agencies {
		put("a"+strconv.Itoa(i), r.Agencies[i].ID)
		n.agency[r.Agencies[i].ID] = r.Agencies[i].Name
	}
	for i := range r.Officials {
		put("o"+strconv.Itoa(i), r.Officials[i].ID)
	}
	return n
}

func eachPost(r *boctin.Record, do func(*boctin.Post)) {
	for i := range r.Officials {
		for j := range r.Officials[i].Posts {
			do(&r.Officials[i].Posts[j])
		}
	}
	for i := range r.Events {
		for _, p := range []*boctin.Post{r.Events[i].Post, r.Events[i].FromPost} {
			if p != nil {
				do(p)
			}
		}
	}
}

// eachID calls do for every id by which posts and events name agencies and officials.
func eachID(r *boctin.Record, do func(*string)) {
	eachPost(r, func(p *boctin.Post) { do(&p.Agency) })
	for i := range r.Events {
		e := &r.Events[i]
		for j := range e.Officials {
			do(&e.Officials[j])
		}
		for j := range e.Agencies {
			do(&e.Agencies[j])
		}
		for j := range e.Roles {
			do(&e.Roles[j].ID)
		}
	}
}

// terseable tells whether a record can be terse: every mention stands in its place, and
// nothing explains it. The texts are still there.
func terseable(r *boctin.Record) bool {
	in, ok := &fields{article: r.Article, runes: map[string][]rune{}}, true
	eachText(r, func(text *string, s boctin.Span, _ *fields) {
		part, found := in.part(s)
		ok = ok && found && part == *text && fieldCode(s.Field) >= 0
	})
	eachID(r, func(id *string) { ok = ok && (*id == "" || strings.Contains(*id, "/")) })
	for i := range r.Dates {
		ok = ok && r.Dates[i].Reasons == nil
	}
	for i := range r.Agencies {
		a := &r.Agencies[i]
		ok = ok && strings.Contains(a.ID, "/") && a.Mentions != nil && !slices.ContainsFunc(a.Mentions, func(m boctin.Mention) bool { return m.Reasons != nil })
	}
	for i := range r.Officials {
		o := &r.Officials[i]
		ok = ok && strings.Contains(o.ID, "/") && o.Mentions != nil && !slices.ContainsFunc(o.Mentions, func(m boctin.PersonMention) bool { return m.Reasons != nil })
	}
	for i := range r.Events {
		ok = ok && r.Events[i].Reasons == nil
	}
	return ok
}

// fieldCode is the number of a field, -1 where it has none.
func fieldCode(field string) int {
	n := column.FieldNumber(field)
	if column.FieldName(n) != field {
		return -1
	}
	return n
}

// mentions writes the mentions of a terse record, and takes them out of it.
func (g *ledger) mentions(r *boctin.Record) {
	for i := range r.Dates {
		g.span(&r.Dates[i].Span)
	}
	for i := range r.Agencies {
		a := &r.Agencies[i]
		g.count(len(a.Mentions))
		for j := range a.Mentions {
			g.span(&a.Mentions[j].Span)
		}
		a.Mentions = nil
	}
	for i := range r.Officials {
		o := &r.Officials[i]
		g.count(len(o.Mentions))
		for j := range o.Mentions {
			m := &o.Mentions[j]
			length := m.End - m.Start
			g.span(&m.Span)
			g.bytes = binary.AppendVarint(g.bytes, int64(m.Name[0]))
			g.bytes = binary.AppendVarint(g.bytes, int64(length-m.Name[1]))
		}
		o.Mentions = nil
	}
	for i := range r.Events {
		g.span(&r.Events[i].Span)
	}
}

// readMentions is the opposite of mentions.
func (g *ledger) readMentions(r *boctin.Record) {
	for i := range r.Dates {
		g.readSpan(&r.Dates[i].Span)
	}
	for i := range r.Agencies {
		a := &r.Agencies[i]
		a.Mentions = make([]boctin.Mention, g.readCount())
		for j := range a.Mentions {
			g.readSpan(&a.Mentions[j].Span)
		}
	}
	for i := range r.Officials {
		o := &r.Officials[i]
		o.Mentions = make([]boctin.PersonMention, g.readCount())
		for j := range o.Mentions {
			m := &o.Mentions[j]
			g.readSpan(&m.Span)
			m.Name[0] = g.next()
			m.Name[1] = m.End - m.Start - g.next()
		}
	}
	for i := range r.Events {
		g.readSpan(&r.Events[i].Span)
	}
}

func (g *ledger) count(n int) { g.bytes = binary.AppendUvarint(g.bytes, uint64(n)) }

// readCount reads how many follow, each of which takes a byte at least.
func (g *ledger) readCount() int {
	n := g.readUint()
	if n > len(g.bytes) {
		g.short = true
		return 0
	}
	return n
}

func (g *ledger) readUint() int {
	n, size := binary.Uvarint(g.bytes)
	if size <= 0 || n > math.MaxInt32 {
		g.short = true
		return 0
	}
	g.bytes = g.bytes[size:]
	return int(n)
}

// span writes a place: how far it is from the one before, whether the field is another
// one and which, how long it is.
func (g *ledger) span(s *boctin.Span) {
	field := fieldCode(s.Field)
	if field == g.field {
		g.bytes = binary.AppendVarint(g.bytes, int64(s.Start-g.last)<<1)
	} else {
		g.bytes = binary.AppendVarint(g.bytes, int64(s.Start-g.last)<<1|1)
		g.count(field)
	}
	g.count(s.End - s.Start)
	g.last, g.field = s.Start, field
	*s = boctin.Span{}
}

func (g *ledger) readSpan(s *boctin.Span) {
	step := g.next()
	if step&1 == 1 {
		g.field = g.readUint()
	}
	s.Field, s.Start = column.FieldName(g.field), g.last+step>>1
	s.End = s.Start + g.readUint()
	g.last = s.Start
}
