package sites

import "io/fs"

// Generic gives the embedded words alone: no site and no family. A test holds
// that the embedded file has no fault.
func Generic() *Sites {
	l := loader{sites: &Sites{words: &Words{}}}
	l.words([]fs.FS{embedded})
	return l.sites
}
