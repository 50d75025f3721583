package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isCredit tells what brackets after a caption hold: "Ảnh: X", "Nguồn ảnh X".
func (v *vocabulary) isCredit(s string) bool {
	if words(s) > 14 {
		return false
	}
	s = strings.TrimLeft(s, "©® ")
	key, name, colon := strings.Cut(s, ":")
	f := v.folder.fold(key)
	if colon {
		return strings.TrimSpace(name) != "" && (v.photo.is(f) || v.source.is(f) || v.photo.begins(f) > 0 && words(key) <= 6)
	}
	r, _ := utf8.DecodeRuneInString(s)
	if f = v.folder.fold(s); !unicode.IsUpper(r) {
		return false
	}
	return v.photo.is(f) || v.photo.begins(f) > 0 && words(s) <= 6 && capitals(s) >= 0.6
}

// isCreditLine tells a line that holds nothing but the credit of a picture.
func (v *vocabulary) isCreditLine(s string) bool {
	t := strings.TrimSpace(strings.Trim(s, "()[]*"))
	if strings.HasPrefix(t, "©") {
		return words(t) <= 14
	}
	key, name, ok := strings.Cut(t, ":")
	if v.source.is(v.folder.fold(key)) {
		return false // of the text, as likely
	}
	return ok && words(name) <= 8 && strings.TrimSpace(name) != "" && v.photo.is(v.folder.fold(key)) && !stopped(strings.TrimSuffix(name, "."))
}

// creditOf gives the name in a credit: what stands after the colon.
func (v *vocabulary) creditOf(s string) string {
	s = strings.Trim(s, "()[]*© .")
	if key, name, ok := strings.Cut(s, ":"); ok && v.photo.begins(v.folder.fold(key)) > 0 {
		return strings.TrimSpace(name)
	}
	if f := v.folder.fold(s); v.photo.begins(f) > 0 {
		_, name, _ := strings.Cut(s, " ")
		return name
	}
	return s
}

// splitCredit parts a caption from the credit that ends it.
func (v *vocabulary) splitCredit(s string) (caption, name string) {
	at := v.creditTail(s)
	if at < 0 {
		return s, ""
	}
	return strings.TrimRight(s[:at], " -–—;|"), v.creditOf(strings.TrimSpace(s[at:]))
}

// creditTail finds where the credit begins that ends a caption, -1 if none:
// "… (Ảnh: X)", "…. Ảnh: X", "… - Ảnh: X".
func (v *vocabulary) creditTail(s string) int {
	t := strings.TrimRight(s, ".*_ ")
	if strings.HasSuffix(t, ")") {
		if open := strings.LastIndexByte(t, '('); open >= 0 && v.isCredit(t[open+1:len(t)-1]) {
			return open
		}
		return -1
	}
	if !strings.Contains(t, ":") && !strings.Contains(t, "Ảnh") {
		return -1
	}
	if dash := lastDash(t); dash > 0 && strings.HasPrefix(t[dash:], "Ảnh ") && words(t[dash:]) <= 8 {
		return dash
	}
	colon := strings.LastIndexByte(t, ':')
	if colon < 0 || words(strings.TrimSpace(t[colon+1:])) > 8 {
		return -1
	}
	start := max(strings.LastIndex(t[:colon], ". ")+2, lastDash(t[:colon]), strings.LastIndex(t[:colon], "; ")+2, strings.LastIndex(t[:colon], "| ")+2, 0)
	if start >= 2 && v.photo.is(v.folder.fold(t[start:colon])) && beginsSentence(t[start:]) {
		return start
	}
	return -1
}

// lastDash is where the text after the last dash between words begins.
func lastDash(s string) int {
	best := 0
	for _, dash := range [...]string{" - ", " – ", " — "} {
		if i := strings.LastIndex(s, dash); i >= 0 {
			best = max(best, i+len(dash))
		}
	}
	return best
}

// signature is what a line that signs an article says.
type signature struct {
	authors []string
	source  string
}

// labelled tells a line that says of itself that it signs the article.
func (v *vocabulary) labelled(s string) bool {
	key, rest, ok := strings.Cut(s, ":")
	if !ok || rest == "" || words(key) > 5 {
		return false
	}
	f := v.folder.fold(key)
	return v.byline.is(f) || v.source.is(f)
}

// sign reads a line that signs an article: names, "Tin, ảnh: X", "Theo TTXVN",
// "X (tổng hợp)", "X/TTXVN".
func (v *vocabulary) sign(s string) (sig signature, ok bool) {
	if words(s) > 16 || len(s) > 160 || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return sig, false // the last two end what an interviewer says
	}
	if isNumbered(s) {
		return sig, false
	}
	s = strings.TrimSpace(strings.Trim(s, "*_–—-•|. "))
	s = strings.TrimPrefix(s, "(")
	if cut := strings.TrimSuffix(s, ")"); strings.Count(cut, "(") == strings.Count(cut, ")") {
		s = cut
	}
	if src, ok := v.sourceOf(s); ok {
		return signature{source: src}, true
	}
	if key, rest, found := strings.Cut(s, ":"); found {
		if !v.byline.is(v.folder.fold(key)) {
			return sig, false
		}
		return v.names(strings.TrimSpace(rest), true)
	}
	return v.names(s, false)
}

// sourceOf reads "Theo X" and "Nguồn: X".
func (v *vocabulary) sourceOf(s string) (string, bool) {
	if ended(s) {
		return "", false
	}
	if key, rest, ok := strings.Cut(s, ":"); ok {
		rest = strings.TrimSpace(rest)
		if name, ok := v.outletOf(key); ok && isURL(rest) {
			return name, true
		}
		return rest, v.source.is(v.folder.fold(key)) && rest != "" && words(rest) <= 10
	}
	key, rest, _ := strings.Cut(s, " ")
	if v.source.is(v.folder.fold(key)) && rest != "" && words(rest) <= 6 && beginsSentence(rest) && capitals(rest) >= 0.5 {
		return rest, true
	}
	return "", false
}

// outletOf reads "Nguồn X" before a colon and an address.
func (v *vocabulary) outletOf(key string) (string, bool) {
	label, name, _ := strings.Cut(key, " ")
	return name, v.source.is(v.folder.fold(label)) && name != "" && words(name) <= 6 && beginsSentence(name) && !v.source.is(v.folder.fold(key))
}

// names reads the names of reporters. After a label of a byline any short words
// are names, alone they must look like names.
func (v *vocabulary) names(s string, labelled bool) (sig signature, ok bool) {
	if open := strings.IndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
		inside := s[open+1 : len(s)-1]
		s = strings.TrimSpace(s[:open])
		if src, ok := v.sourceOf(inside); ok {
			sig.source = src
		} else if f := v.folder.fold(inside); !v.given.is(f) && !v.team.is(f) {
			if !isOutlet(inside) {
				return sig, false
			}
			sig.source = inside
		}
	}
	for part := range strings.SplitSeq(separators.Replace(s), "|") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		if key, rest, ok := strings.Cut(part, ":"); ok {
			if f := v.folder.fold(key); v.byline.is(f) {
				part = strings.TrimSpace(rest)
			} else if v.photo.is(f) {
				continue // who took the pictures
			}
		}
		name, outlet, _ := strings.Cut(part, "/")
		switch name = strings.TrimSpace(name); {
		case outlet != "" && isOutlet(strings.TrimSpace(outlet)):
			sig.source = strings.TrimSpace(outlet)
		case len(sig.authors) > 0 && isOutlet(part) && !v.team.is(v.folder.fold(part)):
			sig.source = part
			continue
		}
		if !v.team.is(v.folder.fold(name)) && !v.isName(name) && !(labelled && words(name) <= 5 && beginsSentence(name)) {
			return signature{}, false
		}
		sig.authors = append(sig.authors, name)
	}
	return sig, len(sig.authors) > 0 && len(sig.authors) <= 6
}

var separators = strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", " –", "|", "– ", "|", ", ", "|", " và ", "|", " & ", "|", ";", "|", "•", "|")

// isOutlet tells the name of an agency by its capitals: TTXVN, VOV.VN, TTXVN/Vietnam+.
func isOutlet(s string) bool {
	upper, n := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	return n >= 2 && words(s) <= 4 && (upper*2 >= n || strings.ContainsAny(s, ".+") && capitals(s) == 1)
}

// isName tells words that look like the name of a person: two to four, each with
// one capital at its front, or initials before a last name.
func (v *vocabulary) isName(s string) bool {
	n := words(s)
	if n > 5 || v.notName.begins(v.folder.lower(s)) > 0 {
		return false
	}
	if s == strings.ToUpper(s) && !strings.Contains(s, ".") {
		return n >= 2 && n <= 4 && lettersOnly(s) && v.surname.begins(v.folder.lower(s)) > 0
	}
	initials := false
	for w := range strings.FieldsSeq(s) {
		if strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) <= 5 || strings.Contains(w, ".") && len(w) <= 12 {
			initials = true
			w = strings.ReplaceAll(w, ".", "")
		}
		for i, r := range w {
			if !unicode.IsLetter(r) || i == 0 && !unicode.IsUpper(r) || i > 0 && unicode.IsUpper(r) && !initials {
				return false
			}
		}
		if w == "" {
			return false
		}
	}
	return n >= 2 || initials && n == 1
}

func lettersOnly(s string) bool {
	for _, r := range s {
		if r != ' ' && !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}
