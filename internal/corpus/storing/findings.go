package storing

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/identity"
)

// clear takes out the findings of an article.
func (w *Writer) clear(article int64) error {
	if err := cmp.Or(w.tx.Flush(), w.uncount(article)); err != nil {
		return err
	}
	bearers, err := w.tx.IDs(`SELECT DISTINCT official FROM appearance_rows WHERE id `+column.InArticle, article)
	if err != nil {
		return err
	}
	for _, text := range []string{
		`INSERT OR IGNORE INTO unsettled SELECT ` + persons.BlockOf + `, x.id FROM appearance_rows x JOIN officials o ON o.n = x.official WHERE x.id ` + column.InArticle,
		`DELETE FROM event_official_rows WHERE event ` + column.InArticle,
		`DELETE FROM event_agency_rows WHERE event ` + column.InArticle,
		`DELETE FROM event_rows WHERE id ` + column.InArticle,
		`DELETE FROM appearance_rows WHERE id ` + column.InArticle,
		`DELETE FROM agency_article_rows WHERE id ` + column.InArticle,
		`DELETE FROM date_rows WHERE id ` + column.InArticle,
	} {
		if err := w.tx.Do(text, article); err != nil {
			return err
		}
	}
	return w.Blocks.Leave(bearers)
}

// writing is a way in which an agency is written.
type writing struct {
	agency int64
	text   string
}

// uncount takes the ways out in which an article writes agencies.
func (w *Writer) uncount(article int64) error {
	s, err := w.tx.Statement(`SELECT p.agency, CASE p.field WHEN 0 THEN substr(a.title, p."start" + 1, p.length) WHEN 1 THEN substr(a.body, p."start" + 1, p.length) ELSE p.text END
		FROM (SELECT m.agency, CASE j.type WHEN 'integer' THEN j.value & 1 ELSE j.value ->> 0 END AS field, CASE j.type WHEN 'integer' THEN j.value >> 9 ELSE j.value ->> 1 END AS "start",
				CASE j.type WHEN 'integer' THEN j.value >> 1 & 255 ELSE (j.value ->> 2) - (j.value ->> 1) END AS length, CASE j.type WHEN 'array' THEN j.value ->> 3 END AS text
			FROM agency_article_rows m JOIN json_each(m.places) j WHERE m.id ` + column.InArticle + `) p JOIN article_rows a ON a.id = ?1`)
	if err != nil {
		return err
	}
	rows, err := s.Query(article)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var x writing
		if err := rows.Scan(&x.agency, &x.text); err != nil {
			return err
		}
		w.names[x]--
	}
	return rows.Err()
}

// countNames writes how often agencies are written in which way since it did so last.
func (w *Writer) countNames() error {
	for x, n := range w.names {
		var err error
		switch {
		case n > 0:
			err = w.tx.Do(`INSERT INTO agency_name_rows VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions`, x.agency, x.text, n, fold.Plain(x.text))
		case n < 0:
			if err = w.tx.Do(`UPDATE agency_name_rows SET mentions = mentions + ?3 WHERE agency = ?1 AND text = ?2`, x.agency, x.text, n); err == nil {
				err = w.tx.Do(`DELETE FROM agency_name_rows WHERE agency = ? AND text = ? AND mentions <= 0`, x.agency, x.text)
			}
		}
		if err != nil {
			return err
		}
	}
	clear(w.names)
	return nil
}

// Findings writes what was found in an article.
func (w *Writer) Findings(article int64, r *boctin.Record) error {
	points := r.CodePoints()
	for i, d := range points.Dates {
		if err := w.tx.Later(`INSERT OR FAIL INTO date_rows (id, value, part, field, "start", "end", text) VALUES `,
			column.FindingID(article, i), d.Value, d.Part, column.FieldNumber(d.Field), d.Start, d.End, column.Elsewhere(d.Text, d.Field)); err != nil {
			return err
		}
	}
	if err := w.agencies(article, points); err != nil {
		return err
	}
	seen := identity.Of(r)
	appearances := map[string]attendant{}
	for i := range seen {
		id := column.FindingID(article, i)
		bearer, err := w.official(id, r, &r.Officials[i], &points.Officials[i], &seen[i])
		if err != nil {
			return err
		}
		appearances[r.Officials[i].ID] = attendant{id, bearer}
	}
	return w.events(article, points, appearances)
}

// agencies writes the agencies of an article, whose spans count code points.
func (w *Writer) agencies(article int64, r *boctin.Record) error {
	seen := map[int64]bool{}
	for i := range r.Agencies {
		a := &r.Agencies[i]
		n, err := w.numbers.Agency(a)
		if err != nil {
			return err
		}
		if len(a.Mentions) == 0 || seen[n] {
			continue
		}
		seen[n] = true
		var at []any
		for _, m := range a.Mentions {
			w.names[writing{n, m.Text}]++
			at = append(at, column.Place(m.Span, column.Elsewhere(m.Text, m.Field)))
		}
		if err := w.tx.Later(`INSERT OR FAIL INTO agency_article_rows (id, agency, day, mentions, places) VALUES `, column.FindingID(article, i), n, column.Day(r.Published), len(a.Mentions), column.Places(at)); err != nil {
			return err
		}
	}
	return nil
}

// official writes a person of an article under the id that the article gives;
// settle tells namesakes of different articles apart. It gives his number.
func (w *Writer) official(id int64, r *boctin.Record, o, points *boctin.Official, seen *identity.Appearance) (int64, error) {
	base := identity.Base(o)
	block := column.Key(w.Blocks.Who.Block(seen))
	b, err := w.numbers.Official(base, o.Name, block)
	if err != nil {
		return 0, err
	}
	manner, err := w.numbers.Manner(o.Ranks, o.Honorifics)
	if err != nil {
		return 0, err
	}
	var at []any
	for _, m := range points.Mentions {
		at = append(at, column.NamedAt(m.Span, m.Name, column.Elsewhere(m.Text, m.Field)))
	}
	posts, err := w.posts(r, o, seen)
	if err != nil {
		return 0, err
	}
	return b.N, cmp.Or(w.tx.Later(persons.Unsettle, block, id), w.tx.Later(`INSERT OR FAIL INTO appearance_rows (id, official, manner, country, posts, places, block, name, local, aliases, forms) VALUES `,
		id, b.N, manner, o.Country, posts, column.Places(at), column.Unless(block == b.Block, block), column.Unless(o.Name == b.Written, o.Name), column.Unless(o.ID == identity.BaseID(o.Country, o.Name), o.ID), column.Optional(o.Aliases), column.Optional(otherForms(o))))
}

// posts gives the posts of a person of an article as appearance_rows have them.
func (w *Writer) posts(r *boctin.Record, o *boctin.Official, seen *identity.Appearance) (any, error) {
	var all []any
	for i := range o.Posts {
		p := &o.Posts[i]
		office, err := w.numbers.Office(seen.Posts[i])
		if err != nil {
			return nil, err
		}
		at := evidence(&r.Article, o, p)
		text, _ := r.Field(at.Field)
		start := utf8.RuneCountInString(text[:at.Start])
		sentence := text[at.Start:at.End]
		given := column.Post{Office: office, Field: column.FieldNumber(at.Field), Start: start, End: start + utf8.RuneCountInString(sentence), Printed: nil, Caption: column.Elsewhere(sentence, at.Field)}
		if p.Text != "" && p.Text != p.Title+" "+p.AgencyName {
			given.Printed = p.Text
			if given.Caption == nil {
				given.Printed = column.PartOf(sentence, p.Text)
			}
		}
		all = append(all, given.Column())
	}
	if all == nil {
		return nil, nil
	}
	return column.Places(all), nil
}

// otherForms gives the ways in which an article writes an official that are not his
// name without marks, and more than a word.
func otherForms(o *boctin.Official) []string {
	own := fold.Plain(o.Name)
	forms := map[string]bool{}
	for _, a := range o.Aliases {
		forms[a] = true
	}
	for _, m := range o.Mentions {
		forms[m.Text[m.Name[0]:m.Name[1]]] = true
	}
	for form := range forms {
		if folded := fold.Plain(form); folded == own || !strings.Contains(folded, " ") {
			delete(forms, form)
		}
	}
	return slices.Sorted(maps.Keys(forms))
}

// evidence gives the sentence, in bytes, that prints a post nearest to a
// mention of the person; where none prints it, that of the first mention.
func evidence(a *boctin.Article, o *boctin.Official, p *boctin.Post) boctin.Span {
	best, far := o.Mentions[0].Span, -1
	for _, m := range o.Mentions {
		text, _ := a.Field(m.Field)
		for from := 0; p.Text != "" && from < len(text); {
			i := strings.Index(text[from:], p.Text)
			if i < 0 {
				break
			}
			i += from
			if d := max(i-m.Start, m.Start-i); far < 0 || d < far {
				best, far = boctin.Span{Field: m.Field, Start: i, End: i + len(p.Text)}, d
			}
			from = i + len(p.Text)
		}
	}
	text, _ := a.Field(best.Field)
	return sentence(text, best)
}

// sentence widens a span to the sentence around it, of 600 bytes at most on
// either side.
func sentence(text string, s boctin.Span) boctin.Span {
	const most = 600
	start, end := s.Start, s.End
	for start > 0 && s.Start-start < most && !ends(text, start) {
		start--
	}
	for end < len(text) && end-s.End < most && !ends(text, end) {
		end++
	}
	for start < s.Start && (!utf8.RuneStart(text[start]) || text[start] == ' ' || text[start] == '\n') {
		start++
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	return boctin.Span{Field: s.Field, Start: start, End: end}
}

// ends tells whether a sentence ends before byte i.
func ends(text string, i int) bool {
	if text[i-1] == '\n' || i < len(text) && text[i] == '\n' {
		return true
	}
	return (text[i-1] == '.' || text[i-1] == '!' || text[i-1] == '?') && (i == len(text) || text[i] == ' ')
}
