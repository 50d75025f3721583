package date

// recursAhead tells whether words of what comes back stand at token i, behind âm lịch, or behind the days that are listed on
// from there: các ngày 2/9, 10/10 và 22/12 | hằng năm.
func recursAhead(s *scan, i int) bool {
	i = s.skip(i, wLunar)
	for n := 0; n < maxItems && s.is(i, wAnd); n++ {
		day := s.skip(s.skip(i, wAnd), wDay)
		p := s.dayAt(day)
		if p.to == fail || p.year != 0 {
			return false
		}
		i = s.skip(p.to, wLunar)
	}
	return s.is(i, wRecurring)
}

// comesBack tells whether a date without a year stands in a sentence that begins with "hằng năm":
// Hằng năm, hội mở vào tháng 3; or behind words that say so of what follows up to a comma: Hội này hằng
// năm mở ngày 27/7. Behind a semicolon, or another date, it may be one of this year.
func comesBack(s *scan, p *partial, i int) bool {
	const most = 24 // tokens between the two
	if p.month == 0 || p.year != 0 || p.leadsYear || p.leadsMonth || p.way != (way{}) {
		return false
	}
	for k := i - 1; k >= max(s.floor, i-most) && s.Tokens[k].Sentence == s.Tokens[i].Sentence && !s.isMark(k, ";"); k-- {
		if !s.is(k, wRecurring) {
			continue
		}
		if v, _ := s.find(k, wRecurring, 0); s.Opens(k) || v == ofWhatFollows && !s.parted(k, i) {
			return true
		}
	}
	return false
}

// parted tells whether a comma stands between two tokens.
func (x tokens) parted(i, j int) bool {
	for ; i < j; i++ {
		if x.isMark(i, ",") {
			return true
		}
	}
	return false
}

// ofWhatFollows is the value of the words of what comes back that say it wherever they stand.
const ofWhatFollows = 1
