// Command identity measures which appearances boctin takes for one person, against
// labels made by hand. It reads records from standard input.
//
//	boctin run -q items.warc.gz | identity [-floor 0.9] [-list GROUP] labels.tsv
//
// A line of the labels gives group, stratum, URL, day, name as printed, and who it
// is: p1, p2 … a person of the group, none for nobody, ? where it cannot be told.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

func main() {
	floor := flag.Float64("floor", 0, "fail where F1 of pairs or B-cubed F1 is lower")
	strata := flag.Float64("strata", 0, "fail where a stratum is lower")
	list := flag.String("list", "", "print the appearances of groups whose name holds this")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "identity: name the file of labels")
		os.Exit(2)
	}
	if err := run(os.Stdin, flag.Arg(0), *list, *floor, *strata); err != nil {
		fmt.Fprintln(os.Stderr, "identity:", err)
		os.Exit(1)
	}
}

func run(records io.Reader, labels, list string, floor, strata float64) error {
	ids, err := settled(records)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(labels)
	if err != nil {
		return err
	}
	groups, missing, persons := join(string(data), ids, list)
	fmt.Printf("not found as an official: %d of %d persons\n", missing, persons)
	var low []string
	for _, s := range []string{"", "a", "b", "c", "d"} {
		f := score(groups, s)
		fmt.Println(f)
		least := floor
		if s != "" {
			least = strata
		}
		if min(f.pairs(), f.cubed()) < least {
			low = append(low, fmt.Sprintf("%s: %.3f is under %.3f", f.name, min(f.pairs(), f.cubed()), least))
		}
	}
	if len(low) > 0 {
		return errors.New(strings.Join(low, "; "))
	}
	return nil
}

// names of an appearance, with the person that it was taken for.
type found struct {
	name string // as a mention prints it
	id   string
}

// settled gives by URL whom the articles name.
func settled(records io.Reader) (map[string][]found, error) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		return nil, err
	}
	r := identity.New(lex, identity.Judgements{})
	blocks := map[string][]*identity.Appearance{}
	names := map[*identity.Appearance][]string{}
	lines := bufio.NewReader(records)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			var rec boctin.Record
			if err := json.Unmarshal(line, &rec); err != nil {
				return nil, err
			}
			for i, a := range identity.Of(&rec) {
				key := r.Block(&a)
				blocks[key] = append(blocks[key], &a)
				for _, m := range rec.Officials[i].Mentions {
					names[&a] = append(names[&a], string([]rune(m.Text)[m.Name[0]:m.Name[1]])) // code points in JSON
				}
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	ids := map[string][]found{}
	for _, block := range blocks {
		people := r.Settle(block)
		if w := os.Getenv("WHY"); w != "" && strings.Contains(people[0].ID, w) {
			for _, p := range people {
				fmt.Println(p.ID, len(p.Members))
				for _, j := range p.Joins {
					fmt.Println("   join", j.Weight, j.Reasons, block[j.A].Name, block[j.A].Posts, block[j.B].Name, block[j.B].Posts)
				}
			}
			for _, x := range r.KeptApart(people, math.Inf(1)) {
				if x.Weight > -20 {
					fmt.Println("apart", people[x.A].ID, people[x.B].ID, x.Weight, x.Reasons)
				}
			}
		}
		for _, p := range people {
			for _, i := range p.Members {
				for _, n := range names[block[i]] {
					ids[block[i].Article] = append(ids[block[i].Article], found{n, p.ID})
				}
			}
		}
	}
	return ids, nil
}

// labelled is an appearance with its label and the id that it got.
type labelled struct{ label, id string }

type group struct {
	stratum string
	items   []labelled
}

func join(data string, ids map[string][]found, list string) (groups map[string]*group, missing, persons int) {
	groups = map[string]*group{}
	for _, line := range strings.Split(strings.TrimSpace(data), "\n")[1:] {
		f := strings.Split(line, "\t")
		id := lookup(ids[f[2]], f[4])
		if list != "" && strings.Contains(f[0], list) {
			fmt.Println(f[3][:10], f[4], f[5], id, f[2])
		}
		if !strings.HasPrefix(f[5], "p") {
			continue
		}
		persons++
		if id == "" {
			missing++
			continue
		}
		if groups[f[0]] == nil {
			groups[f[0]] = &group{stratum: f[1]}
		}
		groups[f[0]].items = append(groups[f[0]].items, labelled{f[5], id})
	}
	return groups, missing, persons
}

// lookup gives the person of the mention that best has that name.
func lookup(all []found, name string) string {
	best, at := 9, ""
	key, fold := viet.PhraseKey(name), viet.Slug(name)
	for _, f := range slices.SortedFunc(slices.Values(all), func(a, b found) int { return strings.Compare(a.id, b.id) }) {
		n := 9
		switch slug := viet.Slug(f.name); {
		case f.name == name:
			n = 0
		case viet.PhraseKey(f.name) == key:
			n = 1
		case slug == fold:
			n = 2
		case !strings.Contains(fold, "-") && slices.Contains(strings.Split(slug, "-"), fold):
			n = 3
		case strings.Contains("-"+slug+"-", "-"+fold+"-") && strings.Contains(fold, "-"):
			n = 4
		}
		if n < best {
			best, at = n, f.id
		}
	}
	return at
}
