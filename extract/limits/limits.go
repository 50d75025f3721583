// Package limits bounds what one page may cost, and refuses text that cannot be
// read.
package limits

import "fmt"

// Limits bound what one page may cost. A page is hostile input until read.
type Limits struct {
	Bytes int // of the decoded page
	Tags  int // start tags
	Depth int // nesting that is kept; deeper tags are left out, their text stays
	Attrs int // attributes of one tag that are kept
	Text  int // characters of title and body; 0: any number
}

// Default admit every page of the press: the largest seen had 3 MB and
// 20,000 tags, the longest article 300,000 characters (a law in full).
func Default() Limits {
	return Limits{Bytes: 16 << 20, Tags: 400_000, Depth: 240, Attrs: 48, Text: 1_000_000}
}

// Error says which bound a page broke.
type Error struct {
	What  string // "bytes", "tags", "characters"
	Limit int
	Got   int
}

func (e *Error) Error() string {
	return fmt.Sprintf("page has %d %s, more than the limit of %d: raise the limit if the page is genuine", e.Got, e.What, e.Limit)
}
