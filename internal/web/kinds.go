package web

// eventKinds are the kinds of event that a corpus may hold, in the order of lists; a
// test holds them against the kinds of the lexicon.
var eventKinds = []string{
	"meeting", "call", "visit", "signing", "conference", "ceremony", "appointment", "departure", "promotion",
	"discipline", "award", "arrest", "prosecution", "trial", "sentence",
}

// weekdays are the days of a week, in the order of a calendar.
var weekdays = []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
