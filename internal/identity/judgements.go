package identity

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/boctin/boctin/normalize/viet"
)

// JudgementsFile is the name of the file in an overlay or a corpus.
const JudgementsFile = "judgements.toml"

// Judgements are what a person decided: these are one, those are two. They stand
// above all evidence.
type Judgements struct{ list []judgement }

// judgement is one decision over two or more persons.
type judgement struct {
	Persons []Selector `toml:"persons"`
	Note    string     `toml:"note"`
	same    bool
}

// Selector names a person: by an id that boctin printed, or by name and a post.
type Selector struct {
	ID      string `toml:"id"`
	Name    string `toml:"name"`
	Country string `toml:"country"` // of a foreigner who is named by name
	Post    string `toml:"post"`    // title, or title and agency; empty for all of that name
}

// ReadJudgements reads the files of that name in directories, those that have none
// and "" left out. It reports every fault: file, key, what is wrong and what to write.
func ReadJudgements(dirs ...string) (Judgements, error) {
	var files []File
	var faults []error
	for _, dir := range dirs {
		if dir == "" {
			continue
		}
		path := filepath.Join(dir, JudgementsFile)
		data, err := os.ReadFile(path)
		switch {
		case err == nil:
			files = append(files, File{path, string(data)})
		case !errors.Is(err, os.ErrNotExist):
			faults = append(faults, err)
		}
	}
	all, err := ParseJudgements(files)
	return all, errors.Join(append(faults, err)...)
}

// File is a file of judgements that was read.
type File struct{ Path, Text string }

// ParseJudgements is ReadJudgements of files that were read.
func ParseJudgements(files []File) (Judgements, error) {
	var all Judgements
	var faults []error
	for _, f := range files {
		faults = append(faults, all.read(f.Path, f.Text)...)
	}
	faults = append(faults, all.contradictions()...)
	return all, errors.Join(faults...)
}

func (j *Judgements) read(path, data string) []error {
	var in struct {
		Same      []judgement `toml:"same"`
		Different []judgement `toml:"different"`
	}
	meta, err := toml.Decode(data, &in)
	if err != nil {
		return []error{fmt.Errorf("%s: %w", path, err)}
	}
	var faults []error
	for _, key := range meta.Undecoded() {
		faults = append(faults, fmt.Errorf("%s: %s: unknown key: write same or different with persons (id, or name, country and post) and note", path, key))
	}
	for kind, list := range map[string][]judgement{"same": in.Same, "different": in.Different} {
		for i := range list {
			if err := list[i].check(); err != nil {
				faults = append(faults, fmt.Errorf("%s: %s[%d].persons: %w", path, kind, i, err))
			}
			list[i].same = kind == "same"
		}
	}
	j.list = append(append(j.list, in.Same...), in.Different...)
	return faults
}

func (j *judgement) check() error {
	if len(j.Persons) < 2 {
		return fmt.Errorf("%d given: name at least two", len(j.Persons))
	}
	for _, s := range j.Persons {
		switch {
		case (s.ID == "") == (s.Name == ""):
			return fmt.Errorf("%q %q: write either an id, such as vn/to-lam, or a name", s.ID, s.Name)
		case s.ID != "" && !strings.Contains(s.ID, "/"):
			return fmt.Errorf("%q is no id: write one as boctin who prints it, such as vn/to-lam", s.ID)
		}
	}
	return nil
}

// contradictions finds two whom one entry holds for one and another for two.
func (j *Judgements) contradictions() []error {
	root := map[string]string{}
	find := func(k string) string {
		for root[k] != "" && root[k] != k {
			k = root[k]
		}
		return k
	}
	for _, e := range j.list {
		for _, s := range e.Persons {
			if a, b := find(e.Persons[0].key()), find(s.key()); e.same && a != b {
				root[b] = a
			}
		}
	}
	var faults []error
	for _, e := range j.list {
		for i, s := range e.Persons {
			for _, o := range e.Persons[:i] {
				if !e.same && find(s.key()) == find(o.key()) {
					faults = append(faults, fmt.Errorf("%s: %s and %s are judged to be one person and two: remove one of the judgements", JudgementsFile, o.key(), s.key()))
				}
			}
		}
	}
	return faults
}

// Judged gives the marks of the appearances of which somebody decided whose they are.
func (r *Resolver) Judged() (marks []string) {
	for _, e := range r.judged.list {
		for _, s := range e.Persons {
			if _, mark, marked := CutMark(s.ID); marked {
				marks = append(marks, mark)
			}
		}
	}
	return marks
}

func (s *Selector) key() string {
	if s.ID != "" {
		return s.ID
	}
	return strings.TrimSpace(viet.PhraseKey(s.Name) + " " + strings.ToLower(s.Country) + " " + viet.PhraseKey(s.Post))
}

// fits tells whether an appearance is of the person that a selector names.
func (s *Selector) fits(a *Appearance) bool {
	if s.ID != "" {
		if _, mark, marked := CutMark(s.ID); marked {
			return Mark(a) == mark
		}
		return BaseID(a.Country, a.Name) == s.ID
	}
	if viet.PhraseKey(a.Name) != viet.PhraseKey(s.Name) || s.Country != "" && s.Country != a.Country {
		return false
	}
	want := viet.PhraseKey(s.Post)
	return want == "" || slices.ContainsFunc(a.Posts, func(p Post) bool {
		title := viet.PhraseKey(p.Title)
		return title == want || strings.TrimSpace(title+" "+viet.PhraseKey(p.AgencyName)) == want
	})
}

// block is that in which the person is looked for.
func (s *Selector) block(r *Resolver) string {
	if s.ID == "" {
		return r.Block(&Appearance{Name: s.Name, Country: s.Country})
	}
	base, _, _ := CutMark(s.ID)
	country, slug, _ := strings.Cut(base, "/")
	words := strings.Split(slug, "-")
	for i, w := range words {
		words[i] = strings.ToUpper(w[:min(1, len(w))]) + w[min(1, len(w)):]
	}
	if r.written(strings.Join(words, " "), country == "vn") { // an id has lost the marks
		return "=" + slug
	}
	return country
}

// sides tells for each judgement which of its persons an appearance is of: "3.0" is
// the first of the fourth.
func (j *Judgements) sides(a *Appearance) []string {
	var all []string
	for i := range j.list {
		for k := range j.list[i].Persons {
			if j.list[i].Persons[k].fits(a) {
				all = append(all, fmt.Sprintf("%d.%d", i, k))
			}
		}
	}
	return all
}

// judged: a person's word stands above all evidence.
func (p *pair) judged() {
	for _, x := range p.a.sides {
		for _, y := range p.b.sides {
			var i, k, j, l int
			fmt.Sscanf(x, "%d.%d", &i, &k)
			fmt.Sscanf(y, "%d.%d", &j, &l)
			if i != j || k == l {
				continue
			}
			e := &p.r.judged.list[i]
			if !e.same {
				p.say("judged-different", never, e.Note)
				return
			}
			p.say("judged-same", 1000, e.Note)
		}
	}
}
