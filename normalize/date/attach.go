package date

import (
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/viet"
)

// attach adds to a match what stands around it: the weekday, the part of the
// day, the clock, "khoảng", "đầu".
func (s *scan) attach(m *found) {
	if m.rule.kind&daily != 0 {
		s.attachWeekday(m)
		if m.part == 0 {
			s.attachPart(m)
		}
		s.attachClock(m)
		if m.hour == edtf.NoHour {
			s.attachClockAfter(m)
		}
	} else if _, start := s.before(m.from, wStage); start < m.from && start >= s.floor {
		m.from = start
	}
	if _, start := s.before(m.from, wAbout); start < m.from && start >= s.floor && !m.attached {
		m.about, m.from = true, start
	}
}

// attachWeekday takes "thứ Ba", "thứ Ba (" or "Thứ bảy, " before a date.
func (s *scan) attachWeekday(m *found) {
	if m.hasDay {
		return
	}
	i := m.from
	open := i > 0 && s.isMark(i-1, "(")
	if i > 0 && s.isMark(i-1, "(,") {
		i--
	}
	v, start := s.before(i, wWeekday)
	if start == i || start < s.floor {
		return
	}
	if open {
		if m.to >= len(s.t.Tokens) || !s.isMark(m.to, ")") {
			return
		}
		m.to++
	}
	m.from, m.weekday, m.hasDay, m.attached = start, v, true, true
	if _, head := s.before(start, wDay); head < start && head >= s.floor && start-head == 1 {
		m.from = head
	} else if _, head := s.before(start, wHom); head < start && head >= s.floor {
		m.from = head
	}
}

// attachPart takes "chiều", "rạng sáng", "tối ngày" before a date.
func (s *scan) attachPart(m *found) {
	v, start := s.before(m.from, wPart)
	if start == m.from || start < s.floor || s.t.Tokens[m.from].Gap > viet.Line {
		return
	}
	m.part, m.from, m.attached = v, start, true
}

// clockTokens bounds the length of a clock time: "15 giờ 30 phút" and a comma.
const clockTokens = 5

// attachClock takes "15h30", "8 giờ sáng", "23:59" before a date.
func (s *scan) attachClock(m *found) {
	i := m.from
	if i > 0 && s.isMark(i-1, ",") {
		i--
	}
	for n := clockTokens; n >= 2; n-- {
		start := i - n
		if start < s.floor {
			continue
		}
		hour, minute, next := s.clock(start)
		if next != i || s.joinedBefore(start) {
			continue
		}
		m.from, m.attached = start, true
		if s.endsClockRange(start) {
			return
		}
		m.hour, m.minute = s.hourOf(hour, m.part), minute
		if m.hour > 23 {
			m.hour = edtf.NoHour
		}
		return
	}
}

// attachClockAfter takes "lúc 15h30", "15:30" after a date.
func (s *scan) attachClockAfter(m *found) {
	i := m.to
	if s.isMark(i, ",") {
		i++
	}
	_, n := s.find(i, wAt, 0)
	if n == 0 && i != m.to {
		return
	}
	hour, minute, next := s.clock(i + n)
	if next == fail || i+n >= len(s.t.Tokens) || s.t.Tokens[i+n].Gap > viet.Line || n == 0 && !s.minuted(i) || s.is(next, wUntil) || s.is(next, wDay) {
		return
	}
	if v, length := s.find(next, wPart, 0); length > 0 {
		m.part = v
		next += length
	}
	m.attached = true
	m.to, m.hour, m.minute = next, s.hourOf(hour, m.part), minute
	if m.hour > 23 {
		m.hour = edtf.NoHour
	}
}

// minuted tells whether a colon or an h joined to the number makes a clock.
func (s *scan) minuted(i int) bool {
	return i+2 < len(s.t.Tokens) && s.t.Tokens[i+1].Gap == viet.Joined && s.t.Tokens[i+2].Gap == viet.Joined && s.t.Tokens[i+2].Kind == viet.Number
}

// clock reads a time of day: 15h30, 15 giờ 30 phút, 15:30, 15 giờ.
func (s *scan) clock(i int) (hour, minute, next int) {
	hour, next = s.figure(i, 2)
	if next == fail || hour > 24 || next >= len(s.t.Tokens) {
		return 0, 0, fail
	}
	if s.isMark(next, ":") && next+1 < len(s.t.Tokens) && s.t.Tokens[next].Gap == viet.Joined {
		minute, next = s.figure(next+1, 2)
		if next == fail || minute > 59 {
			return 0, 0, fail
		}
		return hour, minute, next
	}
	if minute, after := s.mergedHour(next); after != fail {
		return hour, minute, after
	}
	_, n := s.find(next, wHour, 0)
	if n == 0 {
		return 0, 0, fail
	}
	next += n
	minute, after := s.figure(next, 2)
	if after == fail || minute > 59 {
		return hour, 0, next
	}
	if _, n := s.find(after, wMinute, 0); n > 0 {
		after += n
	}
	return hour, minute, after
}

// mergedHour reads the H30 of 15H30, which is one token.
func (s *scan) mergedHour(i int) (minute, next int) {
	word := s.t.Word(i)
	if s.t.Tokens[i].Gap != viet.Joined || len(word) != 3 || word[0] != 'H' && word[0] != 'G' || !number(word[1:], 0, 59) {
		return 0, fail
	}
	return int(word[1]-'0')*10 + int(word[2]-'0'), i + 1
}

// endsClockRange tells whether the clock at i ends a range such as 8h - 10h:
// then only the day is sure.
func (s *scan) endsClockRange(i int) bool {
	_, start := s.before(i, wUntil)
	if start == i || start <= s.floor {
		return false
	}
	prev := &s.t.Tokens[start-1]
	return prev.Kind == viet.Number || s.f.words.may(prev).has(wHour) || s.f.words.may(prev).has(wPart) || s.f.words.may(prev).has(wMinute)
}

// hourOf makes 3 giờ chiều 15.
func (s *scan) hourOf(hour, part int) int {
	switch {
	case part == 3 && hour <= 2, part >= 4 && part <= 5 && hour < 12, part == 6 && hour >= 6 && hour < 12:
		return hour + 12
	case part == 6 && hour == 12:
		return 24
	}
	return hour
}
