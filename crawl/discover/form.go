package discover

import (
	"net/url"
	"regexp"
	"strings"
)

// Form is what the URLs of one kind of page have in common on a site: the first
// folder, the look of the other segments, the names of the parameters.
func Form(u *url.URL) string {
	segments := strings.Split(strings.Trim(u.Path, "/"), "/")
	for i, s := range segments {
		if i == 0 && len(segments) > 1 && !strings.ContainsAny(s, digits) {
			continue
		}
		segments[i] = look(s)
	}
	form := "/" + strings.Join(segments, "/")
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		if name, value, _ := strings.Cut(part, "="); name != "" {
			form += "&" + strings.ToLower(name) + "=" + look(value)
		}
	}
	return form
}

const digits = "0123456789"

// look is the class of a segment: a number, a slug of several words, a code, a
// word; an ending such as .html stays.
func look(s string) string {
	name, ext := s, ""
	if i := strings.LastIndexByte(s, '.'); i > 0 && len(s)-i <= 6 {
		name, ext = s[:i], strings.ToLower(s[i:])
	}
	numbered := strings.ContainsAny(name, digits)
	switch {
	case name == "" || name == "-":
		return name + ext
	case strings.Trim(name, digits) == "":
		return "0" + ext
	case numbered && strings.Contains(name, "-"):
		return "slug0" + ext
	case strings.Count(name, "-") >= 2:
		return "slug" + ext
	case numbered:
		return "code" + ext
	}
	return "word" + ext
}

// nextWords are what the link to the next page of a listing says.
var nextWords = regexp.MustCompile(`(?i)^(?:trang sau|trang tiếp(?: theo)?|trang kế(?: tiếp)?|tiếp theo|tiếp|sau|xem thêm|next(?: page)?|older(?: posts)?|[›»→>]{1,2})[ ›»→>]*$`)

// Turning tells whether a link of a listing leads to another page of it, by what
// it says and by where it leads: the number of that page, or a word for the next
// one. Number is 0 where it says the word.
func (a *Anchor) Turning(listing *url.URL) (number int, ok bool) {
	same := a.URL.Path == listing.Path || folder(a.URL) == folder(listing) || folder(a.URL) == strings.TrimSuffix(listing.Path, "/")+"/"
	if a.Label == "" || !same {
		return 0, false
	}
	if nextWords.MatchString(a.Label) {
		return 0, true
	}
	for _, c := range a.Label {
		if c < '0' || c > '9' || number > 1000 {
			return 0, false
		}
		number = number*10 + int(c-'0')
	}
	return number, number > 0
}

func folder(u *url.URL) string {
	p := strings.TrimSuffix(u.Path, "/")
	return p[:strings.LastIndexByte(p, '/')+1]
}
