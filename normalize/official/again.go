package official

import "github.com/boctin/boctin/normalize/viet"

// findAgain adds the places where the full name of an official stands alone.
func findAgain(pages []*page, officials []*person) {
	first := map[string][]*person{}
	for _, o := range officials {
		if len(o.words) < 2 {
			continue
		}
		for _, spelling := range o.spellings() {
			first[spelling] = append(first[spelling], o)
		}
	}
	if len(first) == 0 {
		return
	}
	for _, p := range pages {
		p.findNames(first, p.taken(officials))
	}
	for _, o := range officials {
		sortMentions(o.mentions)
	}
}

// spellings gives the first words of the name as the text writes them.
func (p *person) spellings() []string {
	var list []string
	for _, m := range p.mentions {
		if w := m.page.text.Word(m.name.from); viet.Key(w) == p.words[0] && !contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

// taken marks the tokens that a mention covers.
func (p *page) taken(officials []*person) []bool {
	taken := make([]bool, len(p.text.Tokens))
	for _, o := range officials {
		for _, m := range o.mentions {
			if m.page == p {
				for k := m.name.from; k < m.name.to; k++ {
					taken[k] = true
				}
			}
		}
	}
	return taken
}

func (p *page) findNames(first map[string][]*person, taken []bool) {
	for i := range p.text.Tokens {
		t := p.tok(i)
		if t.Kind != viet.Word || t.Shape == viet.Lower || taken[i] {
			continue
		}
		people := first[p.text.Word(i)]
		if len(people) == 0 || p.namesPlace(i, false) || p.spotCovers(i) {
			continue
		}
		for _, o := range people {
			if n := p.bareName(i, o.words); n > 0 && p.ends(i, i+n) {
				m := &mention{page: p, from: i, to: i + n, name: name{from: i, to: i + n}, bare: true}
				o.mentions = append(o.mentions, m)
				break
			}
		}
	}
}

// bareName gives the tokens of a name at token i, hyphens passed over, 0 if it
// does not stand there.
func (p *page) bareName(i int, words []string) int {
	k := i
	for n, w := range words {
		if n > 0 && p.has(k) && (p.punct(k, "-") || p.punct(k, ".") || p.punct(k, "–")) {
			k++
		}
		if !p.has(k) || n > 0 && !p.follows(k) || viet.Key(p.text.Word(k)) != w {
			return 0
		}
		k++
	}
	return k - i
}

// ends tells whether the name is not a piece of a longer one.
func (p *page) ends(i, j int) bool {
	if p.capital(j) && p.follows(j) && p.tok(j).Gap == viet.Space && p.tok(j).Shape == viet.Title && !p.titleAt(j) {
		return false
	}
	return !(i > 0 && p.capital(i-1) && p.follows(i) && p.tok(i).Gap == viet.Space && p.tok(i-1).Shape == viet.Title && p.is(p.tok(i-1).ID, isSurname))
}

// namesPlace tells whether what stands before token i makes a street, a school
// or a prize of the name; titled: whether a rank or post comes with it.
func (p *page) namesPlace(i int, titled bool) bool {
	const longest = 4
	for n := 1; n <= longest && i-n >= 0; n++ {
		always, k := p.after.Longest(p.text, i-n)
		city := p.text.Word(i-n) == "phố" && p.has(i-n-1) && p.text.Word(i-n-1) == "thành"
		if k == n && (always || !titled) && !city && !p.spotCovers(i-1) {
			return true
		}
	}
	return false
}
