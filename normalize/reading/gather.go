package reading

import "github.com/boctin/boctin/normalize/lexicon"

// gather registers what more than one finder asks for.
func (w *Words) gather() {
	w.gatherSmall()
	for mark, bits := range punctuation {
		w.Mark(mark, bits)
	}
	w.gatherCountries()
	w.gatherPlaces()
	w.gatherPersons()
	w.gatherPosts()
	for _, field := range w.lex.Forms.Fields {
		w.Register(Field, field, 0, Entry{"forms.toml", field})
	}
}

// punctuation is what the marks are.
var punctuation = map[string]Bits{
	",": Comma, ".": Stop, ":": Colon, ";": Semicolon, "-": Dash | Hyphen, "–": Dash, "—": Dash, "/": Slash,
	"%": Percent, "(": Opening, ")": Closing, "'": Apostrophe, "’": Apostrophe,
}

// gatherSmall marks the small words of the grammar.
func (w *Words) gatherSmall() {
	s := &w.lex.Forms.Small
	for _, row := range []struct {
		words []string
		bit   Bits
	}{
		{s.And, And}, {s.Of, Of}, {s.Under, Under}, {s.Every, Every}, {s.Two, Two}, {s.OfLevel, OfLevel}, {s.At, At}, {s.In, In},
		{s.Between, Between}, {s.Party, Party}, {s.Also, Also}, {s.By, By}, {s.Nation, Nation}, {s.This, This},
		{s.Friendly, Friendly}, {s.NumberOf, NumberOf}, {s.Clock, Clock},
	} {
		for _, word := range row.words {
			w.Mark(word, row.bit)
		}
	}
}

func (w *Words) gatherCountries() {
	for i := range w.lex.Countries {
		c := &w.lex.Countries[i]
		from := Entry{"countries.toml", c.Code}
		for _, name := range c.Names() {
			w.Register(Country, name, i, from)
		}
		for _, name := range c.Short {
			w.Register(ShortCountry, name, i, from)
		}
		for _, name := range c.Capitals {
			w.Register(Capital, name, i, from)
			if c.Code != lexicon.Home {
				w.addRegion(lexicon.Region{Country: c.Code, Name: name}, nil, from) // it stands for itself
			}
		}
	}
	for _, word := range w.lex.Forms.NotCountries {
		w.Register(NotCountry, word, 0, Entry{"forms.toml", word})
	}
	for _, g := range w.lex.Regions {
		w.addRegion(g, g.Aliases, Entry{"regions.toml", g.Name})
	}
}

func (w *Words) addRegion(g lexicon.Region, aliases []string, from Entry) {
	w.regions = append(w.regions, g)
	for _, name := range append([]string{g.Name}, aliases...) {
		w.Register(Region, name, len(w.regions)-1, from)
	}
}

func (w *Words) gatherPlaces() {
	for i, l := range w.lex.Forms.Levels {
		w.Register(Level, l.Word, i, Entry{"forms.toml", l.Word})
	}
	for i := range w.lex.Places {
		p := &w.lex.Places[i]
		w.addPlace(p.Name, int32(i), p)
		for _, name := range p.Aliases {
			w.addPlace(name, int32(i), p)
		}
	}
}

// addPlace adds a place, which p tells of, to those of its name.
func (w *Words) addPlace(name string, place int32, p *lexicon.Place) {
	m, fresh := w.mark(Place, w.numbers(name))
	if !fresh {
		w.places[m.Value] = append(w.places[m.Value], place)
		return
	}
	m.Value, m.entry = int32(len(w.places)), w.entry(Entry{"places.toml", p.Type + " " + p.Name})
	w.places = append(w.places, []int32{place})
}

func (w *Words) gatherPersons() {
	n := &w.lex.Names
	for bit, list := range map[Bits][]string{
		Surname: n.Surnames, RareSurname: n.Rare, FrequentSurname: n.Frequent, OwnSurname: n.Ours, GivenName: n.Given,
		MiddleName: n.Middle, NameParticle: n.Particles, NeverName: n.Never,
	} {
		for _, word := range list {
			w.Mark(word, bit)
		}
	}
	for i, p := range w.lex.Known {
		from := Entry{"names.toml", p.Name}
		if len(p.Titles) > 0 {
			from.File = "people.toml"
		}
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			w.Register(Leader, name, i, from)
		}
	}
	for i, h := range w.lex.Honorifics {
		for _, word := range append([]string{h.Name}, h.Aliases...) {
			w.Register(Honorific, word, i, Entry{"honorifics.toml", h.Name})
		}
	}
	for i, r := range w.lex.Ranks {
		for _, word := range append([]string{r.Name}, r.Aliases...) {
			w.Register(Rank, word, i, Entry{"ranks.toml", r.Name})
		}
	}
}

func (w *Words) gatherPosts() {
	for i, p := range w.lex.Posts.List {
		from := Entry{"posts.toml", p.Title}
		for _, words := range p.Phrases() {
			w.addTitle(words, 2*i, from)
			if p.Deputy {
				w.addTitle(lexicon.Deputy+" "+words, 2*i+1, from)
			}
		}
	}
	m := &w.lex.Posts.Marks
	for _, list := range [][]string{m.Former, m.PastClauses(), m.Acting, m.One, m.Also, m.Suffixes} {
		for _, words := range list {
			w.Mark(words, TitleWord)
		}
	}
}

func (w *Words) addTitle(words string, value int, from Entry) {
	w.Register(Title, words, value, from)
	w.Mark(words, TitleWord)
}
