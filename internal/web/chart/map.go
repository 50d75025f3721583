package chart

import (
	"cmp"
	"math"
	"slices"
)

// Place is where something lies.
type Place struct {
	Name     string
	Lat, Lon float64 // degrees north and east
}

// Spot is a place with how often something happened there.
type Spot struct {
	Place
	N    int
	Href string
}

// Circle is a spot as it is drawn: its area grows with the number.
type Circle struct {
	X, Y, R float64
	N       int
	Name    string
	Href    string
	Label   bool // there is room for the name
}

// Dot is a place where nothing happened.
type Dot struct{ X, Y float64 }

// Map is a picture of places without borders or coasts.
type Map struct {
	Width, Height float64
	Dots          []Dot
	Circles       []Circle // the largest first, so that none is hidden
}

// Measures of a map: pixels a degree north, around its edge and for a name; the radius of
// the smallest and the largest circle.
const (
	perDegree = 36
	mapEdge   = 26
	nameRoom  = 90
	smallest  = 4
	largest   = 24
	nameGap   = 12 // between the lines of two names
)

// NewMap draws places and spots, degrees of longitude as long as they are at the middle
// of what is drawn; nil where there is no place to draw.
func NewMap(places []Place, spots []Spot) *Map {
	if len(places) == 0 || len(spots) == 0 {
		return nil
	}
	south, north, west, east := 90.0, -90.0, 180.0, -180.0
	for _, p := range places {
		south, north = math.Min(south, p.Lat), math.Max(north, p.Lat)
		west, east = math.Min(west, p.Lon), math.Max(east, p.Lon)
	}
	across := perDegree * math.Cos((south+north)/2*math.Pi/180)
	x := func(p Place) float64 { return round(mapEdge + (p.Lon-west)*across) }
	y := func(p Place) float64 { return round(mapEdge + (north-p.Lat)*perDegree) }
	m := &Map{Width: round(2*mapEdge + (east-west)*across + nameRoom), Height: round(2*mapEdge + (north-south)*perDegree)}
	for _, p := range places {
		m.Dots = append(m.Dots, Dot{x(p), y(p)})
	}
	spots = slices.Clone(spots)
	slices.SortStableFunc(spots, func(a, b Spot) int { return cmp.Or(b.N-a.N, cmp.Compare(a.Name, b.Name)) })
	for _, s := range spots {
		r := math.Max(smallest, largest*math.Sqrt(float64(s.N)/float64(spots[0].N)))
		c := Circle{X: x(s.Place), Y: y(s.Place), R: round(r), N: s.N, Name: s.Name, Href: s.Href}
		c.Label = !slices.ContainsFunc(m.Circles, c.crowds)
		m.Circles = append(m.Circles, c)
	}
	return m
}

// crowds tells whether the name of a circle would stand on that of another.
func (c Circle) crowds(other Circle) bool {
	return other.Label && math.Abs(c.Y-other.Y) < nameGap && math.Abs(c.X-other.X) < nameRoom
}
