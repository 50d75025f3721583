package web

import (
	"net/url"

	"github.com/boctin/boctin/internal/corpus/events"
	"github.com/boctin/boctin/internal/web/chart"
)

// Atlas tells where the places of events lie.
type Atlas struct {
	Places []chart.Place                          // all there are, to find one's way by
	Find   func(place string) (chart.Place, bool) // the one that an event's place lies in
}

// draw is the map of some events, by the places that they lie in; nil where none lies
// in any. A circle leads to the events of its place.
func (a *Atlas) draw(u *url.URL, events []events.Event) *chart.Map {
	if a == nil {
		return nil
	}
	lies, counts := map[string]chart.Place{}, map[chart.Place]int{}
	for _, e := range events {
		place, known := lies[e.Place]
		if !known {
			place, _ = a.Find(e.Place)
			lies[e.Place] = place
		}
		if place.Name != "" {
			counts[place]++
		}
	}
	var spots []chart.Spot
	for place, n := range counts {
		spots = append(spots, chart.Spot{Place: place, N: n, Href: with(u, "place", place.Name)})
	}
	return chart.NewMap(a.Places, spots)
}
