package plain

import (
	"strings"

	"github.com/boctin/boctin/extract/lines"
)

// credits are the words of who made a picture.
type credits struct{ *vocabulary }

func (v *vocabulary) credits() credits { return credits{v} }

// isCredit tells what brackets after a caption hold: "Ảnh: X", "Nguồn ảnh X".
func (v credits) isCredit(s string) bool {
	if lines.Count(s) > 14 {
		return false
	}
	s = strings.TrimLeft(s, "©® ")
	key, name, colon := strings.Cut(s, ":")
	f := lines.Fold(key)
	if colon {
		return strings.TrimSpace(name) != "" && (v.Source.Is(f) || v.labels(f))
	}
	f = lines.Fold(s)
	switch {
	case !lines.UpperFirst(s):
		return false
	case v.photo.Is(f):
		return true
	}
	return lines.Capitals(s) >= 0.6 && v.labels(f)
}

// longestLabel is how many words stand before the name in a credit.
const longestLabel = 6

// labels tells folded words that begin as the label of a credit does.
func (v credits) labels(f string) bool {
	return lines.Count(f) <= longestLabel && v.photo.Begins(f) > 0
}

// isCreditLine tells a line that holds nothing but the credit of a picture.
func (v credits) isCreditLine(s string) bool {
	t := strings.TrimSpace(strings.Trim(s, "()[]*"))
	if strings.HasPrefix(t, "©") {
		return lines.Count(t) <= 14
	}
	key, name, ok := strings.Cut(t, ":")
	if v.Source.Is(lines.Lower(key)) {
		return false // of the text, as likely
	}
	if !ok {
		return v.given(t)
	}
	switch {
	case lines.Count(name) > 8, strings.TrimSpace(name) == "", lines.Stopped(strings.TrimSuffix(name, ".")):
		return false
	}
	return v.photo.Is(lines.Fold(key))
}

// given tells "Ảnh Công an tỉnh cung cấp": a picture and who gave it.
func (v credits) given(s string) bool {
	f := lines.Fold(s)
	return lines.Count(s) <= 8 && strings.HasSuffix(f, " cung cap") && v.photo.Begins(f) > 0 && lines.UpperFirst(s)
}

// creditOf gives the name in a credit: what stands after the colon.
func (v credits) creditOf(s string) string {
	s = strings.Trim(s, "()[]*© .")
	if key, name, ok := strings.Cut(s, ":"); ok && v.photo.Begins(lines.Fold(key)) > 0 {
		return strings.TrimSpace(name)
	}
	if f := lines.Fold(s); v.photo.Begins(f) > 0 {
		_, name, _ := strings.Cut(s, " ")
		return name
	}
	return s
}

// splitCredit parts a caption from the credit that ends it.
func (v credits) splitCredit(s string) (caption, name string) {
	at := v.creditTail(s)
	if at < 0 {
		return s, ""
	}
	return strings.TrimRight(s[:at], " -–—;|"), v.creditOf(strings.TrimSpace(s[at:]))
}

// creditTail finds where the credit begins that ends a caption, -1 if none:
// "… (Ảnh: X)", "…. Ảnh: X", "… - Ảnh: X".
func (v credits) creditTail(s string) int {
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
	if dash := lastDash(t); dash > 0 && strings.HasPrefix(t[dash:], "Ảnh ") && lines.Count(t[dash:]) <= 8 {
		return dash
	}
	if at := strings.LastIndex(t, " Ảnh "); at > 0 && v.given(t[at+1:]) {
		return at + 1
	}
	colon := strings.LastIndexByte(t, ':')
	if colon < 0 || lines.Count(strings.TrimSpace(t[colon+1:])) > 8 {
		return -1
	}
	start := max(strings.LastIndex(t[:colon], ". ")+2, lastDash(t[:colon]), strings.LastIndex(t[:colon], "; ")+2, strings.LastIndex(t[:colon], "| ")+2, 0)
	if start >= 2 && v.photo.Is(lines.Fold(t[start:colon])) && lines.BeginsSentence(t[start:]) {
		return start
	}
	return v.unparted(t, colon)
}

// unparted finds a credit that nothing parts from its caption but the capital of
// its label: "… sau sáp nhập ẢNH: THANH MẪU".
func (v credits) unparted(t string, colon int) int {
	for at, n := colon, 0; n < 4; n++ {
		if at = strings.LastIndexByte(t[:at], ' '); at <= 0 {
			return -1
		}
		label := t[at+1 : colon]
		switch {
		case !lines.UpperFirst(label), v.Source.Is(lines.Lower(label)), !v.photo.Is(lines.Fold(label)):
		case lines.Capitals(t[colon+1:]) >= 0.5:
			return at + 1
		}
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

// outletOf reads "Nguồn X" before a colon and an address.
func (v *vocabulary) outletOf(key string) (string, bool) {
	label, name, _ := strings.Cut(key, " ")
	switch {
	case lines.Count(name) > 6, !lines.BeginsSentence(name), v.Source.Is(lines.Lower(key)):
		return "", false
	}
	return name, v.Source.Is(lines.Lower(label))
}

// sign reads a line that signs an article: names, "Tin, ảnh: X", "Theo TTXVN",
// "X (tổng hợp)", "X/TTXVN". Nothing but its words shows it to be one here, so
// they must have the shape of names.
func (v *vocabulary) sign(s string) (sig lines.Signature, ok bool) {
	if lines.Count(s) > 16 || len(s) > 160 {
		return sig, false
	}
	if sig, ok = v.sourceOf(s); ok {
		return sig, true
	}
	return v.names(s)
}

// names reads reporters alone.
func (v *vocabulary) names(s string) (sig lines.Signature, ok bool) {
	sig = v.Sign(s)
	switch {
	case len(sig.Authors) > 0:
		return sig, sig.Named || sig.Labelled
	case sig.Labelled: // Tin và ảnh: Công an xã Mẫu
		return sig, sig.Source != ""
	}
	return sig, strings.HasPrefix(s, "(") && v.IsPaper(sig.Source)
}

// sourceOf reads "Theo X" and "Nguồn: X".
func (v *vocabulary) sourceOf(s string) (sig lines.Signature, ok bool) {
	s = strings.Trim(s, "*_–—-•|. ")
	key, rest, colon := strings.Cut(s, ":")
	if name, named := v.outletOf(key); colon && named && lines.IsURL(strings.TrimSpace(rest)) {
		return lines.Signature{Source: name}, true
	}
	sig, ok = v.Quoted(s)
	switch {
	case !ok || lines.Ended(s):
		return sig, false
	case colon:
		return sig, v.Source.Is(lines.Lower(key)) && lines.Count(s) <= 11
	}
	return sig, lines.Count(s) <= 7 && lines.Capitals(s) >= 0.5
}
