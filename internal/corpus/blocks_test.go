package corpus

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/identity"
)

// newsItems gives so many headlines with their leads, real ones, as entries with their
// findings.
func newsItems(t *testing.T, most int) (all []storing.Entry) {
	t.Helper()
	f, err := os.Open("../../../shared/corpus/baochinhphu-items.jsonl")
	if err != nil {
		t.Skip("no ../shared/corpus beside the repository")
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 0; lines.Scan() && n < most; n++ {
		var item struct{ URL, Title, Summary, Published string }
		if err := json.Unmarshal(lines.Bytes(), &item); err != nil {
			t.Fatal(err)
		}
		all = append(all, newsEntry(n, item.URL, item.Published, item.Title, item.Summary))
	}
	return all
}

func newsEntry(n int, url, published, title, summary string) storing.Entry {
	a := boctin.Article{Schema: boctin.Schema, ID: fmt.Sprint("id", n), URL: url, Site: "a.vn", Title: title, Body: summary,
		Source: boctin.Source{SHA256: fmt.Sprintf("%064d", n), Fetched: "2026-01-01T00:00:00Z"}, Stamps: []boctin.Stamp{{Text: published, From: boctin.FromMetadata}}}
	r := finders().Record(a)
	return storing.Entry{File: "a.warc.gz", Offset: int64(n), Record: fmt.Sprint("<r", n, ">"), URL: url, SHA256: a.Source.SHA256, Article: &a, Found: &r}
}

// persons dumps who is who in a corpus.
func whoIs(t *testing.T, c *Corpus) string {
	t.Helper()
	var out bytes.Buffer
	for _, q := range []string{`SELECT a.url, x.name, x.official FROM appearances x JOIN articles a ON a.id = x.article WHERE a.newest = 1 ORDER BY 1, 2, 3`,
		`SELECT id, name FROM officials ORDER BY 1`, `SELECT official, title, agency, former, first_seen, last_seen, articles FROM posts_held ORDER BY 1, 2, 3, 4, 5`} {
		if err := c.DB.Dump(context.Background(), q, &out); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

// sharing gives items that name somebody whose block another one names, too: of the rest
// no order can change what is found. Of a block it takes all, or as many as most says.
func sharing(c *Corpus, items []storing.Entry, most int) (all []storing.Entry) {
	times, taken := map[string]int{}, map[string]int{}
	for _, e := range items {
		for _, key := range blocksNamed(c, e) {
			times[key]++
		}
	}
	for _, e := range items {
		keys := blocksNamed(c, e)
		if !slices.ContainsFunc(keys, func(key string) bool { return times[key] > 1 && taken[key] < most }) {
			continue
		}
		all = append(all, e)
		for _, key := range keys {
			taken[key]++
		}
	}
	return all
}

// blocksNamed gives the blocks of those whom an item names, each once.
func blocksNamed(c *Corpus, e storing.Entry) []string {
	return slices.Compact(slices.Sorted(slices.Values(c.blocksOf(e.Found))))
}

// TestManyItemsWhateverTheOrder stores items of 3,000 that share names in one go, in random
// order, and one by one, each settled before the next comes: the same persons, with the
// same ids.
func TestManyItemsWhateverTheOrder(t *testing.T) {
	if testing.Short() {
		t.Skip("3,000 items three times")
	}
	c := made(t)
	items := sharing(c, newsItems(t, 3000), 12)
	t.Logf("%d items", len(items))
	add(t, c, items...)
	want := whoIs(t, c)
	r := rand.New(rand.NewPCG(3, 4))
	shuffled := slices.Clone(items)
	r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	other := made(t)
	add(t, other, shuffled...)
	samePersons(t, "in random order", want, whoIs(t, other))
	const alone = 300 // the last
	single := made(t)
	add(t, single, shuffled[:len(shuffled)-alone]...)
	for _, item := range shuffled[len(shuffled)-alone:] {
		add(t, single, item)
	}
	samePersons(t, "one by one", want, whoIs(t, single))
}

func samePersons(t *testing.T, what, want, got string) {
	t.Helper()
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Errorf("%s: line %d of %d is %q, in one go %q of %d", what, i, len(b), b[i], a[i], len(a))
			return
		}
	}
	if len(a) != len(b) {
		t.Errorf("%s: %d lines, in one go %d", what, len(b), len(a))
	}
}

// TestRefreshTouchesItsBlocks counts, with triggers, whose rows are written when one
// item in a hundred comes anew: those of the blocks that these items name, and no more
// blocks are settled than they name.
func TestRefreshTouchesItsBlocks(t *testing.T) {
	items := newsItems(t, 1500)
	late := len(items) / 100
	c := made(t)
	add(t, c, items[late:]...)
	named := map[string]bool{}
	for _, e := range items[:late] {
		for _, key := range c.blocksOf(e.Found) {
			named[key] = true
		}
	}
	for _, text := range []string{
		`CREATE TABLE written (official INTEGER)`,
		`CREATE TRIGGER counts_held AFTER INSERT ON held_rows BEGIN INSERT INTO written VALUES (new.official); END`,
		`CREATE TRIGGER counts_names AFTER INSERT ON official_name_rows BEGIN INSERT INTO written VALUES (new.official); END`,
		`CREATE TRIGGER counts_moved AFTER UPDATE OF official ON appearance_rows BEGIN INSERT INTO written VALUES (new.official); END`,
	} {
		if _, err := c.DB.Exec(text); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.Storing.Add(context.Background(), "v1", items[:late]); err != nil {
		t.Fatal(err)
	}
	settled := 0
	if err := c.Persons.Settle(context.Background(), func(done int) { settled = done }); err != nil {
		t.Fatal(err)
	}
	if settled != len(named) {
		t.Errorf("%d blocks are settled, %d are named", settled, len(named))
	}
	all := value(t, c, `SELECT COUNT(DISTINCT `+persons.BlockOf+`) FROM appearance_rows x JOIN officials o ON o.n = x.official`)
	t.Logf("%d items of %d: %d blocks of %s settled, %s rows written", late, len(items), settled, all, value(t, c, `SELECT COUNT(*) FROM written`))
	for key := range named {
		if _, err := c.DB.Exec(`DELETE FROM written WHERE official IN (SELECT o.n FROM appearance_rows x JOIN officials o ON o.n = x.official WHERE `+persons.BlockOf+` = ?)`, column.Key(key)); err != nil {
			t.Fatal(err)
		}
	}
	if n := value(t, c, `SELECT COUNT(*) FROM written`); n != "0" {
		t.Errorf("%s rows of other blocks are written", n)
	}
}

// blocksOf gives the blocks of those whom a record names.
func (c *Corpus) blocksOf(r *boctin.Record) (keys []string) {
	for _, a := range identity.Of(r) {
		keys = append(keys, c.Resolvers.Resolver().Block(&a))
	}
	return keys
}
