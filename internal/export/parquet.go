package export

import (
	"fmt"
	"io"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"github.com/boctin/boctin"
)

// A row group ends after so many rows, or so many bytes of text; it is what
// the writer holds in memory.
const (
	groupRows  = 10_000
	groupBytes = 16 << 20
)

// Parquet writes records as rows of one Parquet file. It is for one goroutine.
type Parquet struct {
	file  *parquet.GenericWriter[parquetRow]
	rows  int
	bytes int
}

// NewParquet begins a Parquet file: Zstandard, one row an article, lists of
// dates, agencies, officials. What is written to w is no file before Close.
func NewParquet(w io.Writer) *Parquet {
	return &Parquet{file: parquet.NewGenericWriter[parquetRow](w,
		parquet.Compression(&zstd.Codec{Level: zstd.SpeedDefault}),
		// the least and the greatest text of a page help nobody, and are kept to the end
		parquet.SkipPageBounds("title"), parquet.SkipPageBounds("lead"), parquet.SkipPageBounds("body"),
		parquet.CreatedBy("boctin", boctin.Schema, ""))}
}

// Write adds one record, whose spans are in bytes as everywhere in Go.
func (p *Parquet) Write(r *boctin.Record) error {
	row := rowOf(r.CodePoints())
	if _, err := p.file.Write([]parquetRow{row}); err != nil {
		return fmt.Errorf("record %s: %w", r.ID, err)
	}
	p.rows++
	p.bytes += len(r.Title) + len(r.Lead) + len(r.Body)
	if p.rows < groupRows && p.bytes < groupBytes {
		return nil
	}
	p.rows, p.bytes = 0, 0
	return p.file.Flush()
}

// Close writes the foot of the file. It does not close the writer below.
func (p *Parquet) Close() error { return p.file.Close() }

// rowOf copies a record whose spans are in code points.
func rowOf(r *boctin.Record) parquetRow {
	return parquetRow{Schema: r.Schema, ID: r.ID, URL: filled(r.URL), Site: filled(r.Site), Source: sourceOf(r.Source),
		Language: filled(r.Language), Title: filled(r.Title), Lead: filled(r.Lead), Body: filled(r.Body),
		Authors: r.Authors, Credit: filled(r.Credit), Day: epochDay(r.Published), Published: momentOf(r.Published), Modified: momentOf(r.Modified),
		Section: filled(r.Section), Tags: r.Tags,
		Images: each(r.Images, func(i boctin.Image) parquetImage {
			return parquetImage{filled(i.Src), filled(i.Caption), filled(i.Credit)}
		}),
		Dates: each(r.Dates, func(d boctin.Date) parquetDate {
			return parquetDate{d.Value, d.Text, filled(d.Part), d.Field, int32(d.Start), int32(d.End)}
		}),
		Agencies:  each(r.Agencies, agencyOf),
		Officials: each(r.Officials, officialOf),
		Events:    each(r.Events, eventOf),
		Issues:    each(r.Issues, issueOf),
	}
}

func sourceOf(s boctin.Source) parquetSource {
	return parquetSource{filled(s.Path), filled(s.Record), s.Offset, filled(string(s.Format)), filled(s.Charset), filled(s.SHA256), filled(s.Fetched), filled(s.Layout)}
}

func agencyOf(a boctin.Agency) parquetAgency {
	return parquetAgency{a.ID, a.Name, filled(a.NameEN), filled(a.Country), filled(a.Kind), filled(a.Parent), filled(a.Wikidata),
		each(a.Mentions, func(m boctin.Mention) parquetMention {
			return parquetMention{m.Text, m.Field, int32(m.Start), int32(m.End)}
		})}
}

func officialOf(o boctin.Official) parquetOfficial {
	return parquetOfficial{o.ID, o.Name, o.Aliases, filled(o.Country), o.Ranks, o.Honorifics,
		each(o.Posts, func(p boctin.Post) parquetPost {
			return parquetPost{p.Title, filled(p.Agency), filled(p.AgencyName), p.Former, p.Acting, filled(p.Text)}
		}),
		each(o.Mentions, func(m boctin.PersonMention) parquetPersonMention {
			return parquetPersonMention{m.Text, int32(m.Name[0]), int32(m.Name[1]), m.Field, int32(m.Start), int32(m.End)}
		})}
}

func eventOf(e boctin.Event) parquetEvent {
	row := parquetEvent{Kind: e.Kind, Name: filled(e.Name), Status: filled(string(e.Status)), Date: filled(e.Date), Place: filled(e.Place),
		Officials: e.Officials, Agencies: e.Agencies, Rank: filled(e.Rank), FromRank: filled(e.FromRank), Measure: filled(e.Measure),
		Roles: each(e.Roles, func(x boctin.Role) parquetRole { return parquetRole{x.ID, x.Role} }),
		Text:  e.Text, Field: e.Field, Start: int32(e.Start), End: int32(e.End)}
	if e.Post != nil {
		row.Title, row.Agency = filled(e.Post.Title), filled(e.Post.Agency)
	}
	return row
}

func issueOf(i boctin.Issue) parquetIssue {
	row := parquetIssue{Rule: i.Rule, Text: filled(i.Text), Why: i.Why}
	if i.Span != nil {
		start, end := int32(i.Start), int32(i.End)
		row.Field, row.Start, row.End = &i.Field, &start, &end
	}
	return row
}

func momentOf(m *boctin.Moment) *parquetMoment {
	if m == nil {
		return nil
	}
	return &parquetMoment{m.Value, filled(m.Text), filled(string(m.From))}
}

// filled gives nil, which is null in the file, for an empty string.
func filled(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// epochDay gives the days from 1970-01-01 to a moment whose day is known.
func epochDay(m *boctin.Moment) *int32 {
	if m == nil || len(m.Value) < len(time.DateOnly) {
		return nil
	}
	day, err := time.Parse(time.DateOnly, m.Value[:len(time.DateOnly)])
	if err != nil || len(m.Value) > len(time.DateOnly) && m.Value[len(time.DateOnly)] != 'T' {
		return nil // an interval, or a doubtful day
	}
	n := int32(day.Unix() / (24 * 60 * 60))
	return &n
}

func each[A, B any](list []A, change func(A) B) []B {
	if list == nil {
		return nil
	}
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = change(a)
	}
	return out
}
