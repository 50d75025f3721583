package chart

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"unicode/utf8"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/layout"
	"gonum.org/v1/gonum/graph/simple"
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

// ordered is a graph that gives its nodes in order: the layout adds up forces in the
// order they come.
type ordered struct{ graph.Graph }

func (g ordered) Nodes() graph.Nodes { return inOrder(g.Graph.Nodes()) }

func (g ordered) From(id int64) graph.Nodes { return inOrder(g.Graph.From(id)) }

func inOrder(nodes graph.Nodes) graph.Nodes {
	all := graph.NodesOf(nodes)
	slices.SortFunc(all, func(a, b graph.Node) int { return cmp.Compare(a.ID(), b.ID()) })
	return iterator.NewOrderedNodes(all)
}

// Measures of a network: rounds of the layout, steps of a round, room at the edge, radius of a knot.
const (
	rounds  = 120
	longest = 0.05
	stable  = 0.4
	edge    = 60.0
	minKnot = 5.0
	maxKnot = 17.0
	maxTie  = 9.0
)

// Place finds places for the knots by the forces of Eades (1984): ties draw together,
// knots push apart. The same network gives the same picture.
func (n *Network) Place() {
	g := simple.NewUndirectedGraph()
	for i := range n.Knots {
		g.AddNode(simple.Node(i))
	}
	for _, t := range n.Ties {
		if t.A != t.B {
			g.SetEdge(simple.Edge{F: simple.Node(t.A), T: simple.Node(t.B)})
		}
	}
	eades := layout.EadesR2{Updates: rounds, Repulsion: 1, Rate: n.step(), Theta: 0.2, Src: rand.NewPCG(1, 1)}
	optimizer := layout.NewOptimizerR2(ordered{g}, eades.Update)
	for optimizer.Update() {
	}
	xs, ys := make([]float64, len(n.Knots)), make([]float64, len(n.Knots))
	for i := range n.Knots {
		at := optimizer.Coord2(int64(i))
		xs[i], ys[i] = at.X, at.Y
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
