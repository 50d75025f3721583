package review

import (
	"fmt"
	"slices"
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

// named gives what names a finding, what it was taken for and the words in the
// article.
func (p *planner) named() (name, was, text string, err error) {
	name, was, text = p.get("name"), p.get("was"), p.get("text")
	switch {
	case name == "" && was == "":
		return "", "", "", refused("name", "missing: write the name")
	case viet.Slug(name) == "" && name != "":
		return "", "", "", refused("name", "%q holds no letter", name)
	}
	if text == "" && was == "" {
		text = name
	}
	return name, was, text, p.need("text", text)
}

// agency: a body is another, was missed, or is not named here.
func (p *planner) agency() error {
	country := p.get("country")
	if p.get("name") != "" && country == "" {
		return refused("country", "missing: write the country that the agency is of, such as VN")
	}
	name, was, text, err := p.named()
	if err != nil {
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
