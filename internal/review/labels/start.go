package labels

import (
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/score"
	"github.com/boctin/boctin/normalize/edtf"
)

// unread marks what a label has from the program alone.
const unread = "as found, not read by a person"

// optional marks an entry as neither wanted nor wrong.
func optional() *bool { return new(bool) }

// Start gives the label of a record before a person said anything of it: all that was
// found, each entry neither wanted nor wrong.
func Start(r *boctin.Record) *score.Label {
	l := &score.Label{ID: r.ID, URL: r.URL, Title: r.Title, Authors: r.Authors, Checked: []string{}}
	if r.Published != nil {
		l.Published = edtf.WithoutClock(r.Published.Value)
	}
	for _, image := range r.Images {
		if image.Caption != "" {
			l.Captions = append(l.Captions, image.Caption)
		}
	}
	Edges(l, r.Body)
	for _, d := range r.Dates {
		l.Dates = append(l.Dates, score.DateOf{Text: d.Text, Value: d.Value, Must: optional(), Note: unread})
	}
	for _, a := range r.Agencies {
		l.Agencies = append(l.Agencies, score.Agency{Name: a.Name, Country: a.Country, Must: optional(), Note: unread})
	}
	for i := range r.Officials {
		l.Officials = append(l.Officials, startOfficial(&r.Officials[i]))
	}
	for i := range r.Events {
		e := EventOf(r, &r.Events[i])
		e.Must, e.Note = optional(), unread
		l.Events = append(l.Events, e)
	}
	return l
}

// Edges takes down with which words the body begins and ends.
func Edges(l *score.Label, body string) {
	words := strings.Fields(body)
	const n = 6
	l.BodyFirst = strings.Join(words[:min(n, len(words))], " ")
	l.BodyLast = strings.Join(words[max(0, len(words)-n):], " ")
}

func startOfficial(o *boctin.Official) score.Official {
	out := score.Official{Name: o.Name, Aliases: o.Aliases, Country: o.Country, Ranks: o.Ranks, Mentions: len(o.Mentions), Must: optional(), Note: unread}
	for _, p := range o.Posts {
		out.Posts = append(out.Posts, score.Post{Title: p.Title, Agency: p.AgencyName, Country: country(p.Agency), Must: optional()})
	}
	return out
}

// country is the first part of an id.
func country(id string) string {
	c, _, found := strings.Cut(id, "/")
	if !found {
		return ""
	}
	return strings.ToUpper(c)
}

// EventOf is an event of a record as a label has it.
func EventOf(r *boctin.Record, e *boctin.Event) score.Event {
	out := score.Event{Type: e.Kind, Date: e.Date, Place: e.Place, Name: e.Name, Text: e.Text}
	for _, id := range e.Officials {
		for i := range r.Officials {
			if r.Officials[i].ID == id {
				out.Participants = append(out.Participants, r.Officials[i].Name)
			}
		}
	}
	for _, id := range e.Agencies {
		for i := range r.Agencies {
			if r.Agencies[i].ID == id {
				out.Agencies = append(out.Agencies, r.Agencies[i].Name)
			}
		}
	}
	return out
}
