package event

import (
	"cmp"

	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// absorb joins what belongs to one person or body into one item.
func (l *line) absorb() {
	j := joiner{line: l}
	for i := range l.items {
		j.kinds |= l.items[i].classes
	}
	j.join(isPost|isUnder|isAt, j.beforeDay)
	j.join(isDate, j.withClock)
	j.join(isDecision|isDocument, j.withNumber)
	j.join(isBody|isOffice|isGroup, j.withNames)
	j.join(isHolding, j.withOffice)
	j.join(isPerson|isBody|isGroup, j.withBrackets)
	j.join(isPeer, j.withName)
	j.join(isPerson, func(k int) (item, int) { return withStop(j.line, k) })
	j.join(isPerson, j.withAsides)
	j.join(isPerson, j.withBrackets)
	j.join(isPerson, j.withState)
	j.join(isPerson, j.withCompany)
	j.join(isPerson, j.withClient)
	j.join(isDecision, j.withMaker)
	j.join(isGroup|isBody|isPerson, j.withDelegation)
}

// joiner makes longer items of those of a line.
type joiner struct {
	*line
	kinds classes // of all its items
}

// join replaces items of the classes by longer ones; each is told what it became and
// which item is behind it.
func (l *joiner) join(on classes, longer func(k int) (item, int)) {
	if l.kinds&on == 0 {
		return
	}
	n := 0
	for n < len(l.items) && l.items[n].classes&on == 0 {
		n++
	}
	for k := n; k < len(l.items); n++ {
		switch {
		case l.items[k].is(on):
			l.items[n], k = longer(k)
			continue
		case n < k:
			l.items[n] = l.items[k]
		}
		k++
	}
	l.items = l.items[:n]
}

// withNumber lets a decision or document have its number: Quyết định số 1812/QĐ-TTg.
func (l *joiner) withNumber(k int) (item, int) {
	x, j := l.items[k], k+1
	switch {
	case l.text.Is(x.to, reading.NumberOf) && l.has(j+1, isNumber):
	case l.runs(j, isNumber, isMark, isName) && l.text.Tokens[l.items[j+1].from].Gap == viet.Joined: // Quyết định 1402/QĐ-TTg
	default:
		return x, j
	}
	for j += 2; j < len(l.items) && l.text.Tokens[l.items[j].from].Gap == viet.Joined; j++ {
	}
	x.to = l.items[j-1].to
	return x, j
}

// withMaker lets a decision have the one who made it: quyết định của Bộ trưởng.
func (l *joiner) withMaker(k int) (item, int) {
	x, j := l.items[k], k+1
	if l.has(j, isDate) {
		j++ // Quyết định số 1369 ngày 12/7 của Bộ Chính trị
	}
	if !l.runs(j, isOf, isBody|isOffice|isPerson) {
		return x, k + 1
	}
	x.takeBodies(&l.items[j+1])
	x.to = l.items[j+1].to
	return x, j + 2
}

// withBrackets lets a person or body have the names that stand behind it in brackets:
// Lý Khắc Cường (Li Keqiang), Công an xã Ia Grai (Gia Lai).
func (l *joiner) withBrackets(k int) (item, int) {
	x := l.items[k]
	if end := l.lifeEnd(k); end > k {
		for i := k + 1; i < end; i++ {
			x.takeBodies(&l.items[i])
		}
		if l.runs(end+1, isComma, actsNext) {
			end++
		}
		x.to = l.items[end].to
		return x, end + 1
	}
	if l.runs(k, isBody, isMark, isBody, isMark) && (l.items[k+2].of == x.of || l.has(k+4, actsNext|isReport)) {
		x.to = l.items[k+3].to // Tổ chức Di cư quốc tế (IOM), Cơ quan An ninh điều tra (Bộ Công an)
		return x, k + 4
	}
	if end := seenAt(l.line, k); end > 0 {
		x.to = l.items[end].to
		return x, end + 1
	}
	if x.is(isGroup) && !l.runs(k+1, isMark, isPlace, isMark) {
		return x, k + 1
	}
	end := l.pass(k+2, 6, isName|isPlace|isPlaceHead|isNumber|isLower)
	if !l.has(k+2, isName|isPlace|isPlaceHead) || end == len(l.items) || !l.text.Is(l.items[end].from, reading.Closing) {
		return x, k + 1
	}
	x.to = l.items[end].to
	return x, end + 1
}

// withOffice makes one office of the word before it: cựu Cục trưởng; or one person: tân Tổng
// thống A.
func (l *joiner) withOffice(k int) (item, int) {
	next := isOffice | isPerson
	if l.items[k].frame&newly != 0 {
		next = isPerson
	}
	if !l.has(k+1, next) {
		return l.items[k], k + 1
	}
	y := l.items[k+1]
	y.from = l.items[k].from
	return y, k + 2
}

// withName makes a person of a peer and the name behind him: người đồng cấp Nga Sergey
// Lavrov.
func (l *joiner) withName(k int) (item, int) {
	x := l.items[k]
	if !l.has(k+1, isPerson) {
		return x, k + 1
	}
	y := l.items[k+1]
	y.from = x.from
	return y, k + 2
}

// withNames lets a body, a title of office or a group have the names, bodies and
// small words that follow it: Bộ trưởng Ngoại giao Nhật Bản, đoàn công tác Trung ương.
func (l *joiner) withNames(k int) (item, int) {
	x, j := l.items[k], k+1
	for ; l.goesOn(&x, j); j++ {
		y := &l.items[j]
		x.takeBodies(y)
		if y.is(isPlace) {
			x.land = cmp.Or(x.state(), y.code)
		}
		x.to = y.to
	}
	if end := termEnd(l.line, j); x.is(isBody) && end > j {
		x.to, j = l.items[end-1].to, end
	}
	if colon := l.pass(j, 5, isOffice|isBody|isName|isPlaceHead|isPlace); x.is(isGroup) && l.runs(colon, isColon, isPerson) {
		x.to = l.items[colon].to // các đồng chí: A, B; các đồng chí Thứ trưởng Bộ X: A, B
		j = colon + 1
	}
	if j > k+1 {
		x.classes &^= isAux // đại diện Bộ X | gặp B
	}
	return x, j
}

// goesOn tells whether the name of the body or office x goes on at item j.
func (l *joiner) goesOn(x *item, j int) bool {
	y := l.at(j)
	switch {
	case y.is(isPlaceHead|isTerm) && l.has(j+1, isName|isPlace|isNumber):
		return true // tỉnh Champasak, khóa XV
	case y.is(isVerb | isPart):
		return false
	case x.is(isGroup) && y.is(isFrom):
		return l.has(j+1, isPlace) // đại diện từ Qatar
	case x.is(isGroup) && l.text.Is(y.from, reading.NumberOf):
		return l.has(j+1, isNumber) // Đoàn kiểm tra số 5
	case y.is(isName | isPlace | isNumber), y.frame&(standing|council) != 0:
		return true
	case x.is(isBody):
		return false
	case y.is(isBody), y.is(isLower) && l.has(j+1, isName|isPlace|isBody):
		return true
	}
	return y.is(isOf) && l.has(j+1, isName|isPlace|isBody|isPlaceHead)
}

// withAsides lets a person have the posts that stand behind the name between
// commas, dashes or brackets.
func (l *joiner) withAsides(k int) (item, int) {
	x, j := l.items[k], k+1
	if heldThen(l.line, j) {
		j-- // A khi đó đang là Bí thư
	}
	for j == k || l.has(j, isComma|isMark) {
		if j > k+1 && l.text.Is(l.items[j].from, reading.Closing) {
			x.to = l.items[j].to // A (Phó Giám đốc) và B
			j++
			continue
		}
		end := l.aside(x.of, j+1)
		if end == 0 || l.decidesOn(k, j+1, end) {
			j = max(j, k+1)
			break
		}
		for i := j + 1; i < end; i++ {
			x.takeBodies(&l.items[i])
		}
		x.to, j = l.items[end-1].to, end
	}
	if end := max(l.aboutEnd(j), l.committeeEnd(k, j), chargeEnd(l.line, j)); end > j {
		x.to, j = l.items[end-1].to, end
	}
	if l.runs(j, isComma, isBody, isComma, actsNext) {
		x.takeBodies(&l.items[j+1])
		x.to, j = l.items[j+1].to, j+2 // Thượng úy A, Công an phường 5, được
	}
	if l.closesAside(k, j) {
		x.to = l.items[j].to
		j++
	}
	return x, j
}

// decidesOn tells whether the office at items j to end-1 is no aside of the person at item k with whom the sentence
// opens, but his who decides on him: Đối với A, | Thủ tướng quyết định kỷ luật.
func (l *joiner) decidesOn(k, j, end int) bool {
	return k == 1 && l.has(0, isOn) && l.has(j, isOffice) && l.has(end, isDecision|isVerb)
}

// closesAside tells whether the mark at item j closes an aside of the person at item k, before what he does or
// suffers.
func (l *joiner) closesAside(k, j int) bool {
	if j <= k+1 && !apposed(l.line, k) || l.nextAct(k, j) {
		return false
	}
	return l.runs(j, isComma|isMark, actsNext|isReport|isWish|isLead|isPost) || l.whenNext(k, j) || l.decidesNext(j)
}

// decidesNext tells whether a decision that gives or takes something stands behind the mark at item j: A, Bộ trưởng X, | trao
// quyết định bổ nhiệm B; but ý kiến của A, Bộ trưởng X, về việc bổ nhiệm B.
func (l *joiner) decidesNext(j int) bool {
	if !l.runs(j, isComma|isMark, isDecision) {
		return false
	}
	first := l.longest(l.text, l.items[j+1].from, 1)
	return first.frame&about == 0 && l.has(l.pass(j+2, 3, isDecision|isUnder|isLower|isNumber), isVerb)
}

// actsNext is what tells behind a person what he does or suffers.
const actsNext = isVerb | isPart | isAux | isLight | isPassive | isPlanned | isDenied

// heldThen tells whether an office that somebody held at the time begins at item k: khi đó
// đang là Bí thư.
func heldThen(l *line, k int) bool {
	p := l.longest(l.text, l.at(k).from, l.at(k).to-l.at(k).from)
	return p.is(isHolding)
}

// apposed tells whether the person at item k, who is nobody's object, stands behind his post
// and a comma: Bộ trưởng Quốc phòng Mỹ, ông A.
func apposed(l *line, k int) bool {
	x := &l.items[k]
	if suffersAt(l, k) {
		return false
	}
	for i := x.to - 1; i > x.from; i-- {
		if l.text.Is(i, reading.Comma) {
			p := l.longest(l.text, i+1, x.to-i)
			return !p.is(isOffice)
		}
	}
	return false
}

// aboutEnd gives the item behind what a committee is about, where the name of the one that
// a person chairs goes on at item j: Trưởng Ban Chỉ đạo quốc gia | về tài chính toàn diện
// chủ trì; j if it does not.
func (l *joiner) aboutEnd(j int) int {
	end := l.pass(j+1, 9, isLower)
	if l.at(j).frame&about == 0 || end < j+2 || !l.has(end, isComma|isVerb|isPart|isAux|isLight) {
		return j
	}
	return end
}

// committeeEnd gives the item behind the long name of the committee of which the aside
// before item j makes the person at item k the head, who chairs its session: Trưởng Ban Chỉ
// đạo | về phòng, chống khai thác bất hợp pháp, không theo quy định (IUU) chủ trì; j if it
// does not.
func (l *joiner) committeeEnd(k, j int) int {
	if l.at(j).frame&about == 0 {
		return j
	}
	end := l.sooner(j, 24, isPart, isVerb|isPerson|isDate|isLight)
	if end < 0 || l.items[end].frame&chairs == 0 {
		return j
	}
	return end
}

// withDelegation makes one item of a delegation and whoever leads it: đoàn đại
// biểu … do A làm Trưởng đoàn; A dẫn đầu đoàn đại biểu.
func (l *joiner) withDelegation(k int) (item, int) {
	if l.has(k, isPerson) {
		return l.leads(k)
	}
	return l.ledBy(k)
}

// ledBy makes one item of a delegation and the first who leads it; others who lead it too stay items
// of their own: đoàn công tác do A và B dẫn đầu.
func (l *joiner) ledBy(k int) (item, int) {
	x := l.items[k]
	const most = 20 // items of the bodies that sent it
	j := l.until(k+1, most, isBy|isVerb|isPart|isPerson|isReport)
	if g := l.until(k+1, j-k-1, isGroup); l.has(g-1, isComma) {
		return x, k + 1 // sau Tỉnh ủy X, | đoàn kiểm tra do A làm Trưởng đoàn
	}
	first := j + 1
	if l.has(first, isGroup) {
		first++ // do các đồng chí A và B
	}
	if !l.has(j, isBy) || !l.has(first, isPerson) {
		return x, k + 1
	}
	last := l.lastLeader(first)
	end := l.pass(last+1, 5, isAux|isComma)
	if !l.has(end, isLead) {
		return x, k + 1
	}
	if l.runs(end+1, isComma, actsNext) {
		end++ // đoàn … do A làm Trưởng đoàn, | đã thăm
	}
	leader, to := l.items[first], l.items[end].to
	for i := k; i < j; i++ {
		leader.takeBodies(&l.items[i])
	}
	leader.from, leader.role = x.from, true
	if first == last {
		leader.to = to
		return leader, end + 1
	}
	l.items[last].to, l.items[last].role = to, true
	next := end - (last - first) + 1
	copy(l.items[next:end+1], l.items[first+1:last+1])
	return leader, next
}

// lastLeader gives the item of the last of the persons whom joints alone part, from item k on.
func (l *joiner) lastLeader(k int) int {
	for {
		j := l.pass(k+1, 2, isAnd|isComma)
		if j == k+1 || !l.has(j, isPerson) {
			return k
		}
		k = j
	}
}

// leads joins a person to the delegation that he leads.
func (l *joiner) leads(k int) (item, int) {
	x := l.items[k]
	beside := k + 1
	if l.runs(k+1, isAnd, isGroup) {
		beside = k + 3 // A và Phu nhân dẫn đầu đoàn
	}
	j := l.pass(beside, 5, isAux|isPlanned)
	if !l.runs(j, isLead, isGroup) {
		return x, k + 1
	}
	for i := k + 1; i <= j+1; i++ {
		x.classes |= l.items[i].classes & isPlanned
		x.takeBodies(&l.items[i])
	}
	end := l.pass(j+2, 2, isLower|isPlaceHead)
	if !l.has(end, isVerb) {
		end = j + 2 // Đoàn đại biểu Quốc hội nước ta | thăm
	}
	x.to, x.role = l.items[end-1].to, true
	return x, end
}

// nextAct tells whether the verb behind the mark at item j is another one of whoever did
// something to the person at item k: khiển trách A, Giám đốc Sở B; cảnh cáo C.
func (l *joiner) nextAct(k, j int) bool {
	return l.has(j+1, isVerb) && (l.text.Is(l.items[j].from, reading.Semicolon) || undergoes(l.line, k))
}
