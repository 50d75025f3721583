package extract

import (
	"net/url"

	"github.com/boctin/boctin/extract/sites"
)

// host is the host of an address in the form that sites are listed under; empty
// where there is none.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return sites.Host(u.Host)
}
