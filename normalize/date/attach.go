package date

import "github.com/boctin/boctin/normalize/edtf"

// attacher adds to a match what stands around it.
type attacher struct {
	*scan
	m *found
}

// attach adds to a match the weekday, the part of the day, the clock, "khoảng", "đầu".
func (s *scan) attach(m *found) { attacher{s, m}.all() }

func (s attacher) all() {
	m := s.m
	if m.rule.kind&daily != 0 {
		s.takeWeekday()
		if m.part == 0 {
			s.takePart()
		}
		s.takeClock()
		if m.hour == edtf.NoHour {
			s.takeClockAfter()
		}
		if s.clockAbroad(m.to) {
			m.hour = edtf.NoHour
		}
	} else if _, start := s.free(m.from, wStage); start < m.from {
		m.from = start
	}
	if _, start := s.free(m.from, wAbout); start < m.from && !m.attached {
		m.about, m.from = true, start
	}
}

// free is before, but for what belongs to a date already found.
func (s *scan) free(i int, r role) (value, start int) {
	v, start := s.before(i, r)
	if start < s.floor {
		return 0, i
	}
	return v, start
}

// takeWeekday takes "thứ Ba", "thứ Ba (" or "Thứ bảy, " before a date.
func (s attacher) takeWeekday() {
	m := s.m
	if m.hasDay {
		return
	}
	i := m.from
	if s.isMark(i-1, "(,") {
		i--
	}
	v, start := s.free(i, wWeekday)
	if start == i || s.follows(start+1, wAnniversary) { // lần thứ hai từ 25/2
		return
	}
	m.from, m.weekday, m.hasDay, m.attached = start, v, true, true
}

// takePart takes "chiều", "rạng sáng", "tối ngày" before a date.
func (s attacher) takePart() {
	m := s.m
	if v, start := s.free(m.from, wPart); start < m.from {
		m.part, m.from, m.attached = v, start, true
	}
}

// clockTokens bounds the length of a clock time: "15 giờ 30 phút" and a comma,
// "1:30:05 a.m".
const clockTokens = 8

// takeClock takes "15h30", "8 giờ sáng", "23:59" before a date.
func (s attacher) takeClock() {
	m := s.m
	i := m.from
	if s.isMark(i-1, ",") {
		i--
	}
	for start := max(s.floor, i-clockTokens); start <= i-2; start++ {
		if !s.plays(start, wShort) {
			continue
		}
		c := s.clock(start)
		if c.next != i || s.joinedBefore(start) {
			continue
		}
		m.from, m.attached = start, true
		if !s.endsClockRange(start) {
			m.setClock(c.hour, c.minute)
		}
		return
	}
}

// endsClockRange tells whether the clock at i ends a range such as 8h - 10h:
// then only the day is sure.
func (s *scan) endsClockRange(i int) bool {
	_, start := s.before(i, wUntil)
	if start == i || start <= s.floor {
		return false
	}
	return s.is(start-1, wFigure, wHour, wPart, wMinute)
}

// takeClockAfter takes "lúc 15h30", "15:30" after a date.
func (s attacher) takeClockAfter() {
	m := s.m
	comma := m.to
	if s.isMark(comma, ",") {
		comma++
	}
	start := s.skip(comma, wAt)
	if start == comma && !s.minuted(start) {
		return
	}
	c := s.clock(start)
	next := c.next
	if next == fail || !s.near(m.to) || s.is(next, wUntil, wDay) {
		return
	}
	if v, length := s.find(next, wPart, 0); length > 0 {
		m.part = v
		next += length
	}
	m.to, m.attached = next, true
	m.setClock(c.hour, c.minute)
}

// lastHour is the last one of a day.
const lastHour = 23

// setClock notes the clock of a day, but for one that its part makes too late.
func (m *found) setClock(hour, minute int) {
	if m.hour = hourOf(hour, m.part); m.hour > lastHour {
		m.hour = edtf.NoHour
		return
	}
	m.minute = minute
}

// The parts of the day as the lexicon numbers them.
const (
	noPart = iota
	dawn
	morning
	noon
	afternoon
	evening
	night
)

// laterHalf gives for each part of the day the clock hours, from and up to,
// that it moves by twelve: 3 giờ chiều is 15.
var laterHalf = [...][2]int{noPart: {}, dawn: {}, morning: {}, noon: {0, 3}, afternoon: {0, 12}, evening: {0, 12}, night: {6, 13}}

// hourOf makes 3 giờ chiều 15.
func hourOf(hour, part int) int {
	if span := laterHalf[part]; hour >= span[0] && hour < span[1] {
		return hour + 12
	}
	return hour
}
