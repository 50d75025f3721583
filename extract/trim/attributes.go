package trim

import (
	"bytes"
)

// attributes copies the attributes from i on and gives the place after the >.
func (t *trimmer) attributes(i int, keep bool) int {
	for n := 0; i < len(t.src); n++ {
		for i < len(t.src) && (t.src[i] <= ' ' || t.src[i] == '/') {
			i++
		}
		if i >= len(t.src) || t.src[i] == '>' {
			return min(i+1, len(t.src))
		}
		end := t.attribute(i)
		if keep && n < t.limits.Attrs && t.wanted(t.src[i:end]) {
			t.out = append(t.out, ' ')
			t.out = append(t.out, t.src[i:end]...)
		}
		i = end
	}
	return i
}

// attribute gives the end of the attribute at i.
func (t *trimmer) attribute(i int) int {
	start := i
	for i < len(t.src) && t.src[i] > ' ' && t.src[i] != '>' && (t.src[i] != '=' || i == start) && t.src[i] != '/' {
		i++
	}
	eq := i
	for eq < len(t.src) && t.src[eq] <= ' ' {
		eq++
	}
	if eq >= len(t.src) || t.src[eq] != '=' {
		return max(i, start+1)
	}
	for eq++; eq < len(t.src) && t.src[eq] <= ' '; eq++ {
	}
	if eq < len(t.src) && (t.src[eq] == '"' || t.src[eq] == '\'') {
		return t.until(eq+1, t.src[eq])
	}
	for eq < len(t.src) && t.src[eq] > ' ' && t.src[eq] != '>' {
		eq++
	}
	return eq
}

// KeptAttrs are the attributes that the reader looks at; those that selectors
// name are added to them.
var KeptAttrs = []string{
	"class", "id", "style", "itemprop", "property", "name", "content", "datetime", "align", "width", "height", "hidden", "lang", "type", "role", "rel",
	"src", "data-src", "data-original", "data-lazy-src", "data-image", "data-role", "data-slot", "data-field", "aria-label",
}

// AnyStyle stands among the kept attributes where some selector tests styles.
const AnyStyle = "*style"

// wanted tells whether an attribute is looked at by anyone: the others are
// half of the bytes of a modern page.
func (t *trimmer) wanted(attr []byte) bool {
	var name [32]byte
	n := 0
	for ; n < len(attr) && n < len(name) && attr[n] != '=' && attr[n] > ' '; n++ {
		name[n] = lower(attr[n])
	}
	if n == 5 && string(name[:n]) == "style" && !t.attrs[AnyStyle] && !telling(attr) {
		return false
	}
	switch string(name[:n]) {
	case "href":
		return t.name[0] == 'l' || t.attrs["href"]
	case "title": // of dates: on links it says the headline again
		return t.name[0] == 's' || t.name[0] == 't' || t.attrs["title"]
	}
	return t.attrs[string(name[:n])]
}

// telling tells whether a style says how a line is set or that it is hidden.
func telling(style []byte) bool {
	return bytes.Contains(style, []byte("align")) || bytes.Contains(style, []byte("none")) || bytes.Contains(style, []byte("italic")) || bytes.Contains(style, []byte("bold")) || bytes.Contains(style, []byte("center")) || bytes.Contains(style, []byte("hidden")) || bytes.Contains(style, []byte(":pre")) || bytes.Contains(style, []byte(": pre"))
}
