package dom

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// reading is what a name was found to say.
type reading struct {
	value   string
	hint    Hint
	noClass bool // as a class, as an id the style sheets of the page do not draw it
	noID    bool
	bold    bool // as a class it sets so
	pre     bool // as a class it has an empty line part paragraphs
	place   bool // as a class it is that of a place stamp
}

// reading gives what a name says: the items of a list all have the same.
func (p *planter) reading(value string) *reading {
	if value == "" {
		return &noReading
	}
	known := &p.read[place(value)%len(p.read)]
	if known.value != value {
		*known = reading{
			value: value, hint: p.hints.Read(value),
			bold: strings.Contains(value, "bold"), pre: strings.Contains(value, "whitespace-pre"), place: strings.Contains(value, "location"),
		}
		if len(p.sheet) > 0 {
			known.noClass, known.noID = p.noClass(value), p.leavesOut("#", value)
		}
	}
	return known
}

var noReading reading

// drawing is what a style was found to say.
type drawing struct {
	value  string
	hides  bool
	noSize bool
	bold   bool
	italic bool
	pre    bool // an empty line parts paragraphs
}

// style gives what a style says: the paragraphs of a text mostly have the same.
func (p *planter) style(value string) *drawing {
	if value == "" {
		return &noDrawing
	}
	known := &p.drawn[place(value)%len(p.drawn)]
	if known.value != value {
		*known = drawing{
			value:  value,
			hides:  hides(value),
			noSize: strings.Contains(value, "font-size") && noSize.MatchString(value),
			bold:   strings.Contains(value, "bold"),
			italic: strings.Contains(value, "italic"),
			pre:    strings.Contains(strings.ReplaceAll(value, " ", ""), "white-space:pre"),
		}
	}
	return known
}

var noDrawing drawing

// place spreads values by their length and some bytes.
func place(value string) int {
	n := len(value)
	return n*5 + int(value[0]) + int(value[n/2])*3 + int(value[n-1])*7
}

// hides tells a style that shows nothing.
func hides(style string) bool {
	style = ";" + strings.ToLower(strings.ReplaceAll(style, " ", "")) + ";"
	switch {
	case strings.Contains(style, "display:none"), strings.Contains(style, "visibility:hidden"):
		return true
	case strings.Contains(style, "clip") && clipped.MatchString(style):
		return true
	case strings.Contains(style, "overflow:hidden"):
		return strings.Contains(style, ";height:0;") || strings.Contains(style, ";height:0px;")
	case strings.Contains(style, ";opacity:0;"): // what moves or fades in is shown later
		return !strings.Contains(style, "trans") && !strings.Contains(style, "anim")
	}
	return strings.Contains(style, ":-") && offScreen.MatchString(style)
}

// offScreen fits a place so far left or above that no screen shows it.
var offScreen = regexp.MustCompile(`(?:left|top|indent):-\d{4,}px|:-\d{3,}r?em`)

// clipped fits a box of which nothing, or one dot, is drawn.
var clipped = regexp.MustCompile(`clip:rect\((?:[01](?:px)?,?){4}\)|clip-path:inset\((?:50|100)%\)`)

// noSize fits letters of no size. On a box of boxes it closes the gaps between them.
var noSize = regexp.MustCompile(`font-size:\s*(?:0(?:px|pt|em|rem|%)?|1px)\s*(?:;|!|$)`)

// textOnly tells an element with no other inside.
func textOnly(n *html.Node) bool {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && c.DataAtom != atom.Br {
			return false
		}
	}
	return true
}
