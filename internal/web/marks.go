package web

import (
	"cmp"
	"slices"

	"github.com/boctin/boctin"
)

// mark is a stretch of a text in which something was found.
type mark struct {
	Kind  string // date, agency, official, event
	Title string // what was read
	Href  string // of the screen for it
	N     int    // of an event, its number in the list below the text; 0 for others
	start int    // code points
	end   int
}

// node is a stretch of text as it is shown: words alone, or a mark around nodes.
type node struct {
	Text string
	Href string // of the innermost mark around the words
	Mark *mark
	In   []node
}

// marksOf lists what was found in one field of a record whose spans are code points.
func marksOf(r *boctin.Record, field string) (all []*mark) {
	add := func(s boctin.Span, m mark) {
		if s.Field == field {
			m.start, m.end = s.Start, s.End
			all = append(all, &m)
		}
	}
	for i, e := range r.Events {
		add(e.Span, mark{Kind: "event", Title: e.Kind, N: i + 1})
	}
	for _, d := range r.Dates {
		add(d.Span, mark{Kind: "date", Title: d.Value, Href: dateHref(d.Value)})
	}
	for _, o := range r.Officials {
		for _, m := range o.Mentions {
			add(m.Span, mark{Kind: "official", Title: o.Name, Href: personHref(o.ID)})
		}
	}
	for _, g := range r.Agencies {
		for _, m := range g.Mentions {
			add(m.Span, mark{Kind: "agency", Title: g.Name, Href: agencyHref(g.ID)})
		}
	}
	slices.SortStableFunc(all, func(a, b *mark) int { return cmp.Or(a.start-b.start, b.end-a.end) })
	return all
}

// dateHref is where the events of a day are; a date of another kind leads nowhere.
func dateHref(value string) string {
	d := day(value)
	if len(d) != len("2025-08-17") || d[0] < '0' || d[0] > '9' {
		return ""
	}
	return "/events?from=" + d + "&to=" + d
}

// nested parts the code points of a text, from start to end, at its marks. Those come in order of their
// beginnings, the longest first; one that reaches beyond the mark that it begins in
// ends with that.
func nested(text []rune, start, end int, marks []*mark) []node {
	nodes, _ := nest(text, start, end, "", marks)
	return nodes
}

func nest(text []rune, at, end int, href string, marks []*mark) (nodes []node, rest []*mark) {
	words := func(to int) {
		if to > at {
			nodes = append(nodes, node{Text: string(text[at:to]), Href: href})
			at = to
		}
	}
	for len(marks) > 0 && marks[0].start < end {
		m := marks[0]
		stop := min(m.end, end)
		if m.start < at || stop <= m.start {
			marks = marks[1:]
			continue
		}
		words(m.start)
		n := node{Mark: m}
		n.In, marks = nest(text, m.start, stop, m.Href, marks[1:])
		nodes = append(nodes, n)
		at = stop
	}
	words(end)
	return nodes, marks
}

// paragraphs parts a body at its empty lines and shows the marks in each.
func paragraphs(body string, marks []*mark) (all []paragraph) {
	text := []rune(body)
	for at := 0; at < len(text); {
		end := at
		for end < len(text) && !(text[end] == '\n' && end+1 < len(text) && text[end+1] == '\n') {
			end++
		}
		if end > at {
			all = append(all, paragraph{N: len(all), Nodes: nested(text, at, end, within(marks, at, end)), start: at, end: end})
		}
		at = end + 2
	}
	return all
}

// paragraph is one of a body, with what can be put right about it.
type paragraph struct {
	N     int
	Nodes []node
	Forms []Form
	start int // code points
	end   int
}

// within gives the marks that begin in a stretch.
func within(marks []*mark, start, end int) []*mark {
	from := slices.IndexFunc(marks, func(m *mark) bool { return m.start >= start })
	if from < 0 {
		return nil
	}
	to := from
	for to < len(marks) && marks[to].start < end {
		to++
	}
	return marks[from:to]
}
