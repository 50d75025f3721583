package charset

import (
	"bytes"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// metaWindow is how far into a page labels are looked for, in bytes: browsers
// stop at 1024, old portals put scripts before them.
const metaWindow = 8192

// declaredLabel gives the canonical label that a page or its header claims, or
// an empty string. The header comes first.
func declaredLabel(body []byte, contentType string) string {
	if label := canonical(parameter(strings.ToLower(contentType))); label != "" {
		return label
	}
	head := strings.ToLower(string(body[:min(len(body), metaWindow)]))
	if rest, ok := strings.CutPrefix(strings.TrimLeft(head, " \t\r\n"), "<?xml"); ok {
		prolog, _, _ := strings.Cut(rest, "?>")
		if _, value, ok := strings.Cut(prolog, "encoding"); ok {
			if label := canonical(unquote(value)); label != "" {
				return label
			}
		}
	}
	for {
		_, rest, ok := strings.Cut(head, "<meta")
		if !ok {
			return fontLabel(body)
		}
		tag, after, _ := strings.Cut(rest, ">")
		if label := canonical(parameter(tag)); label != "" {
			return label
		}
		head = after
	}
}

// parameter reads the value after "charset" and "=".
func parameter(s string) string {
	_, value, _ := strings.Cut(s, "charset")
	return unquote(value)
}

func unquote(s string) string {
	s = strings.TrimLeft(s, " \t\r\n")
	s, ok := strings.CutPrefix(s, "=")
	if !ok {
		return ""
	}
	s = strings.TrimLeft(s, " \t\r\n\"'")
	if end := strings.IndexAny(s, " \t\r\n\"';,/>"); end >= 0 {
		s = s[:end]
	}
	return s
}

// canonical maps a label to the name in the encoding standard or to one of ours.
func canonical(label string) string {
	switch label {
	case "x-viet-tcvn5712", "tcvn", "tcvn-5712", "tcvn5712", "tcvn5712-1", "x-viet-tcvn", TCVN3:
		return TCVN3
	case "x-viet-vps", VPS:
		return VPS
	case "csviscii", "x-viet-viscii", VISCII:
		return VISCII
	case "x-viet-vni", VNI:
		return VNI
	}
	enc, _ := htmlindex.Get(label)
	switch name, _ := htmlindex.Name(enc); name { // "" where there is none
	case "replacement", "x-user-defined":
		return ""
	default:
		return name
	}
}

// fontLabel reads the encoding off the fonts that a page names: those of the
// .Vn and VNI- families show bytes of their own.
func fontLabel(body []byte) string {
	switch {
	case bytes.Contains(body, []byte(".VnTime")), bytes.Contains(body, []byte(".VnArial")):
		return TCVN3
	case bytes.Contains(body, []byte("VNI-Times")), bytes.Contains(body, []byte("VNI-Helve")):
		return VNI
	}
	return ""
}
