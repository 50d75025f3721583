package date

import (
	"time"

	"github.com/boctin/boctin/normalize/edtf"
)

// ofSchool is the value of the words for a year of school.
const ofSchool = 1

// The months in which a year of school begins: that which is to come, and that which goes on; and that in which it ends.
const (
	nextSchoolYear = time.September
	thisSchoolYear = time.August
	lastSchoolYear = time.June
)

// schoolYear means the year of school in which the document lies, the one before or the next: năm học này, năm học tới.
func schoolYear(s *scan, d *draft, m *found) bool {
	if d.n != ofSchool || d.way.inText && d.way.offset > 0 || s.counted(m.from) {
		return false
	}
	if s.doc.Month == 0 {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = s.documentAnchor()
	first := s.doc.Year + d.way.offset
	if time.Month(s.doc.Month) < [...]time.Month{lastSchoolYear, thisSchoolYear, nextSchoolYear}[1+sign(d.way.offset)] {
		first--
	}
	return m.interval(edtf.YearPoint(first), edtf.YearPoint(first+1))
}

// sign gives -1, 0 or 1.
func sign(n int) int { return max(-1, min(n, 1)) }
