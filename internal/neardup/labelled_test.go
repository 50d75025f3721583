package neardup

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// labelled is one article of the labelled set.
type labelled struct {
	Article
	story, kind, body string
}

type variant struct {
	Kind, Title, Text     string
	Keep                  []int
	Edits                 [][2]string
	Before, After, Within string
}

// made gives the body of a variant of a text.
func (v *variant) made(t *testing.T, text string) string {
	if v.Text != "" {
		return v.Text
	}
	lines := strings.Split(strings.TrimSpace(text), "\n")
	var kept []string
	for i, line := range lines {
		for _, k := range v.Keep {
			if k == i+1 {
				kept = append(kept, line)
			}
		}
	}
	if len(v.Keep) > 0 {
		lines = kept
	}
	if v.Within != "" {
		lines = append([]string{lines[0], v.Within}, lines[1:]...)
	}
	body := strings.TrimSpace(v.Before + "\n" + strings.Join(lines, "\n") + "\n" + v.After)
	for _, e := range v.Edits {
		if !strings.Contains(body, e[0]) && len(v.Keep) == 0 {
			t.Errorf("%s: nothing to edit: %s", v.Kind, e[0])
		}
		body = strings.ReplaceAll(body, e[0], e[1])
	}
	return body
}

// set reads the labelled set. Articles are one story where story is equal.
func set(t *testing.T, name string) (all []labelled) {
	t.Helper()
	var file struct {
		Story []struct {
			ID, Title, Text string
			Copy, Other     []variant
		}
	}
	if meta, err := toml.DecodeFile("testdata/"+name+".toml", &file); err != nil || len(meta.Undecoded()) > 0 {
		t.Fatal(err, meta.Undecoded())
	}
	add := func(story, kind, title, body string) {
		id := fmt.Sprintf("%s/%d-%s", story, len(all), kind)
		all = append(all, labelled{Article{ID: id, Published: "2025-08-17", Sketch: Of(title, body)}, story, kind, body})
	}
	for _, s := range file.Story {
		add(s.ID, "original", s.Title, s.Text)
		for _, v := range s.Copy {
			add(s.ID, v.Kind, v.Title, v.made(t, s.Text))
		}
		for i, v := range s.Other {
			add(fmt.Sprintf("%s-other%d", s.ID, i), v.Kind, v.Title, v.made(t, s.Text))
		}
	}
	return all
}

// counts are pairs of articles.
type counts struct{ right, wrong, missed int }

func (c counts) precision() float64 { return share(c.right, c.right+c.wrong, 1) }
func (c counts) recall() float64    { return share(c.right, c.right+c.missed, 1) }

func (c counts) String() string {
	return fmt.Sprintf("%d pairs right, %d wrong, %d missed, precision %.3f, recall %.3f", c.right, c.wrong, c.missed, c.precision(), c.recall())
}

// score counts the pairs that are said to be one story.
func score(all []labelled, one func(i, j int) bool) (total counts, byKind map[string]*counts) {
	byKind = map[string]*counts{}
	for j := range all {
		for i := range all[:j] {
			same, said := all[i].story == all[j].story, one(i, j)
			c := counts{}
			switch {
			case same && said:
				c.right = 1
			case said:
				c.wrong = 1
			case same:
				c.missed = 1
			}
			kind := byKind[all[j].kind]
			if kind == nil {
				kind = &counts{}
				byKind[all[j].kind] = kind
			}
			for _, sum := range []*counts{&total, kind} {
				sum.right, sum.wrong, sum.missed = sum.right+c.right, sum.wrong+c.wrong, sum.missed+c.missed
			}
		}
	}
	return total, byKind
}

// TestLabelled holds precision and recall over the pairs of the labelled sets:
// one was at hand when the bounds were chosen, the other was written after.
func TestLabelled(t *testing.T) {
	for _, file := range []struct {
		name              string
		precision, recall float64 // floors
	}{{"labelled", 0.99, 0.99}, {"heldout", 0.99, 0.99}} {
		all := set(t, file.name)
		story := map[string]int{}
		for n, g := range Groups(articles(all)) {
			for _, a := range g {
				story[a.ID] = n + 1
			}
		}
		grouped, kinds := score(all, func(i, j int) bool { return story[all[i].ID] > 0 && story[all[i].ID] == story[all[j].ID] })
		direct, _ := score(all, func(i, j int) bool { return Alike(all[i].Sketch, all[j].Sketch) })
		t.Logf("%s: %d articles; of one story: %v; found directly alike: %v", file.name, len(all), grouped, direct)
		for _, kind := range slices.Sorted(maps.Keys(kinds)) {
			t.Logf("  %-14s %v", kind, kinds[kind])
		}
		for _, c := range []counts{grouped, direct} {
			if c.precision() < file.precision || c.recall() < file.recall {
				t.Errorf("%s: %v is below the floors %.2f and %.2f", file.name, c, file.precision, file.recall)
			}
		}
		if t.Failed() || testing.Verbose() {
			tellWrong(t, all)
		}
	}
}

// TestRoundUps puts round-ups of the labelled stories among them: of two, three and
// four, whole or the first paragraphs of each, out before or after the stories.
// None may chain them.
func TestRoundUps(t *testing.T) {
	all := set(t, "labelled")
	var whole []labelled
	for _, a := range all {
		if a.kind == "original" {
			whole = append(whole, a)
		}
	}
	n := 0
	gather := func(day, kind string, parts []labelled, keep int) {
		var lines []string
		for _, p := range parts {
			all := strings.Split(strings.TrimSpace(p.body), "\n")
			lines = append(lines, all[:min(keep, len(all))]...)
		}
		id := fmt.Sprintf("round-up-%d", n)
		n++
		sketch := Of("Điểm tin", strings.Join(lines, "\n"))
		if slices.ContainsFunc(all, func(a labelled) bool { return a.Sketch.Wording == sketch.Wording }) {
			return
		}
		all = append(all, labelled{Article{ID: id, Published: day, Sketch: sketch}, id, kind, ""})
	}
	for i := range len(whole) - 4 {
		gather("2025-08-18", fmt.Sprintf("whole of %d", 2+i%3), whole[i:i+2+i%3], 100)
		gather("2025-08-16", fmt.Sprintf("before, of %d", 2+i%2), whole[i+1:i+3+i%2], 100)
		gather("2025-08-18", "beginnings", whole[i:i+4], 2)
	}
	story := map[string]int{}
	for n, g := range Groups(articles(all)) {
		for _, a := range g {
			story[a.ID] = n + 1
		}
	}
	total, kinds := score(all, func(i, j int) bool { return story[all[i].ID] > 0 && story[all[i].ID] == story[all[j].ID] })
	t.Logf("%d articles, %d of them round-ups: %v", len(all), n, total)
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		t.Logf("  %-14s %v", kind, kinds[kind])
	}
	if testing.Verbose() {
		for j := range all {
			for i := range all[:j] {
				if all[i].story != all[j].story && story[all[i].ID] > 0 && story[all[i].ID] == story[all[j].ID] {
					t.Logf("  %s and %s: %.2f", all[i].ID, all[j].ID, Compare(all[i].Sketch, all[j].Sketch))
				}
			}
		}
	}
	if total.precision() < 0.98 || total.recall() < 0.95 {
		t.Error("below the floors 0.98 and 0.95")
	}
}

func tellWrong(t *testing.T, all []labelled) {
	for j := range all {
		for i := range all[:j] {
			l := Compare(all[i].Sketch, all[j].Sketch)
			if same, said := all[i].story == all[j].story, l.Alike(); same != said {
				t.Logf("  %s and %s: %.2f", all[i].ID, all[j].ID, l)
			}
		}
	}
}

func articles(all []labelled) (out []Article) {
	for _, a := range all {
		out = append(out, a.Article)
	}
	return out
}
