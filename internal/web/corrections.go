package web

import "github.com/boctin/boctin"

// Corrections are the forms by which somebody puts right what is wrong. The screens
// show a link to each beside the finding that it is for; their own screens are
// further rows of the table of routes.
type Corrections interface {
	// Routes are the screens of the forms. Patterns begin with "GET /correct" or
	// "POST /correct"; templates and words are those of this package.
	Routes() []Route

	// Beside gives the forms for a finding, in the order shown; none where nothing
	// can be put right.
	Beside(Finding) []Form

	// Closed is the key of the words that say why nothing can be written now, as
	// another process has the corpus; empty where it can.
	Closed() string
}

// Finding is something shown that may be wrong.
type Finding struct {
	Kind        string // article, paragraph, caption, byline, published, date, agency, official, post, event, issue, person, namesake
	URL         string // of the article; empty for what is no article's own
	Version     int    // of the article
	ID          string // of the official or agency, or place of another finding in its list
	Other       string // of a namesake: the id of the other
	Name        string // as it is shown
	boctin.Span        // in code points, where it stands
}

// Form is a link to a short form.
type Form struct {
	Word string // key of the words on it
	Href string
}

// corrections gives the forms beside a finding; none where the corpus is read alone.
func (r *Request) corrections(f Finding) []Form {
	c := r.server.o.Corrections
	if c == nil || c.Closed() != "" {
		return nil
	}
	return c.Beside(f)
}

// closed is the key of the words that say why nothing can be corrected.
func (s *Server) closed() string {
	if s.o.Corrections == nil {
		return "corrections.none"
	}
	return s.o.Corrections.Closed()
}
