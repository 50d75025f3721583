package official_test

import (
	"fmt"
	"os"
	"reflect"
	"sort"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/agency"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/internal/cases"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official"
	"github.com/boctin/boctin/normalize/reading"
)

// example is one case of corpus.toml. An official reads
// "name | country | ranks | posts", a post "[former ]title @ agency".
type example struct {
	Text      string   `toml:"text"`
	Title     string   `toml:"title"`
	Officials []string `toml:"officials"`
	Mentions  int      `toml:"mentions"` // of all officials together; 0: not looked at
	Aliases   []string `toml:"aliases"`
	Witness   []string `toml:"witness"` // rules without which the case goes wrong
	Against   []string `toml:"against"` // rules that must not hold in it, though it looks like it
}

func corpus(t testing.TB) []example { return cases.Read[example](t) }

func load(t testing.TB) *lexicon.Lexicon { return cases.Lexicon(t) }

func record(n *normalize.Normalizer, e example) boctin.Record {
	return n.Record(article(e))
}

func explained(n *normalize.Normalizer, e example) boctin.Record { return n.Explain(article(e)) }

func article(e example) boctin.Article {
	return boctin.Article{Schema: boctin.Schema, Title: e.Title, Body: strings.ReplaceAll(e.Text, " || ", "\n\n")}
}

// show writes an official as the corpus does.
func show(o boctin.Official) string {
	var posts []string
	for _, p := range o.Posts {
		s := p.Title
		if p.Former {
			s = "former " + s
		}
		if p.AgencyName != "" {
			s += " @ " + p.AgencyName
		}
		posts = append(posts, s)
	}
	return canonical(strings.Join([]string{o.Name, o.Country, strings.Join(o.Ranks, ", "), strings.Join(posts, "; ")}, "|"))
}

// canonical spaces a line evenly and sorts its posts.
func canonical(line string) string {
	parts := strings.Split(line+"|||", "|")[:4]
	posts := strings.Split(parts[3], "; ")
	for i := range posts {
		posts[i] = strings.TrimSpace(posts[i])
	}
	sort.Strings(posts)
	parts[3] = strings.Join(posts, "; ")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.Join(parts, " | ")
}

func TestCorpus(t *testing.T) {
	n := normalize.New(load(t))
	for i, e := range corpus(t) {
		r := record(n, e)
		var got, want []string
		mentions := 0
		var aliases []string
		for _, o := range r.Officials {
			got = append(got, show(o))
			mentions += len(o.Mentions)
			aliases = append(aliases, o.Aliases...)
		}
		for _, o := range e.Officials {
			want = append(want, canonical(strings.TrimRight(o, "|")))
		}
		if g, w := strings.Join(got, "\n    "), strings.Join(want, "\n    "); !strings.EqualFold(g, w) {
			t.Errorf("case %d: %s %s\n got %s\nwant %s", i, e.Title, e.Text, g, w)
		}
		if e.Mentions > 0 && mentions != e.Mentions {
			t.Errorf("case %d: %s: %d mentions, want %d", i, e.Text, mentions, e.Mentions)
		}
		if g, w := strings.Join(aliases, ", "), strings.Join(e.Aliases, ", "); g != w {
			t.Errorf("case %d: %s: aliases %q, want %q", i, e.Text, g, w)
		}
	}
}

// TestCorpusSize keeps the corpus as large, and as sceptical, as it is meant to be.
func TestCorpusSize(t *testing.T) {
	all := corpus(t)
	negative := 0
	for _, e := range all {
		if len(e.Officials) == 0 {
			negative++
		}
	}
	if len(all) < 300 || negative*4 < len(all) {
		t.Errorf("%d cases, %d of them negative: want 300 and a quarter", len(all), negative)
	}
}

// checkSpans fails where a mention does not cut out its own text, or where a name is
// read twice.
func checkSpans(t *testing.T, r *boctin.Record) {
	t.Helper()
	named := map[string]int{} // by field and place
	for _, o := range r.Officials {
		if o.ID == "" || o.Name == "" || len(o.Mentions) == 0 {
			t.Errorf("empty official %+v", o)
		}
		for _, m := range o.Mentions {
			field, ok := r.Field(m.Field)
			if !ok || m.Start < 0 || m.End > len(field) || m.Start >= m.End || field[m.Start:m.End] != m.Text {
				t.Fatalf("mention %+v does not cut out its text", m)
			}
			if m.Name[0] < 0 || m.Name[1] > len(m.Text) || m.Name[0] >= m.Name[1] {
				t.Fatalf("name range %v outside %q", m.Name, m.Text)
			}
			at := fmt.Sprint(m.Field, m.Start+m.Name[0])
			if named[at]++; named[at] > 1 {
				t.Errorf("%q is read twice at %s of %s", m.Text, at, field)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	n := normalize.New(load(f))
	for _, e := range corpus(f) {
		f.Add(e.Title, e.Text)
	}
	f.Add("0", ")00000000tướngXê 0A") // a bracket that closes nothing, and one that does not close
	f.Add("BỘ TRƯỞNG TÔ LÂM", "các ông A. B, C.\xff Đại tá (\n\nnguyên quyền Phó")
	f.Fuzz(func(t *testing.T, title, body string) {
		r := record(n, example{Title: title, Text: body})
		checkSpans(t, &r)
	})
}

func TestSpans(t *testing.T) {
	n := normalize.New(load(t))
	for _, e := range corpus(t) {
		r := record(n, e)
		checkSpans(t, &r)
	}
}

// TestBodiesOfPostsAreListed holds that the body of every post is an agency of the
// record, which the text names.
func TestBodiesOfPostsAreListed(t *testing.T) {
	n := normalize.New(load(t))
	for _, e := range corpus(t) {
		r := record(n, e)
		listed := map[string]bool{}
		for _, a := range r.Agencies {
			listed[a.ID] = len(a.Mentions) > 0
		}
		for _, o := range r.Officials {
			for _, p := range o.Posts {
				if p.Agency != "" && !listed[p.Agency] {
					t.Errorf("%s: %s of %s is not listed", e.Text, p.Agency, o.Name)
				}
			}
		}
	}
}

// TestSameAnswer holds that two runs over one article give the same record.
func TestSameAnswer(t *testing.T) {
	a, b := normalize.New(load(t)), normalize.New(load(t))
	for _, e := range corpus(t) {
		x, y := record(a, e), record(b, e)
		if !reflect.DeepEqual(x.Officials, y.Officials) {
			t.Errorf("%s: two answers", e.Text)
		}
	}
}

// TestAgenciesByHand feeds the finder agencies without the agency finder.
func TestAgenciesByHand(t *testing.T) {
	words := reading.New(load(t))
	f := official.New(words)
	const body = "Vương Bình An, Tư lệnh Tổng đội Biên cương, hội đàm với Đại tá Lê Văn Tám."
	const at = "Tổng đội Biên cương"
	const from, to = 6, 10 // of those words, in tokens
	agency := &finding.Body{ID: "cn/tong-doi-bien-cuong", Name: at, Country: "CN",
		Mentions: []finding.Mention{{Stretch: finding.Stretch{Text: 1, From: from, To: to}}}}
	got, _, _ := f.Find(words.Of(&boctin.Article{Body: body}), []*finding.Body{agency}, true)
	if len(got) != 2 || got[0].Country != "CN" || got[0].Posts[0].Agency != agency.ID || got[1].Country != "VN" || len(got[0].Mentions[0].Reasons) == 0 {
		t.Errorf("%+v", got)
	}
}

// TestOverlay adds a rank, a post and an honorific without Go.
func TestOverlay(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{
		"ranks.toml":      "[[rank]]\nname = \"Cấp tướng Không gian\"\n",
		"posts.toml":      "[[post]]\ntitle = \"Tổng quản đốc\"\n",
		"honorifics.toml": "[[honorific]]\nname = \"quý ngài\"\nkind = \"office\"\n",
	} {
		if err := os.WriteFile(dir+"/"+name, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lex, err := lexicon.Load(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	n := normalize.New(lex)
	r := record(n, example{Text: "Cấp tướng Không gian Lê Văn Tám gặp Tổng quản đốc Trần Văn Sáu và quý ngài Đỗ Văn Chín."})
	if len(r.Officials) != 3 || r.Officials[0].Ranks[0] != "Cấp tướng Không gian" || r.Officials[1].Posts[0].Title != "Tổng quản đốc" {
		t.Errorf("%+v", r.Officials)
	}
}

// BenchmarkFind measures this finder alone, dates and agencies found before.
func BenchmarkFind(b *testing.B) {
	lex := load(b)
	words := reading.New(lex)
	f := official.New(words)
	n := normalize.New(lex)
	var body strings.Builder
	for _, e := range corpus(b)[:60] {
		body.WriteString(e.Text + "\n\n" + filler + "\n\n")
	}
	r := record(n, example{Text: body.String()})
	texts := words.Of(&r.Article)
	bodies, _ := agency.New(words).Find(texts, false)
	b.SetBytes(int64(len(r.Body)))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(texts, bodies, false)
	}
}

// filler is prose without persons, as most of an article is.
const filler = "Trong quý vừa qua, lượng mưa ở các huyện miền núi cao hơn trung bình nhiều năm, nhiều tuyến đường bị sạt lở, " +
	"người dân phải đi vòng hàng chục cây số. Chính quyền địa phương đã huy động máy xúc, xe tải và lực lượng tại chỗ để thông đường, " +
	"đồng thời cắm biển cảnh báo ở những nơi còn nguy hiểm. Theo dự báo, mưa lớn sẽ còn kéo dài sang tuần sau, mực nước các hồ chứa " +
	"đang ở mức cao. Các trường học ở vùng trũng được yêu cầu cho học sinh nghỉ, hàng hóa thiết yếu được chuyển tới từng thôn bản."
