package lexicon

// AgencyFile gives the file that gave or last changed an agency.
func (l *Lexicon) AgencyFile(i int) string { return l.sources[i] }
