package web

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/web/words"
)

// articleView is an article beside the page that it was read from.
type articleView struct {
	Record   *boctin.Record     `json:"record"` // spans are code points
	Version  int                `json:"version"`
	Editions []articles.Edition `json:"editions"`
	Story    *articles.Story    `json:"story,omitempty"` // the text in other papers
	Changed  []changed          `json:"changed,omitempty"`

	Address    string      `json:"-"` // the canonical URL, or what stands for it
	Compared   bool        `json:"-"` // with the version before
	Headline   []node      `json:"-"`
	Paragraphs []paragraph `json:"-"`
	Captions   []caption   `json:"-"`
	Found      []found     `json:"-"`
	Frame      string      `json:"-"` // address of the saved page
	Forms      []Form      `json:"-"` // for the article as a whole
}

// caption is the words under a picture.
type caption struct {
	N      int
	Nodes  []node
	Credit string
	Forms  []Form
}

func article(r *Request) (View, error) {
	address := r.arg("url")
	version, err := strconv.Atoi(r.arg("version"))
	if r.arg("version") != "" && (err != nil || version < 1) {
		return nil, &Fault{Status: http.StatusBadRequest, Key: "fault.version", Args: []any{r.arg("version")}}
	}
	v := &articleView{Version: version, Address: address}
	if v.Editions, err = r.Corpus.Articles.Editions(r.Context(), address); err != nil {
		return nil, unknownArticle(err, address)
	}
	if version == 0 {
		v.Version = newest(v.Editions)
	}
	record, err := r.Corpus.Articles.Record(r.Context(), address, v.Version)
	if err != nil {
		return nil, unknownArticle(err, address)
	}
	v.Record = record.CodePoints()
	if err := v.elsewhere(r, address); err != nil {
		return nil, err
	}
	if err := v.compare(r, address); err != nil {
		return nil, err
	}
	v.show(r, address)
	v.explain(r, record)
	return v, nil
}

// newest is the number of the newest version.
func newest(all []articles.Edition) int {
	for _, e := range all {
		if e.Newest {
			return e.Version
		}
	}
	return all[0].Version
}

func unknownArticle(err error, address string) error {
	if unknown, ok := err.(*store.Unknown); ok {
		return &Fault{Status: http.StatusNotFound, Key: "fault.article", Args: []any{unknown.Name}}
	}
	return err
}

// elsewhere finds the story that the article prints.
func (v *articleView) elsewhere(r *Request, address string) error {
	return r.Corpus.Articles.StoriesIn(r.Context(), named.Filter{}, address, "", func(s articles.Story) error {
		v.Story = &s
		return nil
	})
}

// show lays out the text with its marks.
func (v *articleView) show(r *Request, address string) {
	finding := func(kind, name string, n int) []Form {
		return r.corrections(Finding{Kind: kind, URL: address, Version: v.Version, ID: strconv.Itoa(n), Name: name})
	}
	title := []rune(v.Record.Title)
	v.Headline = nested(title, 0, len(title), marksOf(v.Record, "title"))
	v.Paragraphs = paragraphs(v.Record.Body, marksOf(v.Record, "body"))
	for i := range v.Paragraphs {
		p := &v.Paragraphs[i]
		p.Forms = r.corrections(Finding{Kind: "paragraph", URL: address, Version: v.Version, ID: strconv.Itoa(p.N), Span: boctin.Span{Field: "body", Start: p.start, End: p.end}})
	}
	for i, image := range v.Record.Images {
		text := []rune(image.Caption)
		if len(text)+len(image.Credit) > 0 {
			v.Captions = append(v.Captions, caption{i, nested(text, 0, len(text), marksOf(v.Record, boctin.CaptionField(i))), image.Credit, finding("caption", image.Caption, i)})
		}
	}
	v.Forms = finding("article", v.Record.Title, 0)
	v.Frame = "/saved?url=" + url.QueryEscape(address) + "&version=" + strconv.Itoa(v.Version)
}

func (v *articleView) Title(w *words.Words) string {
	if v.Record.Title == "" {
		return w.Say("page.notitle")
	}
	return v.Record.Title
}

// Table lists the findings, one mention a row.
func (v *articleView) Table() Table {
	t := Table{Head: []string{"kind", "id", "name", "value", "text", "field", "start", "end"}}
	add := func(kind, id, name, value, text string, s boctin.Span) {
		t.Rows = append(t.Rows, []string{kind, id, name, value, text, s.Field, strconv.Itoa(s.Start), strconv.Itoa(s.End)})
	}
	for _, d := range v.Record.Dates {
		add("date", "", "", d.Value, d.Text, d.Span)
	}
	for _, o := range v.Record.Officials {
		for _, m := range o.Mentions {
			add("official", o.ID, o.Name, "", m.Text, m.Span)
		}
	}
	for _, g := range v.Record.Agencies {
		for _, m := range g.Mentions {
			add("agency", g.ID, g.Name, g.Kind, m.Text, m.Span)
		}
	}
	for _, e := range v.Record.Events {
		add("event", "", e.Name, e.Kind+" "+e.Date, e.Text, e.Span)
	}
	return t
}
