// Package check holds a corpus against itself and against the WARC files that it was stored from.
package check

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/pages"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/stories"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/pipeline"
)

// Check holds what a corpus stores against what it was stored from.
type Check struct {
	db      *store.DB
	persons *persons.Persons
	stories *stories.Stories
	pages   *pages.Pages
}

// Of gives the check of a database, with its persons, stories and pages.
func Of(db *store.DB, p *persons.Persons, s *stories.Stories, g *pages.Pages) *Check {
	return &Check{db, p, s, g}
}

// told is after how many pages or records it is told how far a check is.
const told = 200

// Checked is what a check found.
type Checked struct {
	Pages   int // of the WARC files that are stored and stand there as they did
	Waiting int // pages that are not stored yet
	Faults  int
}

// All holds the database against itself and against the WARC files: each
// stored page must stand at its place with its digest. Fault is told of each
// that does not, with what to do, and step, which may be nil, of how far it is.
func (c *Check) All(ctx context.Context, maxBytes int64, fault func(string), step store.Step) (out Checked, err error) {
	if step == nil {
		step = func(int, string) {}
	}
	tell := func(format string, args ...any) {
		out.Faults++
		fault(fmt.Sprintf(format, args...))
	}
	if err := c.Sound(ctx, tell, step); err != nil {
		return out, err
	}
	if err := c.checkFiles(ctx, tell); err != nil {
		return out, err
	}
	set, err := c.pages.All(ctx, maxBytes, false)
	if err != nil {
		return out, err
	}
	seen := map[string]map[int64]bool{}
	if set != nil {
		for item := range set.Items(ctx) {
			if err := c.checkPage(ctx, &item, seen, &out, tell); err != nil {
				return out, err
			}
			if n := out.Pages + out.Waiting; n%told == 0 {
				step(n, "page")
			}
		}
	}
	if err := c.checkKept(ctx, maxBytes, seen, &out, tell, step); err != nil {
		return out, err
	}
	if ctx.Err() != nil {
		return out, ctx.Err()
	}
	return out, c.checkMissing(ctx, seen, tell)
}

// checkMissing tells of each file how many stored pages are not where they were.
func (c *Check) checkMissing(ctx context.Context, seen map[string]map[int64]bool, tell func(string, ...any)) error {
	var in string // the file of the rows at hand
	var first int64
	missing := 0
	told := func() {
		if missing > 0 {
			tell("%s lacks %s of those that were stored, the first at %d: bring the file back", shown(in), pipeline.Count(uint64(missing), "page"), first)
		}
	}
	err := c.db.Each(ctx, `SELECT file, offset FROM sources ORDER BY file, offset`, nil, func(rows *sql.Rows) error {
		var file string
		var offset int64
		if err := rows.Scan(&file, &offset); err != nil {
			return err
		}
		if file != in {
			told()
			in, missing = file, 0
		}
		if !seen[file][offset] {
			if missing++; missing == 1 {
				first = offset
			}
		}
		return nil
	})
	if err == nil {
		told()
	}
	return err
}

// Sound checks the database in itself.
func (c *Check) Sound(ctx context.Context, tell func(string, ...any), step store.Step) error {
	for _, q := range []struct{ text, fault string }{
		{`SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'`, "boctin.db is damaged, or was copied while a program wrote to it: %s; copy it anew when none does, or sqlite3 boctin.db .recover saves what can be read"},
		{`SELECT 'a row of ' || "table" FROM pragma_foreign_key_check`, "boctin.db: %s names a row that is not there; move boctin.db away and store anew"},
		{`SELECT url FROM article_rows a WHERE newest = 1 AND NOT EXISTS (SELECT 1 FROM search WHERE search.rowid = a.id)`, "%s is not in the full-text index; move boctin.db away and store anew"},
		{`SELECT url FROM article_rows WHERE id NOT IN (SELECT article FROM source_rows WHERE article IS NOT NULL) AND id NOT IN (SELECT article FROM import_rows)`, "%s is stored, but from no page; move boctin.db away and store anew"},
		{`SELECT url FROM article_rows WHERE id IN (SELECT article FROM ungrouped) AND (newest = 0 OR id IN (SELECT article FROM printings))`,
			"%s waits to be compared and is so already; move boctin.db away and store anew"},
		{`SELECT url FROM address_rows x WHERE NOT EXISTS (SELECT 1 FROM article_rows a WHERE a.url_key = x.url_key)`, "%s is an address of an article that is not there; move boctin.db away and store anew"},
		{`SELECT a.url FROM event_officials p JOIN appearance_rows x ON x.id = p.appearance JOIN event_rows e ON e.id = p.event JOIN article_rows a ON a.id = p.event >> 20
			WHERE p.official <> x.official OR p.day IS NOT unixepoch(e.first_day) / 86400`, "the officials in an event of %s are not those of the article; move boctin.db away and store anew"},
		{`SELECT g.id FROM agency_article_rows m JOIN agencies g ON g.n = m.agency WHERE m.mentions <> ` + column.NumberOf(`m.places`), "the articles of %s are not those that name it; move boctin.db away and store anew"},
		{persons.Differ(`SELECT agency, text, mentions FROM agency_names`, `SELECT agency, text, COUNT(*) FROM agency_mentions GROUP BY agency, text`, `agency`),
			"the names of %s are not those it is given; move boctin.db away and store anew"},
		{persons.HeldOtherwise +
			` WHERE official NOT IN (SELECT o.id FROM appearance_rows x JOIN officials o ON o.n = x.official WHERE ` + persons.BlockOf + ` IN (SELECT block FROM unsettled))`,
			"the posts that %s held are not those that articles give; boctin renormalize --all sums them up anew"},
	} {
		if err := c.db.Each(ctx, q.text, nil, func(rows *sql.Rows) error {
			var s string
			err := rows.Scan(&s)
			tell(q.fault, s)
			return err
		}); err != nil {
			return err
		}
	}
	if err := c.CheckPacked(ctx, tell, step); err != nil {
		return err
	}
	if err := storing.CheckFound(ctx, c.db, tell, step); err != nil {
		return err
	}
	if err := c.persons.CheckBlocks(ctx, tell, step); err != nil {
		return err
	}
	return c.stories.Check(ctx, tell, step)
}

// CheckPacked reads the record of every version of an article.
func (c *Check) CheckPacked(ctx context.Context, tell func(string, ...any), step store.Step) error {
	n, beside := 0, pack.Opened{}
	return c.db.Each(ctx, `SELECT `+pack.Selected+` FROM article_rows a`+pack.Joined+` ORDER BY a.id`, nil, func(rows *sql.Rows) error {
		k := pack.Kept{Opened: &beside}
		if err := rows.Scan(k.Into()...); err != nil {
			return err
		}
		if _, _, err := k.Read(); err != nil {
			tell("%v; move boctin.db away and store anew", err)
		}
		if n++; n%told == 0 {
			step(n, "record")
		}
		return nil
	})
}

// pageStored asks for the page of a file, by its name and offset.
const pageStored = `SELECT record, sha256 FROM sources WHERE file = ? AND offset = ?`

func (c *Check) checkPage(ctx context.Context, item *input.Item, seen map[string]map[int64]bool, out *Checked, tell func(string, ...any)) error {
	item.Load() // a page that fails fails in its digest too, if it did not before
	p := item.Page
	file := c.pages.Name(p.Path)
	var record, digest string
	switch err := c.db.QueryRowContext(ctx, pageStored, file, p.Offset).Scan(&record, &digest); {
	case err == sql.ErrNoRows:
		out.Waiting++
		return nil
	case err != nil:
		return c.db.Wrap(err)
	}
	if seen[file] == nil {
		seen[file] = map[int64]bool{}
	}
	seen[file][p.Offset] = true
	sum := sha256.Sum256(p.Body)
	switch {
	case record != p.Record:
		tell("%s holds at %d record %s, and %s was stored: bring the file back", shown(file), p.Offset, p.Record, record)
	case digest != hex.EncodeToString(sum[:]):
		tell("%s: the page at %d (%s) is not the one that was stored: its digest differs; bring the file back", shown(file), p.Offset, p.URL)
	default:
		out.Pages++
	}
	return nil
}
