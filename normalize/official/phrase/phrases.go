package phrase

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/rule"
)

// phrases reads the phrases about persons in a text.
type phrases struct{ items }

// Mentions finds the persons that a text names with a rank, post or honorific, in
// order, and keeps in t.Loose the posts that stand without a person.
func (t *Text) Mentions() []Mention {
	r := phrases{items{posts{bodyNames{names{t}}}}}
	var found []Mention
	for i := 0; i < len(t.Tokens); i++ {
		if !t.HasAny(i, &t.titled) {
			continue
		}
		first, ok := r.read(i)
		if !ok {
			continue
		}
		before, _ := r.before(first)
		list, end := r.group(first, len(before) > 0)
		if len(before) > 0 {
			list = append(before, list...)
		}
		found = append(found, r.assign(list)...)
		i = max(end, i+1) - 1
	}
	return append(found, t.aside...)
}

// longestGroup bounds the items of one phrase, so that time stays linear.
const longestGroup = 400

// group goes on from the first item as long as pieces follow one another, and
// gives the token behind the last. The items are good until the next call.
func (r phrases) group(first item, open bool) ([]item, int) {
	list := append(r.memory.items[:0], first)
	defer func() { r.memory.items = list }()
	end, closed := first.to, false
	for i := first.to; r.Follows(i) && len(list) < longestGroup; {
		it, ok := r.next(list, i)
		if !ok {
			break
		}
		switch it.gap {
		case gapOpen:
			open = true
		case gapClose:
			closed = !open // (em trai bà A, Bí thư …): what follows is about another
			open = false
		}
		if closed {
			break
		}
		if it.kind != gapItem {
			end = it.to
		}
		if it.kind != gapItem || it.gap != gapNone || it.onward || it.earlier {
			list = append(list, it)
		}
		i = it.to
	}
	return list, end
}

// nextRule reads the piece at token i behind others of a phrase; the first rule
// that reads one decides.
type nextRule = func(r phrases, list []item, i int) (item, bool)

func nextRules() rule.Table[nextRule] {
	return rule.Table[nextRule]{
		rule.Of("phrase/title", func(r phrases, _ []item, i int) (item, bool) { return r.read(i) }),
		// Giám đốc Sở X và Giám đốc Sở Y lần lượt là A và B
		rule.Of("phrase/each", func(r phrases, _ []item, i int) (item, bool) {
			it, ok := passed(i, r.each(i))
			it.gap = gapEach
			return it, ok
		}),
		// các Thứ trưởng Bộ Y tế tham dự gồm …
		rule.Of("phrase/such", phrases.such),
		rule.Of("phrase/name", phrases.name),
		// Quốc vương 81 tuổi A
		rule.Of("phrase/aged", func(r phrases, list []item, i int) (item, bool) {
			if list[len(list)-1].kind > officeItem {
				return item{}, false
			}
			return passed(i, r.age(i))
		}),
		// A (SN 1970), A, 45 tuổi
		rule.Of("phrase/filler", func(r phrases, list []item, i int) (item, bool) {
			last := list[len(list)-1]
			switch last.kind {
			case gapItem, nameItem:
				return passed(i, r.filler(i))
			}
			return item{}, false
		}),
		// miễn nhiệm chức vụ X đối với ông A
		rule.Of("phrase/concerning", func(r phrases, list []item, i int) (item, bool) { return passed(i, r.concerning(list, i)) }),
		// A được điều động, bổ nhiệm giữ chức X
		rule.Of("phrase/appointed", func(r phrases, _ []item, i int) (item, bool) {
			it, ok := passed(i, r.appointed(i))
			it.gap = gapIs
			return it, ok
		}),
		// A từng giữ các chức vụ: X, Y
		rule.Of("phrase/held-once", func(r phrases, _ []item, i int) (item, bool) {
			it, ok := passed(i, r.heldOnce(i))
			it.gap, it.left = gapIs, true
			return it, ok
		}),
		// A thôi tham gia Ban Chấp hành, thôi giữ chức X
		rule.Of("phrase/leaves-seat", func(r phrases, _ []item, i int) (item, bool) { return passed(i, r.leavesSeat(i)) }),
		// A, người vừa được bầu làm X
		rule.Of("phrase/of-him", func(r phrases, _ []item, i int) (item, bool) { return passed(i, r.ofHim(i)) }),
		// …, giữ chức X, thay ông B
		rule.Of("phrase/replaces", func(r phrases, list []item, i int) (item, bool) {
			it, ok := passed(i, r.phrase(i, replaces))
			it.gap, it.replaces = gapWith, true
			return it, ok && hasName(list)
		}),
		// A được thăng cấp bậc hàm từ Đại tá lên Thiếu tướng
		rule.Of("phrase/promoted", func(r phrases, _ []item, i int) (item, bool) {
			it, ok := passed(i, r.promoted(i))
			it.gap = gapIs
			return it, ok
		}),
		// bổ nhiệm chức vụ X và thăng cấp bậc hàm Thiếu tướng đối với ông A
		rule.Of("phrase/and-promoted", func(r phrases, list []item, i int) (item, bool) {
			it, ok := passed(i, r.phrase(i, promotes))
			if hasName(list) {
				it.gap = gapIs // bổ nhiệm A làm X và thăng cấp bậc hàm Đại tá
				it.to += r.phrase(it.to, promoted)
			}
			return it, ok
		}),
		// thăng quân hàm Trung tướng và bổ nhiệm chức vụ Tư lệnh X đối với ông A
		rule.Of("phrase/and-appointed", func(r phrases, list []item, i int) (item, bool) {
			it, ok := passed(i, r.appoints(i))
			return it, ok && !hasName(list)
		}),
		// cố vấn A của Tổng thống Mỹ
		rule.Of("phrase/served-behind", phrases.servedBehind),
		rule.Of("phrase/gap", func(r phrases, _ []item, i int) (item, bool) { return r.gap(i) }),
		// A, Tổng kiểm soát X, Bí thư Đảng ủy Y
		rule.Of("phrase/unknown-post", func(r phrases, list []item, i int) (item, bool) {
			if !list[len(list)-1].gap.of(gapComma, gapDash) {
				return item{}, false
			}
			return passed(i, r.unknownPost(i))
		}),
	}
}

// hasName tells whether one of the pieces is a name.
func hasName(list []item) bool {
	return slices.ContainsFunc(list, func(it item) bool { return it.kind == nameItem })
}

// servedBehind reads whom an assistant serves behind the assistant's name.
func (r phrases) servedBehind(list []item, i int) (item, bool) {
	k, n := len(list)-2, r.link(i, linkOf)
	if list[k+1].kind != nameItem || list[k].kind != officeItem || !list[k].office.Entry.Personal {
		return item{}, false
	}
	of := list[k].office
	if !(bodyReader{posts: r.posts, o: &of, at: i + n, title: i}).ofSuperior() {
		return item{}, false
	}
	list[k].office.Country, list[k].office.State = of.Country, true
	return passed(i, of.To-i)
}

// passed is a gap of n tokens that says nothing.
func passed(i, n int) (item, bool) { return item{kind: gapItem, from: i, to: i + n}, n > 0 }

// next reads the piece at token i, knowing what stands before it.
func (r phrases) next(list []item, i int) (item, bool) {
	for _, row := range r.rules.next {
		if it, ok := row.Do(r, list, i); ok {
			return it, true
		}
	}
	return item{}, false
}

// name reads a name behind anything but a name.
func (r phrases) name(list []item, i int) (item, bool) {
	last := &list[len(list)-1]
	m := expected
	switch {
	case last.kind == nameItem:
		return item{}, false
	case i > last.to: // vừa đắc cử
	case last.kind == officeItem && !last.office.Bare():
		m = behindBody
		if (states{r.Text}).foreignBefore(i) {
			m = behindState
		}
	case last.kind == honorificItem && r.givenAlone(i):
		return item{kind: nameItem, from: i, to: i + 1, name: Name{From: i, To: i + 1}}, true
	case last.kind == gapItem, last.honors(lexicon.PrivateHonorific):
		m = listed
	}
	n, ok := r.names.read(i, m)
	return item{kind: nameItem, from: n.From, to: n.To, name: n}, ok
}

// givenAlone tells whether a given name stands alone at token i that is also a word with
// which no name begins: ông Tuyên.
func (r phrases) givenAlone(i int) bool {
	return r.Looks(i, reading.GivenName|reading.NeverName|reading.Large, reading.Small)
}

// such reads up to "gồm" behind a post of many, up to "là" behind a counted one:
// các kiểm sát viên tại phiên tòa gồm; hai cựu thứ trưởng bị xử là.
func (r phrases) such(list []item, i int) (item, bool) {
	const most = 14
	last := list[len(list)-1]
	if !last.shared {
		return item{}, false
	}
	for k := range r.ahead(i, most) {
		if r.is(k, among) || k > i && r.namesThem(k) {
			it, ok := passed(i, k+1-i)
			it.gap = gapSuch
			return it, ok
		}
		if r.Is(k, reading.Sign) || r.Capital(k) {
			break
		}
	}
	return item{}, false
}

// namesThem tells whether token k is "là" before a name or a title.
func (r phrases) namesThem(k int) bool {
	w, _ := r.word(k + 1)
	return r.is(k, named) && (r.Capital(k+1) || w.kind > linkWord)
}

// unknownPost passes over a post that the lexicon does not know, where one that it
// knows follows behind a comma.
func (r phrases) unknownPost(i int) int {
	const most = 10
	if !r.Capital(i) {
		return 0
	}
	for k := range r.ahead(i+1, most) {
		if r.Is(k, reading.Comma) {
			if it, _ := r.read(k + 1); it.kind == officeItem {
				return k - i
			}
			return 0
		}
		if r.Is(k, reading.Sign) || r.is(k, stop) {
			return 0
		}
	}
	return 0
}
