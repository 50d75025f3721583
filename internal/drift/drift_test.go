package drift_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/drift"
)

// TestChanged holds which fields a digest tells apart.
func TestChanged(t *testing.T) {
	was := boctin.Record{Article: boctin.Article{Title: "Họp báo", Body: "Bộ Y tế họp."}, Dates: []boctin.Date{{Value: "2025"}}}
	is := was
	is.Body, is.Dates, is.Events = "Bộ Y tế họp báo.", nil, []boctin.Event{{Kind: "conference"}}
	text := []byte("<p>")
	old := drift.Of(text, &was)
	if got := drift.Of(text, &is).Changed(old); !slices.Equal(got, []string{"body", "dates", "events"}) {
		t.Errorf("changed %v", got)
	}
	if got := drift.Of(text, &was).Changed(old); got != nil {
		t.Errorf("changed %v where nothing is", got)
	}
	refused := drift.Refused(text)
	if !refused.Knows(old) || drift.Of([]byte("<b>"), &was).Knows(old) || old.Knows("") {
		t.Error("a digest does not know its text")
	}
	for _, pair := range [][2]drift.Digest{{refused, old}, {old, refused}} {
		if got := pair[0].Changed(pair[1]); len(got) != 1 {
			t.Errorf("%q for %q: %v", pair[0], pair[1], got)
		}
	}
	if got := refused.Changed(refused); got != nil {
		t.Errorf("refused as before: %v", got)
	}
}

// TestSets reads a folder of texts, and writes their digests and reads them again.
func TestSets(t *testing.T) {
	dir := t.TempDir()
	for path, text := range map[string]string{
		"samples/a.txt":     "Bộ Công an họp báo\n\nSáng 5/3, Bộ Công an họp báo tại Hà Nội về tình hình trật tự trong ba tháng đầu năm.\n\nBộ trưởng Nguyễn Văn An chủ trì buổi họp và trả lời các câu hỏi.\n",
		"samples/b.html":    "<p>",
		"faults/text.jsonl": `{"text": "Đại tá Lê Văn Ba, Giám đốc Công an tỉnh Nghệ An.", "title": "Tin", "date": "2025-03-05"}` + "\n",
		"corpus/baochinhphu-items.jsonl": `{"url": "https://a.vn/1", "title": "Hôm nay", "summary": "Sáng 5/3, Bộ Y tế họp.", "published": "2025-03-05T08:00"}` + "\n" +
			`{"url": "https://a.vn/2", "title": "Mưa", "summary": "Trời mưa."}` + "\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	sets, err := drift.Sets(dir)
	if err != nil {
		t.Fatal(err)
	}
	s, found, out := stages(t), drift.File{}, drift.Writer{}
	for _, set := range sets {
		for id, digest := range set.Digests(s, dir) {
			found[id] = digest
			out.Add(id, digest)
		}
	}
	want := []string{"corpus/baochinhphu-items.jsonl:1", "corpus/baochinhphu-items.jsonl:2", "faults/text.jsonl:1", "samples/a.txt", "samples/b.html"}
	if got := slices.Sorted(maps.Keys(found)); !slices.Equal(got, want) {
		t.Fatalf("read %v", got)
	}
	for id, empty := range map[string]string{want[0]: "title body authors officials", want[1]: "title body authors published dates agencies officials events", want[2]: "title body authors dates events", want[3]: "authors published"} {
		if got := emptyOf(found[id]); got != empty {
			t.Errorf("%s: %s, nothing of %q, want %q", id, found[id], got, empty)
		}
	}
	if found["samples/b.html"] != drift.Refused([]byte("<p>")) {
		t.Errorf("a page without a text: %s", found["samples/b.html"])
	}
	file := filepath.Join(dir, "digests.txt")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	again, err := drift.Read(file)
	if diff := cmp.Diff(found, again); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
}

// emptyOf names the fields of which a digest has nothing.
func emptyOf(d drift.Digest) string {
	var names []string
	for i, part := range strings.Fields(string(d))[1:] {
		if part == "-" {
			names = append(names, drift.Fields[i])
		}
	}
	return strings.Join(names, " ")
}

// TestFaultyFiles holds that a list or a file of digests that cannot be read is told.
func TestFaultyFiles(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "corpus"), 0o700); err != nil {
		t.Fatal(err)
	}
	list, file := filepath.Join(dir, "corpus", "baochinhphu-items.jsonl"), filepath.Join(dir, "digests.txt")
	for path, text := range map[string]string{list: "{}\nno JSON\n", file: "a.txt\n"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := drift.Sets(dir); err == nil || !strings.HasPrefix(err.Error(), "corpus/baochinhphu-items.jsonl:2: ") {
		t.Errorf("list: %v", err)
	}
	if _, err := drift.Read(file); err == nil || !strings.Contains(err.Error(), "make golden") {
		t.Errorf("file: %v", err)
	}
}
