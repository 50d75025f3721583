package agency

import (
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// headLeftOut reads "Ngoại giao" behind "Bộ trưởng": Bộ Ngoại giao.
func (r *scanner) headLeftOut(i int) int {
	head, n := r.ellipses.Longest(r.x, i)
	j := i + n
	switch {
	case n == 0, !capitalised(r.x, j), r.x.Is(j, reading.Break), r.x.Small(i) && r.x.Capital(i+1): // chức vụ | Trưởng Công an phường
		return i
	}
	if end := r.branch(i, j, head); end > j {
		return end
	}
	if end := r.pairBehindTitle(i, j, head); end > j {
		return end
	}
	r.ends = append(r.ends[:0], j)
	d := r.withoutHead(j, head)
	if named, _ := r.x.Longest(j, r.names.Kind); d == nil || d.to-j < int(named.Len) {
		return i // Vụ trưởng | Thanh tra Chính phủ: no Vụ Thanh tra
	}
	d.read, d.entry = "agency/head-left-out", reading.Entry{File: "posts.toml", Key: head}
	r.found(d)
	return d.to
}

// branch gives the end of what the deputy at token i is for, where no more of a name
// stands behind it, j for none: Phó Đồn trưởng Nghiệp vụ, Phó Đồn trưởng Trinh sát | Đồn A.
func (r *scanner) branch(i, j int, head string) int {
	title, _ := r.x.Longest(i, reading.Title)
	_, deputy := r.Post(title)
	m, _ := r.x.Longest(j, r.branches)
	end := j + int(m.Len)
	switch {
	case !deputy, capitalised(r.x, end) && viet.Key(r.x.Word(end)) != viet.Key(head):
		return j
	}
	return end
}

// withoutHead reads a body whose head a title took in: of the lexicon, or made
// of fields where these say more.
func (r *scanner) withoutHead(i int, head string) *node {
	var d *node
	if senses, n := r.without(head, r.x, i); n > 0 {
		d = r.fit(i, n, senses, 0)
	}
	if d != nil && d.to-d.from < 2 && d.vague() {
		d = nil
	}
	end := r.fieldsOfState(i)
	switch {
	case end == i, d != nil && end <= d.to, r.ofMany(end):
		return d
	}
	made := r.made(i, end, r.headKind(head), head+" "+r.x.Slice(i, end))
	r.readCountry(made)
	if d == nil || made.country != "" {
		return made
	}
	return d
}

// fieldsOfState gives the end of the fields at token i; a row of them in small letters
// only where another state follows: Phát triển kinh tế, thương mại và nông nghiệp Canada.
func (r *scanner) fieldsOfState(i int) int {
	end, _ := r.fieldsAt(i, false)
	for far := end; r.x.Is(far, reading.Comma|reading.And); {
		next, n := r.fieldsAt(far+1, true)
		switch {
		case n == 0:
			return end
		case r.foreignAt(next):
			return next
		}
		far = next
	}
	return end
}

func (r *scanner) headKind(word string) string {
	if h, ok := r.heads.Get(word); ok {
		return h.Kind
	}
	return ""
}
