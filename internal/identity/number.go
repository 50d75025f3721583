package identity

import (
	"net/url"
	"path"
	"strings"
)

// leastNumber is how many digits the number of an article has at least; those with
// fewer are of pages and parts.
const leastNumber = 4

// Number gives the number under which a site keeps the article of a URL, with the host
// before it: the last run of digits in the last part of the path, or the one parameter
// of the query that is a number. Many sites show an article under whatever words stand
// before its number, and change them with its headline. Empty where there is none.
func Number(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	number := lastDigits(path.Base(u.Path))
	if number == "" {
		number = numberOf(u.Query())
	}
	if number == "" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.") + " " + number
}

func lastDigits(s string) string {
	digit := func(r rune) bool { return '0' <= r && r <= '9' }
	runs := strings.FieldsFunc(s, func(r rune) bool { return !digit(r) })
	for i := len(runs) - 1; i >= 0; i-- {
		if len(runs[i]) >= leastNumber {
			return runs[i]
		}
	}
	return ""
}

// numberOf gives the one parameter that is a number alone.
func numberOf(query url.Values) (number string) {
	for _, values := range query {
		for _, v := range values {
			if len(v) < leastNumber || strings.Trim(v, "0123456789") != "" {
				continue
			}
			if number != "" {
				return ""
			}
			number = v
		}
	}
	return number
}
