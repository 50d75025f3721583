package export

import (
	"strings"

	"github.com/boctin/boctin"
)

// argument is somebody who took part in an event, or an agency: its role, id and the
// finding of the sheet that names it, -1 where none does.
type argument struct {
	role, id string
	finding  int
}

// telling is an event on a sheet: its clause, in bytes, and who took part.
type telling struct {
	*boctin.Event
	start, end int
	arguments  []argument
}

// tellings gives the events of a record as they stand on its sheet.
func (s *sheet) tellings(r *boctin.Record) (all []telling) {
	for i := range r.Events {
		e := &r.Events[i]
		f := s.field(e.Span.Field)
		if f == nil || e.Span.End <= e.Span.Start {
			continue
		}
		t := telling{Event: e, start: f.start + e.Span.Start, end: f.start + e.Span.End}
		t.arguments = s.arguments(&t)
		all = append(all, t)
	}
	return all
}

// field gives the place of a field, nil where the sheet does not have it.
func (s *sheet) field(name string) *place {
	for i := range s.fields {
		if s.fields[i].field == name {
			return &s.fields[i]
		}
	}
	return nil
}

// arguments gives those who took part, officials with their roles first.
func (s *sheet) arguments(t *telling) (all []argument) {
	for _, x := range t.Roles {
		all = append(all, argument{x.Role, x.ID, s.nearest(official, x.ID, t)})
	}
	for _, id := range t.Agencies {
		all = append(all, argument{agencyRole, id, s.nearest(agency, id, t)})
	}
	return all
}

// agencyRole is what an agency is in an event.
const agencyRole = "agency"

// nearest gives the finding of somebody that stands in the clause of an event, or else
// nearest to it; -1 where the sheet has none.
func (s *sheet) nearest(label, id string, t *telling) int {
	best, least := -1, 0
	for i := range s.findings {
		f := &s.findings[i]
		if f.label != label || f.id != id {
			continue
		}
		off := max(t.start-f.start, f.end-t.end, 0)
		if best < 0 || off < least {
			best, least = i, off
		}
	}
	return best
}

// particulars gives what is known of an event beside its kind, status and who took part:
// date=2025-08-17; place=Hà Nội.
func (t *telling) particulars() string {
	var list []string
	for _, x := range [][2]string{
		{"date", t.Date}, {"place", t.Place}, {"name", t.Name}, {"post", postText(t.Post)}, {"from_post", postText(t.FromPost)},
		{"rank", t.Rank}, {"from_rank", t.FromRank}, {"measure", t.Measure},
	} {
		if x[1] != "" {
			list = append(list, x[0]+"="+oneLine(x[1]))
		}
	}
	return strings.Join(list, "; ")
}

// postText gives a post as title and agency.
func postText(p *boctin.Post) string {
	if p == nil {
		return ""
	}
	return strings.TrimSpace(p.Title + " " + p.AgencyName)
}
