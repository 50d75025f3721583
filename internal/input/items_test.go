package input

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
)

func feeding(feed func([]byte) ([][]byte, error)) *Lists {
	return &Lists{func(names []string) bool { return slices.Contains(names, "title") }, func(head []byte) bool { return bytes.Contains(head, []byte("<rss")) }, feed}
}

// wide writes a text in UTF-16 with its mark, as programs on Windows do.
func wide(s string) string {
	b, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(s)
	return b
}

// TestLists holds what a list of articles gives, and what breaks in it alone.
func TestLists(t *testing.T) {
	known := feeding(func(body []byte) ([][]byte, error) {
		if !bytes.Contains(body, []byte("<item>")) {
			return nil, errors.New("not a feed")
		}
		return [][]byte{[]byte(`{"title":"x"}`)}, nil
	})
	for name, c := range map[string]struct{ content, want string }{
		"a.jsonl":       {"{\"title\":\"x\"}\n\n{\"title\":\"y\"}\n", `line 1:{"title":"x"} line 3:{"title":"y"}`},
		"a.json":        {"\ufeff [ {\"title\":\"x\"},\n {\"title\":\"y\"} ]", `object 1:{"title":"x"} object 2:{"title":"y"}`},
		"one.json":      {"{\n\"title\":\"x\"\n}", "object 1:{\n\"title\":\"x\"\n}"},
		"none.json":     {"[]", ":no articles in this file"},
		"cut.json":      {`[{"title":"x"},{"title"`, `object 1:{"title":"x"} object 2:the list breaks off: write or copy the file again; what stands before was read`},
		"open.json":     {`[{"title":"x"}`, `object 1:{"title":"x"} object 2:the list breaks off: write or copy the file again; what stands before was read`},
		"wrong.json":    {`[{"title":"x"},]`, `object 1:{"title":"x"} object 2:not JSON: invalid character ']' looking for beginning of value`},
		"marked.jsonl":  {"\ufeff{\"title\":\"x\"}\n{\"title\":\"y\"}\n", `line 1:{"title":"x"} line 2:{"title":"y"}`},
		"wide.jsonl":    {wide("{\"title\":\"ạ\"}\r\n{\"title\":\"y\"}\r\n"), "line 1:{\"title\":\"ạ\"}\r line 2:{\"title\":\"y\"}\r"},
		"wide.json":     {wide("[{\"title\":\"ạ\"}]"), `object 1:{"title":"ạ"}`},
		"wide.csv":      {wide("title\ttext\r\nạ\ty\r\n"), `row 2:{"text":"y","title":"ạ"}`},
		"a.csv":         {"\ufefftitle, text \nx,\"y\n1\"\n,\nz\n", `row 2:{"text":"y\n1","title":"x"} row 3:{} row 4:{"title":"z"}`},
		"a.tsv":         {"title\ttext\nx\ty\n", `row 2:{"text":"y","title":"x"}`},
		"semicolon.csv": {"title;text\nx;a,b\n", `row 2:{"text":"a,b","title":"x"}`},
		"cut.csv":       {"title,text\nx,\"y\"\nz,\"a b", `row 2:{"text":"y","title":"x"} row 3:a quotation mark in this row is not closed, and all behind it is taken into the cell: close it, or copy the file again`},
		"unclosed.csv":  {"title;text\n\"x;y\nz;a\nb;c\n", `row 2:a quotation mark in this row is not closed, and all behind it is taken into the cell: close it, or copy the file again`},
		"inch.csv":      {"title,text\n5\" x,\"y 6\" z\"\n\"q \"\"r\"\"\",\"\"", `row 2:{"text":"y 6\" z","title":"5\" x"} row 3:{"title":"q \"r\""}`},
		"bare.csv":      {"title,text\n", ":no rows under the header of this table"},
		"a.rss":         {`<rss><channel><item><title>x</title></item></channel></rss>`, `item 1:{"title":"x"}`},
		"broken.xml":    {`<rss><channel`, `:not a feed`},
		"large.csv":     {"title,text\nx,\"" + strings.Repeat("x\n", 100_000) + "\",\ny,\"1\n\"\n" + strings.Repeat("x", 100_000) + "\r\n\r\nz\n", `row 2:larger than 48.83 KiB: raise --max-bytes to read it row 3:{"text":"1\n","title":"y"} row 4:larger than 48.83 KiB: raise --max-bytes to read it row 5:{"title":"z"}`},
		"marks.csv":     {"title,text\r\n\"x\"\r,y\"\r\n\"\"\"\r\nz\",q\r\n", `row 2:{"title":"x\"\r,y"} row 3:{"text":"q","title":"\"\nz"}`},
		"long.csv":      {"title\n\"" + strings.Repeat("x", 200_000), ":larger than"},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(c.content), 0o666); err != nil {
			t.Fatal(err)
		}
		var got []string
		for it := range New(Options{Paths: []string{path}, Lists: known, MaxBytes: 50_000}).Items(context.Background()) {
			text := string(it.Page.Body)
			if it.Err != nil {
				text = it.Err.Error()
			}
			got = append(got, it.Page.Record+":"+text)
		}
		if s := strings.Join(got, " "); s != c.want && (c.want[0] != ':' || !strings.Contains(s, c.want)) {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
}

// TestListsInDirectories holds which files of a directory are lists of articles.
func TestListsInDirectories(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"a.jsonl": `{"title":"x"}`, "log.jsonl": `{"level":"info"}`, "a.csv": "title\nx\n", "wide.csv": wide("title\nx\n"), "prices.csv": "price\n1\n",
		"feed.xml": "<rss><channel></channel></rss>", "sitemap.xml": "<urlset></urlset>", "conf.json": `{"title":"x"}`, "p.html": "<html>"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	list := func(o Options) string {
		o.Paths, o.MaxBytes = []string{dir}, 1000
		var got []string
		for it := range New(o).Items(context.Background()) {
			got = append(got, filepath.Base(it.Page.Path))
		}
		return strings.Join(got, " ")
	}
	one := func([]byte) ([][]byte, error) { return [][]byte{[]byte(`{"title":"x"}`)}, nil }
	if got := list(Options{Lists: feeding(one)}); got != "a.csv a.jsonl feed.xml p.html wide.csv" {
		t.Error(got)
	}
	if got := list(Options{}); got != "p.html" {
		t.Error(got)
	}
}
