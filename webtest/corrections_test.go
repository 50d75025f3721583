package webtest

import (
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

const second = "Ông Lê Văn Thử, Trưởng Ban Điều phối Phòng cháy Bắc Trung Bộ, báo cáo kết quả kiểm tra và kế hoạch của quý sau."

// toCorrect is the article that is put right.
const toCorrect = `<!doctype html><html><head><meta charset="utf-8"><title>Công an Nghệ An họp bàn phòng cháy</title>
<link rel="canonical" href="https://bao.example.vn/phong-chay-100.html"></head><body><h1>Công an Nghệ An họp bàn phòng cháy</h1>
<p class="time">06/06/2025 08:30</p><article class="noi-dung">
<p>Sáng 5/6/2025, Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, chủ trì cuộc họp bàn về phòng cháy ở các chợ lớn trong tỉnh.</p>
<p>` + second + `</p>
<p>Thượng tá Nguyễn Thị Thử, Phó Giám đốc Công an tỉnh Nghệ An, giao các đội chữa cháy tập luyện với tiểu thương mỗi quý một lần.</p>
<p class="quang-cao">Mời bạn đọc theo dõi thêm tin tức phòng cháy chữa cháy trên các kênh của báo mỗi ngày.</p></article></body></html>`

// correction is one that a person makes: the fields that are filled in, what the
// written file then holds.
type correction struct {
	kind   string
	about  string // further arguments of the address, as the links beside findings give them
	fields map[string]string
	file   string // below the folder of one's own files; a pattern
	holds  string
}

var corrections = []correction{
	{"date", "", map[string]string{"text": "quý sau", "value": "2025-35"}, "gold/*.gold.json", "quý sau"},
	{"agency", "", map[string]string{"name": "Ban Điều phối Phòng cháy Bắc Trung Bộ", "country": "VN", "text": "Ban Điều phối Phòng cháy Bắc Trung Bộ"}, "gold/*.gold.json", "Bắc Trung Bộ"},
	{"official", "", map[string]string{"name": "Lê Văn Thử", "country": "VN", "text": "Lê Văn Thử"}, "gold/*.gold.json", "Lê Văn Thử"},
	{"published", "", map[string]string{"value": "2025-06-07"}, "gold/*.gold.json", "2025-06-07"},
	{"title", "", map[string]string{"value": "Họp bàn phòng cháy ở Nghệ An"}, "gold/*.gold.json", "Họp bàn phòng cháy ở Nghệ An"},
	{"byline", "", map[string]string{"value": "Nguyễn Viết Thử"}, "gold/*.gold.json", "Nguyễn Viết Thử"},
	{"paragraph", "", map[string]string{"text": second, "is": "caption"}, "gold/*.gold.json", "Bắc Trung Bộ"},
	{"body", "", map[string]string{"value": second}, "gold/*.gold.json", second},
	{"caption", "", map[string]string{"value": "Quang cảnh cuộc họp."}, "gold/*.gold.json", "Quang cảnh cuộc họp."},
	{"post", "", map[string]string{"official": "Trần Văn Mẫu", "title": "Bí thư Chi bộ"}, "gold/*.gold.json", "Bí thư Chi bộ"},
	{"event", "", map[string]string{"type": "conference", "date": "2025-06-05", "participants": "Trần Văn Mẫu", "text": "cuộc họp bàn về phòng cháy"}, "gold/*.gold.json", "conference"},
	{"different", "", map[string]string{"persons": "vn/tran-van-mau\nvn/nguyen-thi-thu", "note": "not one"}, "judgements.toml", "not one"},
	{"same", "", map[string]string{"persons": "vn/tran-van-mau\nvn/nguyen-thi-thu", "note": "one person"}, "judgements.toml", "one person"},
	{"word-agency", "", map[string]string{"name": "Ban Điều phối Phòng cháy Bắc Trung Bộ", "country": "VN"}, "lexicon/agencies.vn.toml", "Bắc Trung Bộ"},
	{"word-rank", "", map[string]string{"name": "Đốc binh trưởng", "country": "VN"}, "lexicon/ranks.toml", "Đốc binh trưởng"},
	{"word-post", "", map[string]string{"title": "Điều phối trưởng"}, "lexicon/posts.toml", "Điều phối trưởng"},
	{"word-place", "", map[string]string{"name": "Thử Lâm", "type": "xã", "province": "Nghệ An"}, "lexicon/places.toml", "Thử Lâm"},
	{"word-region", "", map[string]string{"name": "Thử Đông", "country": "CN"}, "lexicon/regions.toml", "Thử Đông"},
	{"site-body", "", map[string]string{"site": "bao.example.vn", "selector": "article.noi-dung"}, "sites/bao.example.vn.toml", "article.noi-dung"},
	{"alias", "", map[string]string{"alias": "CA xứ Nghệ", "of": "agency", "name": "Bộ Công an", "country": "VN"}, "lexicon/*.toml", "CA xứ Nghệ"},
	{"site-drop", "", map[string]string{"site": "bao.example.vn", "selector": "p.quang-cao"}, "sites/bao.example.vn.toml", "p.quang-cao"},
}

// TestCorrections makes each correction with the mouse and the keyboard, from the
// form to the file, the effect and back.
func TestCorrections(t *testing.T) {
	chromium(t)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.html"), []byte(toCorrect), 0o644); err != nil {
		t.Fatal(err)
	}
	s := serve(t, dir)
	b := s.open(t, 1280, 900)
	b.visit("/search?q=" + url.QueryEscape("phòng cháy"))
	at := ""
	for _, path := range b.links() {
		if found, ok := strings.CutPrefix(path, "/article?"); ok {
			at = found
		}
	}
	if at == "" {
		t.Fatal("the article is not found")
	}
	for _, c := range corrections {
		t.Run(c.kind, func(t *testing.T) {
			b.t = t
			b.correct(c, at)
		})
	}
}

// correct makes one correction and takes it back.
func (b *tab) correct(c correction, article string) {
	b.t.Helper()
	before := files(b.t, b.site.mine)
	b.visit("/correct?kind=" + c.kind + "&" + article + c.about)
	for name, value := range c.fields {
		b.do(chromedp.SetValue(chromedp.CSS("#f-"+name), value))
	}
	b.press("form.correct button")
	if b.eval(`document.querySelector("form.correct button.main") == null`) == "true" {
		b.t.Fatalf("no preview: %s", b.eval(`document.querySelector("main").innerText.slice(0, 600)`))
	}
	if got := b.eval(`document.querySelector("pre.lines ins") != null`); got != "true" {
		b.t.Errorf("the preview shows no added line: %s", b.eval(`document.querySelector("main").innerText.slice(0, 600)`))
	}
	if now := files(b.t, b.site.mine); !maps.Equal(before, now) {
		b.t.Errorf("the preview has written: %v", now)
	}
	b.press("form.correct button.main")
	for range 200 {
		if b.eval(`document.querySelector(".state-running") == null`) == "true" {
			break
		}
		b.do(chromedp.Sleep(100*time.Millisecond), chromedp.Reload())
	}
	if b.eval(`document.querySelector(".state-done") != null`) != "true" {
		b.t.Fatalf("not done: %s", b.eval(`document.querySelector("main").innerText.slice(0, 600)`))
	}
	if !holds(b.t, filepath.Join(b.site.mine, c.file), c.holds) {
		b.t.Errorf("no file %s holds %q: %v", c.file, c.holds, files(b.t, b.site.mine))
	}
	b.visit("/article?" + article)
	b.visit("/corrections")
	b.press("form[action='/correct/undo'] button")
	if now := files(b.t, b.site.mine); !maps.Equal(before, now) {
		b.t.Errorf("taken back, the files are not what they were: before %v, now %v", before, now)
	}
	b.clean()
}

// files gives what stands in one's own files, but the journal of corrections.
func files(t testing.TB, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Dir(path) == dir && filepath.Ext(path) != ".toml" {
			return err
		}
		data, err := os.ReadFile(path)
		found[strings.TrimPrefix(path, dir)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// holds tells whether a file of a pattern holds some words.
func holds(t testing.TB, pattern, words string) bool {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if data, err := os.ReadFile(name); err == nil && strings.Contains(string(data), words) {
			return true
		}
	}
	return false
}
