package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin/internal/pipeline"
)

// goodPage stands before and after each hostile input; it must come through.
const goodPage = `<!doctype html><html><head><meta charset="utf-8"><title>Công an phường Hòa Bình ra quân</title></head><body>
<h1>Công an phường Hòa Bình ra quân giữ trật tự đô thị</h1><article>
<p>Sáng 17/8/2025, Công an phường Hòa Bình tổ chức ra quân giữ gìn trật tự đô thị trên các tuyến đường chính của phường.</p>
<p>Thượng tá Trần Văn Mẫu, Trưởng Công an phường Hòa Bình, cho biết lực lượng đã nhắc nhở hơn ba mươi hộ kinh doanh lấn chiếm vỉa hè.</p>
<p>Theo kế hoạch, các tổ công tác sẽ tiếp tục tuần tra mỗi ngày hai lượt, đồng thời vận động người dân tự tháo dỡ mái che trước nhà.</p>
</article></body></html>`

// repeat writes s n times.
func repeat(w io.Writer, s string, n int) {
	for range n {
		io.WriteString(w, s)
	}
}

// hostile are inputs made to break a reader, or damaged so that what they say
// is lost; kind is the failure that each must be told as.
var hostile = []struct {
	name, kind string
	write      func(io.Writer)
}{
	{"line.html", "too-large", func(w io.Writer) { repeat(w, "chữ ", 25<<20) }},
	{"line.txt", "too-large", func(w io.Writer) { repeat(w, "a", 100<<20) }},
	{"short-line.txt", "too-large", func(w io.Writer) { repeat(w, "chữ ", 3<<20) }},
	{"divs.html", "too-large", func(w io.Writer) { repeat(w, "<div>", 1_000_000) }},
	{"closed-divs.html", "too-large", func(w io.Writer) { repeat(w, "<div>", 500_000); repeat(w, "</div>", 500_000) }},
	{"formatting.html", "too-large", func(w io.Writer) { repeat(w, "<b><i><a href=x><p>", 200_000) }},
	{"tables.html", "too-large", func(w io.Writer) { repeat(w, "<table><tr><td>", 200_000) }},
	{"attributes.html", "no-article", func(w io.Writer) {
		io.WriteString(w, "<p")
		for i := range 1_000_000 {
			fmt.Fprintf(w, " a%d=1", i)
		}
		io.WriteString(w, ">x</p>")
	}},
	{"entities.html", "too-large", func(w io.Writer) { io.WriteString(w, "<p>"); repeat(w, "&amp;&#x1EAD; ", 800_000) }},
	{"wrong-entities.html", "damaged", func(w io.Writer) {
		io.WriteString(w, "<p>")
		repeat(w, "&amp;&#x1EAD;&nbsp;&#99999999;&", 400_000)
	}},
	{"doctype.html", "no-article", func(w io.Writer) {
		io.WriteString(w, "<!doctype html [<!entity a '")
		repeat(w, "&a;", 1_000_000)
	}},
	{"comment.html", "too-large", func(w io.Writer) { io.WriteString(w, "<p>x<!--"); repeat(w, "<p>--", 2_000_000) }},
	{"script.html", "too-large", func(w io.Writer) { repeat(w, "<script>", 1_500_000) }},
	{"json-ld.html", "no-article", func(w io.Writer) {
		io.WriteString(w, `<script type="application/ld+json">`)
		repeat(w, `[{"@graph":`, 1_000_000)
		io.WriteString(w, "</script><p>x")
	}},
	{"nul.html", "no-article", func(w io.Writer) { io.WriteString(w, "<p>"); repeat(w, "a\x00", 500_000) }},
	{"nul-block.html", "damaged", func(w io.Writer) {
		repeat(w, goodPage[:len(goodPage)/2], 100)
		repeat(w, "\x00", 64<<10)
	}},
	{"surrogates.html", "damaged", func(w io.Writer) { io.WriteString(w, "<p>"); repeat(w, "&#xD800;&#xDFFF;\xed\xa0\x80", 100_000) }},
	{"utf8.html", "damaged", func(w io.Writer) { io.WriteString(w, "<p>"); repeat(w, "\xff\xc3\xe1\xbb \xf0\x9f", 500_000) }},
	{"utf8-letters.html", "damaged", func(w io.Writer) { repeat(w, string(mutilated(goodPage, "\xbb", "")), 20) }},
	{"marks.txt", "no-article", func(w io.Writer) { io.WriteString(w, "a"); repeat(w, "\u0302\u0301", 1_000_000) }},
	{"syllables.txt", "too-large", func(w io.Writer) { repeat(w, "Phó Giám đốc Công an tỉnh Bộ trưởng Đại tá ", 50_000) }},
	{"numbers.txt", "too-large", func(w io.Writer) { repeat(w, "ngày 1/2/", 300_000) }},
	{"names.txt", "too-large", func(w io.Writer) {
		for i := range 60_000 {
			fmt.Fprintf(w, "Đại tá Trần Văn %c%c%c. ", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26)
		}
	}},
	{"paragraphs.html", "no-article", func(w io.Writer) { repeat(w, "<p>Công an phường họp dân.</p>\n", 300_000) }},
	{"cut.html.gz", "damaged", func(w io.Writer) { z := squeezed(100_000); w.Write(z[:len(z)/2]) }},
	{"bomb.html.gz", "too-large", func(w io.Writer) { repeat(w, string(squeezed(16<<20)), 128) }}, // 2 GiB in 128 members
	{"bomb.warc.gz", "too-large", func(w io.Writer) {
		z, _ := gzip.NewWriterLevel(w, gzip.BestSpeed)
		size := 1 << 29
		head := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
		fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example.vn/\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s", size+len(head), head)
		repeat(z, strings.Repeat("a", 1<<16), size>>16)
		z.Close()
	}},
	{"header.warc", "damaged", func(w io.Writer) { io.WriteString(w, "WARC/1.0\r\n"); repeat(w, "a", 50<<20) }},
	{"noise.html", "binary", func(w io.Writer) { io.CopyN(w, &noise{1}, 5<<20) }},
	{"two\nlines.html", "binary", func(w io.Writer) { io.CopyN(w, &noise{2}, 1<<20) }},
}

// mutilated is a text in which every one of some bytes is another.
func mutilated(text, old, new string) []byte {
	return bytes.ReplaceAll([]byte(text), []byte(old), []byte(new))
}

// squeezed is n bytes of nothing much, compressed.
func squeezed(n int) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	repeat(z, strings.Repeat("<p>a", 256), n>>10)
	z.Close()
	return b.Bytes()
}

// noise is a stream of bytes without sense, always the same.
type noise struct{ state uint64 }

func (n *noise) Read(p []byte) (int, error) {
	for i := range p {
		n.state = n.state*6364136223846793005 + 1442695040888963407
		p[i] = byte(n.state >> 56)
	}
	return len(p), nil
}

func make1(t *testing.T, path string, write func(io.Writer)) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	write(w)
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestHostileInputs gives each bad input between two good pages: both good ones
// come through, the bad one gives one line that names it and exit status 1, and
// time and memory stay bounded.
// CPU time is held, not wall time, which a busy machine stretches.
func TestHostileInputs(t *testing.T) {
	if testing.Short() {
		t.Skip("makes some hundred megabytes")
	}
	dir := t.TempDir()
	good := func(w io.Writer) { io.WriteString(w, goodPage) }
	make1(t, filepath.Join(dir, "good1.html"), good)
	make1(t, filepath.Join(dir, "good2.html"), good)
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			path := filepath.Join(dir, h.name)
			make1(t, path, h.write)
			defer os.Remove(path)
			survive(t, dir, h.name, h.name, h.kind)
		})
	}
	for _, h := range hostilePlaces {
		t.Run(h.input, func(t *testing.T) {
			h.make(t, filepath.Join(dir, h.input))
			survive(t, dir, h.input, h.told, h.kind)
		})
	}
}

// hostilePlaces are files and directories that cannot be read: told is the path
// that the failure names.
var hostilePlaces = []struct {
	input, told, kind string
	make              func(t *testing.T, path string)
}{
	{"loop", "loop/again", "unreadable", func(t *testing.T, path string) {
		os.Mkdir(path, 0o755)
		link(t, "../loop", filepath.Join(path, "again"))
	}},
	{"self.html", "self.html", "unreadable", func(t *testing.T, path string) { link(t, "self.html", path) }},
	{"nowhere.html", "nowhere.html", "missing", func(t *testing.T, path string) { link(t, "no such page", path) }},
	{"directory.html", "directory.html", "no-pages", func(t *testing.T, path string) { os.Mkdir(path, 0o755) }},
	{"unreadable.html", "unreadable.html", "unreadable", func(t *testing.T, path string) {
		if _, err := os.Stat("/proc/self/mem"); err != nil { // nobody can read its first byte, not even root
			t.Skip("there is no /proc here: TestUnreadable holds the rest")
		}
		link(t, "/proc/self/mem", path)
	}},
}

func link(t *testing.T, to, path string) {
	t.Helper()
	if err := os.Symlink(to, path); err != nil {
		t.Fatal(err)
	}
}

// survive runs the program over an input between two good pages; told is the
// path that the one failure must name.
func survive(t *testing.T, dir, name, told, kind string) {
	t.Helper()
	cmd := program(t, "run", "-q", "--timeout", "5m", "--errors", "errors", "good1.html", name, "good2.html") // the clock of a busy machine says nothing
	cmd.Dir = dir
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	begun := time.Now()
	cmd.Run()
	peak := peakKiB(cmd.ProcessState)
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	t.Logf("%.1f s, %.1f s CPU, %d MB: %.200s", time.Since(begun).Seconds(), cpu.Seconds(), peak>>10, said.String())
	if n := strings.Count(out.String(), `"path":"good`); n != 2 {
		t.Errorf("%d of the 2 good pages came through", n)
	}
	if cpu > 10*time.Second || peak > 1<<20 {
		t.Errorf("took %v of CPU and %d MB", cpu, peak>>10)
	}
	failures, _ := os.ReadFile(filepath.Join(dir, "errors"))
	switch {
	case !strings.HasPrefix(said.String(), "boctin: "+pipeline.Printable(told)+": ") || strings.Count(said.String(), "\n") != 1:
		t.Errorf("not one line that names it: %.300s", said.String())
	case strings.Count(string(failures), "\n") != 1 || !strings.Contains(string(failures), `"kind":"`+kind+`"`):
		t.Errorf("told as %.300s, want one failure of kind %s", failures, kind)
	case strings.Count(out.String(), "\n") != 2:
		t.Errorf("%d records, want those of the good pages", strings.Count(out.String(), "\n"))
	case cmd.ProcessState.ExitCode() != 1:
		t.Errorf("exit status %d, want 1", cmd.ProcessState.ExitCode())
	}
}

// TestHarmlessDamage reads pages with a few faults as the articles they are; a
// place that could not be read is doubted.
func TestHarmlessDamage(t *testing.T) {
	for name, page := range map[string]struct {
		body   []byte
		issues int
	}{
		"stray byte":      {mutilated(goodPage, "duy trì", "duy\xe1\xbb trì"), 0},
		"broken letter":   {mutilated(goodPage, "chính của", "ch\xc3nh của"), 1},
		"stray NUL":       {mutilated(goodPage, "ra quân", "ra\x00 quân"), 0},
		"surrogate":       {mutilated(goodPage, "phường.", "phường. &#xD83D;&#xDE00;"), 1},
		"entities":        {mutilated(goodPage, "phường.", "phường"+strings.Repeat("&amp;&#x1EAD; ", 20_000)+"."), 0},
		"NFD":             {norm.NFD.Bytes([]byte(goodPage)), 0},
		"cut in a letter": {[]byte(goodPage[:strings.Index(goodPage, "nhà.")+4] + "\xc3"), 0},
	} {
		cmd := program(t, "run", "-q", "-")
		cmd.Stdin = bytes.NewReader(page.body)
		out, err := cmd.CombinedOutput()
		if err != nil || strings.Count(string(out), "\n") != 1 || strings.Count(string(out), `"rule":"text/broken"`) != page.issues {
			t.Errorf("%s: %v, want a record with %d doubts: %.2000s", name, err, page.issues, out)
		}
	}
}

// TestVanishingPages removes pages from a directory after the program has listed
// it: it waits for a reader, who takes nothing before they are gone.
func TestVanishingPages(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some thousand pages")
	}
	dir := t.TempDir()
	const pages = 1200
	page := func(i int) string { return filepath.Join(dir, fmt.Sprintf("%04d.html", i)) }
	for i := range pages {
		make1(t, page(i), func(w io.Writer) { io.WriteString(w, goodPage) })
	}
	cmd := program(t, "run", "-q", "-j", "2", dir)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	r := bufio.NewReader(out)
	r.ReadString('\n')
	os.Remove(page(pages - 1))
	os.Remove(page(pages - 3))
	rest, _ := io.ReadAll(r)
	cmd.Wait()
	want := fmt.Sprintf("boctin: %s: went away while the batch ran: run it again if it is needed\n", page(pages-3)) +
		fmt.Sprintf("boctin: %s: went away while the batch ran: run it again if it is needed\n", page(pages-1))
	if n := bytes.Count(rest, []byte("\n")) + 1; n != pages-2 || said.String() != want || cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("%d records, exit status %d, said %s", n, cmd.ProcessState.ExitCode(), said.String())
	}
}
