package trim

import "bytes"

// attributes copies the attributes of an element from i on, nil for none, and
// gives the place after the >.
func (t *trimmer) attributes(i int, e *element) int {
	kept := 0
	if e != nil {
		kept = t.limits.Attrs
	}
	for n := 0; ; n++ {
		i = skip(t.src, i, blank|slash)
		if c := at(t.src, i); c == 0 || c == '>' {
			return min(i+1, len(t.src))
		}
		name, end := t.attributeEnd(i)
		if n < kept {
			t.attribute(e, i, name, end)
		}
		i = end
	}
}

// attribute copies an attribute that is looked at by anyone: the others are half of the
// bytes of a modern page.
func (t *trimmer) attribute(e *element, i, behindName, end int) {
	var buffer [longestName]byte
	if behindName-i > len(buffer) {
		return
	}
	name, attr := small(buffer[:0], t.src[i:behindName]), t.src[i:end]
	if !t.wanted(e, name, attr) {
		return
	}
	t.keepBehind(' ', i, end)
	t.asks = t.asks || e.head && t.says(name, attr)
}

// attributeEnd gives the ends of the name of the attribute at i, which may begin with =, and
// of all of it.
func (t *trimmer) attributeEnd(i int) (name, end int) {
	name = find(t.src, i+1, closes|equals)
	end = skip(t.src, name, blank)
	if at(t.src, end) != '=' {
		return name, name
	}
	end = skip(t.src, end+1, blank)
	switch c := at(t.src, end); c {
	case '"', '\'':
		return name, t.until(end+1, c)
	}
	for end < len(t.src) && is[t.src[end]]&blank == 0 && t.src[end] != '>' {
		end++
	}
	return name, end
}

// KeptAttrs are the attributes that the reader looks at on any element, beside class and rel; those
// that selectors name are added to them.
var KeptAttrs = []string{
	"id", "itemprop", "property", "name", "content", "datetime", "align", "hidden", "lang", "role",
	"src", "data-src", "data-original", "data-lazy-src", "data-image", "data-role", "data-slot", "data-field", "aria-label", "data-toggle", "data-bs-toggle", "data-author", "data-username", "placeholder", "fallback",
}

func (t *trimmer) wanted(e *element, name, attr []byte) bool {
	if word := string(name); word == "class" || word == "rel" {
		return !e.alone || t.saysName(name, attr)
	}
	if t.asked.Attributes.asks(name, attr) {
		return true
	}
	switch string(name) {
	case "style":
		return telling(attr)
	case "href":
		return e.name == "link"
	case "title": // of dates: on links it says the headline again
		return e.dated
	case "width", "height": // of one figure or two, for what is smaller than any picture of an article
		return bytes.IndexByte(attr, '&') >= 0 || len(valueOf(attr)) <= 2
	}
	return false
}

// valueOf is the value of an attribute without its quotation marks.
func valueOf(attr []byte) []byte {
	_, value, _ := bytes.Cut(attr, []byte("="))
	return bytes.Trim(value, "\"' \t\r\n")
}

// says tells an attribute by which a <meta> or <link> says what is asked for: most of what
// stands in the head of a page is for browsers and social media.
func (t *trimmer) says(name, attr []byte) bool {
	switch string(name) {
	case "class", "id":
		return true
	case "name", "property", "itemprop", "rel":
	default:
		return t.asked.Heads
	}
	value := valueOf(attr)
	if t.asked.Heads || bytes.IndexByte(value, '&') >= 0 {
		return true
	}
	var buffer [longestName + 1]byte
	said := small(buffer[:0], value[:min(len(value), len(buffer))])
	return t.asked.Said.has(said) || t.asked.Said.has(bytes.TrimPrefix(said, []byte("og:")))
}

// saysName tells a class or a rel by which somebody knows an element.
func (t *trimmer) saysName(name, attr []byte) bool {
	value := valueOf(attr)
	switch {
	case t.mark, t.asked.Tells == nil, t.asked.Tells(value), bytes.IndexByte(value, '&') >= 0, t.asked.Attributes.asks(name, value):
		return true
	}
	for i := skip(value, 0, blank); i < len(value); i = skip(value, i, blank) {
		end := find(value, i, blank)
		if t.picked(value[i:end]) {
			return true
		}
		i = end
	}
	return false
}

// picked tells a class that a selector names, or that a style sheet does not draw.
func (t *trimmer) picked(class []byte) bool {
	return len(class) > longestName || t.asked.Classes.has(class) || t.sheet.hides(class)
}

// telling tells whether a style says how a line is set or that it is hidden.
func telling(style []byte) bool { return containsAny(style, tellingStyles) }

var tellingStyles = texts("align", "none", "italic", "bold", "center", "hidden", ":pre", ": pre", ":-", ": -", "opacity", "size:0", "size: 0", "size:1px", "size: 1px", "clip")
