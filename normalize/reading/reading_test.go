package reading_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

func words(t testing.TB) *reading.Words {
	t.Helper()
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	return reading.New(lex)
}

// TestMarks holds what the lexicon gives to the first words of a text.
func TestMarks(t *testing.T) {
	w := words(t)
	for _, c := range []struct {
		src  string
		kind reading.Kind
		n    int
		key  string
	}{
		{"Trung Quốc và Lào", reading.Country, 2, "countries.toml CN"},
		{"TRUNG QUỐC", reading.Country, 2, "countries.toml CN"},
		{"Trung ương", reading.Country, 0, ""},
		{"Trung - Mỹ", reading.ShortCountry, 1, "countries.toml CN"},
		{"Trung tướng A", reading.NotCountry, 2, "forms.toml Trung tướng"},
		{"Trung tướng A", reading.Rank, 2, "ranks.toml Trung tướng"},
		{"Phó Chủ tịch xã", reading.Title, 3, "posts.toml Chủ tịch"},
		{"thành phố Huế", reading.Level, 2, "forms.toml thành phố"},
		{"Nghệ An.", reading.Place, 2, "places.toml tỉnh Nghệ An"},
		{"Vân Nam", reading.Region, 2, "regions.toml Vân Nam"},
		{"ngân sách", reading.Field, 2, "forms.toml ngân sách"},
		{"đồng chí A", reading.Honorific, 2, "honorifics.toml đồng chí"},
		{"Donald Trump", reading.Leader, 2, "people.toml Donald Trump"},
		{"Thái Kỳ", reading.Leader, 2, "names.toml Thái Kỳ"},
		{"Trung\n\nQuốc", reading.Country, 0, ""},
		{"", reading.Country, 0, ""},
	} {
		x := w.Read("body", c.src)
		m, ok := x.Longest(0, c.kind)
		if int(m.Len) != c.n || ok != (c.n > 0) {
			t.Errorf("%q: %d tokens, want %d", c.src, m.Len, c.n)
			continue
		}
		if e := x.Entry(m); ok && e.File+" "+e.Key != c.key {
			t.Errorf("%q: entry %v, want %s", c.src, e, c.key)
		}
	}
}

// TestMarksAreThoseOfEveryToken holds the one pass to what each token has alone.
func TestMarksAreThoseOfEveryToken(t *testing.T) {
	w := words(t)
	const src = "Sáng 5/3, Phó Chủ tịch UBND thành phố Hà Nội Nguyễn Văn A tiếp Đại sứ Trung Quốc tại Việt Nam."
	x := w.Read("body", src)
	some := 0
	for i := range x.Tokens {
		alone := w.Read("body", src[x.Tokens[i].Start:])
		if got, want := fmt.Sprint(x.At(i)), fmt.Sprint(alone.At(0)); got != want {
			t.Errorf("%s: %s, want %s", x.Word(i), got, want)
		}
		some += len(x.At(i))
		for k, m := range x.At(i) {
			if k > 0 && x.At(i)[k-1].Len > m.Len {
				t.Errorf("%s: marks not in order of length", x.Word(i))
			}
			if !x.Has(i, m.Kind) {
				t.Errorf("%s: has no mark of kind %d", x.Word(i), m.Kind)
			}
		}
	}
	if some < 10 {
		t.Errorf("%d marks", some)
	}
}

func TestPhrasesOfOneFinder(t *testing.T) {
	w := words(t)
	heads := reading.NewPhrases[string](w, "test/heads")
	other := reading.NewPhrases[int](w, "test/other")
	heads.Add("Sở", "a", reading.Entry{})
	heads.Add("Sở Y tế", "b", reading.Entry{})
	heads.Add("sở y tế", "c", reading.Entry{File: "x.toml", Key: "Sở Y tế"}) // in the place of the one before
	heads.Add("", "none", reading.Entry{})
	other.Add("Sở Y", 7, reading.Entry{})
	x := w.Read("body", "Sở Y tế họp.")
	if v, n := heads.Longest(x, 0); v != "c" || n != 3 {
		t.Errorf("longest %q of %d tokens", v, n)
	}
	var all []string
	heads.Each(x, 0, func(v string, n int) { all = append(all, fmt.Sprint(v, n)) })
	if got := strings.Join(all, " "); got != "a1 c3" {
		t.Errorf("each %s", got)
	}
	if v, n := other.Longest(x, 0); v != 7 || n != 2 {
		t.Errorf("other %d of %d tokens", v, n)
	}
	if _, n := heads.Longest(x, 1); n != 0 {
		t.Errorf("%d tokens where nothing begins", n)
	}
	if m, _ := x.Longest(0, heads.Kind); heads.Of(m) != "c" || x.Entry(m).File != "x.toml" {
		t.Errorf("mark %+v, entry %+v", m, x.Entry(m))
	}
}

// TestOutsideIsNothing holds that one may ask about tokens that are not there.
func TestOutsideIsNothing(t *testing.T) {
	x := words(t).Read("body", "Hà Nội")
	for _, i := range []int{-1, 2, 99} {
		if x.Is(i, ^(reading.Sign|reading.Halt|reading.Break)) || x.Capital(i) || x.Small(i) || x.Follows(i) || x.Has(i, reading.Place) || x.At(i) != nil {
			t.Errorf("token %d is something", i)
		}
		x.Each(i, reading.Place, func(reading.Mark) { t.Errorf("a place at token %d", i) })
		if w := x.Word(i); w != "" {
			t.Errorf("token %d is %q", i, w)
		}
	}
	if !x.Opens(0) || x.Opens(1) || !x.Follows(1) || x.Follows(0) {
		t.Error("the sentence begins elsewhere than at its first word")
	}
}

// TestLooks holds what a token is whatever it says.
func TestLooks(t *testing.T) {
	x := words(t).Read("body", "Ông A. Bình, 5/6 ở TP HCM\n\neBay.")
	for i, want := range []reading.Bits{
		0: reading.Letters | reading.Large | reading.FirstLarge | reading.Break,
		1: reading.FirstLarge | reading.Spaced | reading.Following,
		2: reading.Sign | reading.Joined | reading.Stop,
		5: reading.Figures | reading.Spaced | reading.Following,
		6: reading.Slash | reading.Joined,
		8: reading.Small | reading.Letters | reading.In,
		9: reading.AllLarge | reading.Large,
	} {
		if !x.Looks(i, want) {
			t.Errorf("token %d %q lacks some of %b", i, x.Word(i), want)
		}
	}
	if !x.Looks(5, reading.Figures, reading.Slash, reading.Figures|reading.Joined) || x.Looks(5, reading.Figures, reading.Slash, reading.Small) {
		t.Error("5/6 does not look so")
	}
	if last := len(x.Tokens) - 2; !x.Looks(last, reading.Large|reading.Break) || x.Is(last, reading.FirstLarge|reading.AllLarge|reading.Following) || x.Is(5, reading.Large|reading.Small) {
		t.Error("eBay or 5 looks otherwise")
	}
}

// TestPunctuation holds which marks part what stands around them.
func TestPunctuation(t *testing.T) {
	x := words(t).Read("body", "A, B-C - D – E–F -G. H (I) K- L -")
	halts, long := "", ""
	for i := range x.Tokens {
		if x.Is(i, reading.Halt) {
			halts += x.Word(i)
		}
		if x.Is(i, reading.LongDash) {
			long += fmt.Sprint(x.Word(i-1), x.Word(i))
		}
	}
	if halts != "––.()" || long != "C-D–E–F-K-L-" {
		t.Errorf("halts %s, long dashes %s", halts, long)
	}
}

// TestCut holds that a text is read around a short form in brackets.
func TestCut(t *testing.T) {
	x := words(t).Read("body", "ở thành (TP) phố")
	if cut := x.Cut(1, 2, 5, 6); len(cut.Tokens) != 2 || !cut.Has(0, reading.Level) || x.Has(1, reading.Level) {
		t.Errorf("cut %v", cut.Tokens)
	}
}

// TestHost holds where an article is from: its address says it, else its site.
func TestHost(t *testing.T) {
	w := words(t)
	for want, a := range map[string]boctin.Article{
		"bao.example.vn": {URL: "https://bao.example.vn/tin/1", Site: "example.vn"}, "example.vn": {Site: "example.vn"}, "": {},
	} {
		if got := w.Of(&a).Host; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestMemoryIsReused holds that a reading leaves nothing behind for the next.
func TestMemoryIsReused(t *testing.T) {
	w := words(t)
	var r reading.Reading
	long := boctin.Article{Title: "Hà Nội", Body: strings.Repeat("Trung Quốc, Lào. ", 50), Images: []boctin.Image{{Caption: "Huế"}}}
	short := boctin.Article{Body: "Nga và Mỹ"}
	w.Into(&r, &short)
	w.Into(&r, &long)
	w.Into(&r, &long)
	w.Into(&r, &short)
	fresh := w.Of(&short)
	if len(r.Texts) != len(fresh.Texts) {
		t.Fatalf("%d texts, want %d", len(r.Texts), len(fresh.Texts))
	}
	for n, x := range fresh.Texts {
		for i := range x.Tokens {
			if fmt.Sprint(x.At(i)) != fmt.Sprint(r.Texts[n].At(i)) {
				t.Errorf("%s: %v, want %v", x.Word(i), r.Texts[n].At(i), x.At(i))
			}
		}
	}
	if n := testing.AllocsPerRun(5, func() { w.Into(&r, &short) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestRegisteredLater holds that what is registered when texts were read counts in those read
// thereafter.
func TestRegisteredLater(t *testing.T) {
	w := words(t)
	before := w.Read("body", "Phường Sao Băng họp.")
	kind := w.Kind("test")
	w.Register(kind, "Phường Sao Băng", 5, reading.Entry{})
	group := w.Group(reading.KindsOf(kind))
	count := reading.NewTable(w, func(marks []reading.Mark) int { return len(marks) })
	after := w.Read("body", "Phường Sao Băng họp.")
	if m, ok := after.Longest(0, kind); !ok || m.Value != 5 || !after.Is(0, group) || after.Is(1, group) {
		t.Errorf("got %+v", m)
	}
	if before.Has(0, kind) || len(before.At(0)) > len(after.At(0)) {
		t.Error("the text read before has changed")
	}
	if n := *count.At(after, 0); n != len(after.At(0)) || *count.At(after, -1) != 0 || *count.At(after, 9) != 0 {
		t.Errorf("%d marks in the table", n)
	}
}
