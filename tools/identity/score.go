package main

import "fmt"

// figure counts pairs, and the sums of B-cubed, over groups.
type figure struct {
	name                    string
	joined, wrong, split, n int
	precision, recall       float64
}

func score(groups map[string]*group, stratum string) figure {
	f := figure{name: "stratum " + stratum}
	if stratum == "" {
		f.name = "all"
	}
	for _, g := range groups {
		if stratum == "" || g.stratum == stratum {
			f.add(g.items)
		}
	}
	return f
}

func (f *figure) add(items []labelled) {
	gold, got, both := map[string]int{}, map[string]int{}, map[labelled]int{}
	for i, x := range items {
		gold[x.label]++
		got[x.id]++
		both[x]++
		for _, y := range items[:i] {
			switch one, said := x.label == y.label, x.id == y.id; {
			case one && said:
				f.joined++
			case said:
				f.wrong++
			case one:
				f.split++
			}
		}
	}
	for _, x := range items {
		f.n++
		f.precision += float64(both[x]) / float64(got[x.id])
		f.recall += float64(both[x]) / float64(gold[x.label])
	}
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 1
	}
	return a / b
}

func harmonic(p, r float64) float64 { return ratio(2*p*r, p+r) }

func (f figure) pairs() float64 {
	return harmonic(ratio(float64(f.joined), float64(f.joined+f.wrong)), ratio(float64(f.joined), float64(f.joined+f.split)))
}

func (f figure) cubed() float64 {
	return harmonic(ratio(f.precision, float64(f.n)), ratio(f.recall, float64(f.n)))
}

func (f figure) String() string {
	return fmt.Sprintf("%-10s %4d  pairs F1 %.3f (wrongly joined %d, split %d)  B-cubed F1 %.3f (P %.3f R %.3f)",
		f.name, f.n, f.pairs(), f.wrong, f.split, f.cubed(), ratio(f.precision, float64(f.n)), ratio(f.recall, float64(f.n)))
}
