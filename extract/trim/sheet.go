package trim

import (
	"bytes"
	"slices"
	"strings"
)

// sheet is what the style sheets inside a page say of single classes and ids.
type sheet struct {
	none  []string // selectors of one class or id that are not drawn
	drawn [][]byte // selectors of rules that draw something, in whatever way
	bytes int      // of all style sheets that were read
}

// Bounds of a style sheet that is read and of all of a page, in bytes, and of the selectors that are
// kept.
const (
	longestSheet = 32 << 10
	mostSheets   = 256 << 10
	mostHidden   = 64
	mostDrawn    = 256
)

// read reads the rules of a style sheet that hold for every reader: what @media and the like
// enclose is passed over.
func (s *sheet) read(css []byte) {
	if s.bytes += len(css); len(css) > longestSheet || !s.opens(css) {
		return
	}
	for {
		for len(css) > 0 && (css[0] <= ' ' || css[0] == '}') {
			css = css[1:]
		}
		switch rest, comment := bytes.CutPrefix(css, []byte("/*")); {
		case comment:
			css = behind(rest, "*/")
			continue
		case bytes.HasPrefix(css, []byte("<!--")), bytes.HasPrefix(css, []byte("-->")):
			css = behind(css, "--")
			css = bytes.TrimLeft(css, ">")
			continue
		}
		open := bytes.IndexByte(css, '{')
		if open < 0 {
			return
		}
		if css[0] == '@' {
			css = afterBlock(css)
			continue
		}
		end := bytes.IndexByte(css[open:], '}')
		if end < 0 {
			return
		}
		s.rule(css[:open], css[open+1:open+end])
		css = css[open+end+1:]
	}
}

// opens tells a style sheet that is read: one before it, or this one, leaves something out.
func (s *sheet) opens(css []byte) bool {
	return s.bytes <= mostSheets && (len(s.none) > 0 || leavesOut(css))
}

// leavesOut tells whether some rule of a style sheet draws nothing.
func leavesOut(css []byte) bool {
	for i := 0; ; i++ {
		next := bytes.Index(css[i:], []byte("none"))
		if next < 0 {
			return false
		}
		i += next
		if bytes.Contains(css[max(0, i-len("display : ")):i], []byte("display")) {
			return true
		}
	}
}

// behind gives what stands behind a mark, nothing where there is none.
func behind(css []byte, mark string) []byte {
	_, rest, _ := bytes.Cut(css, []byte(mark))
	return rest
}

// afterBlock passes over an at-rule: up to its ; or over the blocks in its own.
func afterBlock(css []byte) []byte {
	if semicolon, open := bytes.IndexByte(css, ';'), bytes.IndexByte(css, '{'); semicolon >= 0 && semicolon < open {
		return css[semicolon+1:]
	}
	for depth := 0; ; {
		end := bytes.IndexByte(css, '}')
		if end < 0 {
			return nil
		}
		depth += bytes.Count(css[:end], []byte("{")) - 1
		css = css[end+1:]
		if depth <= 0 {
			return css
		}
	}
}

// rule notes what a rule says of drawing.
func (s *sheet) rule(selectors, body []byte) {
	at := bytes.Index(body, []byte("display"))
	if at < 0 {
		return
	}
	value := bytes.TrimLeft(body[at+len("display"):], " :\t\r\n")
	if !bytes.HasPrefix(value, []byte("none")) {
		if len(s.drawn) < mostDrawn {
			s.drawn = append(s.drawn, selectors)
		}
		return
	}
	for one := range bytes.SplitSeq(selectors, []byte(",")) {
		if one = bytes.TrimSpace(one); simple(one) && len(s.none) < mostHidden {
			s.none = append(s.none, string(one))
		}
	}
}

// simple tells a selector of one class or one id.
func simple(s []byte) bool {
	if len(s) < 2 || s[0] != '.' && s[0] != '#' {
		return false
	}
	return bytes.IndexFunc(s[1:], func(r rune) bool { return !nameRune(r) }) < 0
}

func nameRune(r rune) bool {
	return r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

// hidden gives the classes and ids that no rule draws, whatever else it asks for.
func (s *sheet) hidden() (all []string) {
	if s.bytes > mostSheets {
		return nil
	}
	for _, name := range s.none {
		if !s.draws(name) {
			all = append(all, name)
		}
	}
	return all
}

// hides tells a class of which a rule so far says that it is not drawn.
func (s *sheet) hides(class []byte) bool {
	return slices.ContainsFunc(s.none, func(one string) bool { return one[0] == '.' && one[1:] == string(class) })
}

// draws tells whether a rule that draws something names a class or id: .open .a, .a.open.
func (s *sheet) draws(name string) bool {
	for _, d := range s.drawn {
		for rest := string(d); ; {
			_, after, found := strings.Cut(rest, name)
			if !found {
				break
			}
			if after == "" || !nameRune(rune(after[0])) {
				return true
			}
			rest = after
		}
	}
	return false
}
