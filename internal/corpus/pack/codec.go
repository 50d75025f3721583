package pack

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"reflect"
	"strings"

	"github.com/boctin/boctin"
)

// lean is what is packed of an article and its record: whatever the columns of the
// article do not hold and its text does not say. Spans count code points.
type lean struct {
	boctin.Record
	terse   bool
	Printed *boctin.Article `json:"printed,omitempty"` // the article, where the record does not say all of it
	From    *dates          `json:"from,omitempty"`    // else what the article alone has
}

// dates are what an article says of its times; the record concludes from them.
type dates struct {
	Stamps    []boctin.Stamp `json:"stamps,omitempty"`
	Published *boctin.Moment `json:"published,omitempty"`
	Modified  *boctin.Moment `json:"modified,omitempty"`
}

// Columns are what the columns hold of an article.
type Columns struct {
	URL, Title, Body, Lead, Site string
	ID, SHA256, Fetched          string
}

// strip takes out of a record what the columns and the text hold.
func strip(a *boctin.Article, found *boctin.Record, c *Columns) lean {
	l := lean{Record: *found.CodePoints()}
	l.Evidence = nil
	printed := l.Article
	printed.Stamps, printed.Published, printed.Modified = a.Stamps, a.Published, a.Modified
	given := *a
	given.Evidence = nil
	if reflect.DeepEqual(printed, given) {
		l.From = &dates{a.Stamps, a.Published, a.Modified}
	} else {
		l.Printed = &given
	}
	if l.terse = terseable(&l.Record); l.terse {
		shorten(&l.Record)
	}
	eachText(&l.Record, func(text *string, s boctin.Span, in *fields) {
		if part, ok := in.part(s); ok && part == *text {
			*text = ""
		}
	})
	for _, x := range c.of(&l.Article) {
		if *x.field == x.column && x.column != "" {
			*x.field = held
		}
	}
	return l
}

// restore is the opposite of strip.
func (l *lean) restore(c *Columns) (article boctin.Article, found boctin.Record) {
	for _, x := range c.of(&l.Article) {
		if *x.field == held {
			*x.field = x.column
		}
	}
	eachText(&l.Record, func(text *string, s boctin.Span, in *fields) {
		if part, ok := in.part(s); ok && *text == "" {
			*text = part
		}
	})
	if l.terse {
		lengthen(&l.Record)
	}
	if l.Printed != nil {
		return *l.Printed, l.Record
	}
	article = l.Article
	article.Stamps, article.Published, article.Modified = l.From.Stamps, l.From.Published, l.From.Modified
	return article, l.Record
}

// held stands for the value of a column; no string of an article has it.
const held = "\x00"

type cell struct {
	field  *string
	column string
}

func (c *Columns) of(a *boctin.Article) []cell {
	return []cell{{&a.URL, c.URL}, {&a.Title, c.Title}, {&a.Body, c.Body}, {&a.Lead, c.Lead}, {&a.Site, c.Site}, {&a.ID, c.ID},
		{&a.Source.SHA256, c.SHA256}, {&a.Source.Fetched, c.Fetched}}
}

// eachText calls do for every text that stands at a place of the article.
func eachText(r *boctin.Record, do func(text *string, s boctin.Span, in *fields)) {
	in := &fields{article: r.Article, runes: map[string][]rune{}}
	for i := range r.Dates {
		do(&r.Dates[i].Text, r.Dates[i].Span, in)
	}
	for i := range r.Agencies {
		for j := range r.Agencies[i].Mentions {
			m := &r.Agencies[i].Mentions[j]
			do(&m.Text, m.Span, in)
		}
	}
	for i := range r.Officials {
		for j := range r.Officials[i].Mentions {
			m := &r.Officials[i].Mentions[j]
			do(&m.Text, m.Span, in)
		}
	}
	for i := range r.Events {
		do(&r.Events[i].Text, r.Events[i].Span, in)
	}
}

// fields are the fields of an article in code points.
type fields struct {
	article boctin.Article
	runes   map[string][]rune
}

func (f *fields) part(s boctin.Span) (string, bool) {
	text, split := f.runes[s.Field]
	if !split {
		whole, _ := f.article.Field(s.Field)
		text = []rune(whole)
		f.runes[s.Field] = text
	}
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return "", false
	}
	return string(text[s.Start:s.End]), true
}

// encode writes what is packed: the places, and the JSON without them.
func (l *lean) encode() (places, line []byte, err error) {
	at := &ledger{}
	if l.terse {
		at.mentions(&l.Record)
	} else {
		l.eachPlace(at.write)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err = enc.Encode(l)
	return at.bytes, bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// decode reads what encode wrote.
func decode(places, line []byte, terse bool) (*lean, error) {
	l := lean{terse: terse}
	if err := json.Unmarshal(line, &l); err != nil {
		return nil, err
	}
	at := &ledger{bytes: places}
	if terse {
		at.readMentions(&l.Record)
	} else {
		l.eachPlace(at.read)
	}
	if at.short || len(at.bytes) > 0 || l.Printed == nil && l.From == nil {
		return nil, errors.New("its places are not those of its findings")
	}
	return &l, nil
}

// eachPlace calls do for the numbers of every place, list by list: where it begins
// and how long it is, and of a name within where it does.
func (l *lean) eachPlace(do func(start, end, nameStart, nameEnd *int)) {
	for i := range l.Dates {
		do(&l.Dates[i].Start, &l.Dates[i].End, nil, nil)
	}
	for i := range l.Agencies {
		for j := range l.Agencies[i].Mentions {
			m := &l.Agencies[i].Mentions[j]
			do(&m.Start, &m.End, nil, nil)
		}
	}
	for i := range l.Officials {
		for j := range l.Officials[i].Mentions {
			m := &l.Officials[i].Mentions[j]
			do(&m.Start, &m.End, &m.Name[0], &m.Name[1])
		}
	}
	for i := range l.Events {
		do(&l.Events[i].Start, &l.Events[i].End, nil, nil)
	}
}

// ledger is a list of numbers as varints, each place as its distance from the one before.
type ledger struct {
	bytes []byte
	last  int
	field int
	short bool // it ended before its time
}

func (g *ledger) write(start, end, nameStart, nameEnd *int) {
	g.bytes = binary.AppendVarint(g.bytes, int64(*start-g.last))
	g.bytes = binary.AppendVarint(g.bytes, int64(*end-*start))
	g.last = *start
	if nameStart != nil {
		g.bytes = binary.AppendVarint(g.bytes, int64(*nameStart))
		g.bytes = binary.AppendVarint(g.bytes, int64(*end-*start-*nameEnd))
		*nameStart, *nameEnd = 0, 0
	}
	*start, *end = 0, 0
}

func (g *ledger) read(start, end, nameStart, nameEnd *int) {
	*start = g.last + g.next()
	*end = *start + g.next()
	g.last = *start
	if nameStart != nil {
		*nameStart = g.next()
		*nameEnd = *end - *start - g.next()
	}
}

func (g *ledger) next() int {
	n, size := binary.Varint(g.bytes)
	if size <= 0 {
		g.short = true
		return 0
	}
	g.bytes = g.bytes[size:]
	return int(n)
}

// Lead gives what the column of the lead holds: its length in code points where
// the body begins with it.
func Lead(a *boctin.Article) any {
	switch {
	case a.Lead == "":
		return nil
	case strings.HasPrefix(a.Body, a.Lead):
		return len([]rune(a.Lead))
	}
	return a.Lead
}
