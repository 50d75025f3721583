package extract

import (
	"errors"
	"html"
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/meta"
)

// shortestTold is how many words a text has that a page tells in its JSON-LD alone.
const shortestTold = 20

// untold tells a page that draws no article, and may tell one to a script.
func untold(err error) bool {
	var none *NoArticleError
	return errors.As(err, &none) && slices.Contains([]string{"no text", "challenge page", "sign-in page", "cookie notice"}, none.Reason)
}

// toldMarkup is the article of a page's JSON-LD as a page would draw it, nil where that holds no
// text. An editor's own tags stay; else each line is a paragraph.
func toldMarkup(m *meta.Data) []byte {
	if lines.Count(lines.Squeeze(m.Body)) < shortestTold || len(m.Titles) == 0 {
		return nil
	}
	var page strings.Builder
	tell := func(tag, text string) {
		name, _, _ := strings.Cut(tag, " ")
		page.WriteString("<" + tag + ">" + html.EscapeString(text) + "</" + name + ">\n")
	}
	page.WriteString("<article>")
	tell("h1", m.Titles[0])
	if lead := toldLead(m); lead != "" {
		tell(`p class="sapo"`, lead)
	}
	if body := html.UnescapeString(m.Body); strings.Contains(body, "</p>") || strings.Contains(body, "<br") {
		page.WriteString("<div>" + body + "</div>")
	} else {
		for line := range strings.Lines(m.Body) {
			tell("p", html.UnescapeString(line))
		}
	}
	page.WriteString("</article>")
	return []byte(page.String())
}

// toldLead is the description of a page, where it is a sentence that its text does not hold.
func toldLead(m *meta.Data) string {
	if len(m.Descriptions) == 0 || lines.Count(m.Descriptions[0]) < shortestTold/2 || !lines.Ended(m.Descriptions[0]) {
		return ""
	}
	lead := m.Descriptions[0]
	if strings.Contains(lines.Fold(m.Body), lines.Fold(lead)) {
		return ""
	}
	return lead
}

// unplaced takes the offset from what stands behind the input, size bytes long.
func unplaced(ev *boctin.Evidence, size int) {
	if ev == nil {
		return
	}
	for _, list := range [][]boctin.Trace{ev.Kept, ev.Cut} {
		for i := range list {
			if list[i].Offset >= size {
				list[i].Offset = -1
			}
		}
	}
}
