package phrase

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// saidOf gives the pieces of a phrase that tells the posts of somebody named before, behind that one's
// name, and who that is: whom a pronoun means with which the sentence begins, [A …] Hiện ông là Giám đốc
// Sở X; Bà từng giữ chức X; or who is appointed by the one named last. It gives none where that is nobody.
func (r phrases) saidOf(list []item, found []*Mention) ([]item, *Mention) {
	if len(found) == 0 {
		return nil, nil
	}
	if who := r.appointee(list, found); who != nil {
		return append([]item{{kind: nameItem, name: who.Name}, {kind: gapItem, gap: gapIs}}, list...), who
	}
	at, pronoun := r.pronounOf(list)
	if pronoun == nil {
		at, pronoun = list[0].from, pronounBehind(r, list)
	}
	if pronoun == nil || !r.means(pronoun, at, found) {
		return nil, nil
	}
	if list[0].kind == honorificItem {
		list = list[1:]
	}
	allFormer(list)
	said := r.between([]item{{kind: nameItem, name: r.Text.before.Name}}, at+1, list[0].from)
	if said == nil {
		return nil, nil
	}
	return append(said, list...), r.Text.before
}

// appointee gives the person, named before the last one, whom that one appoints to the post with which
// a phrase begins: A đã được | Chủ tịch nước B | bổ nhiệm làm | Đại sứ.
func (r clauses) appointee(list []item, found []*Mention) *Mention {
	const most = 6 // tokens of the verb
	at := list[0].from
	if list[0].kind != officeItem || len(found) < 2 {
		return nil
	}
	by, who := found[len(found)-1], found[len(found)-2]
	switch {
	case by.Name.To+most < at, !r.is(by.From-1, passive), r.Tok(who.From).Sentence != r.Tok(at).Sentence, r.personIn(who.Name.To, by.From):
		return nil
	}
	for k := by.Name.To; k < at; k++ {
		if k+r.appoints(k) == at {
			return who
		}
	}
	return nil
}

// allFormer lets all posts of a list be past whose first is: Ông nguyên là X, Y.
func allFormer(list []item) {
	if !list[0].office.Former {
		return
	}
	for k := range list {
		if list[k].kind == officeItem {
			list[k].office.Former = true
		} else if !list[k].gap.of(gapComma, gapAnd) {
			return
		}
	}
}

// pronounOf gives the token of a pronoun before the first post of a phrase, and the pronoun, nil for none.
func (r phrases) pronounOf(list []item) (int, *lexicon.Honorific) {
	const most = 14 // tokens between
	first := &list[0]
	switch {
	case first.kind == honorificItem && len(list) > 1 && (list[1].during || list[1].office.Former):
		return first.from, first.honor // Bà | từng giữ chức X
	case first.kind != officeItem:
		return 0, nil
	}
	for k := range r.back(first.from, most) {
		if w, n := r.pronounAt(k); n == 1 {
			return k, &r.lex.Honorifics[w.Value]
		}
	}
	return 0, nil
}

// pronounBehind gives the pronoun behind the comma behind a clause of what somebody was, nil for none: Khi còn là X, | ông
// từng được khen.
func pronounBehind(r phrases, list []item) *lexicon.Honorific {
	first, end := &list[0], list[0].to
	if !first.during || len(list) > 2 || first.kind != officeItem {
		return nil
	}
	w, n := r.behindComma(end)
	if w.kind != honorificWord || !r.Small(end+1+n) {
		return nil
	}
	return &r.lex.Honorifics[w.Value]
}

// pronounAt gives the honorific at token k and its tokens, 0 if none stands there.
func (r clauses) pronounAt(k int) (w word, n int) {
	if !r.Is(k, r.titled) {
		return w, 0
	}
	if w, n = r.word(k); w.kind != honorificWord {
		n = 0
	}
	return w, n
}

// between gives, behind a piece, what parts it from the post at token j, as pieces behind a name from token i on:
// hiện là, được điều động làm. It gives none where something else stands there.
func (r phrases) between(list []item, i, j int) []item {
	for i < j {
		it := item{from: i}
		if !r.next(list, &it) || it.kind != gapItem || it.to > j {
			return nil
		}
		if it.gap != gapNone || it.onward || it.earlier {
			list = append(list, it)
		}
		i = it.to
	}
	if len(list) == 1 {
		list = append(list, item{kind: gapItem, gap: gapIs})
	}
	return list
}

// means tells whether a pronoun at token i means the person named last: who alone is named in the last sentence
// that names somebody, no more than a few before, and nobody without a title behind.
func (r phrases) means(pronoun *lexicon.Honorific, i int, found []*Mention) bool {
	const most = 5 // sentences
	last := found[len(found)-1]
	sentence := func(m *Mention) int32 { return r.Tok(m.Name.From).Sentence }
	behind := r.Tok(i).Sentence - sentence(last)
	switch {
	case pronoun.Sex == "", last.Text != r.Text, behind < 1, behind > most, !opening(r.Text, i), r.dated(i), r.ended(kin, i), r.Is(i-1, reading.Of):
		return false
	case len(found) > 1 && sentence(found[len(found)-2]) == sentence(last):
		return false
	}
	return last.mayBe(pronoun.Sex) && !r.personIn(last.Name.To, i)
}

// dated tells whether a figure stands before token i in its sentence, so that what follows is one step of many:
// Từ tháng 1/2013, ông | được điều động làm X.
func (r clauses) dated(i int) bool {
	const most = 10
	for k := range r.back(i, most) {
		if r.Is(k, reading.Figures) {
			return true
		}
	}
	return false
}

// mayBe tells whether no honorific calls a person one of another sex.
func (m *Mention) mayBe(sex lexicon.Sex) bool {
	for _, h := range m.Honors {
		if h.Sex != "" && h.Sex != sex {
			return false
		}
	}
	return true
}

// personIn tells whether a person is named within tokens i to j.
func (r clauses) personIn(i, j int) bool {
	for k := i; k < j; k++ {
		if r.personAt(k) && !r.titleAt(k) { // Phó Ban Nội chính
			return true
		}
	}
	return false
}

// holdFurther gives a person what the pieces say of him, the first of which stand for his name,
// and gives the others whom they name.
func (r phrases) holdFurther(last *Mention, list []item) []*Mention {
	out := r.assign(list)
	if len(out) == 0 || out[0].Name != last.Name {
		return out
	}
	for i := range out[0].Offices {
		last.hold(&out[0].Offices[i])
	}
	return out[1:]
}
