package event

// guard is one reason why what looks like an event is none.
type guard struct {
	name string
	hits func(s *sentence, d *draft) bool
}

// guards are asked of every draft.
func guards() []guard {
	return []guard{
		{"event/denied", isDeniedEvent},
		{"event/said", isSaid},
		{"event/subordinate", isSubordinate},
		{"event/occasion", isOccasionOnly},
		{"event/quoted", isQuoted},
		{"event/history", isHistory},
		{"event/general", isInGeneral},
	}
}

// against gives the first guard that speaks against the draft.
func (s *sentence) against(d *draft) string {
	for i := range s.guards {
		if s.guards[i].hits(s, d) {
			return s.guards[i].name
		}
	}
	return ""
}

func isDeniedEvent(s *sentence, d *draft) bool { return d.status == denied }

// announces are the kinds that police and press offices tell: behind "cho biết"
// they are news all the same.
func announces(kind string) bool {
	return policing(kind) || kind == "appointment" || kind == "departure" || kind == "discipline" || kind == "award"
}

// isSaid: a verb of saying or wishing governs the clause. A đề nghị B tiếp C.
func isSaid(s *sentence, d *draft) bool {
	heard := classes(isReport | isWish)
	if announces(d.kind) {
		heard = isWish
	}
	near := true
	for i := d.lo - 1; i >= 0; i-- {
		near = near && !s.has(i, isComma|isMark)
		if !s.has(i, heard) || s.has(i, isDecision|isPart) && announces(d.kind) {
			continue
		}
		if near || s.finite(i) {
			return true
		}
	}
	return false
}

// finite tells whether somebody stands before the verb at item i.
func (s *sentence) finite(i int) bool {
	for i--; s.has(i, isAux|isPlanned|isComma); i-- {
	}
	return s.has(i, isPerson|isOffice|isBody|isBoth|isGroup)
}

// isSubordinate: the clause hangs on a word before it. Việc A thăm B; khi A gặp B.
func isSubordinate(s *sentence, d *draft) bool {
	if s.has(d.lo, isNoun) && d.lo == d.at {
		return false
	}
	if s.has(d.lo-1, isDecision) && announces(d.kind) || d.kind == "promotion" || s.has(d.lo-1, isHappens) {
		return false
	}
	if d.status == planned && s.has(d.lo-1, isUnder) && s.word(d.lo-1) == "trước" {
		return false
	}
	if d.kind == "visit" && s.has(d.lo-1, isVerb) {
		return s.items[d.lo-1].verb.Kind != "meeting"
	}
	return s.has(d.lo-1, isUnder|isLower|isOffice|isVerb) && !s.has(d.lo-1, isDate|isPlace|isBy)
}

// isOccasionOnly: it is why something else is done. Nhân dịp A thăm B.
func isOccasionOnly(s *sentence, d *draft) bool {
	for i := d.lo - 1; i >= 0; i-- {
		if s.has(i, isComma) {
			return false
		}
		if s.has(i, isOccasion) {
			return true
		}
	}
	return false
}

// isQuoted: the trigger stands between quotation marks that opened before the clause.
func isQuoted(s *sentence, d *draft) bool {
	open := false
	for i := range d.at {
		if !s.has(i, isMark) {
			continue
		}
		switch s.word(i) {
		case "“", "«":
			open = true
		case "”", "»":
			open = false
		case "\"":
			open = !open
		}
	}
	return open
}

// isHistory: words before it tell of former times.
func isHistory(s *sentence, d *draft) bool {
	for i := range d.at {
		if s.has(i, isBackground) {
			return true
		}
	}
	return false
}

// isInGeneral: it is so by rule or custom.
func isInGeneral(s *sentence, d *draft) bool {
	for i := range d.at {
		if s.has(i, isGeneral) {
			return true
		}
	}
	return false
}
