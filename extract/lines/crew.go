package lines

import (
	"slices"
	"strings"
)

// cutCrew takes off who helped to make the page, behind the names: "Thực hiện: Lan Anh; Đồ họa:
// Tuấn Minh".
func (s *signing) cutCrew() bool {
	for _, sep := range []string{"; ", " | ", " - ", " – ", ". ", ", "} {
		head, rest, _ := strings.Cut(s.rest, sep)
		if label, _, labelled := strings.Cut(rest, ":"); labelled && s.w.Crew.Equals(label) || s.helped(rest) {
			s.rest = head
		}
	}
	return true
}

// cutPhotoFirst takes off who made the pictures where that stands first: Ảnh: Lan Anh. Bài: Việt Linh.
func (s *signing) cutPhotoFirst() bool {
	s.rest = behindPhoto(s.w, s.rest)
	return true
}

// cutHelpers takes off who made the pictures or helped, each part of a line for itself, without a colon: Bài Lan
// Anh · Ảnh Việt Linh · Thiết kế Thu Hà.
func (s *signing) cutHelpers() bool {
	for _, mark := range []string{" · ", " • ", " | "} {
		parts := strings.Split(s.rest, mark)
		if len(parts) < 2 || !s.w.Byline.Opens(parts[0]) {
			continue
		}
		kept := slices.DeleteFunc(parts[1:], func(part string) bool { return s.helped(part) || s.pictured(part) })
		s.rest = strings.Join(append(parts[:1:1], kept...), mark)
	}
	return true
}

// pictured tells who made the pictures behind a label without a colon.
func (s *signing) pictured(part string) bool {
	label, name, _ := strings.Cut(part, " ")
	return s.w.Credit.Equals(label) && s.w.LooseName(name)
}

// behindPhoto is what stands behind who made the pictures where that is another label, the line itself where
// it is none.
func behindPhoto(w *Words, line string) string {
	if strings.Count(line, ":") < 2 || !w.Credit.mayBegin(line) {
		return line
	}
	for _, sep := range []string{". ", "; ", " - ", " | ", ", "} {
		first, rest, _ := strings.Cut(line, sep)
		switch label, _, labelled := strings.Cut(rest, ":"); {
		case !labelled, !w.Label.Equals(label), w.CreditOf(first) == "":
			continue
		}
		return rest
	}
	return line
}

// helped tells who helped behind words without a colon: Translated by Lan Anh.
func (s *signing) helped(part string) bool {
	if !s.w.Crew.mayBegin(part) {
		return false
	}
	f := Lower(part)
	n := s.w.Crew.Begins(f)
	return n > 0 && s.w.IsName(WordsFrom(part, Count(f[:n])))
}

// cutPhoto takes the photographer off: "Tuấn Minh - Ảnh: Việt Linh".
func (s *signing) cutPhoto() bool {
	if s.w.Byline.Opens(s.rest) && !strings.Contains(s.rest, " - ") && strings.Count(s.rest, ":") < 2 {
		return true
	}
	label, _, _ := strings.Cut(s.rest, ":")
	if !s.w.Label.Equals(label) { // Bài và ảnh: Lan Anh - Ảnh: Việt Linh
		label = ""
	}
	for _, start := range s.w.creditStarts(s.rest) {
		switch {
		case start <= len(label), s.w.CreditOf(s.rest[start:]) == "", s.labels(s.rest[:start]):
		default:
			if source := s.w.AfterSource(s.rest[start:]); source != s.rest[start:] { // Lan Anh - Nguồn: Báo Mẫu
				s.sig.Source = source
			}
			s.rest, s.sig.Marked = strings.TrimRight(s.rest[:start], " -–|,;./"), true
			return true
		}
	}
	return true
}

// labels tells the head of a label that goes on, "Tin, ảnh:"; a team is who wrote.
func (s *signing) labels(words string) bool {
	f := Lower(words)
	return s.w.Byline.Is(f) && !s.w.Team.Is(f)
}

// cutPhotoName takes off who made the pictures behind the name of who wrote, each behind a label without a
// colon: Bài Lan Anh Ảnh Việt Linh.
func (s *signing) cutPhotoName() bool {
	head := 0
	if s.w.Byline.mayBegin(s.rest) {
		head = s.w.Byline.Begins(Lower(s.rest))
	}
	for _, start := range s.w.creditStarts(s.rest)[min(1, head):] {
		if s.pictured(s.rest[start:]) && s.w.LooseName(behindPhrase(s.rest[:start], Lower(s.rest)[:head])) {
			s.rest, s.sig.Marked = strings.TrimSpace(s.rest[:start]), true
			break
		}
	}
	return true
}
