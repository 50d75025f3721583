package phrase

import (
	"strings"

	"github.com/boctin/boctin/normalize/reading"
)

// charge reads what the holder of a post is for, and what he is among those who held it.
type charge struct{ posts }

// zone passes over the part of the world for which somebody works: Giám đốc khu vực Tây Thái Bình Dương | của WHO.
func (r charge) zone(o *Office) bool {
	i := o.To + r.phrase(o.To, about)
	n := r.phrase(i, holding)
	if i == o.To || n == 0 {
		return false
	}
	o.To = i + n
	return true
}

// praise passes over the age of an office-holder, what he is among others, or what he is for,
// before the state or body whose he is: Thủ tướng đầu tiên | của Nhật Bản, Tổng thống thứ 19 |
// của Hàn Quốc, tổng thống 77 tuổi | của Brazil, Bộ trưởng phụ trách các vấn đề châu Âu | của Hungary.
func (r charge) praise(o *Office) bool {
	i := o.To + max(items(r).age(o.To), items(r).ordinal(o.To), r.phrase(o.To, epithet))
	charged := r.ended(inCharge, i)
	if charged {
		i = r.pastPlain(i)
	}
	of := r.link(i, linkOf)
	if i == o.To || of == 0 && !charged {
		return false
	}
	_, state := r.State(i + of)
	_, body := r.Body(i + of)
	if state == 0 && !body {
		return false
	}
	o.To = i
	return true
}

// pastPlain goes on from token i over words in small letters and what somebody may be for.
func (r charge) pastPlain(i int) int {
	const most = 8 // tokens
	for k := i; k-i < most; {
		n := max(r.subject(k), r.plain(k))
		if n == 0 || r.link(k, linkOf) > 0 {
			return k
		}
		k += n
	}
	return i
}

// portfolio passes over what the holder of a post is for, behind its body, where his name
// follows: Thứ trưởng Quốc phòng Mỹ phụ trách chính sách | A.
func (r charge) portfolio(o *Office) {
	if !r.Is(o.From-1, reading.Of) {
		o.To = r.pastSubjects(o.To)
	}
}

// since passes over the day on which somebody came to an office, where the sentence begins with it
// and names him behind a comma: Trở thành Thủ tướng Anh | hôm 5/7, ông A ….
func (r charge) since(o *Office) {
	const most = 10 // tokens
	verb := r.endedFrom(elected, o.From)
	if verb == o.From || r.Follows(r.endedFrom(after, verb)) {
		return
	}
	dated := false
	for k := range r.ahead(o.To, most) {
		switch next, _ := r.behindComma(k); {
		case r.Capital(k), dated && r.Is(k, reading.Comma) && next.kind != honorificWord:
			return
		case dated && next.kind == honorificWord:
			o.To = k
			return
		}
		dated = dated || r.Is(k, reading.Figures)
	}
}

// pastSubjects gives the token of a name behind what its bearer is for at token i, i where
// nothing of the kind stands there.
func (r charge) pastSubjects(i int) int {
	const most = 12 // tokens
	from := i + r.accredited(i)
	any, first := r.inCharge(from), from+max(r.phrase(from, inCharge), r.phrase(from, about))
	if first == from && !any {
		return i
	}
	for k := first; k-first < most; {
		n := r.subject(k)
		if _, named := r.names.read(k, listed); n == 0 && named || r.apposed(k) {
			return k
		}
		if any {
			n = max(n, r.plain(k))
		}
		if n == 0 {
			return i
		}
		k += n
	}
	return i
}

// accredited gives 1 for the comma at token i before the further states of an envoy: Đại sứ tại Ấn Độ, | kiêm nhiệm
// Nepal và Bhutan A.
func (r charge) accredited(i int) int {
	if !r.Is(i, reading.Comma) {
		return 0
	}
	n := r.phrase(i+1, inCharge)
	if _, state := r.State(i + 1 + n); n == 0 || state == 0 {
		return 0
	}
	return 1
}

// inCharge tells whether "phụ trách" stands at token i, or before it in a title.
func (r charge) inCharge(i int) bool { return r.is(i, inCharge) || r.ended(inCharge, i) }

// apposed tells whether a comma stands at token i before an honorific or a rank and a name: …, ông A.
func (r charge) apposed(i int) bool {
	w, n := r.behindComma(i)
	return w.of(honorificWord, rankWord) && r.Capital(i+1+n)
}

// untitled takes "phụ trách" out of a title, whose own words end before a token, where what its holder is for follows,
// and not the body that a deputy heads: Trợ lý Ngoại trưởng phụ trách | Đông Á; but Phó Giám đốc phụ trách Sở X.
func (r charge) untitled(o *Office, title int) {
	n := r.phrase(title, inCharge)
	k := title + n
	switch {
	case n == 0, o.BodyFrom == k, !r.Follows(k), r.Is(k, reading.Sign):
		return
	case o.To == k && r.matter(k) == 0:
		return
	}
	o.Title = strings.TrimSuffix(o.Title, " "+strings.ToLower(r.Written(title, k)))
}

// matter gives the tokens of what somebody may be for at token i.
func (r charge) matter(i int) int {
	return max(r.subject(i), r.phrase(i, about), r.phrase(i, branchOf))
}

// plain gives 1 where a word in small letters stands at token i that may be part of what
// somebody is for.
func (r charge) plain(i int) int {
	switch {
	case !r.Small(i), r.is(i, stop):
		return 0
	}
	return 1
}

// subject gives the tokens of what somebody may be for at token i, or of what joins two such
// things.
func (r charge) subject(i int) int {
	_, state := r.State(i)
	_, region := r.Region(i)
	n := max(state, region, r.phrase(i, holding), r.phrase(i, field))
	if r.Is(i, reading.Comma|reading.And|reading.LongDash|reading.Hyphen) {
		n = max(n, 1)
	}
	return n
}

// actsFor gives the token "giữ" before "quyền" and a post: [A, Phó Chủ tịch nước,] giữ | quyền Chủ
// tịch nước.
func (r charge) actsFor(i int) int {
	if !r.is(i, entrusts) {
		return 0
	}
	acting, n := r.word(i + 1)
	if post, _ := r.word(i + 1 + n); acting.kind != actingWord || post.kind != postWord {
		return 0
	}
	return 1
}
