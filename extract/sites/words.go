package sites

// Words are what the generic reader knows of Vietnamese pages: see
// generic.toml, where each list is explained.
type Words struct {
	Related  []string `toml:"related"`
	End      []string `toml:"end"`
	Widget   []string `toml:"widget"`
	Credit   []string `toml:"credit"`
	Source   []string `toml:"source"`
	Byline   []string `toml:"byline"`
	Role     []string `toml:"role"`
	NotName  []string `toml:"not_name"`
	Prefix   []string `toml:"prefix"`
	Junk     []string `toml:"junk"`
	Content  []string `toml:"content"`
	Lead     []string `toml:"lead"`
	Author   []string `toml:"author"`
	Date     []string `toml:"date"`
	Caption  []string `toml:"caption"`
	Modified []string `toml:"modified"`
	Stop     []string `toml:"stop"`
}

func (l *loader) addWords(data string) {
	var w Words
	if !l.decode(genericFile, data, &w, "see the embedded generic.toml") {
		return
	}
	all := l.sites.words
	for _, pair := range []struct{ into, from *[]string }{
		{&all.Related, &w.Related}, {&all.End, &w.End}, {&all.Widget, &w.Widget}, {&all.Credit, &w.Credit},
		{&all.Source, &w.Source}, {&all.Byline, &w.Byline}, {&all.Role, &w.Role}, {&all.NotName, &w.NotName},
		{&all.Prefix, &w.Prefix}, {&all.Junk, &w.Junk}, {&all.Content, &w.Content}, {&all.Lead, &w.Lead},
		{&all.Author, &w.Author}, {&all.Date, &w.Date}, {&all.Caption, &w.Caption}, {&all.Modified, &w.Modified}, {&all.Stop, &w.Stop},
	} {
		*pair.into = append(*pair.into, *pair.from...)
	}
}
