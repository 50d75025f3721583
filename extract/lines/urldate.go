package lines

import "regexp"

// URLDate finds a date that a URL carries: 20260307080054340 or /2012/12/20/.
func URLDate(url string) string {
	for i := 0; i < len(url); i++ {
		if !isDigit(url[i]) || i > 0 && isDigit(url[i-1]) {
			continue
		}
		end := i
		for end < len(url) && isDigit(url[end]) {
			end++
		}
		if run := url[i:end]; len(run) >= 14 && plausible(run) {
			return run[:14]
		}
		if m := folders.FindStringSubmatch(url[i:]); m != nil && plausible(m[1]+m[2]+m[3]) {
			return m[0]
		}
	}
	return ""
}

// folders are those of a year, a month and a day.
var folders = regexp.MustCompile(`^(\d{4})/(\d\d)/(\d\d)`)

// dayFigures are year, month and day run together.
var dayFigures = regexp.MustCompile(`^(?:20\d\d|199\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`)

// plausible tells whether figures begin with a date of 1990 to 2099.
func plausible(s string) bool {
	return dayFigures.MatchString(s)
}
