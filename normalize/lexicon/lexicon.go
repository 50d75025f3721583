// Package lexicon loads the words that the finders know: agencies, ranks,
// posts, honorifics, places, countries, names and calendar words. Each kind is
// a TOML file embedded beside this one; a folder of the user's own overlays it.
package lexicon

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"
)

//go:embed *.toml
var embedded embed.FS

// Lexicon is everything the finders know. It is read-only once loaded.
type Lexicon struct {
	Dates      Dates
	Countries  []Country
	Places     []Place // provinces first, then what lies below them
	Regions    []Region
	Ranks      []Rank
	Posts      Posts
	Clauses    Clauses
	Honorifics []Honorific
	Names      Names
	Agencies   []Agency
	Forms      Forms

	at      map[string]int // kind and name of an entry to its index in that list
	agency  map[string]int // key to the index in Agencies
	named   map[string]int // country and name to the first of that name
	sources map[int]string // the file that gave an agency last
}

// Load reads the embedded lexicon and lays the files of overlay, which may be
// nil, over it. It reports every fault it finds, joined: file, key, what is
// wrong and what to write.
func Load(overlay fs.FS) (*Lexicon, error) {
	var l Lexicon
	var faults []error
	for _, layer := range []fs.FS{embedded, overlay} {
		if layer != nil {
			faults = append(faults, l.layer(layer)...)
		}
	}
	faults = append(faults, l.check()...)
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return &l, nil
}

// kind says how the files of one kind are read: name is the whole file name or
// its first part, as agencies in agencies.vn.toml.
type kind struct {
	name string
	read func(l *Lexicon, file string, data string) []error
}

// kinds lists every file kind; each reader stands beside the type it fills.
var kinds = []kind{
	{"agencies", readAgencies},
	{"clauses", readClauses},
	{"countries", readCountries},
	{"dates", readDates},
	{"forms", readForms},
	{"places", readPlaces},
	{"honorifics", readHonorifics},
	{"names", readNames},
	{"posts", readPosts},
	{"ranks", readRanks},
	{"regions", readRegions},
}

func (l *Lexicon) layer(layer fs.FS) []error {
	files, err := fs.Glob(layer, "*.toml")
	if err != nil {
		return []error{err}
	}
	sort.Strings(files)
	var faults []error
	for _, file := range files {
		data, err := fs.ReadFile(layer, file)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		faults = append(faults, l.file(file, string(data))...)
	}
	return faults
}

func (l *Lexicon) file(name, data string) []error {
	if !norm.NFC.IsNormalString(data) {
		return []error{fmt.Errorf("%s: text is not NFC: save it in Unicode normal form C", name)}
	}
	stem, _, _ := strings.Cut(name, ".")
	for _, k := range kinds {
		if k.name == stem {
			return k.read(l, name, data)
		}
	}
	var known []string
	for _, k := range kinds {
		known = append(known, k.name+".toml")
	}
	return []error{fmt.Errorf("%s: no such kind of lexicon file: name it one of %s", name, strings.Join(known, ", "))}
}

// check holds what can only be judged when all files are read.
func (l *Lexicon) check() []error { return append(l.checkAgencies(), l.checkRegions()...) }

// decode reads TOML strictly: an unknown key is a fault.
func decode(file, data string, into any) []error {
	meta, err := toml.Decode(data, into)
	if err != nil {
		var parse toml.ParseError
		if errors.As(err, &parse) {
			return []error{fmt.Errorf("%s: %s", file, strings.TrimSpace(parse.ErrorWithUsage()))}
		}
		return []error{fmt.Errorf("%s: %w", file, err)}
	}
	var faults []error
	for _, key := range meta.Undecoded() {
		faults = append(faults, fmt.Errorf("%s: %s: unknown key: remove it or correct its spelling (CONTRIBUTING.md lists the keys)", file, key))
	}
	return faults
}
