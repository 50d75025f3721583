package persons

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/identity"
)

func TestMarkLetters(t *testing.T) {
	for i := range 200 {
		mark := identity.Mark(&identity.Appearance{Article: fmt.Sprint("https://a.vn/", i), Local: "vn/le-van-thu"})
		letters, is := markLetters(mark)
		if got := markText(letters); !is || got != mark {
			t.Errorf("%s is read as %d (%v) and written as %s", mark, letters, is, got)
		}
	}
	for _, mark := range []string{"", "x", "xabcde1", "yabcdef", "xABCDEF", "xabcdefg", "xabcde\xff"} {
		if letters, is := markLetters(mark); is {
			t.Errorf("%q is read as %d", mark, letters)
		}
	}
}

// saying is what articles say of somebody.
type saying struct {
	identity.Appearance
	manner  int64
	offices []int64
}

// sayings are what articles say of those whom a block is about: of a name, and of another state.
var sayings = [][]saying{{
	{Appearance: said("Lê Văn Thử", nil, "Giám đốc", "Công an tỉnh Nghệ An"), manner: 1, offices: []int64{1}},
	{Appearance: said("Lê Văn Thử", []string{"Đại tá"}, "Giám đốc", "Công an tỉnh Nghệ An"), manner: 2, offices: []int64{1}},
	{Appearance: said("Lê Văn Thử", []string{"Thiếu tướng"}, "Thứ trưởng", "Bộ Công an"), manner: 3, offices: []int64{2}},
	{Appearance: said("Lê Văn Thử", nil, "Chủ tịch", "Ủy ban nhân dân tỉnh Cà Mau"), manner: 1, offices: []int64{3}},
	{Appearance: said("Lê Văn Thử", nil, "", ""), manner: 1},
	{Appearance: said("Lê Văn Thừ", nil, "Chủ tịch", "Ủy ban nhân dân tỉnh Cà Mau"), manner: 1, offices: []int64{3}},
	{Appearance: said("Lê Văn Thử", nil, "Trưởng phòng", "Sở Y tế tỉnh Lào Cai"), manner: 1, offices: []int64{4}},
}, {
	{Appearance: said("Lê Văn Thử", nil, "Bí thư", "Tỉnh ủy Nghệ An"), manner: 1, offices: []int64{1}},
	{Appearance: said("Lê Văn Thử", nil, "Bí thư", "Tỉnh ủy Cà Mau"), manner: 1, offices: []int64{2}},
	{Appearance: said("Lê Văn Thử", nil, "Bộ trưởng", "Bộ Y tế"), manner: 1, offices: []int64{3}},
	{Appearance: said("Lê Văn Thử", nil, "Bộ trưởng", "Bộ Tư pháp"), manner: 1, offices: []int64{4}},
	{Appearance: said("Lê Văn Thử", nil, "Chủ tịch", "Ủy ban nhân dân tỉnh Cà Mau"), manner: 1, offices: []int64{5}},
	{Appearance: said("Lê Văn Thử", []string{"ông"}, "", ""), manner: 2},
	{Appearance: said("Lê Văn Thử", []string{"bà"}, "", ""), manner: 3},
	{Appearance: said("Lê Văn Thử", []string{"ông"}, "Chủ tịch", "Ủy ban nhân dân tỉnh Cà Mau"), manner: 2, offices: []int64{5}},
	{Appearance: said("Lê Văn Thử", []string{"bà"}, "Chủ tịch", "Ủy ban nhân dân tỉnh Cà Mau"), manner: 3, offices: []int64{5}},
}, {
	{Appearance: said("John Fictman", nil, "Bộ trưởng", "Bộ Quốc phòng"), manner: 1, offices: []int64{1}},
	{Appearance: said("Jon Fictman", nil, "Bộ trưởng", "Bộ Quốc phòng"), manner: 1, offices: []int64{1}},
	{Appearance: said("Fictman", nil, "", ""), manner: 1},
	{Appearance: said(" John Fictman", nil, "", ""), manner: 1},
	{Appearance: said("Fictman", nil, "Bộ trưởng", "Bộ Quốc phòng"), manner: 1, offices: []int64{1}},
	{Appearance: said("Jane Fictman", nil, "Thứ trưởng", "Bộ Y tế"), manner: 1, offices: []int64{2}},
}}

// said is what an article says: a rank or an honorific, and a post; of a foreigner whose name
// has a space before it no country.
func said(name string, before []string, title, agency string) identity.Appearance {
	country := "VN"
	if strings.HasSuffix(name, "man") {
		country = "AU"
	}
	if name[0] == ' ' {
		name, country = name[1:], ""
	}
	a := identity.Appearance{Name: name, Country: country, Ranks: before, Local: identity.BaseID(country, name)}
	if len(before) > 0 && strings.ToLower(before[0]) == before[0] {
		a.Ranks, a.Honorifics = nil, before
	}
	if title != "" {
		a.Posts = []identity.Post{{Title: title, Agency: identity.BaseID(country, agency), AgencyName: agency}}
	}
	return a
}

// block invents the appearances of a block: of some sayings more often than of others, some
// without a minute, some two in one article. In half of the blocks what is said changes with the years.
func block(r *rand.Rand, number int) (all []*Seen) {
	article, sayings, years := int64(1), sayings[r.IntN(len(sayings))], r.IntN(2)
	for range number {
		if r.IntN(8) > 0 {
			article++
		}
		nth := r.IntN(1 + r.IntN(len(sayings)))
		s := &sayings[nth]
		x := &Seen{ID: article<<column.ArticleBits | int64(len(all)), Official: 1, Manner: s.manner, Offices: s.offices, Appearance: s.Appearance}
		x.first, x.last, x.loose, x.Article = x.ID, x.ID, true, column.ArticleOf(x.ID)
		x.Published = minuteText(24_000_000 + int64(nth*years*300+r.IntN(40+years*360))*60*24)
		switch r.IntN(12) {
		case 0:
			x.Published = x.Published[:10]
		case 1:
			x.Published = ""
		}
		x.Mark = identity.Mark(&x.Appearance)
		all = append(all, x)
	}
	return all
}

// who tells for each person of a block the ids of his appearances.
func who(r *identity.Resolver, all []*Seen) (out []string) {
	list := make([]*identity.Appearance, len(all))
	for i, x := range all {
		list[i] = &x.Appearance
	}
	for _, p := range r.Settle(list) {
		var ids []int64
		for _, m := range p.Members {
			ids = append(ids, all[m].ids()...)
		}
		slices.Sort(ids)
		out = append(out, fmt.Sprint(p.ID, p.Name, p.Country, ids))
	}
	return out
}

// TestTogether holds that those who say the same are told apart as one as they are one by
// one, whatever the order in which they came to stand together; that all of it is read again
// as it was packed; and that each of them comes apart as it was.
func TestTogether(t *testing.T) {
	w := &Blocks{Who: builtIn(), claims: identity.Claims{}}
	spared := 0
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		all := block(r, 2+r.IntN(60))
		want := who(w.Who, all)
		half := len(all) / 2
		for all[half].ID>>column.ArticleBits == all[half-1].ID>>column.ArticleBits && half < len(all)-1 {
			half++
		}
		some := w.together(append(w.together(copies(all[:half])), copies(all[half:])...))
		again, err := UnpackBlock(packBlock(some))
		if err != nil {
			t.Fatal(err)
		}
		for i, x := range again { // what a block leaves to numbers
			x.Posts, x.Ranks, x.Honorifics, x.Local = some[i].Posts, some[i].Ranks, some[i].Honorifics, some[i].Local
		}
		if got := who(w.Who, again); !slices.Equal(got, want) {
			t.Errorf("seed %d: %d as %d:\n%q\nwant\n%q", seed, len(all), len(some), got, want)
		}
		spared += len(all) - len(some)
		var single []*Seen
		for _, x := range again {
			single = append(single, x.apart()...)
		}
		sortSeen(single)
		if a, b := packBlock(single), packBlock(all); string(a) != string(b) || countSeen(again) != len(all) {
			t.Errorf("seed %d: %d came apart as %d", seed, len(all), len(single))
		}
	}
	if spared == 0 {
		t.Error("none stands for another")
	}
}

func copies(all []*Seen) (out []*Seen) {
	for _, x := range all {
		one := *x
		out = append(out, &one)
	}
	return out
}

// TestApart holds what keeps appearances that say the same by themselves.
func TestApart(t *testing.T) {
	w := &Blocks{Who: builtIn(), claims: identity.Claims{}}
	make := func(change func(n int, x *Seen)) int {
		var all []*Seen
		for n := range 4 {
			x := &Seen{ID: int64(n+1) << column.ArticleBits, Official: 1, Appearance: said("Lê Văn Thử", nil, "", "")}
			x.first, x.last, x.loose, x.Published = x.ID, x.ID, true, minuteText(29_000_000+int64(n)*60*24*365)
			x.Mark = identity.Mark(&identity.Appearance{Article: fmt.Sprint(n)})
			change(n, x)
			all = append(all, x)
		}
		return len(w.together(all))
	}
	for _, c := range []struct {
		why    string
		want   int
		change func(n int, x *Seen)
	}{
		{"nothing", 1, func(int, *Seen) {}},
		{"no minute", 4, func(_ int, x *Seen) { x.Published = x.Published[:10] }},
		{"one has no minute", 2, func(n int, x *Seen) { x.Published = x.Published[:min(16+6*n, 22)] }},
		{"two of one article", 3, func(n int, x *Seen) {
			if n == 1 {
				x.ID = 1<<column.ArticleBits | 1
			}
		}},
		{"another manner", 2, func(n int, x *Seen) { x.Manner = int64(n / 2) }},
		{"another office", 4, func(n int, x *Seen) { x.Offices = []int64{int64(n)} }},
		{"another name", 2, func(n int, x *Seen) { x.Name = []string{"Lê Văn Thử", "Lê Văn Thừ"}[n%2] }},
		{"another person", 2, func(n int, x *Seen) { x.Official = int64(n % 2) }},
		{"other aliases", 2, func(n int, x *Seen) { x.aliases = []string{"", `["A"]`}[n%2] }},
		{"the year of a leader's name", 4, func(_ int, x *Seen) { x.Name, x.Country = "Tập Cận Bình", "CN" }},
	} {
		if got := make(c.change); got != c.want {
			t.Errorf("%s: %d, want %d", c.why, got, c.want)
		}
	}
	all := w.together(copies(block(rand.New(rand.NewPCG(1, 1)), 40)))
	if got := len((&Blocks{}).together(copies(all))); got != len(all) {
		t.Errorf("%d of %d stand by themselves where nobody knows who is who", got, len(all))
	}
	for _, x := range all {
		for _, m := range x.members() {
			if id, is := x.has(markText(m.mark)); x.More > 0 && (!is || id != m.id) {
				t.Errorf("%d bears the mark of %d", id, m.id)
			}
			if !x.beside([]int64{m.id}) || !x.beside([]int64{1, m.id | 7}) {
				t.Errorf("%d is not beside another of its article", m.id)
			}
		}
		if x.beside([]int64{1}) || x.beside([]int64{1 << 50}) || x.beside(nil) {
			t.Errorf("%d is beside an article that does not name it", x.ID)
		}
	}
}
