package beam_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin/beam/internal/made"
)

// itemsFile has real items of news, kept beside the repository.
var itemsFile = filepath.Join("..", "..", "shared", "corpus", "baochinhphu-items.jsonl")

// items makes a small page of each of the first n items.
func items(t *testing.T, n int) (pages []made.Page) {
	t.Helper()
	f, err := os.Open(itemsFile)
	if err != nil {
		t.Skip("needs the items of ../shared/corpus: ", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() && len(pages) < n {
		var item struct{ URL, Title, Summary, Published string }
		if err := json.Unmarshal(lines.Bytes(), &item); err != nil {
			t.Fatal(err)
		}
		title, when := html.EscapeString(item.Title), html.EscapeString(item.Published)
		body := fmt.Sprintf(`<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>%s</title><meta property="og:type" content="article">
			<meta property="article:published_time" content="%s"></head><body><article><h1>%s</h1><time datetime="%s">%s</time><p>%s</p></article></body></html>`,
			title, when, title, when, when, html.EscapeString(item.Summary))
		pages = append(pages, made.Page{URL: item.URL, Body: []byte(body), Fetched: time.Unix(1.75e9+int64(len(pages)), 0)})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return pages
}

// shardsOf writes pages as the shards of a corpus directory.
func shardsOf(t *testing.T, pages []made.Page, n int) (dir string) {
	t.Helper()
	dir = t.TempDir()
	warcs := filepath.Join(dir, "warc")
	err := os.Mkdir(warcs, 0o777)
	if err == nil {
		_, err = made.Shards(warcs, n, pages)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestPersonsOfRealItems holds the persons and events that a job finds in 3,000 real
// items, dealt to its shards in any order, to those of a corpus of them.
func TestPersonsOfRealItems(t *testing.T) {
	if testing.Short() {
		t.Skip("builds three programs")
	}
	pages := items(t, 3000)
	plain, job, _ := programs(t)
	dir := shardsOf(t, pages, 3)
	run(t, dir, 0, plain, "refresh", "--corpus", ".", "--no-fetch")
	persons, events := postsHeld(t, dir), eventsOf(t, plain, dir)
	if len(persons) < 500 || len(events) < 1000 {
		t.Fatalf("%d posts, %d events", len(persons), len(events))
	}
	rand.New(rand.NewPCG(3, 7)).Shuffle(len(pages), func(i, j int) { pages[i], pages[j] = pages[j], pages[i] })
	dealt := shardsOf(t, pages, 5)
	run(t, dealt, 1, job, "--output=out", "--parts=3", "--format=jsonl", "--no-stories", "warc/*.warc.gz")
	// status 1: some items are too short to be articles
	same(t, "posts", lines(t, filepath.Join(dealt, "out", "posts-*-of-00003.jsonl")), persons)
	same(t, "events", small(lines(t, filepath.Join(dealt, "out", "events-*-of-00003.jsonl"))), small(events))
}

// small gives lines in small letters: a corpus writes the name of an agency as the first
// article that it stored does, a job as the article itself.
func small(lines []string) []string {
	for i := range lines {
		lines[i] = strings.ToLower(lines[i])
	}
	slices.Sort(lines)
	return lines
}
