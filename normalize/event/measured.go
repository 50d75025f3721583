package event

import "cmp"

// byMeasure reads the offices of which a discipline deprives somebody: kỷ luật A bằng hình thức cách chức X; cách
// chức Y.
func byMeasure(s *sentence, k int) []*draft {
	of := s.measured(k)
	if of < 0 {
		return nil
	}
	whom := side{lo: of, hi: of + 1}
	s.fill(&whom)
	d := s.draft(s.items[k].verb.Kind, of, k, k+1, "")
	s.takes(d, k)
	if d.post == nil {
		return nil
	}
	d.add(s.items[k].verb.Object, &whom)
	d.bodies = nil
	if v := s.disciplines(of); v >= 0 {
		by := s.givenBy(v)
		d.status = cmp.Or(by.status, d.status)
		s.addDecider(d, &by)
	}
	s.addAgency(d)
	return []*draft{d}
}

// measured gives the person of whose discipline the verb at item k says the measure, behind the same verb that semicolons
// or commas part from it; -1 where it says none.
func (s *sentence) measured(k int) int {
	for s.at(k-1).frame&form == 0 {
		if k = s.alikeBefore(k); k < 0 {
			return -1
		}
	}
	of := s.passBack(k-1, isComma) - 1
	if !s.has(of, isPerson) || s.disciplines(of) < 0 {
		return -1
	}
	return of
}

// alikeBefore gives the verb that the one at item k is again, behind a semicolon or comma; -1 where it is not.
func (s *sentence) alikeBefore(k int) int {
	const far = 30 // items of an office
	if !s.has(k-1, isComma|isAnd) && !s.semicolon(k-1) {
		return -1
	}
	for i := k - 2; i >= max(0, k-far); i-- {
		if s.has(i, isVerb) && s.items[i].word == s.items[k].word {
			return i
		}
		if s.has(i, isVerb|isPerson) {
			return -1
		}
	}
	return -1
}

// disciplines gives the verb of a discipline that the person at item k suffers, -1 where none does.
func (s *sentence) disciplines(k int) int {
	j := s.passBack(k, isOn|isGroup|isComma|isLower) - 1
	if !s.has(j, isVerb) || s.items[j].frame&takesMeasure == 0 {
		return -1
	}
	return j
}
