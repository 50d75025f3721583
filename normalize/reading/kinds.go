package reading

// Kind is what a phrase of the lexicon is to the grammar of the finders. Those
// here are everybody's; a finder gets kinds of its own from Words.Kind.
type Kind uint16

// The kinds that more than one finder asks for, and what the value of a mark is.
const (
	NoKind       Kind = iota
	Country           // a full name; index in Lexicon.Countries
	ShortCountry      // one syllable, for pairs (Việt - Trung); likewise
	Capital           // a seat of government; likewise
	NotCountry        // what only begins like a country
	Place             // of Vietnam; index for Words.Places
	Level             // a word of an administrative level; index in Lexicon.Forms.Levels
	Region            // province, state or city abroad; index for Words.Region
	Field             // what bodies are for: ngân sách
	Title             // of an office; index in Lexicon.Posts.List, as Words.Post reads it
	Rank              // index in Lexicon.Ranks
	Honorific         // index in Lexicon.Honorifics
	Leader            // a person whose country is known; index in Lexicon.Known
	lastShared
)

// mostKinds is how many kinds there may be.
const mostKinds = 256

// Kinds is a set of kinds.
type Kinds [mostKinds / 64]uint64

// KindsOf gives the set of the kinds.
func KindsOf(list ...Kind) (set Kinds) {
	for _, k := range list {
		set.Add(k)
	}
	return set
}

// Add puts a kind into the set.
func (s *Kinds) Add(k Kind) { s[k>>6&3] |= 1 << (k & 63) }

func (s *Kinds) has(k Kind) bool { return s[k>>6&3]&(1<<(k&63)) != 0 }

// join adds the kinds of another set.
func (s *Kinds) join(o *Kinds) {
	s[0], s[1], s[2], s[3] = s[0]|o[0], s[1]|o[1], s[2]|o[2], s[3]|o[3]
}

// meet tells whether two sets have a kind in common.
func (s *Kinds) meet(o *Kinds) bool { return s[0]&o[0]|s[1]&o[1]|s[2]&o[2]|s[3]&o[3] != 0 }

// Bits are properties of single syllables and punctuation marks, and of tokens.
type Bits uint64

// The properties.
const (
	Comma Bits = 1 << iota
	Stop
	Colon
	Semicolon
	Dash // - – —
	Hyphen
	Slash
	Opening // bracket
	Closing
	Apostrophe
	Percent
	Surname
	RareSurname     // that is also an ordinary word
	FrequentSurname // with it a name of two syllables is whole
	OwnSurname      // that only our own people bear
	GivenName
	MiddleName // two more may follow
	NameParticle
	NeverName // begins no name
	TitleWord // stands in a title of office, or between two
	And       // và
	Of        // của
	Under     // thuộc, trực thuộc
	Every     // các
	Two       // hai
	OfLevel   // cấp
	At        // tại
	In        // ở
	Between   // giữa
	Party     // đoàn
	Also      // kiêm
	By        // do
	Nation    // nước
	This      // này
	Friendly  // bạn
	NumberOf  // số
	Clock     // giờ: behind it a country is but its time
	// What a token is, whatever it says.
	Letters    // a word
	Figures    // a number
	Sign       // a punctuation mark
	Halt       // one that is neither a comma nor a hyphen
	LongDash   // a dash that parts: a long one, or one with a blank beside it
	Small      // a word without a capital
	Large      // a word with a capital
	FirstLarge // its first letter alone is one
	AllLarge   // all its letters are
	Joined     // nothing lies before it
	Spaced     // a blank on one line does
	Newline    // a line break does
	Break      // it begins a paragraph
	Following  // it stands in the sentence of the token before it
	firstGroup // of kinds that start there; the bits behind it are groups of others
)
