package lexicon

import "slices"

// Clauses holds the words that hold a phrase about persons together.
type Clauses struct {
	Links       Links             `toml:"links"`
	Appointment Appointment       `toml:"appointment"`
	Asides      Asides            `toml:"asides"`
	Committees  map[string]string `toml:"committees"` // the party committee by the type of its place
	Offices     map[string]string `toml:"offices"`    // the first word of the office that a body of state has in a province, by its own
	Councils    map[string]string `toml:"councils"`   // bodies of every place by their short names
	Seats       Seats             `toml:"seats"`
	Small       ClauseWords       `toml:"small"`
}

// Seats are the bodies that lead every place.
type Seats struct {
	Executive []string `toml:"executive"` // what a chairman leads, before the type of the place
	Commune   []string `toml:"commune"`   // what the party committee of every commune is called
}

// ClauseWords are small words of phrases about persons, by what they do.
type ClauseWords struct {
	Is          []string `toml:"is"`          // between a counted post and the names
	Among       []string `toml:"among"`       // before the names of those who share a post
	Role        []string `toml:"role"`        // before what somebody is for the day
	Years       []string `toml:"years"`       // behind the figure of an age
	ThisYear    []string `toml:"this_year"`   // before it: năm nay
	Figures     []string `toml:"figures"`     // among the figures of a date of birth
	Term        []string `toml:"term"`        // before the figures of a term of office
	Abroad      []string `toml:"abroad"`      // words of the levels of other states
	Committee   []string `toml:"committee"`   // the last word of a body to which a place belongs
	Initials    []string `toml:"initials"`    // a full stop behind them ends no name
	After       []string `toml:"after"`       // before the office to which somebody comes, at the head of a sentence
	Meets       []string `toml:"meets"`       // before the office of the one met
	Asks        []string `toml:"asks"`        // before the office of whom a deputy asks
	Manages     []string `toml:"manages"`     // behind a body that manages somebody, and is not his
	Stems       []string `toml:"stems"`       // the first syllables of the sixty years
	Branches    []string `toml:"branches"`    // the second ones
	Once        []string `toml:"once"`        // begins a clause of posts that somebody held
	Many        []string `toml:"many"`        // of such a clause: các chức vụ
	Holds       []string `toml:"holds"`       // the verb of such a clause
	Lived       []string `toml:"lived"`       // that verb, where nothing stands before it
	Training    []string `toml:"training"`    // opens what somebody has learnt, before such a clause or one of appointment
	Who         []string `toml:"who"`         // opens a clause about him who is named before: người vừa
	Leaves      []string `toml:"leaves"`      // a seat is given up where an office is named next
	Delegation  []string `toml:"delegation"`  // behind the title or the name of a deputy, before the place that elected him
	Suffers     []string `toml:"suffers"`     // of whom a clause tells what befell him while he held an office: bị
	While       []string `toml:"while"`       // in it, before that office: khi đang giữ chức
	Occasion    []string `toml:"occasion"`    // before how the person named came to an office: nhân dịp
	Reigns      []string `toml:"reigns"`      // before who ruled while somebody held the office named before: dưới thời
	ForTime     []string `toml:"for_time"`    // before how long somebody held an office: sau
	Works       []string `toml:"works"`       // opens where somebody works, before what he is there: công tác tại
	Capacity    []string `toml:"capacity"`    // in what capacity somebody does what the verb says: trên cương vị
	Votes       []string `toml:"votes"`       // behind an office to which somebody was elected: với số phiếu
	HeldBy      []string `toml:"held_by"`     // behind an office, before its holder: do
	HeldBefore  []string `toml:"held_before"` // likewise, of who held it before: trước đó do
	Carries     []string `toml:"carries"`     // behind that holder: đảm nhiệm
	Whence      []string `toml:"whence"`      // before the office from which somebody is moved: điều động từ
	ComesFrom   []string `toml:"comes_from"`  // behind the comma behind a name, before that office: từ
	Invites     []string `toml:"invites"`     // before the office of who asks somebody to come: lời mời của
	Vacant      []string `toml:"vacant"`      // before an office that nobody holds: kiện toàn chức danh
	Formerly    []string `toml:"formerly"`    // opens a sentence about what was before
	BranchOf    []string `toml:"branch_of"`   // behind the title of a deputy: what he is for
	Replaces    []string `toml:"replaces"`    // before who held a post until then
	Ordinals    []string `toml:"ordinals"`    // before the number of an office-holder among all who held the post: thứ 19
	Epithets    []string `toml:"epithets"`    // behind a title, before whose it is: đầu tiên
	Renamed     []string `toml:"renamed"`     // in brackets behind a body, that it or its place is another now: cũ
	About       []string `toml:"about"`       // behind a post, before what its holder is for, by names alone: về Trung Đông
	InCharge    []string `toml:"in_charge"`   // likewise, in any words: phụ trách khối nội chính
	InTurn      []string `toml:"in_turn"`     // posts are dealt out among several persons: lần lượt
	Falls       []string `toml:"falls"`       // a post comes to somebody: thuộc về
	Toward      []string `toml:"toward"`      // before the state where somebody goes
	Elected     []string `toml:"elected"`     // before the office to which somebody comes
	Counterpart []string `toml:"counterpart"` // of the same post in another state
	Serves      []string `toml:"serves"`      // behind the title of one who serves an office-holder: what he is for
	Arms        []string `toml:"arms"`        // behind a rank: of what force, of how many stars
	Career      []string `toml:"career"`      // behind a rank: of those who serve by profession
	Spouse      []string `toml:"spouse"`      // of whom the name behind the office of another is
	Witnessed   []string `toml:"witnessed"`   // before the office of who looks on
}

// Links are the connectives between a post and a name, or between two persons.
type Links struct {
	And         []string `toml:"and"`        // another person, or another post of one title
	With        []string `toml:"with"`       // another person, who shares nothing
	Such        []string `toml:"such"`       // the names of those who share follow
	Is          []string `toml:"is"`         // the name follows its post, or the post its name
	Adverbs     []string `toml:"adverbs"`    // behind a name, before such or a clause of appointment: tiếp tục
	Times       []string `toml:"times"`      // of a time that stands before a clause of appointment: ngày
	IsWhen      []string `toml:"is_when"`    // likewise, one of these or none,
	IsHolding   []string `toml:"is_holding"` // one of these
	IsOffice    []string `toml:"is_office"`  // and one of these: tiếp tục giữ chức vụ
	Of          []string `toml:"of"`         // the agency follows
	At          []string `toml:"at"`         // the state an envoy is accredited to follows
	All         []string `toml:"all"`        // the post of all persons just named
	Then        []string `toml:"then"`       // passed over between a post and its holder
	Newly       []string `toml:"newly"`      // likewise, one of these and one of those that follow
	Changed     []string `toml:"changed"`
	Earlier     []string `toml:"earlier"`      // of a post, that it was held at the time that is told of
	Onward      []string `toml:"onward"`       // of the posts of one person, that before it came first
	Left        []string `toml:"left"`         // the post given up follows its holder
	LeftWhen    []string `toml:"left_when"`    // likewise, one of these or none,
	LeftGiving  []string `toml:"left_giving"`  // one of these and an office: xin thôi giữ chức vụ
	LeftSuffers []string `toml:"left_suffers"` // likewise, one of these,
	LeftTaken   []string `toml:"left_taken"`   // one of these and an office: bị miễn nhiệm chức danh
}

// Being gives all that stands between a person and the post that is his, or a post and its holder.
func (l *Links) Being() []string {
	return slices.Concat(l.Is, l.offices(l.IsHolding), l.offices(joined(l.IsWhen, l.IsHolding)))
}

// Leaving gives all that stands between a person and the post that he gives up.
func (l *Links) Leaving() []string {
	return slices.Concat(l.Left, l.offices(l.LeftGiving), l.offices(joined(l.LeftWhen, l.LeftGiving)), l.offices(joined(l.LeftSuffers, l.LeftTaken)))
}

// offices gives each of some verbs with each word for an office behind it.
func (l *Links) offices(verbs []string) []string { return joined(verbs, l.IsOffice) }

// joined gives each of the first with each of the second behind it.
func joined(first, second []string) (list []string) {
	for _, a := range first {
		for _, b := range second {
			list = append(list, a+" "+b)
		}
	}
	return list
}

// Appointment is what a clause is made of that confers an office or takes it.
type Appointment struct {
	Verbs     []string `toml:"verbs"`     // the first syllables of its verbs
	Passive   []string `toml:"passive"`   // such a clause begins
	Enters    []string `toml:"enters"`    // likewise, where a new seat leads up to the office
	Office    []string `toml:"office"`    // before the office
	On        []string `toml:"on"`        // between the office and its holder
	Rank      []string `toml:"rank"`      // before a rank that is conferred
	Reasons   []string `toml:"reasons"`   // begin what may stand before that
	Promotes  []string `toml:"promotes"`  // a rank follows that is conferred
	Entrusts  []string `toml:"entrusts"`  // the verb itself stands before the new office
	Authority []string `toml:"authority"` // of whom the one named next acts: thừa ủy quyền của
	Ending    []string `toml:"ending"`    // before an office that its holder leaves
}

// Asides are the words of what stands beside a person and is no post.
type Asides struct {
	Inside   []string `toml:"inside"`   // phrases whose end is no post
	Sought   []string `toml:"sought"`   // before a title that somebody would have: ứng cử viên
	Doing    []string `toml:"doing"`    // verbs that only begin like a title
	Address  []string `toml:"address"`  // an aside up to the next mark begins
	Callings []string `toml:"callings"` // likewise, of what somebody learnt or does besides
	Degrees  []string `toml:"degrees"`  // likewise, one of these
	Subjects []string `toml:"subjects"` // and one of these: Tiến sĩ Kinh tế
	Born     []string `toml:"born"`     // likewise, figures follow
	Resides  []string `toml:"resides"`  // of the first list, where an address begins
	Levels   []string `toml:"levels"`   // words of an address
	Cells    []string `toml:"cells"`    // party bodies of the agency that the next post names
	Fronting []string `toml:"fronting"` // before a person beside whom somebody else acts
	Regions  []string `toml:"regions"`  // names in capitals that hold together and are nobody's
	Leaders  []string `toml:"leaders"`  // before "do" and whoever leads them
	Kin      []string `toml:"kin"`      // of whom the office that follows is not theirs
}

// Called gives all with which an aside of what somebody learnt or does besides begins.
func (a *Asides) Called() []string {
	return slices.Concat(a.Callings, joined(a.Degrees, a.Subjects))
}

// clausesFile is a file of clauses; see formsFile.
type clausesFile struct {
	Clauses
	Remove *Clauses `toml:"remove"`
}

func readClauses(l *Lexicon, file string, in *clausesFile) []error {
	var faults []error
	return append(faults, layLists(file, &l.Clauses, &in.Clauses, in.Remove)...)
}
