package corpus

import (
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/identity"
)

// clear takes out the findings of an article.
func (w *writer) clear(article int64) error {
	for _, text := range []string{
		`INSERT OR IGNORE INTO unsettled SELECT block FROM appearances WHERE article = ?`,
		`DELETE FROM events WHERE article = ?`,
		`DELETE FROM appearances WHERE article = ?`,
		`UPDATE agency_names SET mentions = mentions - (SELECT COUNT(*) FROM agency_mentions m
			WHERE m.article = ?1 AND m.agency = agency_names.agency AND m.text = agency_names.text)
			WHERE (agency, text) IN (SELECT agency, text FROM agency_mentions WHERE article = ?1)`,
		`DELETE FROM agency_names WHERE mentions = 0 AND (agency, text) IN (SELECT agency, text FROM agency_mentions WHERE article = ?)`,
		`DELETE FROM agency_articles WHERE article = ?`,
		`DELETE FROM agency_mention_rows WHERE article = ?`,
		`DELETE FROM date_rows WHERE article = ?`,
	} {
		if err := w.exec(text, article); err != nil {
			return err
		}
	}
	return nil
}

// findings writes what was found in an article.
func (w *writer) findings(article int64, r *boctin.Record) error {
	points := r.CodePoints()
	var dates []any
	for _, d := range points.Dates {
		dates = append(dates, article, d.Value, elsewhere(d.Text, d.Field), d.Part, d.Field, d.Start, d.End)
	}
	if err := w.insertRows(`INSERT INTO date_rows (article, value, text, part, field, "start", "end") VALUES `, 7, dates); err != nil {
		return err
	}
	for i := range points.Agencies {
		if err := w.agency(article, &r.Article, &points.Agencies[i]); err != nil {
			return err
		}
	}
	for i, seen := range identity.Of(r) {
		if err := w.official(article, r, &r.Officials[i], &points.Officials[i], &seen); err != nil {
			return err
		}
	}
	return w.events(article, points)
}

func (w *writer) agency(id int64, article *boctin.Article, a *boctin.Agency) error {
	if err := w.exec(`INSERT INTO agencies VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,
		folded = excluded.folded, name_en = excluded.name_en, kind = excluded.kind, parent = excluded.parent, wikidata = excluded.wikidata
		WHERE (name, name_en, kind, parent, wikidata) <> (excluded.name, excluded.name_en, excluded.kind, excluded.parent, excluded.wikidata)`,
		a.ID, a.Name, foldName(a.Name), a.NameEN, a.Country, a.Kind, a.Parent, a.Wikidata); err != nil {
		return err
	}
	written := map[string]int{}
	var mentions []any
	for _, m := range a.Mentions {
		written[m.Text]++
		mentions = append(mentions, id, a.ID, elsewhere(m.Text, m.Field), m.Field, m.Start, m.End)
	}
	if err := w.insertRows(`INSERT INTO agency_mention_rows (article, agency, text, field, "start", "end") VALUES `, 6, mentions); err != nil {
		return err
	}
	for text, n := range written {
		if err := w.exec(`INSERT INTO agency_names VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions`, a.ID, text, n, foldName(text)); err != nil {
			return err
		}
	}
	if len(written) == 0 {
		return nil
	}
	return w.exec(`INSERT INTO agency_articles VALUES (?,?,?,?,?) ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions`, a.ID, id, moment(article.Published), month(article.Published), len(a.Mentions))
}

// official writes a person of an article under the id that the article gives;
// settle tells namesakes of different articles apart.
func (w *writer) official(article int64, r *boctin.Record, o, points *boctin.Official, seen *identity.Appearance) error {
	base := identity.Base(o)
	if err := w.exec(`INSERT OR IGNORE INTO officials VALUES (?,?,?,?,?)`, base, base, o.Name, foldName(o.Name), o.Country); err != nil {
		return err
	}
	block := w.who.Block(seen)
	if err := w.exec(`INSERT OR IGNORE INTO unsettled VALUES (?)`, block); err != nil {
		return err
	}
	id, err := w.insert(`INSERT INTO appearances (article, official, base, local, ranks, honorifics, aliases, said, block, folded, mark) VALUES (?,?,?,?,?,?,?,?,?,?,?)`,
		article, base, base, o.ID, list(o.Ranks), list(o.Honorifics), list(o.Aliases), seen.Said(), block, foldName(o.Name), identity.Mark(seen))
	if err != nil {
		return err
	}
	var mentions []any
	for _, m := range points.Mentions {
		mentions = append(mentions, id, elsewhere(m.Text, m.Field), m.Name[0], m.Name[1], m.Field, m.Start, m.End)
	}
	if err := w.insertRows(`INSERT INTO official_mention_rows (appearance, text, name_start, name_end, field, "start", "end") VALUES `, 7, mentions); err != nil {
		return err
	}
	if err := w.otherNames(o); err != nil {
		return err
	}
	for i := range o.Posts {
		if err := w.post(id, r, o, &o.Posts[i]); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) post(appearance int64, r *boctin.Record, o *boctin.Official, p *boctin.Post) error {
	at := evidence(&r.Article, o, p)
	text, _ := r.Field(at.Field)
	start := utf8.RuneCountInString(text[:at.Start])
	sentence := text[at.Start:at.End]
	agency := null(p.Agency)
	if agency != nil {
		// an agency that only a post names has no entry of its own
		if err := w.exec(`INSERT OR IGNORE INTO agencies VALUES (?,?,?,'',?,'','','')`, p.Agency, p.AgencyName, foldName(p.AgencyName), country(p.Agency)); err != nil {
			return err
		}
	}
	printed := p.Text
	if printed == p.Title+" "+p.AgencyName {
		printed = ""
	}
	return w.exec(`INSERT INTO post_rows (appearance, title, agency, agency_name, former, acting, text, sentence, field, "start", "end") VALUES (?,?,?,?,?,?,?,?,?,?,?)`,
		appearance, p.Title, agency, p.AgencyName, p.Former, p.Acting, printed, elsewhere(sentence, at.Field), at.Field, start, start+utf8.RuneCountInString(sentence))
}

// elsewhere gives a text where it stands in neither title nor body, from which
// the views of the tables take it.
func elsewhere(text, field string) string {
	if field == "title" || field == "body" {
		return ""
	}
	return text
}

// otherNames takes down the ways in which an official is written that are not his
// name without marks, and more than a word.
func (w *writer) otherNames(o *boctin.Official) error {
	base, own := identity.Base(o), foldName(o.Name)
	forms := map[string]bool{}
	for _, a := range o.Aliases {
		forms[a] = true
	}
	for _, m := range o.Mentions {
		forms[m.Text[m.Name[0]:m.Name[1]]] = true
	}
	for form := range forms {
		folded := foldName(form)
		if folded == own || !strings.Contains(folded, " ") {
			continue
		}
		if err := w.exec(`INSERT OR IGNORE INTO official_names VALUES (?,?,?)`, folded, base, form); err != nil {
			return err
		}
	}
	return nil
}

// country is the first part of an id.
func country(id string) string {
	c, _, _ := strings.Cut(id, "/")
	return strings.ToUpper(c)
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
