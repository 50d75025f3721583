package beam_test

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	_ "modernc.org/sqlite"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/beam"
	"github.com/boctin/boctin/beam/internal/made"
)

const shards = 12

// programs builds boctin, boctin-beam and prism, as a user has them.
func programs(t *testing.T) (boctin, job, prism string) {
	t.Helper()
	dir := t.TempDir()
	build := func(name, in, pkg string) string {
		out := filepath.Join(dir, name)
		cmd := exec.Command("go", "build", "-o", out, pkg)
		cmd.Dir, cmd.Env = in, append(os.Environ(), "CGO_ENABLED=0")
		if said, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", pkg, err, said)
		}
		return out
	}
	return build("boctin", "..", "./cmd/boctin"), build("boctin-beam", ".", "./cmd/boctin-beam"),
		build("prism", ".", "github.com/apache/beam/sdks/v2/go/cmd/prism")
}

// archive makes a corpus directory of twelve shards, of which one is cut short
// and one has a damaged member.
func archive(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	warcs := filepath.Join(dir, "warc")
	if err := os.Mkdir(warcs, 0o777); err != nil {
		t.Fatal(err)
	}
	testdata := filepath.Join("..", "testdata")
	saved, err := made.Saved(testdata)
	if err != nil {
		t.Fatal(err)
	}
	told, err := made.Told(testdata)
	if err != nil {
		t.Fatal(err)
	}
	places, err := made.Shards(warcs, shards, append(told, saved...))
	if err != nil {
		t.Fatal(err)
	}
	last := places[4][len(places[4])-1]
	if err := os.Truncate(filepath.Join(warcs, "shard-04.warc.gz"), last.Offset+last.Length/2); err != nil {
		t.Fatal(err)
	}
	middle := places[7][len(places[7])/2]
	f, err := os.OpenFile(filepath.Join(warcs, "shard-07.warc.gz"), os.O_RDWR, 0)
	if err == nil {
		_, err = f.WriteAt(bytes.Repeat([]byte{0xa5}, 4), middle.Offset+middle.Length-8) // the checksum of its gzip member
	}
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	return dir
}

// run runs a program in dir; want is its exit status.
func run(t *testing.T, dir string, want int, name string, args ...string) (said string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if got := cmd.ProcessState.ExitCode(); got != want {
		t.Fatalf("%s %v: exit status %d (%v)\n%s", filepath.Base(name), args, got, err, out)
	}
	return string(out)
}

// serve starts a standalone prism and gives its endpoint.
func serve(t *testing.T, prism string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	var log bytes.Buffer
	cmd := exec.Command(prism, fmt.Sprint("--job_port=", port), "--serve_http=false", "--log_level=warn")
	cmd.Stderr = &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
		if t.Failed() {
			t.Logf("prism: %s", log.String())
		}
	})
	endpoint := fmt.Sprint("localhost:", port)
	for range 100 {
		if c, err := net.Dial("tcp", endpoint); err == nil {
			c.Close()
			return endpoint
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("prism does not listen: %s", log.String())
	return ""
}

// lines gives the lines of all files of a pattern, sorted.
func lines(t *testing.T, pattern string) (all []string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: no files (%v)", pattern, err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(raw)) {
			all = append(all, line)
		}
	}
	slices.Sort(all)
	return all
}

// same compares two lists of lines and shows the first that differ.
func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	t.Errorf("%s: %d lines, want %d", what, len(got), len(want))
	shown := 0
	for diff := range strings.Lines(cmp.Diff(want, got)) {
		if shown < 40 && (diff[0] == '+' || diff[0] == '-') {
			t.Log(strings.TrimRight(diff, "\n")[:min(len(diff)-1, 400)])
			shown++
		}
	}
}

// TestPrism is the job as a user runs it, on Prism in its own process and on a
// standalone one over gRPC: what it writes is what boctin run and boctin.db say.
func TestPrism(t *testing.T) {
	if testing.Short() {
		t.Skip("builds three programs")
	}
	plain, job, prism := programs(t)
	dir := archive(t)
	run(t, dir, 1, plain, "run", "warc", "-o", "plain.jsonl", "--errors", "plain.failed", "-q")
	run(t, dir, 1, plain, "refresh", "--corpus", ".", "--no-fetch")
	want := outcome{lines(t, filepath.Join(dir, "plain.jsonl")), lines(t, filepath.Join(dir, "plain.failed")),
		postsHeld(t, dir), storiesOf(t, dir), eventsOf(t, plain, dir)}
	want.check(t)
	for name, flags := range map[string][]string{
		"in-process": nil,
		"standalone": {"--runner=universal", "--endpoint=" + serve(t, prism), "--environment_type=LOOPBACK"},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(dir, name)
			args := append(flags, "--output="+name, "--parts=3", "warc/*.warc.gz")
			said := run(t, dir, 1, job, args...)
			want.compare(t, out)
			first := tree(t, out)
			if again := run(t, dir, 1, job, args...); first != tree(t, out) {
				t.Errorf("a rerun left other files: %s", again)
			}
			summary := fmt.Sprintf("boctin-beam: %d pages, %d articles, %d failed (damaged 2), ", len(want.records)+2, len(want.records), 2)
			if !strings.HasPrefix(said, summary) {
				t.Errorf("summary %q, want %q", said, summary)
			}
		})
	}
}

// outcome is what a job writes.
type outcome struct{ records, failures, posts, stories, events []string }

// check makes sure that there is something to compare.
func (o *outcome) check(t *testing.T) {
	t.Helper()
	if len(o.records) < 100 || len(o.failures) != 2 || len(o.posts) < 100 || len(o.stories) < 15 || len(o.events) < 30 {
		t.Fatalf("%d records, %d failures, %d posts, %d stories, %d events", len(o.records), len(o.failures), len(o.posts), len(o.stories), len(o.events))
	}
	all := strings.Join(o.failures, "")
	for _, name := range []string{"warc/shard-04.warc.gz", "warc/shard-07.warc.gz"} {
		if strings.Count(all, `"path":"`+name+`"`) != 1 {
			t.Errorf("the damage of %s is not among %s", name, all)
		}
	}
	if strings.Count(all, `"offset":`) != 2 || strings.Count(all, `"kind":"damaged","reason":"`) != 2 {
		t.Errorf("the dead letters do not say where and why: %s", all)
	}
}

func (o *outcome) compare(t *testing.T, out string) {
	t.Helper()
	same(t, "records", lines(t, filepath.Join(out, "records-*-of-00012.jsonl")), o.records)
	same(t, "failures", lines(t, filepath.Join(out, "failures-*-of-00012.jsonl")), o.failures)
	same(t, "posts", lines(t, filepath.Join(out, "posts-*-of-00003.jsonl")), o.posts)
	same(t, "stories", lines(t, filepath.Join(out, "stories-*-of-00003.jsonl")), o.stories)
	same(t, "events", lines(t, filepath.Join(out, "events-*-of-00003.jsonl")), o.events)
	same(t, "parquet", tableIDs(t, out), ids(t, o.records))
	same(t, "sites", lines(t, filepath.Join(out, "sites-00000-of-00001.jsonl")), sites(t, o.records))
}

// tree names every file below a directory with its content, Parquet by size.
func tree(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&b, name, len(raw))
		if strings.HasSuffix(name, ".jsonl") {
			b.Write(raw)
		}
	}
	if hidden, _ := os.ReadDir(filepath.Join(dir, ".unfinished")); len(hidden) > 0 {
		t.Errorf("%d unfinished files are left", len(hidden))
	}
	return b.String()
}

func decode(t *testing.T, lines []string, each func(*boctin.Record)) {
	t.Helper()
	for _, line := range lines {
		var r boctin.Record
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		each(&r)
	}
}

func ids(t *testing.T, records []string) (all []string) {
	decode(t, records, func(r *boctin.Record) { all = append(all, r.ID+" "+r.Title) })
	slices.Sort(all)
	return all
}

func sites(t *testing.T, records []string) (all []string) {
	count := map[string]int{}
	decode(t, records, func(r *boctin.Record) { count[r.Site]++ })
	for site, n := range count {
		all = append(all, fmt.Sprintf(`{"site":%q,"articles":%d}`+"\n", site, n))
	}
	slices.Sort(all)
	return all
}

func tableIDs(t *testing.T, out string) (all []string) {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(out, "records-*-of-00012.parquet"))
	if len(files) != shards {
		t.Errorf("%d Parquet files", len(files))
	}
	for _, name := range files {
		rows, err := parquet.ReadFile[struct {
			ID    string `parquet:"id"`
			Title string `parquet:"title"`
		}](name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, r := range rows {
			all = append(all, r.ID+" "+r.Title)
		}
	}
	slices.Sort(all)
	return all
}

func query(t *testing.T, dir, text string, each func(*sql.Rows) error) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "boctin.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(text)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := each(rows); err != nil {
			t.Fatal(err)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

// postsHeld are those of boctin.db, as lines of the job.
func postsHeld(t *testing.T, dir string) (all []string) {
	query(t, dir, `SELECT official, name, title, COALESCE(agency, ''), agency_name, former, acting,
		COALESCE(first_seen, ''), COALESCE(last_seen, ''), articles FROM posts_held`, func(rows *sql.Rows) error {
		var h beam.Held
		err := rows.Scan(&h.Official, &h.Name, &h.Title, &h.Agency, &h.AgencyName, &h.Former, &h.Acting, &h.FirstSeen, &h.LastSeen, &h.Articles)
		all = append(all, line(t, h))
		return err
	})
	slices.Sort(all)
	return all
}

// storiesOf are those of boctin.db.
func storiesOf(t *testing.T, dir string) (all []string) {
	var s beam.Story
	flush := func() {
		if len(s.Articles) > 0 {
			all = append(all, line(t, s))
		}
		s = beam.Story{}
	}
	query(t, dir, `SELECT s.number, a.record_id, s.url, COALESCE(s.published, '') FROM story_articles s JOIN articles a ON a.id = s.article
		ORDER BY s.story, s.number`, func(rows *sql.Rows) error {
		var number int
		var m beam.Member
		err := rows.Scan(&number, &m.ID, &m.Article, &m.Published)
		if number == 1 {
			flush()
		}
		s.Articles = append(s.Articles, m)
		return err
	})
	flush()
	slices.Sort(all)
	return all
}

// eventsOf are those that boctin events prints, each once with all its articles.
func eventsOf(t *testing.T, boctin, dir string) (all []string) {
	t.Helper()
	said := run(t, dir, 0, boctin, "events", "--corpus", ".", "--json")
	for l := range strings.Lines(said) {
		all = append(all, l)
	}
	slices.Sort(all)
	return all
}

func line(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		t.Fatal(err)
	}
	w.Flush()
	return b.String()
}
