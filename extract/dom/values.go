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
	look    look // that it sets so as a class
}

// reading gives what a name says: the items of a list all have the same.
func (p *planter) reading(value string) *reading {
	if value == "" {
		return &noReading
	}
	known := &p.read[place(value)%len(p.read)]
	if known.value != value {
		hint := said(p.hints, value)
		*known = reading{value: value, hint: hint &^ hintAsked}
		if hint&hintAsked != 0 || len(value) > longestName {
			known.look = look{bold: holds(value, "bold"), pre: holds(value, "whitespace-pre"), place: holds(value, "location") == 1}
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
	look   look
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
			noSize: sizesSmall(value) && noSize.MatchString(value),
			look:   look{bold: holds(value, "bold"), italic: holds(value, "italic"), pre: holds(strings.ReplaceAll(value, " ", ""), "white-space:pre")},
		}
	}
	return known
}

var noDrawing drawing

// holds is 1 where a word stands in a value, else 0.
func holds(value, word string) int {
	if strings.Contains(value, word) {
		return 1
	}
	return 0
}

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
	return farOff(style) && offScreen.MatchString(style)
}

// farOff tells a style with a length of three figures or more below nothing.
func farOff(style string) bool {
	for rest, found := style, true; ; {
		if _, rest, found = strings.Cut(rest, ":-"); !found {
			return false
		}
		if len(rest) > 3 && strings.Trim(rest[:3], "0123456789") == "" {
			return true
		}
	}
}

// offScreen fits a place so far left or above that no screen shows it.
var offScreen = regexp.MustCompile(`(?:left|top|indent):-\d{4,}px|:-\d{3,}r?em`)

// clipped fits a box of which nothing, or one dot, is drawn.
var clipped = regexp.MustCompile(`clip:rect\((?:[01](?:px)?,?){4}\)|clip-path:inset\((?:50|100)%\)`)

// noSize fits letters of no size. On a box of boxes it closes the gaps between them.
var noSize = regexp.MustCompile(`font-size:\s*(?:0(?:px|pt|em|rem|%)?|1px)\s*(?:;|!|$)`)

// sizesSmall tells a style whose letters have a size that begins with the figure 0 or 1.
func sizesSmall(style string) bool {
	for rest, found := style, true; ; {
		if _, rest, found = strings.Cut(rest, "font-size:"); !found {
			return false
		}
		if size := strings.TrimLeft(rest, " \t\n\f\r"); size != "" && (size[0] == '0' || size[0] == '1') {
			return true
		}
	}
}

// textOnly tells an element with no other inside.
func textOnly(n *html.Node) bool {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && c.DataAtom != atom.Br {
			return false
		}
	}
	return true
}
