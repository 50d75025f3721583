package chart

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"
)

// Knot is one of a network where it stands in the picture.
type Knot struct {
	ID, Name string
	X, Y, R  float64
	Below    float64 // y of the name
	Weight   int     // of its ties, together
}

// Tie is a line between two knots, by their numbers.
type Tie struct {
	A, B           int
	Weight         int
	X1, Y1, X2, Y2 float64
	Wide           float64
}

// Network is a picture of who is tied to whom.
type Network struct {
	Width, Height float64
	Knots         []Knot
	Ties          []Tie
}

// Measures of a network: rounds of the layout, steps of a round, the angle of the spiral on which
// knots begin (golden, so that no two lie one behind the other), room at the edge, radius of a knot.
const (
	rounds  = 120
	longest = 0.05
	stable  = 0.4
	nearest = 0.05
	golden  = 2.399963
	edge    = 60.0
	minKnot = 5.0
	maxKnot = 17.0
	maxTie  = 9.0
)

// Place finds places for the knots by the forces of Eades (1984): ties draw together,
// knots push apart. The same network gives the same picture.
func (n *Network) Place() {
	at := make([]point, len(n.Knots))
	for i := range at {
		sin, cos := math.Sincos(float64(i) * golden)
		at[i] = point{cos, sin}.times(math.Sqrt(float64(i)))
	}
	by := n.step()
	for range rounds {
		n.move(at, by)
	}
	xs, ys := make([]float64, len(at)), make([]float64, len(at))
	for i := range at {
		xs[i], ys[i] = at[i].x, at[i].y
	}
	spread(xs, edge, n.Width-edge)
	spread(ys, edge/2, n.Height-edge*0.75)
	for i := range n.Knots {
		k := &n.Knots[i]
		half := min(letter*float64(utf8.RuneCountInString(k.Name)), n.Width) / 2
		k.X, k.Y = min(max(xs[i], half), n.Width-half), ys[i] // the name below it is in the picture
	}
	n.size()
}

// step is which part of the forces on it a knot follows in a round: all of its ties draw the
// one that has the most, and a longer step would throw it past them, farther each time.
func (n *Network) step() float64 {
	ties, most := make([]int, len(n.Knots)), 1
	for _, t := range n.Ties {
		ties[t.A]++
		ties[t.B]++
		most = max(most, ties[t.A], ties[t.B])
	}
	return min(longest, stable/float64(most))
}

// move moves the knots by a part of the forces on them: a tie draws by its length times the
// logarithm of it, two knots push by the inverse square of what parts them.
func (n *Network) move(at []point, by float64) {
	force := make([]point, len(at))
	act := func(i, j int, f point) {
		force[i], force[j] = force[i].plus(f), force[j].plus(f.times(-1))
	}
	for i := range at {
		for j := range i {
			away := at[i].plus(at[j].times(-1))
			square := max(away.x*away.x+away.y*away.y, nearest*nearest)
			act(i, j, away.times(1/(square*math.Sqrt(square))))
		}
	}
	for _, t := range n.Ties {
		if t.A != t.B {
			to := at[t.B].plus(at[t.A].times(-1))
			act(t.A, t.B, to.times(math.Log(max(to.length(), nearest))))
		}
	}
	for i := range at {
		at[i] = at[i].plus(force[i].times(by))
	}
}

// point is a place in the plane, or a force.
type point struct{ x, y float64 }

func (p point) plus(q point) point { return point{p.x + q.x, p.y + q.y} }

func (p point) times(k float64) point { return point{p.x * k, p.y * k} }

func (p point) length() float64 { return math.Hypot(p.x, p.y) }

// spread moves values between two bounds, halfway by their rank so that a far one does
// not press the others together.
func spread(values []float64, from, to float64) {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
		if math.IsNaN(values[i]) || math.IsInf(values[i], 0) {
			values[i] = 0
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	if len(order) == 0 {
		return
	}
	least, most := values[order[0]], values[order[len(order)-1]]
	for rank, i := range order {
		by := 0.5
		if most > least {
			by = 0.4*(values[i]-least)/(most-least) + 0.6*float64(rank)/float64(len(order)-1)
		}
		values[i] = round(from + by*(to-from))
	}
}

// size makes knots and ties as thick as they are strong.
func (n *Network) size() {
	strongest := 1
	for _, t := range n.Ties {
		n.Knots[t.A].Weight += t.Weight
		n.Knots[t.B].Weight += t.Weight
		strongest = max(strongest, t.Weight)
	}
	heaviest := 1
	for _, k := range n.Knots {
		heaviest = max(heaviest, k.Weight)
	}
	for i := range n.Knots {
		k := &n.Knots[i]
		k.R = round(minKnot + (maxKnot-minKnot)*math.Sqrt(float64(k.Weight)/float64(heaviest)))
		k.Below = round(k.Y + k.R + 12)
	}
	for i := range n.Ties {
		t := &n.Ties[i]
		a, b := n.Knots[t.A], n.Knots[t.B]
		t.X1, t.Y1, t.X2, t.Y2 = a.X, a.Y, b.X, b.Y
		t.Wide = round(1 + (maxTie-1)*math.Sqrt(float64(t.Weight)/float64(strongest)))
	}
}
