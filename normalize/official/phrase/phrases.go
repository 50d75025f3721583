package phrase

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/rule"
)

// phrases reads the phrases about persons in a text.
type phrases struct{ clauses }

// Mentions finds the persons that a text names with a rank, post or honorific, in
// order, and keeps in t.Loose the posts that stand without a person.
func (t *Text) Mentions() []*Mention {
	r := phrases{clauses{items{posts{bodyNames{names{t}}}}}}
	var found []*Mention
	behind := 0 // what was read
	for i := range t.With(t.titled) {
		if i < behind {
			continue
		}
		first, ok := r.read(i)
		if !ok {
			continue
		}
		before, _ := r.before(first)
		list, end := r.group(first, before)
		if len(before) > 0 {
			list = append(before, list...)
		} else if signed, to := (rows{r}).signature(list); to > 0 {
			list, end = signed, to
		}
		if len(before) == 0 {
			list = withThisPost(r, list)
		}
		if said, of := r.saidOf(list, found); len(before) == 0 && said != nil {
			found = append(found, r.holdFurther(of, said)...)
		} else {
			found = append(found, r.assign(list)...)
		}
		if len(found) > 0 {
			t.before = found[len(found)-1]
		}
		behind = end
	}
	return append(found, t.aside...)
}

// longestGroup bounds the items of one phrase, so that time stays linear.
const longestGroup = 400

// group goes on from the first item as long as pieces follow one another, and
// gives the token behind the last; before are the pieces before the first. The items are good until the
// next call.
func (r phrases) group(first item, before []item) ([]item, int) {
	list := append(r.memory.items[:0], first)
	defer func() { r.memory.items = list }()
	end, open, closed := first.to, len(before) > 0, false
	for i := first.to; r.Follows(i) && !r.is(i, reign) && len(list) < longestGroup; {
		if (rows{r}).next(before, list, i) {
			break
		}
		it := &r.memory.next
		if *it = (item{from: i}); !r.next(list, it) {
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
			list = append(list, *it)
		}
		i = it.to
	}
	return list, end
}

// nextRule reads the piece that begins at token it.from behind others of a phrase; the first
// rule that reads one decides. What one that reads none leaves in the piece the next one writes over.
type nextRule = func(r phrases, list []item, it *item) bool

func nextRules() rule.Table[nextRule] {
	return rule.Table[nextRule]{
		rule.Of("phrase/title", phrases.title),
		// Giám đốc Sở X và Giám đốc Sở Y lần lượt là A và B
		rule.Of("phrase/each", func(r phrases, _ []item, it *item) bool { return it.pass(r.each(it.from), gapEach) }),
		// các Thứ trưởng Bộ Y tế tham dự gồm …
		rule.Of("phrase/such", phrases.such),
		// A, Trợ lý | Nhân sự, Phòng Cán bộ giữ chức X
		rule.Of("phrase/aide", func(r phrases, list []item, it *item) bool {
			if !list[len(list)-1].ofAide() || r.likely(it.from) {
				return false
			}
			return hasName(list) && it.pass(r.unknownPost(it.from), gapNone)
		}),
		rule.Of("phrase/name", phrases.name),
		// Quốc vương 81 tuổi A
		rule.Of("phrase/aged", func(r phrases, list []item, it *item) bool {
			return list[len(list)-1].kind <= officeItem && it.pass(r.age(it.from), gapNone)
		}),
		// A bị bắt về tội nhận hối lộ khi đang giữ chức X
		rule.Of("phrase/while-holding", func(r phrases, list []item, it *item) bool {
			return behindName(list) && it.pass(r.whileHolding(it.from), gapIs)
		}),
		// A được thăng quân hàm Trung tướng sau bốn năm làm X
		rule.Of("phrase/for-years", phrases.heldFor),
		// Chức X trước đó do ông A nắm giữ; A giữ chức X, chức vụ trước đó do ông B nắm giữ
		rule.Of("phrase/held-before", phrases.heldBefore),
		// A công tác tại Sở X với chức danh Y
		rule.Of("phrase/works", ofNamed(phrases.worksAt, gapNone)),
		// A phát biểu trên cương vị X
		rule.Of("phrase/in-capacity", func(r phrases, list []item, it *item) bool {
			return list[len(list)-1].kind == nameItem && it.pass(r.inCapacity(it.from), gapNone)
		}),
		// Chiếc ghế X thuộc về ông A
		rule.Of("phrase/falls", behindOfficeWord(fallsTo)),
		// Chức X được ông A đảm nhận
		rule.Of("phrase/borne-by", behindOfficeWord(borneBy)),
		// Giám đốc Sở X (từ 2018 đến 2022) A
		rule.Of("phrase/bracket", behindOffice(bracketed, gapNone)),
		// Chức X do ông A đảm nhiệm
		rule.Of("phrase/held-by", holderBehind),
		// A được bầu làm X với số phiếu 83/83, thay ông B
		rule.Of("phrase/votes", behindOffice(phrases.votes, gapNone)),
		// A tiếp tục được bầu làm X, A năm 2020 được bổ nhiệm làm X
		rule.Of("phrase/adverb", ofNamed(phrases.adverbs, gapNone)),
		// A (SN 1970), A, 45 tuổi
		rule.Of("phrase/filler", func(r phrases, list []item, it *item) bool {
			return list[len(list)-1].kind >= nameItem && it.pass(r.filler(it.from), gapNone)
		}),
		// các ngoại trưởng A (Pháp), B (Đức)
		rule.Of("phrase/state-behind", func(r phrases, list []item, it *item) bool {
			_, n := stateInBrackets(r.Text, it.from)
			return list[len(list)-1].kind == nameItem && it.pass(n, gapNone)
		}),
		// các bộ trưởng A (Công Thương), B (Y tế)
		rule.Of("phrase/field-behind", func(r phrases, list []item, it *item) bool {
			_, n := r.fieldInBrackets(it.from)
			return list[len(list)-1].kind == nameItem && it.pass(n, gapNone)
		}),
		// A có trình độ thạc sĩ luật, từng giữ chức X
		rule.Of("phrase/training", func(r phrases, _ []item, it *item) bool { return it.pass(r.trained(it.from), gapNone) }),
		// miễn nhiệm chức vụ X đối với ông A
		rule.Of("phrase/concerning", func(r phrases, list []item, it *item) bool {
			return it.pass(r.concerning(list, it.from), gapNone)
		}),
		// A được điều động từ X sang làm Y
		rule.Of("phrase/moved-from", func(r phrases, list []item, it *item) bool {
			it.left = hasName(list) && it.pass(r.movedFrom(it.from), gapIs)
			return it.left
		}),
		// gửi điện mừng A nhân dịp đồng chí được bầu làm X
		rule.Of("phrase/on-occasion", func(r phrases, list []item, it *item) bool {
			return behindName(list) && it.pass(r.onOccasion(it.from), gapIs)
		}),
		// A được điều động, bổ nhiệm giữ chức X
		rule.Of("phrase/appointed", func(r phrases, _ []item, it *item) bool { return it.pass(r.appointed(it.from), gapIs) }),
		// A, Phó Chủ tịch nước, giữ quyền Chủ tịch nước
		rule.Of("phrase/acts-for", ofNamed(func(r phrases, i int) int { return charge{r.posts}.actsFor(i) }, gapIs)),
		// A từng giữ các chức vụ: X, Y
		rule.Of("phrase/held-once", func(r phrases, _ []item, it *item) bool {
			it.left = it.pass(r.heldOnce(it.from), gapIs)
			return it.left
		}),
		// miễn nhiệm chức danh X đối với ông A, bầu ông B giữ chức danh này
		rule.Of("phrase/this-post", phrases.thisPost),
		// A thôi tham gia Ban Chấp hành, thôi giữ chức X
		rule.Of("phrase/leaves-seat", func(r phrases, _ []item, it *item) bool { return it.pass(r.leavesSeat(it.from), gapNone) }),
		// A, người vừa được bầu làm X
		rule.Of("phrase/of-him", func(r phrases, _ []item, it *item) bool { return it.pass(r.ofHim(it.from), gapNone) }),
		// …, giữ chức X, thay ông B
		rule.Of("phrase/replaces", phrases.replacing),
		// A được thăng cấp bậc hàm từ Đại tá lên Thiếu tướng
		rule.Of("phrase/promoted", func(r phrases, _ []item, it *item) bool { return it.pass(r.promoted(it.from), gapIs) }),
		// bổ nhiệm chức vụ X và thăng cấp bậc hàm Thiếu tướng đối với ông A
		rule.Of("phrase/and-promoted", func(r phrases, list []item, it *item) bool {
			n := r.phrase(it.from, promotes)
			if n == 0 || !hasName(list) {
				return it.pass(n, gapNone)
			}
			return it.pass(n+r.phrase(it.from+n, promoted), gapIs) // bổ nhiệm A làm X và thăng cấp bậc hàm Đại tá
		}),
		// thăng quân hàm Trung tướng và bổ nhiệm chức vụ Tư lệnh X đối với ông A
		// but not Thủ tướng giao Bộ trưởng Bộ X A …
		rule.Of("phrase/and-appointed", andAppointed),
		// cách chức X và xóa tư cách Y đối với ông A
		rule.Of("phrase/and-left", func(r phrases, list []item, it *item) bool {
			return !hasName(list) && it.pass(r.leavesToo(list, it.from), gapNone)
		}),
		// Tham tán A, Tùy viên B của Đại sứ quán X
		rule.Of("phrase/mission-behind", func(r phrases, list []item, it *item) bool { return r.missionBehind(list, it) }),
		// cố vấn A của Tổng thống Mỹ
		rule.Of("phrase/served-behind", phrases.servedBehind),
		rule.Of("phrase/gap", parted),
		// A, Tổng kiểm soát X, Bí thư Đảng ủy Y
		rule.Of("phrase/unknown-post", func(r phrases, list []item, it *item) bool {
			return list[len(list)-1].gap.of(gapComma, gapDash) && it.pass(r.unknownPost(it.from), gapNone)
		}),
	}
}

// ofNamed makes a row that passes over so many tokens about a person who is named before.
func ofNamed(tokens func(r phrases, i int) int, g gap) nextRule {
	return func(r phrases, list []item, it *item) bool {
		return it.pass(tokens(r, it.from), g) && hasName(list)
	}
}

// behindOffice makes a row that passes over so many tokens behind a post.
func behindOffice(tokens func(r phrases, i int) int, g gap) nextRule {
	return func(r phrases, list []item, it *item) bool {
		return list[len(list)-1].kind == officeItem && it.pass(tokens(r, it.from), g)
	}
}

// behindOfficeWord makes a row that passes over so many tokens between a post behind "chức" and its holder.
func behindOfficeWord(tokens func(r phrases, i int) int) nextRule {
	return func(r phrases, list []item, it *item) bool {
		last := &list[len(list)-1]
		return last.kind == officeItem && r.ended(officeWord, last.from) && it.pass(tokens(r, it.from), gapIs)
	}
}

// title reads a rank, honorific or post.
func (r phrases) title(_ []item, it *item) bool {
	switch {
	case !r.Is(it.from, r.titled), r.learnt(it.from):
		return false
	}
	read, ok := r.read(it.from)
	if ok {
		*it = read
	}
	return ok
}

// andAppointed reads "bổ nhiệm chức vụ" behind another thing that is conferred, before the person is named.
func andAppointed(r phrases, list []item, it *item) bool {
	if list[len(list)-1].kind != gapItem || hasName(list) {
		return false
	}
	return it.pass(r.appoints(it.from), gapNone)
}

// parted reads what parts two pieces, unless it says what the holder of one post does with that of another: X kế nhiệm
// Y A.
func parted(r phrases, list []item, it *item) bool {
	switch {
	case !r.gap(it):
		return false
	case it.gap != gapNone, it.onward, list[len(list)-1].kind != officeItem:
		return true
	}
	next, _ := r.word(it.to)
	return next.kind != postWord
}

// hasName tells whether one of the pieces is a name.
func hasName(list []item) bool {
	for i := range list {
		if list[i].kind == nameItem {
			return true
		}
	}
	return false
}

// pass makes the piece a gap of n tokens.
func (it *item) pass(n int, g gap) bool {
	if n > 0 {
		it.kind, it.to, it.gap = gapItem, it.from+n, g
	}
	return n > 0
}

// next reads the piece at token it.from, knowing what stands before it.
func (r phrases) next(list []item, it *item) bool {
	for k := range r.rules.next {
		if r.rules.next[k].Do(r, list, it) {
			return true
		}
	}
	return false
}

// name reads a name behind anything but a name.
func (r phrases) name(list []item, it *item) bool {
	last, i := &list[len(list)-1], it.from
	m := expected
	switch {
	case last.kind == nameItem, !r.Capital(i):
		return false
	case i > last.to: // vừa đắc cử
	case last.kind == officeItem && !last.office.Bare():
		m = behindBody
		if (states{r.Text}).foreignBefore(i) {
			m = behindState
		}
	case last.kind == honorificItem && r.givenAlone(i):
		return it.names(Name{From: i, To: i + 1})
	case last.kind == gapItem, last.honors(lexicon.PrivateHonorific):
		m = listed
	}
	n, ok := r.names.read(i, m)
	return ok && it.names(n)
}

// names makes the piece a name.
func (it *item) names(n Name) bool {
	it.kind, it.from, it.to, it.name = nameItem, n.From, n.To, n
	return true
}

// givenAlone tells whether a given name stands alone at token i that is also a word with
// which no name begins: ông Tuyên.
func (r phrases) givenAlone(i int) bool {
	return r.Looks(i, reading.GivenName|reading.NeverName|reading.Large, reading.Small)
}

// such reads up to "gồm" behind a post of many, up to "là" behind a counted one:
// các kiểm sát viên tại phiên tòa gồm; hai cựu thứ trưởng bị xử là.
func (r phrases) such(list []item, it *item) bool {
	const most = 14
	i := it.from
	if !list[len(list)-1].shared {
		return false
	}
	for k := range r.ahead(i, most) {
		if r.is(k, among) || k > i && r.namesThem(k) {
			return it.pass(k+1-i, gapSuch)
		}
		if r.Is(k, reading.Sign) || r.Capital(k) {
			break
		}
	}
	return false
}

// namesThem tells whether token k is "là" before a name or a title.
func (r phrases) namesThem(k int) bool {
	w, _ := r.word(k + 1)
	return r.is(k, named) && (r.Capital(k+1) || w.kind > linkWord)
}

// ofAide tells whether the piece is the bare title of one who serves others, behind which the text may
// say what he is for: Trợ lý.
func (it *item) ofAide() bool {
	return it.kind == officeItem && it.office.Entry.Personal && it.office.Bare()
}

// unknownPost passes over a post that the lexicon does not know, where one that it
// knows follows behind a comma, or the office to which its holder comes.
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
			if _, head := r.bodies.Longest(r.Text.Text, k+1); head == 0 {
				return 0
			}
			continue
		}
		if r.intoOffice(k) > 1 {
			return k - i
		}
		if r.Is(k, reading.Sign) || r.is(k, stop) {
			return 0
		}
	}
	return 0
}
