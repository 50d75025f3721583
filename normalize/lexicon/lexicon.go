// Package lexicon loads the words that the finders know: agencies, ranks,
// posts, honorifics, places, countries, names and calendar words. Each kind is
// a TOML file embedded beside this one; a folder of the user's own overlays it.
package lexicon

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin/normalize/viet"
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
	Events     Events
	Leaders    []Leader
	Known      []Person // the leaders, and the persons of Names

	at      map[string]int // kind and name of an entry to its index in that list
	agency  map[string]int // key to the index in Agencies
	named   map[string]int // country and name to the first of that name
	gone    map[int32]bool // places that the layer being read removes
	sources []string       // by agency: the file that gave it last
	party   string         // what ends the names of the organs of the ruling party of Vietnam
	organs  []int          // those, in Agencies
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
	l.Known, l.party = l.known(), l.ourParty()
	l.organs = l.ourOrgans()
	return &l, nil
}

// Some reads only those embedded files whose names fit one of some patterns of path.Match,
// for questions that need no others. What is checked over all files is not.
func Some(patterns ...string) (*Lexicon, error) {
	var l Lexicon
	var files []string
	for _, pattern := range patterns {
		some, err := fs.Glob(embedded, pattern)
		if err != nil {
			return nil, err
		}
		files = append(files, some...)
	}
	return &l, errors.Join(l.lay(embedded, files)...)
}

// kind says how the files of one kind are read: name is the whole file name or
// its first part, as agencies in agencies.vn.toml.
type kind struct {
	name  string
	shape any // what is decoded from it
	// decode reads the text of a file, of ours or of an overlay; what it returns fills
	// the lexicon with that.
	decode func(file, data string, ours bool) func(l *Lexicon) []error
}

// kinds lists every file kind; each reader stands beside the type it fills.
var kinds = []kind{
	of("agencies", readAgencies),
	of("clauses", readClauses),
	of("countries", readCountries),
	of("dates", readDates),
	of("events", readEvents),
	of("forms", readForms),
	of("people", readPeople),
	of("places", readPlaces),
	of("honorifics", readHonorifics),
	of("names", readNames),
	of("posts", readPosts),
	of("ranks", readRanks),
	of("regions", readRegions),
}

func of[T any](name string, read func(l *Lexicon, file string, in *T) []error) kind {
	return kind{name, *new(T), func(file, data string, ours bool) func(*Lexicon) []error {
		var in T
		var faults []error
		if !ours || !kept(data, &in) {
			in = *new(T)
			faults = decode(file, data, &in)
		}
		return func(l *Lexicon) []error { return append(faults, read(l, file, &in)...) }
	}}
}

// layer reads the files of a folder side by side, and lays them over one another
// in the order of their names.
func (l *Lexicon) layer(layer fs.FS) []error {
	files, _ := fs.Glob(layer, "*.toml") // a pattern that is one
	return l.lay(layer, files)
}

func (l *Lexicon) lay(layer fs.FS, files []string) []error {
	sort.Strings(files)
	fill := make([]func(*Lexicon) []error, len(files))
	var reading sync.WaitGroup
	for i, file := range files {
		reading.Go(func() { fill[i] = read(layer, file) })
	}
	reading.Wait()
	var faults []error
	for _, lay := range fill {
		faults = append(faults, lay(l)...)
	}
	agencyLayers{l}.sweep()
	placeLayers{l}.sweep()
	return faults
}

// read decodes a file; what it returns fills the lexicon, or tells what is wrong.
func read(layer fs.FS, file string) func(*Lexicon) []error {
	data, err := fs.ReadFile(layer, file)
	if err != nil {
		return wrong(err)
	}
	text := string(data)
	if !viet.Composed(text) && !norm.NFC.IsNormalString(text) {
		return wrong(fmt.Errorf("%s: text is not NFC: save it in Unicode normal form C", file))
	}
	stem, _, _ := strings.Cut(file, ".")
	var known []string
	for _, k := range kinds {
		if k.name == stem {
			return k.decode(file, text, layer == fs.FS(embedded))
		}
		known = append(known, k.name+".toml")
	}
	return wrong(fmt.Errorf("%s: no such kind of lexicon file: name it one of %s", file, strings.Join(known, ", ")))
}

func wrong(err error) func(*Lexicon) []error {
	return func(*Lexicon) []error { return []error{err} }
}

// check holds what can only be judged when all files are read.
func (l *Lexicon) check() []error {
	return slices.Concat(agencyLayers{l}.check(), l.checkSuccessors(), l.checkRegions())
}

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
	times := map[string]int{}
	for _, key := range meta.Undecoded() {
		times[key.String()]++
	}
	for _, key := range slices.Sorted(maps.Keys(times)) {
		often := ""
		if n := times[key]; n > 1 {
			often = fmt.Sprintf(", %d times", n)
		}
		faults = append(faults, fmt.Errorf("%s: %s: unknown key%s: remove it or correct its spelling (docs/data-files.md lists the keys)", file, key, often))
	}
	return faults
}
