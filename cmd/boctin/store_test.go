package main

import (
	"bytes"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/boctin/boctin/crawl"
	"github.com/boctin/boctin/internal/corpus/storing"
)

// TestStoredWhileCrawling counts what is stored while a crawl is at work to what is stored
// at its end: it decides about the exit status, and whether anything came at all.
func TestStoredWhileCrawling(t *testing.T) {
	site := httptest.NewServer(paper(5))
	defer site.Close()
	dir := t.TempDir()
	done(t, "crawl", "-q", "--no-store", "--allow-private", "--delay", "1ms", "--corpus", dir, site.URL)
	var said bytes.Buffer
	c := &crawling{app: &app{talk: newTalk(&said)}, first: true}
	k := &keeping{app: c.app, dir: dir, reader: c.reader, sum: &c.stored}
	if err := k.some(t.Context()); err != nil || c.stored.New != 5 {
		t.Fatalf("%v, %+v", err, c.stored)
	}
	c.stored.Failed = 1 // one was told meanwhile
	if err := k.run(t.Context()); err != errFailed || c.stored != (storing.Stored{New: 5, Failed: 1}) {
		t.Errorf("%v, %+v", err, c.stored)
	}
	report := &crawl.Report{Sites: []crawl.Tally{{Fetched: 9}}}
	if c.tellNone(report); strings.Contains(said.String(), "no article came") {
		t.Error(said.String())
	}
	c.stored.New = 0
	if c.tellNone(report); !strings.Contains(said.String(), "no article came of the 9 pages fetched") {
		t.Error(said.String())
	}
}
