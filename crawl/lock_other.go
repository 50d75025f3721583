//go:build !unix

package crawl

import "os"

// lock cannot keep others out here: leases end by their time alone.
func lock(file string) (*os.File, error) {
	return os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o666)
}

const alone = false
