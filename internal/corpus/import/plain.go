package importer

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin/normalize/viet"
)

// breaks are the elements that end a paragraph.
var breaks = map[atom.Atom]bool{atom.P: true, atom.Br: true, atom.Div: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Tr: true, atom.Table: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.Blockquote: true, atom.Figure: true, atom.Section: true, atom.Article: true}

// silent are the elements whose text nobody reads.
var silent = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Figcaption: true, atom.Iframe: true, atom.Noscript: true}

// plain gives the text of a piece of HTML, or a text as it stands; paragraphs
// end in a line end, and control characters are blanks, as they are in pages.
func plain(s string) string { return strings.Map(blank, untagged(s)) }

func blank(r rune) rune {
	if unicode.IsControl(r) && !strings.ContainsRune("\n\r\t", r) {
		return ' '
	}
	return r
}

func untagged(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	for quiet := 0; ; {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if quiet == 0 {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			quiet += tag(z, &b, 1)
		case html.EndTagToken:
			quiet = max(0, quiet+tag(z, &b, -1))
		}
	}
}

// tag ends a paragraph where a tag does, and tells by how much it is quieter behind it.
func tag(z *html.Tokenizer, b *strings.Builder, by int) int {
	name, _ := z.TagName()
	a := atom.Lookup(name)
	if breaks[a] {
		b.WriteString("\n")
	}
	if silent[a] {
		return by
	}
	return 0
}

// paragraphs gives the paragraphs of a text or a piece of HTML, NFC with white
// space folded.
func paragraphs(s string) (out []string) {
	for line := range strings.Lines(plain(s)) {
		if line = viet.FoldSpace(norm.NFC.String(line)); line != "" {
			out = append(out, line)
		}
	}
	return out
}
