package event

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
)

// sufferer gives whom the verb at item k strikes: right behind it, or behind
// "đối với", "cho", or behind the title or rank that stands between.
func (s *sides) sufferer(k int) side {
	x := s.after(k)
	if len(x.people) > 0 {
		return x
	}
	end := k + 20
	if slices.ContainsFunc(s.items[k+1:min(len(s.items), k+4)], func(x item) bool { return x.frame&suit != 0 }) {
		end = k + 32 // tuyên án vụ tham ô tài sản xảy ra tại X với | A
	}
	for j := k + 1; j < min(len(s.items), end); j++ {
		switch {
		case s.quotedUpTo(j) > j:
			j = s.quotedUpTo(j) // trao Kỷ niệm chương "Vì an ninh" | cho A; đình chỉ công tác (từ ngày 4/8) đối với A
		case s.has(j, isColon) && s.at(j-1).frame&among != 0: // 5 người, gồm: A
		case s.has(j, isOn):
			if j = s.pass(j+1, len(s.items), isLower|isNumber) - 1; s.has(j+1, isColon) && !s.has(j+3, isReport) {
				j++ // cho hai sĩ quan cấp cao: A và B; but not cho 3 người: A nói
			}
			if y := s.after(j); len(y.people) > 0 || s.items[k].frame&takesAward != 0 && y.named() {
				return y
			}
		case s.has(j, isReport|isMark):
			return x
		case s.items[k].frame&takesMeasure != 0 && s.runs(j-1, isOf|isGroup, isPerson):
			return s.after(j - 1) // cách hết chức vụ trong Đảng của A; khai trừ 3 nguyên Bí thư là các ông: A, B
		case s.items[k].frame&takesCase != 0 && s.runs(j-1, isGroup, isPerson):
			return s.after(j - 1) // khởi tố 2 bị can: A; B
		case s.has(j, isPerson) && s.at(s.passBack(j, isColon)-1).frame&among != 0:
			return s.after(j - 1) // truy tố 21 bị can, trong đó có A
		case searchedToo(&s.line, k, j), suffersToo(s, k, j), besideName(&s.line, j):
			return s.after(j - 1)
		case s.runs(j-1, isOffice|isPost|isLower|isRank, isPerson), s.at(j-1).frame&(takesCase|takesMeasure) != 0 && s.has(j, isPerson):
			return s.after(j - 1)
		}
	}
	return x
}

// strikes gives whom a decision strikes, who stands before those who take it, and leaves them alone in the side: Đối với
// A, Giám đốc X, | Ban Bí thư quyết định kỷ luật. Without a word before him, only a body of the whole state decides.
func (s *sides) strikes(x *side) side {
	lo := x.lo
	if !s.runs(lo, isPerson, isComma) {
		lo -= 2 // which "đối với" has parted
	}
	on := s.has(lo-1, isOn)
	switch {
	case lo+3 != x.hi, !s.runs(lo, isPerson, isComma, isBody|isOffice), !s.only(lo, fronting|isOn|isLower):
		return nowhere(x.lo)
	case !on && (!s.has(lo+2, isBody) || !s.central(s.items[lo+2].bodies)):
		return nowhere(x.lo)
	}
	whom := side{lo: lo, hi: lo + 1}
	s.fill(&whom)
	*x = side{lo: lo + 2, hi: x.hi, status: x.status, aux: x.aux, leaves: x.leaves}
	s.fill(x)
	return whom
}

// central tells whether a body of the party or the state decides on officials of all provinces.
func (a *article) central(bodies []int) bool {
	return slices.ContainsFunc(bodies, func(b int) bool {
		g := &a.in.Agencies[b]
		return g.Place == "" && lexicon.Decides(g.Kind)
	})
}

// struckBy gives whom the verb at item k strikes, behind it or before those of the side x who decide on it.
func (s *sides) struckBy(k int, x *side) side {
	whom := s.sufferer(k)
	if len(whom.people) > 0 {
		return whom
	}
	if y := s.strikes(x); len(y.people) > 0 {
		return y
	}
	return whom
}

// quotedUpTo gives the item of the mark that closes the name in quotation marks, or the bracket, which item k opens,
// k where none does.
func (l *line) quotedUpTo(k int) int {
	const most = 14
	closing := closes[l.word(k)]
	if closing == "" {
		return k
	}
	for j := k + 1; j < min(len(l.items), k+most); j++ {
		if l.word(j) == closing {
			return j
		}
	}
	return k
}

// closes gives the mark that closes what a quotation mark or bracket opens.
var closes = map[string]string{"(": ")", "“": "”", "\"": "\"", "«": "»", "‘": "’"}

// suffersToo tells whether person j suffers what the verb at item k tells, too, behind another verb:
// miễn nhiệm chức vụ X và bổ nhiệm chức vụ Y đối với | A; but not miễn nhiệm X và bầu A làm X.
func suffersToo(s *sides, k, j int) bool {
	if !s.runs(j-2, isAnd, isVerb, isPerson) || s.pass(k+1, j, isOffice|isPost|isBody|isRank) != j-2 {
		return false
	}
	return s.until(j+1, len(s.items), isPost) < 0
}

// besideName tells whether the person at item j stands behind "và" and a private person:
// bắt Nguyễn Văn A và | ông B, Giám đốc Sở.
func besideName(l *line, j int) bool {
	return l.runs(j-3, isName, isName, isAnd, isPerson) && !l.has(j+1, actsNext)
}

// searchedToo tells whether person j is he whose home is searched as the warrant of the verb at item k says, too: đọc lệnh
// bắt tạm giam, khám xét nơi ở của | A.
func searchedToo(l *line, k, j int) bool {
	if l.items[k].frame&takesCase == 0 || !l.runs(j-1, isOf|isOn, isPerson) {
		return false
	}
	return l.has(k+1, isComma|isAnd) && l.at(k+2).sense&searches != 0
}
