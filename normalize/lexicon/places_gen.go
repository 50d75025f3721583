//go:build ignore

// Command places_gen writes places.units.toml from two tables of administrative
// units (MIT): thanglequoc/vietnamese-provinces-database (units since 2025:
// code, name, province) and tanthuan031/vnadministrative (units before: level,
// old name, old district, old province, new name, new province).
//
//	go run places_gen.go units-2026.tsv units-old-new.tsv > places.units.toml
//	boctin check --write normalize
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// group keeps the names of one type in order of appearance, each once.
type group struct {
	types []string
	names map[string][]string
	seen  map[string]bool
}

func (g *group) add(full string) {
	kind, name := split(full)
	if kind == "" {
		return
	}
	if g.names == nil {
		g.names, g.seen = map[string][]string{}, map[string]bool{}
	}
	if g.seen[kind+name] {
		return
	}
	g.seen[kind+name] = true
	if g.names[kind] == nil {
		g.types = append(g.types, kind)
	}
	g.names[kind] = append(g.names[kind], name)
}

// print writes the names as one list a type.
func (g *group) print() {
	for _, k := range lexicon.CommuneTypes() {
		if len(g.names[k]) == 0 {
			continue
		}
		fmt.Printf("%s = [\n", keys[k])
		for _, name := range g.names[k] {
			fmt.Printf("  %q,\n", name)
		}
		fmt.Println("]")
	}
}

var keys = map[string]string{lexicon.WardType: "wards", lexicon.CommuneType: "communes", lexicon.TownshipType: "townships", lexicon.SpecialZoneType: "special_zones"}

type provinceUnits struct {
	name      string
	communes  group
	districts []string
	wards     map[string]*group
}

var (
	all   []*provinceUnits
	byKey = map[string]*provinceUnits{}
)

func province(full string) *provinceUnits {
	_, name := split(full)
	p := byKey[name]
	if p == nil {
		p = &provinceUnits{name: name, wards: map[string]*group{}}
		byKey[name] = p
		all = append(all, p)
	}
	return p
}

// split parts the type from the name and puts tone marks in the old style.
func split(full string) (kind, name string) {
	full = strings.ReplaceAll(full, " - ", "-")
	lower := strings.ToLower(full)
	for _, t := range append(append(lexicon.DistrictTypes(), lexicon.CommuneTypes()...), lexicon.ProvinceType) {
		if strings.HasPrefix(lower, t+" ") {
			return t, tones(full[len(t)+1:])
		}
	}
	log.Printf("left out, no administrative unit: %q", full)
	return "", ""
}

func tones(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		key, at := []rune(viet.Key(w)), 0
		out := []rune(w)
		if len(key) != len(out) {
			continue
		}
		for ; at < len(out); at++ {
			if out[at] == []rune(strings.ToUpper(string(key[at])))[0] {
				continue
			}
			out[at] = key[at]
		}
		words[i] = string(out)
	}
	return strings.ReplaceAll(strings.Join(words, " "), "-", " - ")
}

func rows(path string, row func(cells []string)) {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := s.Text(); line != "" && line[0] != '#' {
			row(append(strings.Split(line, "\t"), "", "", "", "", ""))
		}
	}
}

func main() {
	rows(os.Args[1], func(c []string) {
		if c[2] != "" {
			province(c[2]).communes.add(c[1])
		}
	})
	rows(os.Args[2], func(c []string) {
		if c[0] != "ward" {
			return
		}
		p := province(c[3])
		kind, name := split(c[2])
		key := kind + " " + name
		if p.wards[key] == nil {
			p.wards[key] = &group{}
			p.districts = append(p.districts, key)
		}
		p.wards[key].add(c[1])
	})
	fmt.Println("# Administrative units below the provinces: right below them since 1 July 2025, or")
	fmt.Println("# (with district and type) of a district until then.")
	fmt.Println("# Written by places_gen.go; add what is missing in a file of your own.")
	for _, p := range all {
		if len(p.communes.types) > 0 {
			fmt.Printf("\n[[units]]\nprovince = %q\n", p.name)
			p.communes.print()
		}
		for _, d := range p.districts {
			kind, name := split(d)
			fmt.Printf("\n[[units]]\nprovince = %q\ndistrict = %q\ntype = %q\n", p.name, name, kind)
			p.wards[d].print()
		}
	}
}
