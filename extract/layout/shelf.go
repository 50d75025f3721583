package layout

// shelf holds selectors by a mark of what they match. Most of what a page has is the
// mark of none, which mostly its first byte and its length tell.
type shelf struct {
	lengths [32]uint64       // by the low bits of the first byte: a bit for each length
	by      map[string][]int // indices of selectors
}

func (s *shelf) put(mark string, selector int) {
	if s.by == nil {
		s.by = map[string][]int{}
	}
	s.by[mark] = append(s.by[mark], selector)
	s.lengths[mark[0]%32] |= 1 << (len(mark) % 64)
}

func (s *shelf) get(mark string) []int {
	if mark == "" || s.lengths[mark[0]%32]&(1<<(len(mark)%64)) == 0 {
		return nil
	}
	return s.by[mark]
}
