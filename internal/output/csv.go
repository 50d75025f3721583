package output

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"unicode"

	"github.com/boctin/boctin"
)

// The tables, in the order of their files; every row begins with the id and
// the path of its record.
var tables = []struct {
	name    string
	columns string
}{
	{"articles", "id path url site title lead body authors credit published published_text published_from modified section tags images language record fetched sha256"},
	{"dates", "id path value text part field start end"},
	{"officials", "id path official name aliases country ranks honorifics mentions"},
	{"posts", "id path official title agency agency_name former acting text"},
	{"agencies", "id path agency name name_en country kind parent wikidata mentions"},
	{"mentions", "id path of kind text name_start name_end field start end"},
	{"events", "id path event kind name status date place title agency rank from_rank measure agencies text field start end"},
	{"event_officials", "id path event official role"},
}

const byteOrderMark = "\ufeff"

func csvFormat(bom bool) Format {
	f := Format{Name: "csv", Encode: csvRecord}
	for _, t := range tables {
		header := strings.ReplaceAll(t.columns, " ", ",") + "\n"
		if bom {
			header = byteOrderMark + header
		}
		f.Tables = append(f.Tables, t.name+".csv")
		f.Header = append(f.Header, []byte(header))
	}
	return f
}

// rows collects the rows of one record, a buffer a table.
type rows struct {
	key  []string
	bufs [8]bytes.Buffer
	out  [8]*csv.Writer
}

func (r *rows) add(table int, cells ...string) {
	for i, cell := range cells {
		cells[i] = harmless(cell)
	}
	r.out[table].Write(append(r.key[:2:2], cells...))
}

// harmless keeps a spreadsheet from taking a cell for a formula: one that
// begins like a formula gets an apostrophe before it (OWASP, CSV injection).
// Control characters, which some readers end at, are shown as unreadable ones.
func harmless(cell string) string {
	if strings.IndexFunc(cell, control) >= 0 {
		cell = strings.Map(func(r rune) rune {
			if control(r) {
				return unicode.ReplacementChar
			}
			return r
		}, cell)
	}
	if cell != "" && strings.ContainsRune("=+-@\t\r\n|%", rune(cell[0])) || strings.HasPrefix(cell, "\uff1d") ||
		strings.HasPrefix(cell, "\uff0b") || strings.HasPrefix(cell, "\uff0d") || strings.HasPrefix(cell, "\uff20") {
		return "'" + cell
	}
	return cell
}

func control(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' }

func csvRecord(rec *boctin.Record) (Chunk, error) {
	rec = rec.CodePoints()
	r := &rows{key: []string{harmless(rec.ID), harmless(rec.Source.Path)}}
	for i := range r.out {
		r.out[i] = csv.NewWriter(&r.bufs[i])
	}
	r.article(&rec.Article)
	for _, d := range rec.Dates {
		r.add(1, d.Value, d.Text, d.Part, d.Field, strconv.Itoa(d.Start), strconv.Itoa(d.End))
	}
	for i := range rec.Officials {
		r.official(&rec.Officials[i])
	}
	for i := range rec.Agencies {
		r.agency(&rec.Agencies[i])
	}
	for i := range rec.Events {
		r.event(strconv.Itoa(i+1), &rec.Events[i])
	}
	chunk := make(Chunk, len(r.out))
	for i, w := range r.out {
		w.Flush()
		if err := w.Error(); err != nil {
			return nil, err
		}
		chunk[i] = r.bufs[i].Bytes()
	}
	return chunk, nil
}

func (r *rows) article(a *boctin.Article) {
	published, modified := a.Published, a.Modified
	if published == nil {
		published = &boctin.Moment{}
	}
	if modified == nil {
		modified = &boctin.Moment{}
	}
	var images []string
	for _, image := range a.Images {
		images = append(images, image.Src)
	}
	r.add(0, a.URL, a.Site, a.Title, a.Lead, a.Body, list(a.Authors), a.Credit, published.Value, published.Text,
		string(published.From), modified.Value, a.Section, list(a.Tags), list(images), a.Language,
		a.Source.Record, a.Source.Fetched, a.Source.SHA256)
}

func (r *rows) official(o *boctin.Official) {
	r.add(2, o.ID, o.Name, list(o.Aliases), o.Country, list(o.Ranks), list(o.Honorifics), strconv.Itoa(len(o.Mentions)))
	for _, p := range o.Posts {
		r.add(3, o.ID, p.Title, p.Agency, p.AgencyName, flag(p.Former), flag(p.Acting), p.Text)
	}
	for _, m := range o.Mentions {
		r.add(5, o.ID, "official", m.Text, strconv.Itoa(m.Name[0]), strconv.Itoa(m.Name[1]), m.Field, strconv.Itoa(m.Start), strconv.Itoa(m.End))
	}
}

func (r *rows) agency(a *boctin.Agency) {
	r.add(4, a.ID, a.Name, a.NameEN, a.Country, a.Kind, a.Parent, a.Wikidata, strconv.Itoa(len(a.Mentions)))
	for _, m := range a.Mentions {
		r.add(5, a.ID, "agency", m.Text, "", "", m.Field, strconv.Itoa(m.Start), strconv.Itoa(m.End))
	}
}

func list(items []string) string { return strings.Join(items, "; ") }

func flag(set bool) string {
	if set {
		return "true"
	}
	return ""
}

// event writes an event of the record under its number, from 1.
func (r *rows) event(number string, e *boctin.Event) {
	post := e.Post
	if post == nil {
		post = &boctin.Post{}
	}
	r.add(6, number, e.Kind, e.Name, string(e.Status), e.Date, e.Place, post.Title, post.Agency, e.Rank, e.FromRank, e.Measure, list(e.Agencies),
		e.Text, e.Field, strconv.Itoa(e.Start), strconv.Itoa(e.End))
	for _, x := range e.Roles {
		r.add(7, number, x.ID, x.Role)
	}
}
