package review

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/internal/review/labels"
	"github.com/boctin/boctin/internal/score"
)

// told gives the findings of a record in short.
func told(r *boctin.Record) string {
	var all []string
	add := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	if r.Published != nil {
		add("published %s", r.Published.Value)
	}
	add("title %s", r.Title)
	add("byline %s", strings.Join(r.Authors, ", "))
	for _, i := range r.Images {
		add("caption %s", i.Caption)
	}
	for _, d := range r.Dates {
		add("date %s %s", d.Value, d.Text)
	}
	for _, a := range r.Agencies {
		add("agency %s %s", a.ID, a.Name)
	}
	for _, o := range r.Officials {
		add("official %s %s %s", o.ID, o.Name, strings.Join(o.Ranks, ", "))
		for _, p := range o.Posts {
			add("post %s: %s @ %s", o.Name, p.Title, p.Agency)
		}
	}
	for _, e := range r.Events {
		add("event %s %s %v %v", e.Kind, e.Date, e.Officials, e.Agencies)
	}
	return strings.Join(all, "\n") + "\n"
}

// TestEveryKind takes every kind of correction from the form to the corpus and back.
func TestEveryKind(t *testing.T) {
	for _, x := range []struct {
		Correction
		file   string
		holds  string // of the file
		has    string // of what is told of the article then
		hasNot string
		of     string // the page, where it is not the first
	}{
		{Correction{Kind: "date", Fields: map[string]string{"was": "2025-06-11", "text": "Sáng 11/6", "value": "2025-06-10"}}, "gold", `"value": "2025-06-10"`, "date 2025-06-10 Sáng 11/6", "date 2025-06-11", ""},
		{Correction{Kind: "date", Fields: map[string]string{"was": "2025-06-11", "text": "Sáng 11/6"}}, "gold", `"wrong"`, "title", "date 2025-06-11", ""},
		{Correction{Kind: "date", Fields: map[string]string{"text": "mùa khô", "value": "2025-12/2026-04"}}, "gold", "mùa khô", "date 2025-12/2026-04 mùa khô", "never", ""},
		{Correction{Kind: "agency", Fields: map[string]string{"name": "Tổ Vẫy Cờ", "country": "VN"}}, "gold", "Tổ Vẫy Cờ", "agency vn/to-vay-co Tổ Vẫy Cờ", "never", ""},
		{Correction{Kind: "agency", Fields: map[string]string{"was": "Bộ Công an", "was_country": "VN"}}, "gold", `"wrong"`, "title", "agency vn/bo-cong-an ", ""},
		{Correction{Kind: "agency", Fields: map[string]string{"was": "Bộ Công an", "was_country": "VN", "name": "Bộ Công an", "country": "CN"}}, "gold", `"CN"`, "agency cn/bo-cong-an", "agency vn/bo-cong-an ", ""},
		{Correction{Kind: "official", Fields: map[string]string{"was": "Trần Văn Mẫu", "name": "Trần Văn Mẫn", "country": "VN"}}, "gold", "Trần Văn Mẫn", "official vn/tran-van-man Trần Văn Mẫn Đại tá\npost Trần Văn Mẫn: Giám đốc", "Trần Văn Mẫu", ""},
		{Correction{Kind: "official", Fields: map[string]string{"was": "Trần Văn Mẫu"}}, "gold", `"wrong"`, "title", "official", ""},
		{Correction{Kind: "official", Fields: map[string]string{"was": "Trần Văn Mẫu", "name": "Trần Văn Mẫu", "ranks": "Thượng tá"}}, "gold", "Thượng tá", "Trần Văn Mẫu Thượng tá", "Mẫu Đại tá", ""},
		{Correction{Kind: "post", Fields: map[string]string{"official": "Trần Văn Mẫu", "was_title": "Giám đốc", "was_agency": "Công an tỉnh Nghệ An", "title": "Phó Giám đốc", "agency": "Công an tỉnh Nghệ An"}}, "gold", "Phó Giám đốc", "post Trần Văn Mẫu: Phó Giám đốc @ vn/cong-an-tinh-nghe-an", ": Giám đốc", ""},
		{Correction{Kind: "post", Fields: map[string]string{"official": "Trần Văn Mẫu", "title": "Trưởng ban", "agency": "Ban Chỉ đạo phòng cháy", "country": "VN"}}, "gold", "Trưởng ban", "Trưởng ban @ vn/ban-chi-dao-phong-chay", "never", ""},
		{Correction{Kind: "event", Fields: map[string]string{"type": "conference", "date": "2025-06-11", "participants": "Trần Văn Mẫu", "agencies": "Công an tỉnh Nghệ An"}}, "gold", `"conference"`, "event conference 2025-06-11 [vn/tran-van-mau] [vn/cong-an-tinh-nghe-an]", "never", ""},
		{Correction{Kind: "event", Fields: map[string]string{"was": "0"}}, "gold", `"wrong"`, "title", "event", ""},
		{Correction{Kind: "published", Fields: map[string]string{"value": "2024-06-12"}}, "gold", "2024-06-12", "published 2024-06-12\n", "2025-06-11", ""},
		{Correction{Kind: "title", Fields: map[string]string{"value": "Họp bàn phòng cháy"}}, "gold", "Họp bàn", "title Họp bàn phòng cháy\n", "never", ""},
		{Correction{Kind: "byline", Fields: map[string]string{"value": "Lê Văn Thử; Phạm Thị Nháp"}}, "gold", "Nháp", "byline Lê Văn Thử, Phạm Thị Nháp\n", "never", ""},
		{Correction{Kind: "caption", Fields: map[string]string{"value": "Toàn cảnh cuộc họp."}}, "gold", "Toàn cảnh", "caption Toàn cảnh cuộc họp.", "never", ""},
		{Correction{Kind: "body", Fields: map[string]string{"value": "Ngày 11/6, Công an tỉnh Nghệ An họp.\n\nHết."}}, "gold", "paragraphs", "date 2025-06-11 Ngày 11/6", "official", ""},
		{Correction{Kind: "paragraph", Fields: map[string]string{"text": "Ảnh chụp toàn cảnh cuộc họp tại hội trường lớn của tỉnh sáng nay.", "is": "caption"}}, "gold", "must_not_contain", "caption Ảnh chụp toàn cảnh", "never", ""},
		{Correction{Kind: "paragraph", Fields: map[string]string{"text": "Cuộc họp kéo dài hai giờ và kết thúc vào buổi trưa cùng ngày.", "is": "none"}}, "gold", "must_not_contain", "title", "caption Cuộc", ""},
		{Correction{Kind: "paragraph", Fields: map[string]string{"text": "Cuộc họp kéo dài hai giờ và kết thúc vào buổi trưa cùng ngày.", "is": "byline"}}, "gold", "authors", "byline Cuộc", "never", ""},
		{Correction{Kind: "word-agency", Fields: map[string]string{"name": "Tổ Vẫy Cờ", "country": "VN", "kind": "committee"}}, "lexicon/agencies.vn.toml", "[[agency]]\nname = \"Tổ Vẫy Cờ\"\nkind = \"committee\"\n", "agency vn/to-vay-co Tổ Vẫy Cờ", "never", "hai"},
		{Correction{Kind: "alias", Fields: map[string]string{"of": "agency", "name": "Bộ Công an", "country": "VN", "alias": "Tổ Vẫy Cờ"}}, "lexicon/agencies.vn.toml", "aliases = [\"Tổ Vẫy Cờ\"]\n", "agency vn/bo-cong-an Bộ Công an", "never", "hai"},
		{Correction{Kind: "word-rank", Fields: map[string]string{"name": "Hải tá", "aliases": "hải-tá"}}, "lexicon/ranks.toml", "[[rank]]\nname = \"Hải tá\"\n", "title", "never", "hai"},
		{Correction{Kind: "word-post", Fields: map[string]string{"title": "Tổ trưởng danh dự"}}, "lexicon/posts.toml", "[[post]]\ntitle = \"Tổ trưởng danh dự\"\n", "title", "never", "hai"},
		{Correction{Kind: "word-place", Fields: map[string]string{"name": "Vẫy Cờ", "type": "xã", "province": "Nghệ An"}}, "lexicon/places.toml", "[[units]]\nprovince = \"Nghệ An\"\ncommunes = [\"Vẫy Cờ\"]\n", "title", "never", "hai"},
		{Correction{Kind: "word-region", Fields: map[string]string{"name": "Xanakhoong", "country": "LA", "type": "tỉnh"}}, "lexicon/regions.toml", "[[region]]\nname = \"Xanakhoong\"\ncountry = \"LA\"\ntype = \"tỉnh\"\n", "title", "never", "hai"},
		{Correction{Kind: "site-drop", Fields: map[string]string{"site": "bao.example.vn", "selector": "p.doan:last-child"}}, "sites/bao.example.vn.toml", "drop = [\"p.doan:last-child\"]", "title", "never", ""},
		{Correction{Kind: "site-body", Fields: map[string]string{"site": "bao.example.vn", "selector": "article.bai-viet"}}, "sites/bao.example.vn.toml", "body = [\"article.bai-viet\"]", "title", "never", ""},
		{Correction{Kind: "different", Fields: map[string]string{"persons": "vn/tran-van-mau; vn/tran-van-mau"}}, "", "", "", "", ""},
	} {
		t.Run(x.Kind+" "+x.Fields["is"]+x.Fields["value"], func(t *testing.T) {
			f := made(t)
			name := x.of
			if name == "" {
				name = "mot"
			}
			if KindOf(x.Kind).OnArticle {
				x.Article = address(name)
			}
			if x.file == "" {
				if _, err := f.Plan(context.Background(), x.Correction); err == nil {
					t.Error("a judgement on one person is taken")
				}
				return
			}
			if x.file == "gold" {
				x.file = labels.Folder + "/" + record(t, f.Corpus, name).ID + labels.Suffix
			}
			before := f.lines(f.Corpus)
			e := f.apply(x.Correction)
			if text := f.file(x.file); !strings.Contains(text, x.holds) {
				t.Errorf("%s holds\n%s", x.file, text)
			}
			now := told(record(t, f.Corpus, name))
			if !strings.Contains(now, x.has) || strings.Contains(now, x.hasNot) {
				t.Errorf("told is\n%s", now)
			}
			if strings.HasPrefix(x.file, "sites/") {
				f.rebuilt()
			}
			if _, err := f.Undo(context.Background(), e.ID); err != nil {
				t.Fatal(err)
			}
			if err := f.Follow(context.Background(), e.ID, nil); err != nil {
				t.Fatal(err)
			}
			if after := f.lines(f.Corpus); after != before {
				t.Errorf("taken back it has\n%s\nnot\n%s", after, before)
			}
			if pending, err := f.Pending(); err != nil || len(pending) > 0 {
				t.Errorf("%v %v", pending, err)
			}
		})
	}
}

// rebuilt holds the corpus against one that is built anew by the files of the overlay.
func (f *fixture) rebuilt() {
	f.Helper()
	c := built(f.T, f.saved, f.Dir)
	if rebuilt, now := f.lines(c), f.lines(f.Corpus); rebuilt != now {
		f.Errorf("a corpus built anew has\n%s\nnot\n%s", rebuilt, now)
	}
	if a, b := whoIs(f.T, c), whoIs(f.T, f.Corpus); strings.Join(a, " ") != strings.Join(b, " ") {
		f.Errorf("a corpus built anew has the persons %v, not %v", a, b)
	}
}

// TestCorrectionsSurvive corrects all kinds of things, one after the other, and builds
// the corpus anew; a renormalization of all changes nothing either.
func TestCorrectionsSurvive(t *testing.T) {
	f, ctx := made(t), context.Background()
	for _, c := range []Correction{
		{Kind: "word-agency", Fields: map[string]string{"name": "Tổ Vẫy Cờ", "country": "VN"}},
		{Kind: "title", Article: address("mot"), Fields: map[string]string{"value": "Họp ở Nghệ An"}},
		{Kind: "paragraph", Article: address("mot"), Fields: map[string]string{"text": "Ảnh chụp toàn cảnh cuộc họp tại hội trường lớn của tỉnh sáng nay.", "is": "caption"}},
		{Kind: "date", Article: address("mot"), Fields: map[string]string{"was": "2025-06-11", "text": "Sáng 11/6", "value": "2025-06-10"}},
		{Kind: "agency", Article: address("hai"), Fields: map[string]string{"was": "Công an tỉnh Nghệ An", "was_country": "VN", "name": "Công an tỉnh Hà Tĩnh", "country": "VN"}},
		{Kind: "official", Article: address("hai"), Fields: map[string]string{"was": "Trần Văn Mẫu", "name": "Trần Văn Mẫn", "country": "VN"}},
		{Kind: "alias", Fields: map[string]string{"of": "agency", "name": "Tổ Vẫy Cờ", "country": "VN", "alias": "Tổ Cờ"}},
		{Kind: "same", Fields: map[string]string{"persons": strings.Join(whoIs(t, f.Corpus), "\n")}},
	} {
		f.apply(c)
	}
	f.rebuilt()
	before := f.lines(f.Corpus)
	r, err := f.readerNow()
	if err != nil {
		t.Fatal(err)
	}
	done, err := f.Corpus.Storing.Renormalize(ctx, storing.Renewing{Stages: r.stages, Lexicon: r.version, All: true, Workers: 1})
	if err != nil || done.Changed != 0 || f.lines(f.Corpus) != before {
		t.Errorf("%+v, %v\n%s\nwas\n%s", done, err, f.lines(f.Corpus), before)
	}
	checked, err := f.Corpus.Check.All(ctx, 1<<20, func(fault string) { t.Errorf("boctin check: %s", fault) }, func(int, string) {})
	if err != nil || checked.Faults > 0 {
		t.Errorf("%+v %v", checked, err)
	}
	for _, line := range strings.Split(strings.TrimSpace(before), "\n") {
		if !strings.Contains(line, `"rule":"review/label"`) && strings.Contains(line, "mot-1.html") {
			t.Errorf("the record does not say what it has from a label: %s", line)
		}
	}
	if pages, _ := filepath.Glob(filepath.Join(f.Dir, "gold", "*.html")); len(pages) != 2 {
		t.Errorf("%v", pages)
	}
	sets, err := score.Load(filepath.Join(f.Dir, "gold"))
	if err != nil {
		t.Fatal(err)
	}
	result := sets[0].Score(score.Run(ctx, sets, (&pipeline.Stages{Extractor: r.stages.Extractor, Normalizer: r.stages.Normalizer}).Run, nil), nil)
	if result.Labels != 2 || result.Missing != 0 {
		t.Errorf("%+v", result)
	}
}

// TestFollowIsBrokenOff stops the corpus on its way, and goes on.
func TestFollowIsBrokenOff(t *testing.T) {
	f := made(t)
	ctx, stop := context.WithCancel(context.Background())
	p, err := f.Plan(ctx, agency("Tổ Vẫy Cờ"))
	if err != nil {
		t.Fatal(err)
	}
	e, err := f.Apply(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Follow(ctx, e.ID, func(int, int) { stop() }); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	pending, err := f.Pending()
	if err != nil || len(pending) != 1 || pending[0].ID != e.ID {
		t.Errorf("%+v %v", pending, err)
	}
	var done, of int
	job := f.Start(context.Background(), e.ID, nil)
	if err := job.Wait(); err != nil {
		t.Error(err)
	}
	done, of, ended, err := job.State()
	if !ended || err != nil || done > of {
		t.Errorf("%d of %d, %v", done, of, err)
	}
	if pending, err = f.Pending(); err != nil || len(pending) > 0 {
		t.Errorf("%+v %v", pending, err)
	}
	if now := told(record(t, f.Corpus, "hai")); !strings.Contains(now, "Tổ Vẫy Cờ") {
		t.Errorf("%s", now)
	}
	job = f.Start(context.Background(), e.ID, nil)
	job.Stop()
	if _, _, ended, _ := job.State(); !ended {
		t.Error("it goes on")
	}
}

// TestOneIsTwo says of one appearance that it is another person.
func TestOneIsTwo(t *testing.T) {
	f, ctx := made(t), context.Background()
	f.apply(Correction{Kind: "same", Fields: map[string]string{"persons": strings.Join(whoIs(t, f.Corpus), "\n")}})
	one := whoIs(t, f.Corpus)
	if len(one) != 1 {
		t.Fatalf("%v", one)
	}
	f2 := made(t)
	all := whoIs(t, f2.Corpus)
	f2.apply(Correction{Kind: "official", Article: address("mot"), Fields: map[string]string{"was": "Trần Văn Mẫu", "name": "Trần Văn Mẫu", "ranks": "Đại tá"}})
	in, err := f2.Corpus.Persons.AppearanceID(ctx, address("hai"), nearest(t, f2.Corpus, address("hai")))
	if err != nil || in == "" {
		t.Fatal(in, err)
	}
	whole := nearest(t, f2.Corpus, address("mot"))
	if whole != nearest(t, f2.Corpus, address("hai")) {
		t.Fatalf("%v are two already", all)
	}
	f2.apply(Correction{Kind: "different", Fields: map[string]string{"persons": whole + "\n" + in}})
	if a, b := nearest(t, f2.Corpus, address("mot")), nearest(t, f2.Corpus, address("hai")); a == b {
		t.Errorf("%s is one still", a)
	}
}

// nearest gives the person that an article names.
func nearest(t *testing.T, c *corpus.Corpus, url string) string {
	t.Helper()
	r, err := c.Articles.Record(context.Background(), url, 0)
	if err != nil || len(r.Officials) != 1 {
		t.Fatal(r, err)
	}
	return r.Officials[0].ID
}

// TestJudgements joins two who were told apart, and parts them again.
func TestJudgements(t *testing.T) {
	f, ctx := made(t), context.Background()
	before := whoIs(t, f.Corpus)
	if len(before) != 2 {
		t.Fatalf("%v", before)
	}
	c := Correction{Kind: "same", Fields: map[string]string{"persons": strings.Join(before, "; "), "note": "nghe an rồi \"cà mau\""}}
	p, err := f.Plan(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	effect, err := f.Effect(ctx, p, nil)
	if err != nil || effect.Persons == nil || effect.Persons.Moved == 0 || len(effect.Persons.After) != 1 {
		t.Errorf("%+v %v", effect.Persons, err)
	}
	e := f.apply(c)
	if got := whoIs(t, f.Corpus); len(got) != 1 {
		t.Errorf("%v are still two", got)
	}
	if text := f.file("judgements.toml"); !strings.HasPrefix(text, "[[same]]\npersons = [{ id = \"vn/tran-van-mau") || !strings.Contains(text, `note = "nghe an rồi \"cà mau\""`) {
		t.Errorf("%s", text)
	}
	c.Kind = "different"
	if _, err := f.Plan(ctx, c); err == nil || !strings.Contains(err.Error(), "judged to be one person and two") {
		t.Errorf("a judgement against another: %v", err)
	}
	if _, err := f.Undo(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if err := f.Follow(ctx, e.ID, nil); err != nil {
		t.Fatal(err)
	}
	if got := whoIs(t, f.Corpus); strings.Join(got, " ") != strings.Join(before, " ") {
		t.Errorf("%v, were %v", got, before)
	}
}

// persons gives the ids of the officials of one name.
func whoIs(t *testing.T, c *corpus.Corpus) []string {
	t.Helper()
	var b strings.Builder
	if err := c.DB.Dump(context.Background(), `SELECT id FROM officials WHERE name = 'Trần Văn Mẫu' ORDER BY id`, &b); err != nil {
		t.Fatal(err)
	}
	return strings.Fields(b.String())
}
