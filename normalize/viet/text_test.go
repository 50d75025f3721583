package viet

import (
	"fmt"
	"maps"
	"strings"
	"testing"
)

func dump(src string) string {
	t := NewVocabulary(0).Parse("body", src)
	var b strings.Builder
	for i, tok := range t.Tokens {
		if i > 0 && tok.Sentence != t.Tokens[i-1].Sentence {
			b.WriteString("| ")
		}
		fmt.Fprintf(&b, "%s ", t.Word(i))
	}
	return strings.TrimSpace(b.String())
}

func TestTokensAndSentences(t *testing.T) {
	for src, want := range map[string]string{
		"Công an TP.HCM bắt A. Việc này":  "Công an TP . HCM bắt A . Việc này",
		"Ông ấy về nhà. Sau đó đi.":       "Ông ấy về nhà . | Sau đó đi .",
		"C06 và PC04, lúc 15h30":          "C06 và PC04 , lúc 15 h 30",
		"Việt Nam-Trung Quốc./.\n\nTheo":  "Việt Nam - Trung Quốc . / . | Theo",
		"“Tốt.” Ông nói":                  "“ Tốt . ” | Ông nói",
		"Th.S Lan, TP. Huế":               "Th . S Lan , TP . Huế",
		"một dòng\nhai dòng":              "một dòng hai dòng",
		"Tin vắn\n\nhai vụ cháy":          "Tin vắn | hai vụ cháy",
		"” Ông nói":                       "” Ông nói",
		". Ông đi":                        ". | Ông đi",
		"TP . Huế":                        "TP . | Huế",
		"Về tp. Ông đi":                   "Về tp . | Ông đi",
		"Có 5. Ông đi":                    "Có 5 . | Ông đi",
		"Covid19 và":                      "Covid 19 và",
		"e\u0301m đi":                     "e\u0301m đi",
		"lúc 5.10 hôm ấy… Sau đó? “Được”": "lúc 5 . 10 hôm ấy … | Sau đó ? | “ Được ”",
	} {
		if got := dump(src); got != want {
			t.Errorf("%q\n got %s\nwant %s", src, got, want)
		}
	}
}

func TestGapsAndShapes(t *testing.T) {
	text := NewVocabulary(0).Parse("body", "BỘ Công an\nđT-x\n \nC06 McD")
	var got []string
	for i, tok := range text.Tokens {
		got = append(got, fmt.Sprintf("%s/%d/%d", text.Word(i), tok.Gap, tok.Shape))
	}
	if s := strings.Join(got, " "); s != "BỘ/3/2 Công/1/1 an/1/0 đT/2/3 -/0/0 x/0/0 C06/3/1 McD/1/3" || text.Tokens[0].Sentence != 0 {
		t.Error(s)
	}
}

func TestTrie(t *testing.T) {
	v := NewVocabulary(0)
	trie := NewTrie(0)
	*trie.At(v.Add("Bộ Công an")) = 1
	*trie.At(v.Add("Bộ Công an Trung Quốc")) = 2
	*trie.At(v.Add("UBND TP.HCM")) = 3
	for src, want := range map[string]int32{
		"bộ công an Trung": 1, "BỘ CÔNG AN TRUNG QUỐC": 2, "UBND TP. HCM": 3,
		"Bộ Công": 0, "Bộ\nCông an": 1, "Bộ\n\nCông an": 0, "Bộ Công an\n\nTrung Quốc": 1, "Bộ Công an Trung": 1,
	} {
		if got := trie.Longest(v.Parse("body", src), 0); got != want {
			t.Errorf("%q: %d, want %d", src, got, want)
		}
	}
}

// TestTrieEach holds with which other phrase each begins.
func TestTrieEach(t *testing.T) {
	v := NewVocabulary(0)
	trie := NewTrie(0)
	for i, phrase := range []string{"Bộ Công an Trung Quốc", "Bộ", "Bộ Công an", "Công an", "Bộ Y tế", "Sở Y tế A"} {
		*trie.At(v.Add(phrase)) = int32(i + 1)
	}
	begins := map[int32]int32{}
	trie.Each(func(phrase, with int32) {
		if _, told := begins[with]; with != 0 && !told {
			t.Errorf("%d is told of before %d", phrase, with)
		}
		begins[phrase] = with
	})
	if want := (map[int32]int32{1: 3, 2: 0, 3: 2, 4: 0, 5: 2, 6: 0}); !maps.Equal(begins, want) {
		t.Errorf("got %v, want %v", begins, want)
	}
}

// TestTrieOfSiblings holds the phrases that begin alike, many of them.
func TestTrieOfSiblings(t *testing.T) {
	v := NewVocabulary(0)
	trie := NewTrie(0)
	const many = 2000
	word := func(i int) string { return string([]byte{'a' + byte(i%26), 'a' + byte(i/26%26), 'a' + byte(i/676)}) }
	for i := range many {
		*trie.At(v.Add("tổ " + word(i))) = int32(i + 1)
	}
	for i := range many {
		if got := trie.Get(v.Add("tổ " + word(i))); got != i+1 {
			t.Errorf("tổ %s: %d, want %d", word(i), got, i+1)
		}
	}
	for _, unknown := range []string{"", "tổ", word(5), "tổ zzz", "tổ " + word(5) + " " + word(6), "x y z"} {
		if got := trie.Get(v.Add(unknown)); got != 0 {
			t.Errorf("%q has number %d", unknown, got)
		}
	}
	*trie.At(nil) = 7
	if got := trie.Longest(v.Parse("", word(many-1)), 0); got != 0 {
		t.Errorf("found %d", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Ngày 10/1, tại Hà Nội, Đại tướng Tô Lâm tiếp ông A. B./.")
	f.Add("CÔNG AN Hoà\u0301 Bình“TP”C06")
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		v := NewVocabulary(0)
		v.Add("ngày tại hà nội đại tướng tô lâm tiếp ông a b công an hòa bình tp c")
		read := scanned(s)
		for _, tok := range v.Parse("body", s).Tokens {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("token %d-%d after %d in %q", tok.Start, tok.End, end, s)
			}
			end = tok.End
			word := s[tok.Start:tok.End]
			if id := v.ID(word); tok.ID != id || tok.Shape != shapeOf(word) {
				t.Fatalf("%+v, want number %d and shape %d in %q", tok, id, shapeOf(word), s)
			}
			if want := read[0]; tok.End == want.End {
				read = read[1:]
			} else if tok.End > want.End || v.ID(s[want.Start:want.End]) != 0 {
				t.Fatalf("%+v, want %+v in %q", tok, want, s)
			}
		}
		if len(read) > 0 {
			t.Fatalf("%+v is left out of %q", read, s)
		}
	})
}

// scanned reads every token rune by rune.
func scanned(src string) (tokens []Token) {
	s := scanner{src: src}
	for s.space(); s.pos < len(src); s.space() {
		tok := Token{Start: s.pos}
		s.read(&tok, nil)
		tokens = append(tokens, tok)
	}
	return tokens
}
