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
	"syscall"
	"testing"
	"time"
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

// hostile are inputs made to break a reader; kind is the failure that each must
// be told as, or empty where the page is harmless once it is read with care.
var hostile = []struct {
	name, kind string
	write      func(io.Writer)
}{
	{"line.html", "too-large", func(w io.Writer) { repeat(w, "chữ ", 25<<20) }},
	{"line.txt", "too-large", func(w io.Writer) { repeat(w, "a", 100<<20) }},
	{"divs.html", "", func(w io.Writer) { repeat(w, "<div>", 1_000_000) }},
	{"closed-divs.html", "", func(w io.Writer) { repeat(w, "<div>", 500_000); repeat(w, "</div>", 500_000) }},
	{"formatting.html", "", func(w io.Writer) { repeat(w, "<b><i><a href=x><p>", 200_000) }},
	{"tables.html", "", func(w io.Writer) { repeat(w, "<table><tr><td>", 200_000) }},
	{"attributes.html", "", func(w io.Writer) {
		io.WriteString(w, "<p")
		for i := range 1_000_000 {
			fmt.Fprintf(w, " a%d=1", i)
		}
		io.WriteString(w, ">x</p>")
	}},
	{"entities.html", "", func(w io.Writer) { io.WriteString(w, "<p>"); repeat(w, "&amp;&#x1EAD;&nbsp;&#99999999;&", 400_000) }},
	{"doctype.html", "", func(w io.Writer) {
		io.WriteString(w, "<!doctype html [<!entity a '")
		repeat(w, "&a;", 1_000_000)
	}},
	{"comment.html", "", func(w io.Writer) { io.WriteString(w, "<p>x<!--"); repeat(w, "<p>--", 2_000_000) }},
	{"script.html", "", func(w io.Writer) { repeat(w, "<script>", 1_500_000) }},
	{"json-ld.html", "", func(w io.Writer) {
		io.WriteString(w, `<script type="application/ld+json">`)
		repeat(w, `[{"@graph":`, 1_000_000)
		io.WriteString(w, "</script><p>x")
	}},
	{"nul.html", "", func(w io.Writer) { io.WriteString(w, "<p>"); repeat(w, "a\x00", 500_000) }},
	{"surrogates.html", "", func(w io.Writer) { io.WriteString(w, "<p>"); repeat(w, "&#xD800;&#xDFFF;\xed\xa0\x80", 300_000) }},
	{"utf8.html", "", func(w io.Writer) { io.WriteString(w, "<p>"); repeat(w, "\xff\xc3\xe1\xbb \xf0\x9f", 500_000) }},
	{"marks.txt", "", func(w io.Writer) { io.WriteString(w, "a"); repeat(w, "\u0302\u0301", 1_000_000) }},
	{"syllables.txt", "", func(w io.Writer) { repeat(w, "Phó Giám đốc Công an tỉnh Bộ trưởng Đại tá ", 50_000) }},
	{"numbers.txt", "", func(w io.Writer) { repeat(w, "ngày 1/2/", 300_000) }},
	{"names.txt", "", func(w io.Writer) {
		for i := range 60_000 {
			fmt.Fprintf(w, "Đại tá Trần Văn %c%c%c. ", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26)
		}
	}},
	{"paragraphs.html", "", func(w io.Writer) { repeat(w, "<p>Công an phường họp dân.</p>\n", 300_000) }},
	{"cut.html.gz", "damaged", func(w io.Writer) { z := squeezed(100_000); w.Write(z[:len(z)/2]) }},
	{"bomb.html.gz", "too-large", func(w io.Writer) { w.Write(squeezed(1 << 30)) }},
	{"bomb.warc.gz", "too-large", func(w io.Writer) {
		z := gzip.NewWriter(w)
		size := 1 << 29
		head := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
		fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example.vn/\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s", size+len(head), head)
		repeat(z, strings.Repeat("a", 1<<16), size>>16)
		z.Close()
	}},
	{"header.warc", "damaged", func(w io.Writer) { io.WriteString(w, "WARC/1.0\r\n"); repeat(w, "a", 50<<20) }},
	{"noise.html", "binary", func(w io.Writer) { io.CopyN(w, &noise{1}, 5<<20) }},
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
// come through, the bad one gives one line, and time and memory stay bounded.
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
			survive(t, dir, h.name, h.kind)
		})
	}
}

func survive(t *testing.T, dir, name, kind string) {
	t.Helper()
	cmd := program(t, "run", "-q", "--errors", "errors", "good1.html", name, "good2.html")
	cmd.Dir = dir
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	begun := time.Now()
	cmd.Run()
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	t.Logf("%.1f s, %.1f s CPU, %d MB: %.200s", time.Since(begun).Seconds(), cpu.Seconds(), usage.Maxrss>>10, said.String())
	if n := strings.Count(out.String(), `"path":"good`); n != 2 {
		t.Errorf("%d of the 2 good pages came through", n)
	}
	if cpu > 10*time.Second || usage.Maxrss > 1<<20 {
		t.Errorf("took %v of CPU and %d MB", cpu, usage.Maxrss>>10)
	}
	lines := strings.Count(said.String(), "\n")
	records := strings.Count(out.String(), "\n") - 2
	failures, _ := os.ReadFile(filepath.Join(dir, "errors"))
	switch {
	case lines+records != 1 || strings.Count(string(failures), "\n") != lines:
		t.Errorf("%d lines, %d records and %d failures for one input: %.300s", lines, records, strings.Count(string(failures), "\n"), said.String())
	case lines == 1 && cmd.ProcessState.ExitCode() != 1 || lines == 0 && cmd.ProcessState.ExitCode() != 0:
		t.Errorf("exit status %d", cmd.ProcessState.ExitCode())
	case kind != "" && !strings.Contains(string(failures), `"kind":"`+kind+`"`):
		t.Errorf("told as %s, want %s", failures, kind)
	case strings.Contains(string(failures), `"kind":"broken"`), strings.Contains(string(failures), `"kind":"too-slow"`):
		t.Errorf("%s", failures)
	}
}
