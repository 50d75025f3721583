package date

// cycle is the length of the cycle of stems and branches, in years.
const cycle = 60

// aheadYears is how far in the future a year of the cycle is looked for.
const aheadYears = 2

// animalYear reads a year of the sixty-year cycle, Giáp Thìn: the last one, or
// the next if that is near.
func (s *scan) animalYear(i int) (year, next int) {
	stem, n := s.find(i, wStem, 0)
	if n == 0 {
		return 0, fail
	}
	branch, m := s.find(i+n, wBranch, 0)
	if m == 0 || stem%2 != branch%2 {
		return 0, fail
	}
	if s.doc.Year == 0 {
		s.doubt("date/no-document-date", i, i+n+m)
		return 0, fail
	}
	// 1984 was Giáp Tý, the first year of a cycle.
	place := floorMod(6*stem-5*branch, cycle)
	year = 1984 + place
	year += floorDiv(s.doc.Year+aheadYears-year, cycle) * cycle
	return year, i + n + m
}
