package export

import (
	"bufio"
	"bytes"
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/boctin/boctin"
)

// entity is one of FollowTheMoney; every property is a list of strings.
type entity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// set adds the values that are not empty and not there yet.
func (e *entity) set(property string, values ...string) {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" && !slices.Contains(e.Properties[property], v) {
			e.Properties[property] = append(e.Properties[property], v)
		}
	}
}

// ftmID is the id of an entity: the SHA-1 of boctin, the kind and the keys of
// what it stands for, parted by line ends. It depends on nothing else.
func ftmID(kind string, keys ...string) string {
	sum := sha1.Sum([]byte("boctin\n" + kind + "\n" + strings.Join(keys, "\n")))
	return hex.EncodeToString(sum[:])
}

func newEntity(schema string, keys ...string) *entity {
	return &entity{ftmID(schema, keys...), schema, map[string][]string{}}
}

// ftm writes articles and mentions as they come. Persons, bodies, positions and
// occupancies stand in many articles, so they are gathered and written at the
// end, in order of their ids: memory grows with their number, not with that of
// the articles.
type ftm struct {
	out      *bufio.Writer
	buf      bytes.Buffer
	gathered map[string]*entity
	parents  map[string]string // of a body, which may be none that is written
	held     map[string]*tenure
}

func newFTM(w io.Writer) Writer {
	return &ftm{out: bufio.NewWriterSize(w, 64<<10), gathered: map[string]*entity{}, parents: map[string]string{}, held: map[string]*tenure{}}
}

func (w *ftm) Write(r *boctin.Record) error {
	if err := w.line(articleEntity(r)); err != nil {
		return fmt.Errorf("record %s: %w", r.ID, err)
	}
	for i := range r.Agencies {
		a := &r.Agencies[i]
		w.body(a)
		var names []string
		for _, m := range a.Mentions {
			names = append(names, oneLine(m.Text))
		}
		if err := w.mention(r, "PublicBody", a.ID, append(names, a.Name)); err != nil {
			return err
		}
	}
	for i := range r.Officials {
		o := &r.Officials[i]
		w.person(r, o)
		var names []string
		for _, m := range o.Mentions {
			names = append(names, oneLine(m.Text[m.Name[0]:m.Name[1]]))
		}
		if err := w.mention(r, "Person", o.ID, append(names, o.Name)); err != nil {
			return err
		}
	}
	for i := range r.Events {
		w.event(r, &r.Events[i])
	}
	return nil
}

// Close writes what was gathered.
func (w *ftm) Close() error {
	for _, id := range slices.Sorted(maps.Keys(w.gathered)) {
		e := w.gathered[id]
		if t := w.held[id]; t != nil {
			t.describe(e)
		}
		if p := w.parents[id]; w.gathered[p] != nil {
			e.set("parent", p)
		}
		for name := range e.Properties {
			slices.Sort(e.Properties[name]) // whatever order the articles came in
		}
		if err := w.line(e); err != nil {
			return err
		}
	}
	return w.flush()
}

func (w *ftm) flush() error { return w.out.Flush() }

func (w *ftm) line(e *entity) error {
	w.buf.Reset()
	if err := jsonLine(&w.buf, e); err != nil {
		return err
	}
	_, err := w.out.Write(w.buf.Bytes())
	return err
}

// gather gives the entity of a thing that stands in several articles.
func (w *ftm) gather(schema string, keys ...string) *entity {
	id := ftmID(schema, keys...)
	e := w.gathered[id]
	if e == nil {
		e = newEntity(schema, keys...)
		w.gathered[id] = e
	}
	return e
}

// ftmText is the most that a text property holds, in code points.
const ftmText = 65000

// articleEntity gives an article. FollowTheMoney knows no Vietnamese among its
// languages, so none is said.
func articleEntity(r *boctin.Record) *entity {
	e := newEntity("Article", r.ID)
	e.set("title", clip(r.Title, 1024))
	e.set("sourceUrl", absolute(r.URL))
	e.set("publisher", r.Site)
	e.set("author", r.Authors...)
	e.set("summary", r.Lead)
	e.set("keywords", r.Tags...)
	e.set("publishedAt", ftmDate(isoDate(r.Published)))
	e.set("modifiedAt", ftmDate(isoDate(r.Modified)))
	e.set("retrievedAt", ftmDate(r.Source.Fetched))
	for rest := r.Body; rest != ""; {
		piece := clip(rest, ftmText)
		e.set("bodyText", piece)
		rest = rest[len(piece):]
	}
	return e
}

// mention ties an article to a person or body, under the names printed there.
func (w *ftm) mention(r *boctin.Record, schema, id string, names []string) error {
	e := newEntity("Mention", r.ID, schema, id)
	e.set("document", ftmID("Article", r.ID))
	e.set("resolved", ftmID(schema, id))
	e.set("detectedSchema", schema)
	for _, n := range names {
		e.set("name", clip(n, ftmName))
	}
	slices.Sort(e.Properties["name"])
	return w.line(e)
}

// ftmName is the most that a name holds, in code points.
const ftmName = 384

func (w *ftm) body(a *boctin.Agency) {
	e := w.gather("PublicBody", a.ID)
	e.set("name", a.Name)
	e.set("alias", a.NameEN)
	e.set("country", ftmCountry(a.Country))
	e.set("classification", a.Kind)
	e.set("wikidataId", a.Wikidata)
	if a.Country == "INT" {
		e.set("topics", "gov.igo")
	}
	if a.Parent == "" {
		return
	}
	if p := ftmID("PublicBody", a.Parent); w.parents[e.ID] == "" || p < w.parents[e.ID] {
		w.parents[e.ID] = p // one, whatever order the articles came in
	}
}

func (w *ftm) person(r *boctin.Record, o *boctin.Official) {
	e := w.gather("Person", o.ID)
	e.set("name", o.Name)
	e.set("alias", o.Aliases...)
	e.set("title", o.Ranks...)
	e.set("country", ftmCountry(o.Country))
	for i := range o.Posts {
		p := &o.Posts[i]
		w.post(r, o, p)
		if !p.Former {
			e.set("position", postName(p))
		}
	}
}

// post gathers the position and who holds it.
func (w *ftm) post(r *boctin.Record, o *boctin.Official, p *boctin.Post) {
	of, country := p.Agency, o.Country
	if of != "" {
		code, _, _ := strings.Cut(of, "/")
		country = strings.ToUpper(code)
		body := w.gather("PublicBody", of)
		body.set("name", p.AgencyName)
		body.set("country", ftmCountry(country))
	} else {
		of = country // Thủ tướng of a country
	}
	position := w.gather("Position", of, p.Title)
	position.set("name", strings.TrimSpace(p.Title+" "+p.AgencyName))
	position.set("country", ftmCountry(country))
	if p.Agency != "" {
		position.set("organization", ftmID("PublicBody", p.Agency))
	}
	keys := []string{o.ID, of, p.Title}
	if p.Acting {
		keys = append(keys, "acting")
	}
	e := w.gather("Occupancy", keys...)
	e.set("holder", ftmID("Person", o.ID))
	e.set("post", position.ID)
	if p.Acting {
		e.set("description", "acting")
	}
	w.tenure(e.ID).seen(r, p.Former)
}

func (w *ftm) tenure(id string) *tenure {
	t := w.held[id]
	if t == nil {
		t = &tenure{}
		w.held[id] = t
	}
	return t
}

// tenure is what the articles say of one who holds a post: the first and the
// last that do, by day and then by id, whatever order they come in.
type tenure struct{ first, last evidence }

type evidence struct {
	day, article string
	former       bool
}

func (a evidence) before(b evidence) bool {
	return a.day < b.day || a.day == b.day && a.article < b.article
}

func (t *tenure) seen(r *boctin.Record, former bool) {
	now := evidence{ftmDay(isoDate(r.Published)), ftmID("Article", r.ID), former}
	if t.first.article == "" || now.before(t.first) {
		t.first = now
	}
	if t.last.article == "" || t.last.before(now) || t.last.article == now.article && former {
		t.last = now
	}
}

// describe gives an occupancy its evidence. The days are those of the articles,
// so nothing is said of when it began; it ended where the last article says so.
func (t *tenure) describe(e *entity) {
	e.set("proof", t.first.article, t.last.article)
	e.set("date", t.first.day, t.last.day)
	if t.last.former {
		e.set("status", "ended")
	}
}

// ftmCountry is the code of a country in lower case; bodies of no country have none.
func ftmCountry(code string) string {
	switch code {
	case "INT":
		return ""
	case "SU":
		return "suhh"
	}
	return strings.ToLower(code)
}

// ftmDate gives a date as FollowTheMoney has it: in UTC and without a zone.
func ftmDate(iso string) string {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, iso); err == nil {
			return t.UTC().Format("2006-01-02T15:04:05")
		}
	}
	if len(iso) > len("2006-01-02") {
		return ""
	}
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, iso); err == nil {
			return iso
		}
	}
	return ""
}

func ftmDay(iso string) string { return ftmDate(iso[:min(len(iso), len(time.DateOnly))]) }

// clip cuts a text after n code points.
func clip(s string, n int) string {
	if len(s) <= n || utf8.RuneCountInString(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
