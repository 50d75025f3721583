package event

import "github.com/boctin/boctin/normalize/lexicon"

// classes is a set of what an item may be.
type classes uint64

// What an item may be. The first are findings and shapes, the rest words of
// events.toml, by the list that holds them.
const (
	isPerson classes = 1 << iota
	isBody
	isDate
	isOffice // a title of office without a name
	isName   // capitals that are nobody known
	isComma
	isMark // any other punctuation
	isNumber
	isLower
	isPlace
	isVerb
	isNoun
	isPart
	isAux
	isPlanned
	isDenied
	isPostponed
	isLight
	isPassive
	isAnd
	isWith
	isBy
	isLead
	isGroup
	isReport
	isWish
	isUnder
	isBackground
	isOccasion
	isPost
	isOn
	isPlaceHead
	isAt
	isDecision
	isInvitation
	isBoth
	isAlongside
	isVague
	isMove
	isDocument
	isRank
	isHappens
	isBetween
	isSpeech
	isTerm
	isPlain
	isGeneral
	isAfter
	isLeaders
	isOf
	isWhen
	isAhead
	isFrom
	isPurpose
	isSeveral
	isNominal
	isHolding
	isPeer
	isInspects
	isGoesOn
	isColon
	isBehalf
	isPetition
	isGranted
)

// anything is every class.
const anything = ^classes(0)

// clauseClasses are the lists of [clause] by name.
var clauseClasses = map[string]classes{
	"aux": isAux, "planned": isPlanned, "denied": isDenied, "postponed": isPostponed, "light": isLight, "passive": isPassive, "and": isAnd, "with": isWith, "by": isBy,
	"lead": isLead, "group": isGroup, "report": isReport, "wish": isWish, "under": isUnder, "background": isBackground, "occasion": isOccasion, "post": isPost, "on": isOn,
	"place": isPlaceHead, "at": isAt, "decision": isDecision, "invitation": isInvitation, "both": isBoth, "alongside": isAlongside, "vague": isVague, "move": isMove,
	"names": isDocument, "happens": isHappens, "between": isBetween, "speech": isSpeech, "term": isTerm, "plain": isLower | isPlain, "general": isGeneral, "after": isAfter,
	"leaders": isLeaders | isGroup, "of": isOf, "when": isWhen, "ahead": isAhead, "from": isFrom, "purpose": isPurpose, "several": isSeveral, "nominal": isLower | isNominal, "form": isLower, "trip": isLower, "deadline": isLower, "age": isLower, "standing": isAux, "about": isUnder | isDecision, "duty": isUnder, "prison": isLower, "agenda": isLower, "goods": isLower, "judges": isLower, "police": isLower, "competent": isLower, "charge": isLower, "errand": isLower, "instead": isPlain, "reason": isLower, "sameoffice": isPost, "relative": isLower, "past": isAux, "vacant": isLower, "brings": isLower, "departs": isAux, "ends": isAux, "himself": isLower, "newly": isLower | isHolding, "bygone": isLower, "among": isLower, "session": isLower, "birth": isLower, "concerns": isLower, "does": isLower, "reshuffle": isLower, "parties": isBoth, "council": isOffice, "kin": isLower, "span": isLower, "concludes": isPart, "succeeds": isLower, "suit": isUnder, "fields": isLower, "memorial": isPlaceHead, "gateway": isPlaceHead, "orders": isReport, "whereas": isLower, "becomes": isLower, "presence": isAlongside, "upon": isLower, "behalf": isBehalf, "petition": isLower | isPetition, "granted": isLower | isGranted, "prize": isLower, "searches": isLower, "holding": isLower | isHolding, "peer": isOffice | isPeer, "inspects": isInspects, "goeson": isLower | isGoesOn, "abode": isLower | isPlain,
}

// frame is a set of what a trigger takes and how it stands.
type frame uint64

// What a trigger may be. takes is set with each of those before it.
const (
	takesPlace frame = 1 << iota
	takesDocument
	takesPost
	takesRank
	takesMeasure
	takesAward
	takesCase
	takes     // something else than a side
	hasObject // somebody stands right behind it
	hasWith   // or behind "với"
	mutual
	endured // its subject suffers it
	talks   // a meeting or call, as a noun or of two sides
	chairs
	presides   // chairs or holds
	crowd      // a title for many: cán bộ
	form       // hình thức: the measure stands behind it
	trip       // chuyến: a visit as a noun
	otherDay   // trước, sinh: the day behind it is yet to come, or that of a birth
	age        // tuổi
	standing   // thường trực: a title goes on with it
	about      // về: the name of a committee goes on with it
	duty       // công tác: what stands behind it is work, and no news
	prison     // năm tù: what somebody is sentenced to
	welcomes   // lễ đón: an occasion for the one who stands behind it
	agenda     // triển khai: the name of an occasion goes on with it behind a comma
	goods      // tàu cá: what is seized, and nobody
	judges     // HĐXX: who pronounces a sentence
	police     // cảnh sát: who arrests and prosecutes
	competent  // cấp có thẩm quyền: who appoints and disciplines
	past       // đã: it has happened
	reason     // vì: what somebody is rewarded or punished for
	sameOffice // chức vụ này: the office that was told last
	relative   // người: what is said of somebody who stands before it
	vacant     // kiện toàn: nobody holds the office behind it
	charge     // phụ trách: what somebody is put in charge of stands behind it
	errand     // thay mặt: what somebody is told to do, which is no office
	brings     // đưa: who is brought stands behind it, and before "ra xét xử"
	departs    // lên đường: what somebody leaves for is yet to come
	ends       // kết thúc: the day is that of the end
	himself    // ông: he who was named
	newly      // tân: before whoever has just come to his office
	bygone     // cũ: behind the name of a place that is no more
	among      // trong đó có: those of many who are named
	session    // phiên tòa: a trial as a noun
	gateway    // sân bay: who comes to one has come to the state or city that it is of
	concerns   // liên quan đến: what happened before, which the main clause goes on about
	does       // nghe báo cáo: at a place, not of its name
	home       // Việt Nam: where a body of another state is, and no place of what is told
	reshuffle  // cải tổ nội các: whoever does so does what stands behind the comma
	parties    // hai bên: those who met, of whom nobody says who signed
	council    // HĐND: a council without its place, which elects and dismisses
	kin        // con trai: whose relative somebody is stands behind it
	succeeds   // thay thế: the office is that of the one before
	concludes  // kết luận: of a body that looks into something it is no chair
	span       // tháng: behind how many of them, sau khi
	suit       // vụ án: what it is about stands before the accused
	memorial   // tượng đài: whom it is for stands behind it, in the name of the place
	orders     // chỉ đạo: whoever stands behind it is told to do something
	whereas    // còn: another clause begins behind a comma and it
	becomes    // trở thành: an office, by what is told behind "sau khi"
	presence   // với sự có mặt của: right before those who were there
	upon       // sau: what stands behind lễ đón is of the same day
	fields     // dịch vụ: two syllables of a name of which the first alone has a capital
)

// sense is what else a word tells where its class and frame do not say it.
type sense uint16

// What a word may tell.
const (
	settles  sense = 1 << iota // buổi lễ: at which something was given or decided that was told before
	enacted                    // có hiệu lực: behind a decision, before the day from which it holds
	prize                      // Huân chương: what somebody is awarded
	bestows                    // trao: what is done with one
	papers                     // lệnh bắt: what is approved or carried out on a day, as a decision is made
	inside                     // trong: at an occasion, and not beside it
	searches                   // khám xét: what a warrant tells with an arrest
	spouse                     // phu nhân: whose stands right behind it, and was not there himself
	abode                      // trú tại: where somebody lives stands behind it
)

// clauseSenses are the lists of [clause] by what their words tell.
var clauseSenses = map[string]sense{"settles": settles, "enacted": enacted, "prize": prize, "bestows": bestows, "spouse": spouse, "abode": abode, "papers": papers, "searches": searches, "inside": inside}

var takesFrames = map[string]frame{
	"place": takesPlace, "document": takesDocument, "post": takesPost, "rank": takesRank, "measure": takesMeasure, "award": takesAward, "case": takesCase,
}

var partFrames = map[string]frame{"chair": chairs | presides, "host": presides}

// clauseFrames are the lists of [clause] that are asked for at one place only.
var clauseFrames = map[string]frame{"form": form, "trip": trip, "deadline": otherDay, "age": age, "standing": standing, "about": about, "duty": duty, "prison": prison, "agenda": agenda, "goods": goods, "judges": judges, "police": police, "competent": competent, "charge": charge, "errand": errand, "reason": reason, "sameoffice": sameOffice, "relative": relative, "past": past, "vacant": vacant, "brings": brings, "departs": departs, "ends": ends, "himself": himself, "newly": newly, "bygone": bygone, "among": among, "session": session, "birth": otherDay, "gateway": gateway, "concerns": concerns, "does": does, "reshuffle": reshuffle, "parties": parties, "council": council, "kin": kin, "span": span, "concludes": concludes, "succeeds": succeeds, "suit": suit, "fields": fields, "memorial": memorial, "orders": orders, "whereas": whereas, "becomes": becomes, "presence": presence, "upon": upon}

func frameOf(v *lexicon.Verb) (f frame) {
	for _, row := range []struct {
		bit frame
		has bool
	}{
		{takesFrames[v.Takes] | takes, v.Takes != ""}, {hasObject, v.Object != ""}, {hasWith, v.With != ""}, {mutual, v.Mutual}, {endured, v.Passive},
	} {
		if row.has {
			f |= row.bit
		}
	}
	if f&(mutual|takes) == mutual {
		f |= talksOf(v.Kind)
	}
	return f
}

func welcome(guest bool) frame {
	if guest {
		return welcomes
	}
	return 0
}

func homeOf(code string) frame {
	if code == lexicon.Home {
		return home
	}
	return 0
}

func talksOf(kind string) frame {
	switch kind {
	case "meeting", "call":
		return talks
	}
	return 0
}
