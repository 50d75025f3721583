package corpus

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/runs"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/stories"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/internal/neardup"
	"github.com/boctin/boctin/internal/pipeline"
)

// plain is an article without findings, as page number n of a WARC file.
func plain(n int, url, published, body string) storing.Entry {
	a := boctin.Article{Schema: boctin.Schema, ID: url, URL: url, Site: "a.vn", Title: "Tin", Body: body,
		Source: boctin.Source{SHA256: fmt.Sprintf("%064d", n), Fetched: fmt.Sprintf("2025-12-01T%02d:%02d:%02dZ", n/3600, n/60%60, n%60)}}
	if published != "" {
		a.Published = &boctin.Moment{Value: published}
	}
	r := boctin.Record{Article: a}
	return storing.Entry{File: "a.warc.gz", Offset: int64(n), Record: fmt.Sprint("<r", n, ">"), URL: url, SHA256: a.Source.SHA256, Article: &a, Found: &r}
}

// sentences gives n sentences that no other seed gives.
func sentences(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 7))
	var b strings.Builder
	for range n {
		fmt.Fprintf(&b, "Theo báo cáo số %d, ông %c%d chủ trì cuộc họp về công tác phòng cháy tại phường %c%d. ",
			r.IntN(1e6), 'A'+r.IntN(26), r.IntN(1e6), 'A'+r.IntN(26), r.IntN(1e6))
	}
	return b.String()
}

// stored gives the stories of a corpus, in its own words.
func stored(t *testing.T, c *Corpus) string {
	t.Helper()
	if err := c.Stories.Group(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	var all []string
	if err := c.Articles.StoriesIn(context.Background(), named.Filter{}, "", "", func(s articles.Story) error {
		var urls []string
		for _, p := range s.Articles {
			urls = append(urls, p.URL)
		}
		all = append(all, strings.Join(urls, " "))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

// expected gives the stories of the same articles by neardup.Groups.
func expected(newest map[string]storing.Entry) string {
	var articles []neardup.Article
	for url, e := range newest {
		published := ""
		if e.Found.Published != nil {
			published = e.Found.Published.Value
		}
		articles = append(articles, neardup.Article{ID: url, Published: published, Sketch: neardup.Of(e.Article.Title, e.Article.Body)})
	}
	var all []string
	for _, g := range neardup.Groups(articles) {
		var urls []string
		for _, a := range g {
			urls = append(urls, a.ID)
		}
		all = append(all, strings.Join(urls, " "))
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

// TestStoriesAreThoseOfGroups stores and changes articles in any order: at each
// moment the stories are those that the rule gives for the articles as they are.
// Some share so much boilerplate that they are alike until a crowd does.
func TestStoriesAreThoseOfGroups(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some ten seconds")
	}
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 1))
		c, newest, n, kinds, crowd := made(t), map[string]storing.Entry{}, 0, uint64(0), 0
		body := func() string {
			switch story := r.Uint64N(kinds); {
			case story < 6: // one of a few reports, whole, cut or with something of its own
				text := sentences(story, 10)
				return text[:len(text)*(6+r.IntN(5))/10] + sentences(r.Uint64(), r.IntN(3))
			case story == 6:
				return "" // nothing but a title
			case story == 7:
				return "Đang cập nhật."
			}
			return sentences(99, 6) + sentences(r.Uint64(), 3) // boilerplate
		}
		days := []string{"", "2025-08-17", "2025-08-17T08:00+07:00", "2025-08-18"}
		for round := range 15 {
			if kinds = 24; round > 8 {
				kinds = 9 // the boilerplate goes out of use
			}
			var batch []storing.Entry
			for range 40 {
				n++
				e := plain(n, fmt.Sprintf("https://a.vn/%03d", r.IntN(300)), days[r.IntN(len(days))], body())
				batch, newest[e.URL] = append(batch, e), e
			}
			if _, err := c.Storing.Add(context.Background(), "v1", batch); err != nil {
				t.Fatal(err)
			}
			if r.IntN(3) == 0 && round < 14 {
				continue // the next version may come before this one is compared
			}
			if got, want := stored(t, c), expected(newest); got != want {
				t.Fatalf("seed %d, round %d: the stories are\n%s\nwant\n%s", seed, round, got, want)
			}
			if round%5 == 4 {
				isSound(t, c)
			}
			most := mostCarriers(t, c)
			crowd = max(crowd, most)
			if round == 14 && (crowd <= neardup.Crowd || most > neardup.Crowd) {
				t.Errorf("seed %d: at most %d, and in the end %d wordings carry a key: no crowd came and went", seed, crowd, most)
			}
		}
	}
}

// mostCarriers is how many wordings carry one key at most.
func mostCarriers(t *testing.T, c *Corpus) (most int) {
	t.Helper()
	if err := c.DB.Reading(context.Background(), func(tx *store.Tx) error {
		return runs.Named("wording_key").In(tx).Each(func(_ uint32, wordings []int64) error {
			most = max(most, len(wordings))
			return nil
		})
	}); err != nil {
		t.Fatal(err)
	}
	return most
}

// isSound holds the database against itself.
func isSound(t *testing.T, c *Corpus) {
	t.Helper()
	if err := c.Check.Sound(context.Background(), func(format string, args ...any) { t.Errorf(format, args...) }, func(int, string) {}); err != nil {
		t.Fatal(err)
	}
}

func TestCheckSeesWrongSums(t *testing.T) {
	text := sentences(1, 8)
	for _, wrong := range []string{
		`UPDATE agency_article_rows SET mentions = 9`,
		`DELETE FROM agency_name_rows`,
		`UPDATE held_rows SET last_seen = '2030-01-01'`,
		`DELETE FROM held_rows`,
		`DELETE FROM printings WHERE article = 2`,
		`UPDATE printings SET story = 7 WHERE article = 2`,
		`UPDATE printings SET story = 1 WHERE article = 3`,
		`UPDATE printings SET since = 0 WHERE article = 2`,
		`DELETE FROM wordings_alike`,
		`DELETE FROM wordings_alike WHERE wording = 1`,
		`INSERT INTO wordings_alike VALUES (1,3,1), (3,1,1)`,
		`DELETE FROM wording_key_runs`,
		`UPDATE wording_key_segments SET entries = x'0014'`, // wording 10, which is none,
		`DELETE FROM wording_digest_runs`,
		`UPDATE wording_digest_segments SET entries = x'0014'`,
		`UPDATE wordings SET digest = 1 WHERE id = 1`,
		`UPDATE number_rows SET key = 1`,
		`INSERT INTO ungrouped VALUES (1)`,
	} {
		c := made(t)
		add(t, c, plain(1, "https://a.vn/1001", "2025-08-17", text), plain(2, "https://a.vn/2", "2025-08-18", text+sentences(2, 1)),
			plain(3, "https://a.vn/3", "2025-08-18", sentences(3, 8)),
			entry(4, "https://a.vn/4", "17/08/2025", "Tin", "Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, họp dân."))
		if err := c.Stories.Group(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
		isSound(t, c)
		if _, err := c.DB.Exec(wrong); err != nil {
			t.Fatal(err)
		}
		faults := 0
		if err := c.Check.Sound(context.Background(), func(format string, args ...any) { faults++ }, func(int, string) {}); err != nil || faults == 0 {
			t.Errorf("%s: %d faults, %v", wrong, faults, err)
		}
	}
}

// reports stores n articles of one day that tell one of so many stories.
func reports(t *testing.T, c *Corpus, n, texts int) {
	t.Helper()
	var batch []storing.Entry
	for i := range n {
		batch = append(batch, plain(i, fmt.Sprintf("https://a.vn/%d", i), "2025-08-17", sentences(uint64(i%texts), 4)))
	}
	if _, err := c.Storing.Add(context.Background(), "v1", batch); err != nil {
		t.Fatal(err)
	}
}

// groupedInto holds that a corpus, grouped to its end, tells so many stories, and is sound.
func groupedInto(t *testing.T, c *Corpus, stories int) {
	t.Helper()
	if n := strings.Count(stored(t, c), "\n") + 1; n != stories {
		t.Errorf("%d stories, want %d", n, stories)
	}
	isSound(t, c)
}

// TestGroupingInterrupted breaks off the grouping at its first batch: it says so, and
// the next call does the rest. Many articles share few texts, so that a batch is cheap.
func TestGroupingInterrupted(t *testing.T) {
	c := made(t)
	reports(t, c, stories.GroupBatch+250, 200)
	ctx, stop := context.WithCancel(context.Background())
	if err := c.Stories.Group(ctx, func(int) { stop() }); !errors.Is(err, context.Canceled) {
		t.Errorf("grouping: %v", err)
	}
	if left := value(t, c, `SELECT COUNT(*) FROM ungrouped`); left != "250" {
		t.Errorf("%s articles are left", left)
	}
	groupedInto(t, c, 200)
}

// TestRenormalizingInterrupted breaks off Renormalize at its first batch, while some
// articles are grouped and some are not: it says so, and the next call does the rest.
func TestRenormalizingInterrupted(t *testing.T) {
	c := made(t)
	const n = 2*storing.BatchPages + 50
	reports(t, c, n-50, n/2)
	if err := c.Stories.Group(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	reports(t, c, n, n/2)
	if left := value(t, c, `SELECT COUNT(*) FROM ungrouped`); left != "50" {
		t.Errorf("%s articles are not grouped", left)
	}
	renew := storing.Renewing{Stages: &pipeline.Stages{Normalizer: finders()}, Lexicon: "v2", Workers: 2}
	ctx, stop := context.WithCancel(context.Background())
	broken := renew
	broken.Progress = func(storing.Renewed) { stop() }
	if _, err := c.Storing.Renormalize(ctx, broken); !errors.Is(err, context.Canceled) {
		t.Errorf("renormalizing: %v", err)
	}
	done, err := c.Storing.Renormalize(context.Background(), renew)
	if err != nil || done.Articles != n-storing.BatchPages {
		t.Errorf("the rest: %+v, %v", done, err)
	}
	groupedInto(t, c, n/2)
}
