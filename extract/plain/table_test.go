package plain

import (
	"fmt"
	"strings"
	"testing"

	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/sites"
)

func vocabularyOf(t *testing.T) *vocabulary {
	t.Helper()
	shared := sites.Generic().Words()
	v, err := newVocabulary(wordsFile, shared, lines.New(shared))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// table holds what a function says of lines.
func table[T comparable](t *testing.T, name string, f func(string) T, want map[string]T) {
	t.Helper()
	for line, w := range want {
		if got := f(line); got != w {
			t.Errorf("%s(%q) = %v, want %v", name, line, got, w)
		}
	}
}

// TestCredits holds what is the credit of a picture and what only looks like one.
func TestCredits(t *testing.T) {
	v := vocabularyOf(t).credits()
	table(t, "isCredit", v.isCredit, map[string]bool{
		"Ảnh: Lò Thử": true, "© Ảnh: Lò Thử": true, "Nguồn: VOV": true, "Ảnh bản Pọng: Lò Thử": true, "Ảnh minh họa": true, "Ảnh Lò Thử": true, "ẢNH LÒ THỬ": true,
		"Ảnh:": false, "Ảnh: ": false, "ảnh minh họa": false, "ảnh lò thử": false, "Ảnh chụp ở bản": false, "Chợ: họp": false, "bản Pọng": false, "Ảnh của một người dân ở bản: Lò Thử": false,
		"Ảnh: một hai ba bốn năm sáu bảy tám chín mười mười một mười hai": false,
	})
	table(t, "isCreditLine", v.isCreditLine, map[string]bool{
		"Ảnh: Lò Thử": true, "(Ảnh: Lò Thử)": true, "*Ảnh: Lò Thử.*": true, "© Báo Mẫu": true, "Ảnh Công an huyện cung cấp": true, "Ảnh minh họa: Lò Thử": true,
		"Nguồn: Báo Mẫu": false, "Ảnh:": false, "Ảnh: Bà con họp chợ. Trời mưa.": true, "Ảnh: Bà con họp chợ, trời mưa..": false, "Ảnh: một hai ba bốn năm sáu bảy tám chín": false,
		"Chợ: Lò Thử": false, "Ảnh bản Pọng": false, "ảnh Công an huyện cung cấp": false, "Gạo Công an huyện cung cấp": false, "Ảnh Công an huyện": false,
		"Ảnh một hai ba bốn năm sáu bảy cung cấp": false, "© " + strings.Repeat("a ", 14): false,
	})
	table(t, "creditOf", v.creditOf, map[string]string{
		"(Ảnh: Lò Thử)": "Lò Thử", "Nguồn ảnh: Lò Thử": "Lò Thử", "Ảnh Lò Thử.": "Lò Thử", "Lò Thử": "Lò Thử", "Lò: Thử": "Lò: Thử", "© Lò Thử": "Lò Thử",
	})
	split := func(s string) string {
		caption, name := v.splitCredit(s)
		return caption + " | " + name
	}
	table(t, "splitCredit", split, map[string]string{
		"Chợ bản Pọng (Ảnh: Lò Thử)":                             "Chợ bản Pọng | Lò Thử",
		"Chợ bản Pọng (Ảnh: Lò Thử).":                            "Chợ bản Pọng | Lò Thử",
		"Chợ bản Pọng (xã Pà Cò)":                                "Chợ bản Pọng (xã Pà Cò) | ",
		"Chợ bản Pọng Ảnh: Lò) Thử)":                             "Chợ bản Pọng Ảnh: Lò) Thử) | ",
		"Chợ bản Pọng - Ảnh Lò Thử":                              "Chợ bản Pọng | Lò Thử",
		"Chợ bản Pọng - Ảnh một hai ba bốn năm sáu bảy tám":      "Chợ bản Pọng - Ảnh một hai ba bốn năm sáu bảy tám | ",
		"Chợ bản Pọng – Ảnh: Lò Thử":                             "Chợ bản Pọng | Lò Thử",
		"Chợ bản Pọng. Ảnh: Lò Thử":                              "Chợ bản Pọng. | Lò Thử",
		"Chợ bản Pọng; Ảnh: Lò Thử":                              "Chợ bản Pọng | Lò Thử",
		"Chợ bản Pọng | Ảnh: Lò Thử":                             "Chợ bản Pọng | Lò Thử",
		"Chợ bản Pọng. ảnh: Lò Thử":                              "Chợ bản Pọng. ảnh: Lò Thử | ",
		"Chợ bản Pọng. Chợ: Lò Thử":                              "Chợ bản Pọng. Chợ: Lò Thử | ",
		"Chợ bản Pọng. Ảnh: một hai ba bốn năm sáu bảy tám chín": "Chợ bản Pọng. Ảnh: một hai ba bốn năm sáu bảy tám chín | ",
		"Chợ bản Pọng Ảnh Công an huyện cung cấp":                "Chợ bản Pọng | Công an huyện cung cấp",
		"Chợ bản Pọng Ảnh chụp buổi sáng":                        "Chợ bản Pọng Ảnh chụp buổi sáng | ",
		"Chợ bản Pọng sau mưa ẢNH: LÒ THỬ":                       "Chợ bản Pọng sau mưa | LÒ THỬ",
		"Chợ bản Pọng sau mưa Ảnh: Lò Thử":                       "Chợ bản Pọng sau mưa | Lò Thử",
		"Chợ bản Pọng sau mưa Ảnh: họp lúc sáng":                 "Chợ bản Pọng sau mưa Ảnh: họp lúc sáng | ",
		"Chợ bản Pọng sau mưa ảnh: Lò Thử":                       "Chợ bản Pọng sau mưa ảnh: Lò Thử | ",
		"Chợ bản Pọng sau mưa Nguồn: Lò Thử":                     "Chợ bản Pọng sau mưa Nguồn: Lò Thử | ",
		"Chợ bản Pọng":                                           "Chợ bản Pọng | ",
		"Ảnh: Lò Thử":                                            "Ảnh: Lò Thử | ",
	})
}

// TestSources holds which lines sign an article.
func TestSources(t *testing.T) {
	v := vocabularyOf(t)
	signed := func(s string) string {
		sig, ok := v.sign(s)
		return fmt.Sprint(strings.Join(sig.Authors, "+"), "|", sig.Source, "|", ok)
	}
	table(t, "sign", signed, map[string]string{
		"Nguồn Báo Mẫu: https://mau.example/a": "|Báo Mẫu|true",
		"Nguồn Báo Mẫu: bản Pọng có chợ":       "||false",
		"Chợ Báo Mẫu: https://mau.example/a":   "||false",
		"Nguồn báo mẫu: https://mau.example/a": "||false",
		"Theo TTXVN":                       "|TTXVN|true",
		"Theo TTXVN.":                      "|TTXVN|true",
		"Theo Báo Mẫu":                     "|Báo Mẫu|true",
		"Nguồn: Báo Mẫu":                   "|Báo Mẫu|true",
		"Theo Sở Y tế: bản Pọng":           "||false",
		"Theo Sở về việc mở chợ ở bản":     "||false",
		"Theo Công An Bản Pọng Ở Xã Pà Cò": "||false",
		"Lò Thử":                           "Lò Thử||true",
		"Tác giả: lò thử":                  "||false",
		"Tác giả: Thử":                     "Thử||true",
		"Thử":                              "Thử||false",
		"Tin, ảnh: " + strings.Repeat("Lò Thử, ", 8) + "Lò Thử": "||false",
	})
}

// TestSpeech holds how captions speak.
func TestSpeech(t *testing.T) {
	v := vocabularyOf(t).captions()
	table(t, "isScene", v.isScene, map[string]bool{
		"Toàn cảnh chợ bản Pọng.": true, "Bà con họp chợ.": true,
		"Bà con họp chợ: đông vui.": false, "Ông nói “có”.": false, "- Bà con họp chợ.": false, "Bà con họp chợ. Trời mưa.": false, "Bà con cho biết trời mưa.": false, "Sáng nay bà con họp chợ.": false,
	})
	table(t, "posed", v.posed, map[string]bool{
		"Toàn cảnh chợ bản Pọng": true, "Ông Lò Thử phát biểu": true, "Bà con họp chợ": false, "Bà con ở toàn cảnh": false,
		"Toàn cảnh một hai ba bốn năm sáu bảy tám chín mười mười một": false,
	})
	table(t, "numbered", numbered, map[string]bool{"1": true, " 1 cho": true, "10": false, "a": false, "": false})
	table(t, "captionSized", captionSized, map[string]bool{"A b. C d.": true, "A b. C d. E f.": false, strings.Repeat("a ", 71): false})
	persons := func(s string) string { return strings.Join(v.persons(s), "; ") }
	table(t, "persons", persons, map[string]string{
		"gặp Lò Văn Thử ở chợ":        "Lò Văn Thử",
		"gặp Lò Thị Lan Thử, ở chợ":   "Lò Thị Lan Thử",
		"gặp Giám Đốc Lò Văn Thử":     "Lò Văn Thử",
		"gặp ông Lò Thử":              "Lò Thử",
		"Ông Lò Thử và bà Vàng Mẫu":   "Lò Thử; Vàng Mẫu",
		"gặp Lò Thử":                  "",
		"gặp Thử":                     "",
		"gặp Lò Văn Thử, Vàng A Mẫu.": "Lò Văn Thử; Vàng A Mẫu",
		"đại tá Lò Thử":               "Lò Thử",
		"chợ bản Pọng":                "",
	})
	table(t, "lastWords", func(s string) string { return lastWords(s, 2) }, map[string]string{"a b c": "b c", "b c": "b c", "c": "c"})
	verb := func(s string) string {
		start, end := v.firstVerb(s)
		return s[start:end]
	}
	table(t, "firstVerb", verb, map[string]string{"ông lò thử phát biểu ở chợ": "phát biểu", "phát biểu ở chợ": "", "ông tiếp tục đi": "", "ông tiếp tục tặng quà": "tặng quà", "bàdự": ""})
	picture := func(s string) string {
		score, rest := v.picture(s)
		return fmt.Sprint(score, rest)
	}
	table(t, "picture", picture, map[string]string{
		"Toàn cảnh chợ":                                 "4 chợ",
		"Toàn cảnh tham dự chợ":                         "5  chợ",
		"Toàn cảnh một hai ba bốn năm sáu bảy tám chín": "3 một hai ba bốn năm sáu bảy tám chín",
		"Bà con họp chợ":                                "0bà con họp chợ",
		"Bà con họp chợ.":                               "0bà con họp chợ",
		"Ông Lò Thử phát biểu ở chợ":                    "3ông lò thử  ở chợ",
		"Ông Lò Thử phát biểu một hai ba bốn năm":       "2ông lò thử  một hai ba bốn năm",
		"Ông Lò Thử phát biểu một hai ba bốn năm sáu bảy tám chín mười mười một": "0ông lò thử  một hai ba bốn năm sáu bảy tám chín mười mười một",
		"Ông Lò Thử tặng quà.":        "3ông lò thử ",
		"Ông Lò Thử tặng quà":         "0ông lò thử tặng quà",
		"Ông Lò Văn Thử, Trưởng Bản.": "2ông lò văn thử trưởng bản",
		"Ông Lò Thử, Bản.":            "0ông lò thử bản",
		"Ông lò văn thử, trưởng bản.": "0ông lò văn thử trưởng bản",
	})
	seen := map[string]mention{"chợ": {2, 0}, "bản": {2, 0}, "ông": {2, 0}, "pọng": {1, 0}}
	for _, c := range []struct {
		score   int
		s, rest string
		known   bool
		want    int
	}{
		{3, "Chợ bản.", "chợ bản", false, 6},
		{3, "Chợ bản Pọng.", "chợ bản pọng", false, 3},
		{3, "Chợ bản ông pọng.", "chợ bản pọng", false, 4},
		{3, "Gùi lúa.", "gùi lúa", false, 2},
		{3, "Gùi lúa.", "gùi lúa", true, 6},
		{3, strings.Repeat("chợ ", 26), strings.Repeat("chợ ", 26), false, 5},
		{2, "Phát biểu ở gùi lúa.", "ở gùi lúa", false, 5},
		{1, "Phát biểu ở gùi lúa.", "ở gùi lúa", false, 0},
		{2, "Phát biểu ở gùi lúa", "ở gùi lúa", false, 1},
	} {
		if got := v.score(c.score, c.s, c.rest, c.known, seen); got != c.want {
			t.Errorf("score(%d, %q) = %d, want %d", c.score, c.s, got, c.want)
		}
	}
}
