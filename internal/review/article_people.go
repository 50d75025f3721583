package review

import (
	"slices"
	"strconv"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/review/labels"
	"github.com/boctin/boctin/internal/score"
)

// official: a person is another, was missed, or is no official here.
func (p *planner) official() error {
	name, was, text, err := p.named()
	if err != nil {
		return err
	}
	p.plan.What = arrow("official", was, name)
	return p.label("officials", func(l *score.Label) error {
		var old score.Official
		is := func(o score.Official) bool { return same(o.Name, was) || same(o.Name, name) }
		if i := slices.IndexFunc(l.Officials, is); i >= 0 {
			old = l.Officials[i]
		}
		l.Officials = slices.DeleteFunc(l.Officials, is)
		l.Wrong.Officials = slices.DeleteFunc(l.Wrong.Officials, func(o score.Official) bool { return len(o.Posts) == 0 && is(o) })
		if was != "" && !same(was, name) {
			l.Wrong.Officials = append(l.Wrong.Officials, score.Official{Name: was})
		}
		if name == "" {
			return nil
		}
		old.Name, old.Must, old.Note = name, nil, ""
		old.Aliases = others(name, append([]string{was, text}, old.Aliases...)...)
		if p.get("country") != "" {
			old.Country = p.get("country")
		}
		if ranks := p.list("ranks"); ranks != nil {
			old.Ranks = ranks
		}
		l.Officials = append(l.Officials, old)
		return nil
	})
}

// post: a person holds another post, one that was missed, or does not hold one.
func (p *planner) post() error {
	name, title, was := p.get("official"), p.get("title"), p.get("was_title")
	if title == "" && was == "" {
		return refused("title", "missing: write the title of the post")
	}
	i := slices.IndexFunc(p.record.Officials, func(o boctin.Official) bool { return same(o.Name, name) })
	if i < 0 {
		return refused("official", "the article names no official %s: correct that first", name)
	}
	p.plan.What = arrow("post of "+name, strings.TrimSpace(was+" "+p.get("was_agency")), strings.TrimSpace(title+" "+p.get("agency")))
	return p.label("officials", func(l *score.Label) error {
		k := slices.IndexFunc(l.Officials, func(o score.Official) bool { return same(o.Name, name) })
		if k < 0 {
			l.Officials = append(l.Officials, labels.Start(p.record).Officials[i])
			k = len(l.Officials) - 1
		}
		o := &l.Officials[k]
		o.Must, o.Note = nil, ""
		wrong := score.Post{Title: was, Agency: p.get("was_agency")}
		right := score.Post{Title: title, Agency: p.get("agency"), Country: p.get("country")}
		is := func(x score.Post) bool {
			return was != "" && samePost(x, wrong) || title != "" && samePost(x, right)
		}
		o.Posts = slices.DeleteFunc(o.Posts, is)
		wrongPosts(l, name, wrong, is)
		if title != "" {
			o.Posts = append(o.Posts, right)
		}
		return nil
	})
}

func samePost(a, b score.Post) bool { return same(a.Title, b.Title) && same(a.Agency, b.Agency) }

// wrongPosts takes down a post that a person does not hold, and takes out of those what
// is said anew.
func wrongPosts(l *score.Label, name string, wrong score.Post, anew func(score.Post) bool) {
	k := slices.IndexFunc(l.Wrong.Officials, func(o score.Official) bool { return len(o.Posts) > 0 && same(o.Name, name) })
	if k < 0 {
		if wrong.Title != "" {
			l.Wrong.Officials = append(l.Wrong.Officials, score.Official{Name: name, Posts: []score.Post{wrong}})
		}
		return
	}
	o := &l.Wrong.Officials[k]
	o.Posts = slices.DeleteFunc(o.Posts, anew)
	if wrong.Title != "" {
		o.Posts = append(o.Posts, wrong)
	}
	if len(o.Posts) == 0 {
		l.Wrong.Officials = slices.Delete(l.Wrong.Officials, k, k+1)
	}
}

// event: something is told otherwise, was missed, or is not told here. The field was is
// its place in the list of the record.
func (p *planner) event() error {
	var was score.Event
	if text := p.get("was"); text != "" {
		n, _ := strconv.Atoi(text) // checked
		if n >= len(p.record.Events) {
			return refused("was", "the article has %d events now: look at it again", len(p.record.Events))
		}
		was = labels.EventOf(p.record, &p.record.Events[n])
	}
	right := score.Event{Type: p.get("type"), Date: p.get("date"), Place: p.get("place"), Text: p.get("text"),
		Participants: p.list("participants"), Agencies: p.list("agencies")}
	if err := p.checkEvent(&was, &right); err != nil {
		return err
	}
	p.plan.What = arrow("event", eventWords(&was), eventWords(&right))
	return p.label("events", func(l *score.Label) error {
		is := func(e score.Event) bool {
			return was.Type != "" && sameEvent(e, was) || right.Type != "" && sameEvent(e, right)
		}
		l.Events = slices.DeleteFunc(l.Events, is)
		l.Wrong.Events = slices.DeleteFunc(l.Wrong.Events, is)
		if was.Type != "" && !sameEvent(was, right) {
			l.Wrong.Events = append(l.Wrong.Events, was)
		}
		if right.Type != "" {
			if right.Text == "" {
				right.Text = was.Text
			}
			l.Events = append(l.Events, right)
		}
		return nil
	})
}

// checkEvent refuses an event without anybody whom the article names.
func (p *planner) checkEvent(was, right *score.Event) error {
	switch {
	case right.Type == "" && was.Type == "":
		return refused("type", "missing: write what kind of event it is")
	case right.Type == "":
		return nil
	case len(right.Participants)+len(right.Agencies) == 0:
		return refused("participants", "missing: name an official or an agency that took part")
	}
	for _, name := range right.Participants {
		if !slices.ContainsFunc(p.record.Officials, func(o boctin.Official) bool { return same(o.Name, name) }) {
			return refused("participants", "the article names no official %s: correct that first", name)
		}
	}
	for _, name := range right.Agencies {
		if !slices.ContainsFunc(p.record.Agencies, func(a boctin.Agency) bool { return same(a.Name, name) }) {
			return refused("agencies", "the article names no agency %s: correct that first", name)
		}
	}
	return p.need("text", right.Text)
}

func sameEvent(a, b score.Event) bool {
	return a.Type == b.Type && a.Date == b.Date && a.Place == b.Place && slices.Equal(a.Participants, b.Participants) && slices.Equal(a.Agencies, b.Agencies)
}

func eventWords(e *score.Event) string {
	var all []string
	for _, s := range append(append([]string{e.Type, e.Date, e.Place}, e.Participants...), e.Agencies...) {
		if s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, ", ")
}
