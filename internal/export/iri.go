package export

import (
	"fmt"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/edtf"
)

// iri names a thing of ours: urn:boctin:official:vn/to-lam.
func iri(kind, id string) string {
	var b strings.Builder
	b.WriteString("urn:boctin:" + kind + ":")
	for i := range len(id) {
		switch c := id[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~/", c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// isoDate gives a moment whose EDTF is also plain ISO 8601: no unknown digit,
// no doubt, no interval.
func isoDate(m *boctin.Moment) string {
	if m == nil {
		return ""
	}
	v, _ := edtf.Parse(m.Value)
	return v.ISO()
}

// absolute gives a web address that is whole and may stand where an IRI must,
// and leaves out any other.
func absolute(url string) string {
	if !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "http://") || strings.ContainsAny(url, " <>\"{}|\\^`\t\r\n") {
		return ""
	}
	return url
}

// home is the address of a site; one that is known by its name alone has none.
func home(site string) string {
	if !strings.Contains(site, ".") || strings.ContainsAny(site, "/:?#@") {
		return ""
	}
	return absolute("https://" + site + "/")
}
