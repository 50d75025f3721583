package extract

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// threadFinder tells threads of a forum from articles with comments.
type threadFinder struct{ *view.View }

// aboveThread is how many words may stand between headline and first post: more
// are an article, and the posts its comments.
const aboveThread = 60

// find looks for two posts in a row, each with the name of who wrote it, that
// follow the headline.
func (r threadFinder) find() {
	r.Thread = view.Thread{}
	if r.Title < 0 {
		return
	}
	for e := range r.Elems {
		if r.Elems[e].Hint&dom.HintPost == 0 {
			continue
		}
		if e = r.whole(e); !r.post(e) {
			continue
		}
		second := r.next(e)
		if second < 0 {
			continue
		}
		x := &r.Elems[e]
		if above, _ := r.WordsIn(r.Title+1, max(x.B0, r.Title+1)); above <= aboveThread {
			r.Thread = view.Thread{First: e, Second: second, Poster: r.user(e)}
		}
		return
	}
}

// whole is the element that holds a post with the name of who wrote it: the row of a table, where
// an element named as the post holds its text alone, else the element itself.
func (r threadFinder) whole(e int) int {
	if r.Elems[e].Count() > 1 && r.user(e) != "" {
		return e
	}
	for up, steps := r.Elems[e].Parent, 0; up > 0; up, steps = r.Elems[up].Parent, steps+1 {
		switch {
		case r.postRow(up), r.postTable(up):
			return up
		case steps == deepestPost:
			return e
		}
	}
	return e
}

// deepestPost is how many elements stand about the text of a post up to the row that it is in.
const deepestPost = 7

// postRow tells the row of a table that opens with a name in bold and holds a post in another cell.
func (r threadFinder) postRow(e int) bool {
	x := &r.Elems[e]
	if x.Tag != atom.Tr || x.Count() < 2 {
		return false
	}
	b := &r.Blocks[x.B0]
	cell := &r.Elems[b.Elem]
	return cell.Parent == e && cell.Count() < x.Count() && b.Words <= 2 && b.AllBold()
}

// postTable tells a table of its own for each post, with who wrote it in an element that is named
// so and the post in a cell.
func (r threadFinder) postTable(e int) bool {
	x := &r.Elems[e]
	switch {
	case x.Tag != atom.Table, x.Count() < 2, x.Last-e > mostInPost, r.user(e) == "":
		return false
	}
	for c := e + 1; c < x.Last; c++ {
		if r.Elems[c].Hint&dom.HintPost != 0 {
			return true
		}
	}
	return false
}

// mostInPost is how many elements the table of a post has: one of a whole page holds all posts.
const mostInPost = 400

// next is the post right behind one, -1 if there is none: each may be all that a row
// of a table holds, and of rows some with buttons may stand between.
func (r threadFinder) next(e int) int {
	if r.postRow(e) {
		return r.nextRow(e)
	}
	x, row := &r.Elems[e], e
	for up := x.Parent; up > 0 && r.Elems[up].Count() == x.Count(); up = r.Elems[up].Parent {
		row = up
	}
	second := r.Elems[row].Last
	for between := 0; second < len(r.Elems) && r.Elems[second].Parent == r.Elems[row].Parent; second = r.Elems[second].Last {
		y := &r.Elems[second]
		for c := second; c < y.Last && r.Elems[c].Count() == y.Count() && y.Count() > 0; c++ {
			if r.Elems[c].Tag == x.Tag && r.post(c) {
				return c
			}
		}
		if between += y.Count(); between > mostBetween { // an anchor is nothing
			break
		}
	}
	return -1
}

// mostBetween is how many blocks stand between two posts: how much later the second was written.
const mostBetween = 2

// nextRow is the next row that holds a post.
func (r threadFinder) nextRow(e int) int {
	row := r.Elems[e].Last
	for range rowsBetween {
		switch {
		case row >= len(r.Elems), r.Elems[row].Parent != r.Elems[e].Parent:
			return -1
		case r.postRow(row):
			return row
		}
		row = r.Elems[row].Last
	}
	return -1
}

// rowsBetween is how many rows stand from one post to the next at most.
const rowsBetween = 4

// post tells an element that is named as a post, names its writer, and is no
// teaser with a headline of its own.
func (r threadFinder) post(e int) bool {
	x := &r.Elems[e]
	if x.Hint&dom.HintPost == 0 && !r.postRow(e) && !r.postTable(e) || x.Count() < 2 || x.B1 <= r.Title+1 || r.user(e) == "" {
		return false
	}
	for i := x.B0; i < x.B1; i++ {
		if r.Blocks[i].LinkedHeadline() && r.Heading(i) > 0 && !r.ofThread(i) {
			return false
		}
	}
	return true
}

// ofThread tells a line that says the headline, "Re: X", or is a part of it: that which
// the page prints or what it calls itself.
func (r threadFinder) ofThread(i int) bool {
	f, title := r.Folded(i), r.Folded(r.Title)
	return strings.HasSuffix(f, title) || strings.Contains(title, f) || strings.HasSuffix(f, lines.Fold(r.MetaTitle()))
}

// user is the account that a post or an element inside names as an attribute, else the name in
// the first element inside that is named as the writer's, the innermost of those about it.
func (r threadFinder) user(e int) (name string) {
	if r.postRow(e) {
		return r.Line(r.Elems[e].B0)
	}
	end := r.Elems[e].Last
	for c := e; c < end; c++ {
		x := &r.Elems[c]
		if account := cmp.Or(dom.Attr(x.Node, "data-username"), dom.Attr(x.Node, "data-author")); account != "" {
			return strings.TrimSpace(account)
		}
		if c == e || x.Hint&dom.HintUser == 0 {
			continue
		}
		text := r.Text[x.T0:x.T1]
		if x.Tag != atom.A && x.Count() > 1 {
			if !r.headed(x.B0) && (r.Blocks[x.B0].Words > 1 || !r.Blocks[x.B0+1].Br) { // lao_nong<br>Thành viên
				continue
			}
			text = r.Bytes(x.B0) // <div class="poster"><h4>lao_nong</h4>…
		}
		s := r.poster(string(text))
		if utf8.RuneCountInString(s) < 2 || len(s) > longestUser || lines.Count(s) > 5 { // a letter is drawn for a face
			continue
		}
		name, end = s, x.Last
	}
	for i := r.Elems[e].B0; name == "" && i < min(r.Elems[e].B1, r.Elems[e].B0+openingLines); i++ {
		name = cmp.Or(r.boldName(i), r.behindBy(i))
	}
	return name
}

// openingLines is how many blocks of a post stand up to the name of who wrote it.
const openingLines = 3

// boldName is a block that is one bold link of a word or two, or the bold term of a list, as old
// forums open a post with who wrote it; "#1" is none.
func (r threadFinder) boldName(i int) string {
	b := &r.Blocks[i]
	switch {
	case b.Words > 2, !b.AllBold(), strings.Trim(r.Folded(i), " 0123456789") == "":
		return ""
	case b.LinkShare() == 1, r.Elems[b.Elem].Tag == atom.Dt:
		return r.Line(i)
	}
	return ""
}

// behindBy is the account that a line links to behind words that name a writer: bởi A - Thứ bảy, …
func (r threadFinder) behindBy(i int) string {
	b := &r.Blocks[i]
	if b.Linked == 0 || !r.Known.By.Opens(r.Line(i)) {
		return ""
	}
	for e := b.E0; e < b.E1; e++ {
		if x := &r.Elems[e]; x.Tag == atom.A {
			return strings.TrimSpace(string(r.Text[x.T0:x.T1]))
		}
	}
	return ""
}

// headed tells whether a block is a link or a heading, as the name that opens what a
// forum tells of a writer.
func (r threadFinder) headed(i int) bool { return r.Heading(i) > 0 || r.Blocks[i].LinkShare() == 1 }

// poster takes what stands about the name of a writer off: "bởi lao_nong » Thứ 2 06/10/2025".
func (r threadFinder) poster(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "»")
	if n := r.Known.By.Begins(lines.Lower(s)); n > 0 {
		s = lines.WordsFrom(s, lines.Count(lines.Lower(s)[:n]))
	}
	return strings.TrimSpace(s)
}

// longestUser is how long the name of a writer may be, in bytes.
const longestUser = 40
