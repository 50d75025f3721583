package charset

import "bytes"

// leads are the bytes that begin a letter of UTF-8 whose last byte is A0: read
// as windows-1252 that is a no-break space, which was then written as an entity
// or folded into a space. The letters are à, Ơ, Ạ and Ỡ.
var leads = [][]byte{{0xc3}, {0xc6}, {0xe1, 0xba}, {0xe1, 0xbb}}

// spaces are what became of the byte.
var spaces = [][]byte{[]byte(" "), []byte("&nbsp;"), []byte("&#160;"), []byte("&#xA0;"), []byte("&#xa0;")}

// lost tells how many bytes of b are a lead, and how many behind it a lost A0.
func lost(b []byte) (lead, space int) {
	for _, l := range leads {
		if !bytes.HasPrefix(b, l) {
			continue
		}
		for _, s := range spaces {
			if bytes.HasPrefix(b[len(l):], s) {
				return len(l), len(s)
			}
		}
	}
	return 0, 0
}

// closed puts back the bytes A0 of misread UTF-8. A space that stood in a word
// is gone with it; one that ends a word is kept, as it was folded of two.
func closed(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		lead, space := lost(b[i:])
		if space == 0 {
			out = append(out, b[i])
			i++
			continue
		}
		out = append(append(out, b[i:i+lead]...), 0xA0)
		i += lead + space
		if b[i-1] == ' ' && !joined(out, b[i:]) {
			out = append(out, ' ')
		}
	}
	return out
}

// joined tells whether what stands before and behind is one syllable.
func joined(before, behind []byte) bool {
	start := bytes.LastIndexAny(before, " \t\n>;") + 1
	end := bytes.IndexAny(behind, " \t\n<.,;:!?&\"")
	if end < 0 {
		end = len(behind)
	}
	switch {
	case end == 0:
		return len(behind) > 0 && bytes.IndexByte([]byte(".,;:!?"), behind[0]) >= 0
	case end > 2*longest:
		return false
	}
	word := append(bytes.Clone(before[start:]), behind[:end]...)
	return vietnamese.valid([]rune(string(decodeTwice(nil, word))))
}
