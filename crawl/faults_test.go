package crawl

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin/crawl/warc"
)

// watched runs one crawl and gives its report and what it told at once.
func watched(t *testing.T, ctx context.Context, o Options) (*Report, []string) {
	t.Helper()
	var notices []string
	o.AllowPrivate, o.Delay = true, time.Millisecond
	o.OnNotice = func(s string) { notices = append(notices, s) }
	c, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Run(ctx)
	if err != nil {
		t.Error(err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
	return r, notices
}

// TestMistypedSeed names what is no site: it is not kept, and one that was kept once is
// passed over.
func TestMistypedSeed(t *testing.T) {
	s := newsSite(3)
	defer s.Close()
	o := Options{Dir: t.TempDir(), Seeds: []string{s.URL}}
	crawlOnce(t, o)
	wrong := o
	wrong.Seeds = []string{"tuoitre"}
	if c, err := Open(wrong); err == nil || !strings.Contains(err.Error(), "neither a site nor a URL") {
		c.Close()
		t.Fatalf("got %v", err)
	}
	o.Seeds = nil
	crawlOnce(t, o)
	c, err := Open(Options{Dir: o.Dir, AllowPrivate: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.frontier.SetMeta("seeds", "tuoitre\n"+s.URL); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	crawlOnce(t, o)
}

// TestForeignLock holds the database longer than SQLite waits by itself.
func TestForeignLock(t *testing.T) {
	s := newsSite(40)
	defer s.Close()
	dir := t.TempDir()
	watched(t, t.Context(), Options{Dir: dir, Seeds: []string{s.URL}, Limit: 1})
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, Database))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	held := make(chan error, 1)
	s.set("/tin.htm", func(w http.ResponseWriter, r *http.Request) { // in mid-crawl
		_, err := conn.ExecContext(context.Background(), "BEGIN IMMEDIATE")
		held <- err
		time.AfterFunc(3*time.Second, func() { conn.ExecContext(context.Background(), "ROLLBACK") })
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, listBody("/tin/trang-2.htm", 0, 1, 2, 3))
	})
	r, notices := watched(t, t.Context(), Options{Dir: dir, Mode: All})
	if err := <-held; err != nil {
		t.Fatal(err)
	}
	if len(notices) == 0 || !strings.Contains(notices[0], "another program holds") {
		t.Errorf("nothing was said: %v", notices)
	}
	if _, articles := r.Fetched(); articles < 20 || r.Failed() > 0 {
		t.Errorf("%d articles, %d failed", articles, r.Failed())
	}
}

// TestIndexBeyondTheArchive leaves lines in the index for records that the
// database knows nothing of, as a crawl does that ends between the two.
func TestIndexBeyondTheArchive(t *testing.T) {
	s := newsSite(20)
	defer s.Close()
	dir := t.TempDir()
	watched(t, t.Context(), Options{Dir: dir, Seeds: []string{s.URL}, Limit: 5})
	file := newestWARC(t, dir)
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(){
		"longer": func() {
			write(t, file, append(whole[:len(whole):len(whole)], whole...))
			if err := warc.Index(file); err != nil {
				t.Fatal(err)
			}
		},
		"lines of other records": func() {
			index, _ := os.ReadFile(warc.IndexName(file))
			write(t, warc.IndexName(file), []byte(strings.Replace(string(index), `"offset":"`, `"offset":"1`, 1)))
		},
		"shorter": func() { write(t, file, whole[:len(whole)-10]) },
	} {
		spoil()
		r, _ := watched(t, t.Context(), Options{Dir: dir, Mode: All})
		if warned := strings.Contains(strings.Join(r.Warnings, " "), filepath.Base(file)); warned != (name == "shorter") {
			t.Errorf("%s: warnings %v", name, r.Warnings)
		}
		for _, f := range archives(t, dir) {
			if faults, err := warc.CheckIndex(f); err != nil || len(faults) > 0 {
				t.Errorf("%s: %s: %v %v", name, f, faults, err)
			}
		}
		file = newestWARC(t, dir)
		if whole, err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func archives(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, Archive, "*.warc.gz"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	return files
}

func newestWARC(t *testing.T, dir string) string {
	files := archives(t, dir)
	return files[len(files)-1]
}

// TestInterruptWhileAServerHangs must not wait for the server.
func TestInterruptWhileAServerHangs(t *testing.T) {
	s := newSite()
	defer s.Close()
	begun, end := make(chan bool), make(chan bool)
	defer close(end)
	s.set("/", func(w http.ResponseWriter, r *http.Request) {
		close(begun)
		<-end
	})
	ctx, cancel := context.WithCancel(t.Context())
	var stopped time.Time
	go func() {
		<-begun
		stopped = time.Now()
		cancel()
	}()
	r, _ := watched(t, ctx, Options{Dir: t.TempDir(), Seeds: []string{s.URL}, Timeout: 10 * time.Minute})
	if took := time.Since(stopped); took > time.Minute || !r.Interrupted || r.Failed() > 0 || r.Sites[0].Left != 1 {
		t.Errorf("it took %v: %+v", took, r.Sites)
	}
}

// TestFailuresThatWereNone end in a failure that says what happened.
func TestFailuresThatWereNone(t *testing.T) {
	busy := newSite()
	defer busy.Close()
	busy.set("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	loop := newSite()
	defer loop.Close()
	loop.html("/", `<a href="/a.htm">Tin tức một</a>`)
	loop.set("/a.htm", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/b.htm", http.StatusFound) })
	loop.set("/b.htm", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/a.htm", http.StatusFound) })
	gone := newSite()
	gone.Close()
	for name, c := range map[string]struct{ url, why string }{
		"429 alone":     {busy.URL, "asked to wait 1h"},
		"redirect loop": {loop.URL, "redirects lead in a circle"},
		"refused":       {gone.URL, "connection refused"},
	} {
		dir := t.TempDir()
		for range 2 {
			r, _ := watched(t, t.Context(), Options{Dir: dir, Seeds: []string{c.url}, Mode: All, Patience: time.Second})
			if r.Failed() == 0 || !strings.Contains(fmt.Sprint(r.Sites[0].Why[0]), c.why) {
				t.Errorf("%s: %+v", name, r.Sites[0])
			}
		}
	}
}

// TestRefreshWithoutScripts follows what a page has for browsers without scripts.
func TestRefreshWithoutScripts(t *testing.T) {
	s := newSite()
	defer s.Close()
	s.html("/", `<script>location.href="/moi.htm"</script><noscript><meta http-equiv="refresh" content="0; url=/moi.htm"></noscript>`)
	s.html("/moi.htm", listBody("", 1))
	s.html(articlePath(1), articleBody(1))
	r, _ := watched(t, t.Context(), Options{Dir: t.TempDir(), Seeds: []string{s.URL}})
	if _, articles := r.Fetched(); articles != 1 {
		t.Errorf("%+v", r.Sites)
	}
}
