package phrase

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// wordKind says what a phrase of the lexicon is to the grammar. Of two readings of
// one phrase the later kind wins.
type wordKind uint8

const (
	noWord wordKind = iota
	linkWord
	formerWord // its value is 1 where it opens a clause: trong thời gian giữ chức
	actingWord
	oneWord // một: before the title of one of several
	alsoWord
	manyWord // its value is how many share, 0 for all who follow
	honorificWord
	rankWord
	postWord
)

// word is a mark of the reading with what it is to the grammar.
type word struct {
	kind wordKind
	reading.Mark
}

func (w word) isLink(l link) bool { return w.kind == linkWord && link(w.Value) == l }

// of tells whether the word is of one of the kinds.
func (w word) of(kinds ...wordKind) bool { return slices.Contains(kinds, w.kind) }

// titles tells whether the word is a rank, a post, an honorific, or stands before one.
func (w word) titles() bool { return w.kind >= honorificWord || w.kind == formerWord }

// link is a connective between a post and a name, or between two persons.
type link int32

const (
	linkAnd  link = iota // và, cùng: another person, or another post of one title
	linkWith             // với: another person, who shares nothing
	linkSuch             // như, gồm: the names of those who share follow
	linkIs               // là: the name follows its post, or the post its name
	linkOf               // của, thuộc: the agency follows
	linkAt               // tại: the state an envoy is accredited to follows
	linkAll              // đều là: the post of all persons just named
	linkThen             // ngày đó, khi đó: between a post and là
	linkLeft             // thôi giữ chức: the post given up follows its holder
)

// bodyHead is what the first words of the name of a body tell.
type bodyHead struct {
	state    bool // the body is one of state
	function bool // Cảnh sát: or what a unit is for
	firm     bool // Công ty: nor are its rooms of state
	whole    bool // every state has one that is called so: Ngân hàng Trung ương
}

// small is a sort of small words, or of phrases, that clauses.toml and posts.toml list.
type small int

const (
	noSmall     small = iota
	appoints          // the first syllable of a verb of appointment
	ending            // before an office that ends
	aside             // trú, quê: an aside begins
	calling           // kỹ sư, đã nghỉ hưu: likewise
	born              // sinh, SN
	inAddress         // a word of an address
	reason            // begins a reason before "đối với"
	led               // somebody leads it: đoàn
	resides           // trú, ngụ, quê
	passive           // a clause of appointment begins
	enters            // tham gia Ban Chấp hành: likewise
	conferring        // chức vụ: before an office
	officeWord        // likewise, where the verb need not be said
	concerning        // đối với: between an office and its holder
	promoted          // lên: before a rank that is conferred
	authority         // ủy quyền của: before the office of a superior
	fronting          // ngoài ông A, …: somebody else acts
	holding           // Thái Bình Dương: capitals that hold together
	inside            // its end is no post
	sought            // before a post that somebody would have: ứng cử viên
	doing             // chủ tọa cuộc họp: only begins like a title
	stop              // no name of a body holds it
	keep              // what only begins like a stop
	field             // what bodies are for: ngân sách
	levelAbroad       // tỉnh, bang: before a region
	term              // khóa, nhiệm kỳ
	inFigures         // năm, ngày: among the figures of a date
	years             // tuổi
	thisYear          // năm nay: before an age
	named             // là
	among             // gồm
	entrusts          // giao
	roleOf            // làm
	committee         // ủy: a place belongs behind it
	initials          // its full stop ends no name: Jr
	invites           // lời mời của: before the office of who asks somebody to come
	meets             // hội đàm với: before the office of the one met
	asks              // chất vấn: before the office of whom a deputy asks
	manages           // quản lý: behind a body that has whom it manages, and is not his
	stem              // Giáp: the first syllable of a year of the sixty
	branch            // Thìn: the second
	once              // từng: a clause of posts that somebody held begins
	holds             // giữ, đảm nhiệm: the verb of such a clause
	manyPosts         // các chức vụ
	lived             // trải qua: that verb, where nothing stands before it
	training          // có trình độ: opens what somebody has learnt, before such a clause
	whom              // người vừa: a clause about him who is named before begins
	whence            // điều động từ: before the office that somebody leaves for another
	comesFrom         // từ: behind a comma, before the office that somebody leaves
	suffers           // bị: what befell somebody while he held an office
	while             // khi đang giữ chức: before that office
	forTime           // sau: before how long somebody held an office
	occasion          // nhân dịp: before how somebody came to an office
	reign             // dưới thời: before who ruled while somebody held the office named before
	works             // công tác tại: before where somebody works and what he is there
	capacity          // trên cương vị: behind a verb, before what somebody is
	votes             // với số phiếu: behind an office to which somebody was elected
	heldBy            // do: between an office and its holder, where one of the next follows; its value is 1 for who held it before
	carries           // đảm nhiệm
	delegation        // đoàn: before the place whose deputies it is
	shortField        // TN&MT: what a body is for, in letters
	leaves            // thôi tham gia: a seat is given up where an office is named next
	vacant            // kiện toàn chức danh: before an office that nobody holds
	formerly          // trước khi: opens a sentence about what was before
	branchOf          // Nghiệp vụ: what a deputy is for
	noStreet          // yêu cầu: ends like the word of a street
	promotes          // thăng cấp bậc hàm: a rank follows
	numbered          // Lữ đoàn: a number or a proper name tells it apart
	realm             // Vương quốc: before the name of a state
	replaces          // thay: before who held a post until then
	toward            // sang: before the state where somebody goes
	elected           // đắc cử: before the office to which somebody comes
	after             // sau khi: before that, at the head of a sentence
	counterpart       // người đồng cấp: of the same post
	kin               // con rể: the office behind is not theirs
	earlier           // khi đó: the post was held then
	onward            // rồi: the post before it came first
	arms              // Lục quân, 4 sao, chuyên nghiệp: behind a rank
	serves            // quân sự: behind the title of one who serves an office-holder
	spouse            // phu nhân: the name behind the office is hers
	witnessed         // chứng kiến của: before the office of who looks on
	inTurn            // lần lượt: posts are dealt out among persons
	falls             // thuộc về: a post comes to somebody
	elided            // O: before the apostrophe of a foreign name
	sport             // V-League: in the sentence of a match
	ordinals          // thứ: before the number of an office-holder
	epithet           // đầu tiên: behind a title, before whose it is
	renamed           // cũ: in brackets behind a body or a place
	about             // về: behind a post, before what it is for
	inCharge          // phụ trách: likewise
	adverb            // tiếp tục: behind a name, before what says that an office is his
	timeWord          // ngày: likewise, with figures
	dashed            // Park: a surname behind which a dash may stand inside the name
	lastSmall
)

// Grammar is the lexicon as the phrase reader asks for it, and its rules. It is
// read-only once built and safe to share between goroutines.
type Grammar struct {
	*reading.Words
	lex      *lexicon.Lexicon
	roles    []wordKind           // by kind of mark
	words    *reading.Table[word] // the longest phrases that have a role
	titled   reading.Bits         // those with which a rank, post or honorific may begin
	small    [lastSmall]reading.Kind
	suffixes *reading.Phrases[string]
	bodies   *reading.Phrases[bodyHead]
	after    *reading.Phrases[bool]   // before the name of a street; whether even behind a rank or post
	fields   *reading.Phrases[string] // what ministries are for, as their names have it
	homes    map[*lexicon.Post]Homes
	leaders  leaders
	acting   string // what the record writes before the title of who acts
	rules    rules
}

// New gives the grammar of a lexicon; it registers its words with the reading.
func New(words *reading.Words) *Grammar {
	lex := words.Lexicon()
	g := &Grammar{
		Words: words, lex: lex, suffixes: reading.NewPhrases[string](words, "suffix"), bodies: reading.NewPhrases[bodyHead](words, "body"),
		after: reading.NewPhrases[bool](words, "street"), fields: reading.NewPhrases[string](words, "field"), homes: map[*lexicon.Post]Homes{}, leaders: newLeaders(lex.Known), rules: allRules(),
	}
	g.addRoles()
	g.addSmall()
	titled := reading.KindsOf(g.small[counterpart])
	for kind, role := range g.roles {
		switch role {
		case noWord, linkWord, alsoWord:
		default:
			titled.Add(reading.Kind(kind))
		}
	}
	g.titled = words.Group(titled)
	g.words = reading.NewTable(words, func(marks []reading.Mark) word { return g.longest(marks, longestWord) })
	if words := lex.Posts.Marks.Acting; len(words) > 0 {
		first, n := utf8.DecodeRuneInString(words[0])
		g.acting = string(unicode.ToUpper(first)) + words[0][n:]
	}
	for _, s := range lex.Posts.Marks.Suffixes {
		g.suffixes.Add(s, s, entry("posts.toml", s))
	}
	for short, s := range lex.Posts.Marks.SuffixShort {
		g.suffixes.Add(short, s, entry("posts.toml", short))
	}
	b := &lex.Posts.Bodies
	for _, list := range []struct {
		phrases []string
		state   bool
	}{{b.Other, false}, {b.Firms, false}, {b.State, true}, {b.Parties, true}} {
		for _, p := range list.phrases {
			g.bodies.Add(p, bodyHead{list.state, slices.Contains(b.Functions, p), slices.Contains(b.Firms, p), lex.EveryState(p)}, entry("posts.toml", p))
		}
	}
	for _, p := range lex.Names.BareAfter {
		g.after.Add(p, false, entry("names.toml", p))
	}
	for _, p := range lex.Names.After {
		g.after.Add(p, true, entry("names.toml", p))
	}
	for _, f := range lex.Fields() {
		g.fields.Add(f, f, entry("agencies", f))
	}
	for i := range lex.Posts.List {
		g.homes[&lex.Posts.List[i]] = newHomes(&lex.Posts.List[i])
	}
	return g
}

func entry(file, key string) reading.Entry { return reading.Entry{File: file, Key: key} }

// addRoles gives the kinds of mark their part in the grammar.
func (g *Grammar) addRoles() {
	m, l := &g.lex.Posts.Marks, &g.lex.Clauses.Links
	g.role(reading.Title, postWord)
	g.role(reading.Rank, rankWord)
	g.role(reading.Honorific, honorificWord)
	for _, list := range []struct {
		kind    wordKind
		phrases []string
	}{{formerWord, m.Former}, {actingWord, m.Acting}, {oneWord, m.One}, {alsoWord, m.Also}, {manyWord, m.Many}} {
		kind := g.role(g.Kind("mark"), list.kind)
		for _, p := range list.phrases {
			g.Register(kind, p, 0, entry("posts.toml", p))
		}
		if list.kind == formerWord {
			for _, p := range m.PastClauses() {
				g.Register(kind, p, 1, entry("posts.toml", p))
			}
		}
		if list.kind == manyWord {
			for p, n := range m.Count {
				g.Register(kind, p, n, entry("posts.toml", p))
			}
		}
	}
	kind := g.role(g.Kind("link"), linkWord)
	for l, phrases := range [...][]string{
		linkAnd: l.And, linkWith: l.With, linkSuch: l.Such, linkIs: l.Being(), linkOf: l.Of, linkAt: l.At, linkAll: l.All, linkThen: append(slices.Clone(l.Then), newly(l)...), linkLeft: l.Leaving(),
	} {
		for _, p := range phrases {
			g.Register(kind, p, l, entry("clauses.toml", p))
		}
	}
}

// newly gives what stands between a post and its holder and says that he came or went
// of late: vừa đắc cử.
func newly(l *lexicon.Links) (list []string) {
	for _, when := range l.Newly {
		for _, what := range l.Changed {
			list = append(list, when+" "+what)
		}
	}
	return list
}

func (g *Grammar) role(kind reading.Kind, role wordKind) reading.Kind {
	for int(kind) >= len(g.roles) {
		g.roles = append(g.roles, noWord)
	}
	g.roles[kind] = role
	return kind
}

// addSmall registers the small words, each sort under a kind of its own.
func (g *Grammar) addSmall() {
	a, s, b, o := &g.lex.Clauses.Appointment, &g.lex.Clauses.Asides, &g.lex.Posts.Bodies, &g.lex.Clauses.Small
	for sort, phrases := range [lastSmall][]string{
		appoints: a.Verbs, ending: a.Ending, reason: a.Reasons, passive: a.Passive, enters: a.Enters, conferring: a.Office, officeWord: g.lex.Clauses.Links.IsOffice, concerning: a.On, promoted: a.Rank, authority: a.Authority,
		entrusts: a.Entrusts, aside: s.Address, born: s.Born, calling: s.Called(), inAddress: s.Levels, led: s.Leaders, resides: s.Resides, fronting: s.Fronting, holding: s.Regions, inside: s.Inside, sought: s.Sought, doing: s.Doing,
		stop: b.Stops, keep: b.Keeps, field: g.lex.Forms.Fields, levelAbroad: o.Abroad, term: o.Term,
		inFigures: o.Figures, years: o.Years, thisYear: o.ThisYear, named: o.Is, among: o.Among, roleOf: o.Role, committee: o.Committee, initials: o.Initials,
		meets: o.Meets, invites: o.Invites, comesFrom: o.ComesFrom, asks: o.Asks, manages: o.Manages, stem: o.Stems, branch: o.Branches, promotes: a.Promotes, counterpart: o.Counterpart, kin: s.Kin, arms: slices.Concat(o.Arms, o.Career), serves: o.Serves, spouse: o.Spouse, witnessed: o.Witnessed, onward: g.lex.Clauses.Links.Onward, earlier: g.lex.Clauses.Links.Earlier, elected: o.Elected, after: o.After, toward: o.Toward, replaces: o.Replaces, inTurn: o.InTurn, renamed: o.Renamed, ordinals: o.Ordinals, epithet: o.Epithets, sport: g.lex.Forms.Sports, about: o.About, inCharge: o.InCharge, falls: o.Falls, realm: g.lex.Forms.Realms, numbered: b.Numbered, branchOf: o.BranchOf, noStreet: g.lex.Names.NoStreet, dashed: g.lex.Names.Dashed, elided: g.lex.Names.Elided, adverb: g.lex.Clauses.Links.Adverbs, timeWord: g.lex.Clauses.Links.Times, once: o.Once, holds: o.Holds, manyPosts: o.Many, formerly: o.Formerly, lived: o.Lived, training: o.Training, whom: o.Who, leaves: o.Leaves, whence: o.Whence, suffers: o.Suffers, while: o.While, votes: o.Votes, capacity: o.Capacity, works: o.Works, forTime: o.ForTime, occasion: o.Occasion, reign: o.Reigns, heldBy: o.HeldBy, carries: o.Carries, delegation: o.Delegation, shortField: g.lex.ShortFields(), vacant: o.Vacant,
	} {
		if small(sort) == noSmall {
			continue
		}
		g.small[sort] = g.Kind("small")
		for _, p := range phrases {
			g.Register(g.small[sort], p, 0, entry("clauses.toml", p))
		}
	}
	for _, p := range o.HeldBefore {
		g.Register(g.small[heldBy], p, 1, entry("clauses.toml", p))
	}
}

// Homes gives the agencies that a title belongs to.
func (g *Grammar) Homes(post *lexicon.Post) Homes { return g.homes[post] }

// Homes are the agencies that a title belongs to, by the lookup keys of their
// first words.
type Homes struct{ Of, not []string }

func newHomes(post *lexicon.Post) Homes {
	var h Homes
	for _, of := range post.Of {
		h.Of = append(h.Of, viet.PhraseKey(of))
	}
	for _, not := range post.Not {
		h.not = append(h.not, viet.PhraseKey(not))
	}
	return h
}

// Hold tells whether the agency of that lookup key is one of them.
func (h Homes) Hold(key string) bool {
	for _, not := range h.not {
		if starts(key, not) {
			return false
		}
	}
	for _, of := range h.Of {
		if starts(key, of) {
			return true
		}
	}
	return false
}

// starts tells whether a key is that of a phrase, or begins with it.
func starts(key, phrase string) bool {
	rest, ok := strings.CutPrefix(key, phrase)
	return ok && (rest == "" || rest[0] == ' ')
}

// head is the first two words of a body's name, as a lookup key.
func head(name string) string {
	first := ""
	for word := range strings.FieldsSeq(name) {
		if first != "" {
			return viet.PhraseKey(first + " " + word)
		}
		first = word
	}
	return viet.Key(first)
}
