package charset

import (
	"strings"
	"unicode"
)

// syllables holds the structure of the Vietnamese syllable: onset, rime, tone.
type syllables struct {
	vowels map[rune]toned
	onsets map[string]bool
	rimes  map[string]bool
}

type toned struct {
	vowel rune
	tone  int // 0 level, then huyền sắc hỏi ngã nặng
}

var vietnamese = newSyllables()

const (
	onsets = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
	rimes  = `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu`
)

func newSyllables() *syllables {
	s := &syllables{vowels: map[rune]toned{}, onsets: map[string]bool{"": true}, rimes: map[string]bool{}}
	for _, row := range []string{
		"aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
		"oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
	} {
		runes := []rune(row)
		for tone, r := range runes {
			s.vowels[r] = toned{runes[0], tone}
		}
	}
	for _, o := range strings.Fields(onsets) {
		s.onsets[o] = true
	}
	for _, r := range strings.Fields(rimes) {
		s.rimes[r] = true
	}
	return s
}

// longest is the length in letters of the longest syllable, "nghiêng".
const longest = 7

// valid tells whether a word in NFC is a well-formed Vietnamese syllable.
func (s *syllables) valid(word []rune) bool {
	if len(word) > longest {
		return false
	}
	var letters [longest]rune
	tone := 0
	for i, r := range word {
		r = unicode.ToLower(r)
		if v, ok := s.vowels[r]; ok {
			if v.tone > 0 && tone > 0 {
				return false
			}
			r, tone = v.vowel, max(tone, v.tone)
		}
		letters[i] = r
	}
	for split := 0; split <= min(3, len(word)-1); split++ {
		if s.onsets[string(letters[:split])] && s.fits(letters[:split], letters[split:len(word)], tone) {
			return true
		}
	}
	return false
}

// fits tells whether onset, rime and tone go together: a rime that ends in a
// stop has two tones only, and c k, g gh, ng ngh share the vowels among them.
func (s *syllables) fits(onset, rime []rune, tone int) bool {
	if !s.rimes[string(rime)] {
		return false
	}
	switch last := rime[len(rime)-1]; {
	case last == 'p' || last == 't' || last == 'c' || string(rime[len(rime)-min(2, len(rime)):]) == "ch":
		if tone != 2 && tone != 5 {
			return false
		}
	}
	front := rime[0] == 'e' || rime[0] == 'ê' || rime[0] == 'i' || rime[0] == 'y'
	switch string(onset) {
	case "c", "ng":
		return !front
	case "g":
		return !front || rime[0] == 'i'
	case "k", "gh", "ngh":
		return front
	}
	return true
}
