package lexicon

// Dates holds the words of the calendar.
type Dates struct{}

func readDates(l *Lexicon, file, data string) []error {
	return decode(file, data, &l.Dates)
}
