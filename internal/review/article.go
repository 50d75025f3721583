package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/review/labels"
	"github.com/boctin/boctin/internal/score"
	"github.com/boctin/boctin/normalize/viet"
)

// same compares two texts as a person reads them.
func same(a, b string) bool { return a == b || viet.PhraseKey(a) == viet.PhraseKey(b) }

// stands tells whether a text stands in the article.
func (p *planner) stands(text string) bool {
	if strings.Contains(p.record.Title, text) || strings.Contains(p.record.Body, text) {
		return true
	}
	return slices.ContainsFunc(p.record.Images, func(i boctin.Image) bool { return strings.Contains(i.Caption, text) })
}

// need refuses a text that does not stand in the article.
func (p *planner) need(field, text string) error {
	if text == "" || p.stands(text) {
		return nil
	}
	return refused(field, "%q does not stand in the article: write it as it is printed there", text)
}

// date: a text means another day, means a day that was missed, or means none.
func (p *planner) date() error {
	text, value, was := p.get("text"), p.get("value"), p.get("was")
	if value == "" && was == "" {
		return refused("value", "missing: write the day that the text means")
	}
	if err := p.need("text", text); err != nil {
		return err
	}
	p.plan.What = arrow("date “"+text+"”", was, value)
	return p.label("dates", func(l *score.Label) error {
		is := func(d score.DateOf) bool { return d.Text == text && (d.Value == was || d.Value == value) }
		l.Dates = slices.DeleteFunc(l.Dates, is)
		l.Wrong.Dates = slices.DeleteFunc(l.Wrong.Dates, is)
		if was != "" {
			l.Wrong.Dates = append(l.Wrong.Dates, score.DateOf{Text: text, Value: was})
		}
		if value != "" {
			l.Dates = append(l.Dates, score.DateOf{Text: text, Value: value})
		}
		return nil
	})
}

// arrow writes what becomes of what.
func arrow(what, was, is string) string {
	switch {
	case was == "":
		return what + ": " + is
	case is == "":
		return what + ": not " + was
	case was == is:
		return what + ": " + is
	}
	return what + ": " + was + " → " + is
}

// agency: a body is another, was missed, or is not named here.
func (p *planner) agency() error {
	name, country, was, text := p.get("name"), p.get("country"), p.get("was"), p.get("text")
	switch {
	case name == "" && was == "":
		return refused("name", "missing: write the full name of the agency")
	case name != "" && country == "":
		return refused("country", "missing: write the country that the agency is of, such as VN")
	case viet.Slug(name) == "" && name != "":
		return refused("name", "%q holds no letter", name)
	}
	if text == "" && was == "" {
		text = name
	}
	if err := p.need("text", text); err != nil {
		return err
	}
	p.plan.What = arrow("agency", was, name)
	return p.label("agencies", func(l *score.Label) error {
		wrong := score.Agency{Name: was, Country: p.get("was_country")}
		is := func(a score.Agency) bool {
			return same(a.Name, was) && (wrong.Country == "" || a.Country == wrong.Country) || same(a.Name, name) && a.Country == country
		}
		l.Agencies = slices.DeleteFunc(l.Agencies, is)
		l.Wrong.Agencies = slices.DeleteFunc(l.Wrong.Agencies, is)
		if was != "" && (!same(was, name) || wrong.Country != country) {
			l.Wrong.Agencies = append(l.Wrong.Agencies, wrong)
		}
		if name != "" {
			l.Agencies = append(l.Agencies, score.Agency{Name: name, Country: country, Aliases: others(name, was, text)})
		}
		return nil
	})
}

// others gives the names that are neither empty nor the first.
func others(name string, more ...string) (out []string) {
	for _, m := range more {
		if m != "" && !same(m, name) && !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return out
}

// official: a person is another, was missed, or is no official here.
func (p *planner) official() error {
	name, was, text := p.get("name"), p.get("was"), p.get("text")
	switch {
	case name == "" && was == "":
		return refused("name", "missing: write the name of the official")
	case viet.Slug(name) == "" && name != "":
		return refused("name", "%q holds no letter", name)
	}
	if text == "" && was == "" {
		text = name
	}
	if err := p.need("text", text); err != nil {
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

func (p *planner) published() error {
	value := p.get("value")
	was := ""
	if p.record.Published != nil {
		was = p.record.Published.Value
	}
	p.plan.What = arrow("published", was, value)
	return p.label("published", func(l *score.Label) error { l.Published = value; return nil })
}

func (p *planner) title() error {
	value := p.get("value")
	p.plan.What = arrow("title", p.record.Title, value)
	return p.label("title", func(l *score.Label) error { l.Title = value; return nil })
}

func (p *planner) byline() error {
	names := p.list("value")
	p.plan.What = arrow("byline", strings.Join(p.record.Authors, ", "), strings.Join(names, ", "))
	return p.label("authors", func(l *score.Label) error { l.Authors = names; return nil })
}

// caption: the words under a picture are others, were missed, or are none.
func (p *planner) caption() error {
	was, value := p.get("was"), p.get("value")
	if was == "" && value == "" {
		return refused("value", "missing: write the caption")
	}
	p.plan.What = arrow("caption", was, value)
	return p.label("captions", func(l *score.Label) error {
		setCaption(l, was, value)
		return nil
	})
}

func setCaption(l *score.Label, was, value string) {
	is := func(s string) bool { return was != "" && same(s, was) || value != "" && same(s, value) }
	l.Captions = slices.DeleteFunc(l.Captions, is)
	l.Wrong.Captions = slices.DeleteFunc(l.Wrong.Captions, is)
	if was != "" && !same(was, value) {
		l.Wrong.Captions = append(l.Wrong.Captions, was)
	}
	if value != "" {
		l.Captions = append(l.Captions, value)
	}
}

// body: the whole text is this.
func (p *planner) body() error {
	var paragraphs []string
	for line := range strings.SplitSeq(p.get("value"), "\n") {
		if line = viet.FoldSpace(line); line != "" {
			paragraphs = append(paragraphs, line)
		}
	}
	p.plan.What = fmt.Sprintf("body: %d paragraphs", len(paragraphs))
	return p.label("body", func(l *score.Label) error {
		l.Host, l.Lead, l.Paragraphs = p.record.Site, "", paragraphs
		l.MustNotContain = slices.DeleteFunc(l.MustNotContain, func(s string) bool {
			return slices.ContainsFunc(paragraphs, func(x string) bool { return same(x, s) })
		})
		labels.Edges(l, strings.Join(paragraphs, "\n\n"))
		return nil
	})
}

// paragraph: a paragraph of the body is a caption, a byline, or none of the article.
func (p *planner) paragraph() error {
	text, is := p.get("text"), p.get("is")
	all := strings.Split(p.record.Body, "\n\n")
	i := slices.IndexFunc(all, func(s string) bool { return same(s, text) })
	if i < 0 {
		return refused("text", "it is no paragraph of the body")
	}
	text = all[i]
	what := map[string]string{"caption": "a caption", "byline": "a byline", "none": "none of the article"}[is]
	p.plan.What = "paragraph “" + begins(text) + "”: " + what
	return p.label("body", func(l *score.Label) error {
		rest := slices.DeleteFunc(all, func(s string) bool { return same(s, text) })
		l.Paragraphs = slices.DeleteFunc(l.Paragraphs, func(s string) bool { return same(s, text) })
		if !slices.Contains(l.MustNotContain, text) {
			l.MustNotContain = append(l.MustNotContain, text)
		}
		labels.Edges(l, strings.Join(rest, "\n\n"))
		switch is {
		case "caption":
			l.Checked = append(l.Checked, missing(l.Checked, "captions")...)
			setCaption(l, "", text)
		case "byline":
			l.Checked = append(l.Checked, missing(l.Checked, "authors")...)
			l.Authors = append(l.Authors, missing(l.Authors, text)...)
		}
		return nil
	})
}

// missing gives s in a list where the other does not hold it.
func missing(list []string, s string) []string {
	if slices.Contains(list, s) {
		return nil
	}
	return []string{s}
}

// begins gives the first code points of a text.
func begins(text string) string {
	r := []rune(text)
	if len(r) <= 60 {
		return text
	}
	return strings.TrimSpace(string(r[:60])) + "…"
}
