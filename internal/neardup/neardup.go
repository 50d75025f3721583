// Package neardup finds articles that print one text: the same agency report in
// ten papers, with another headline, cut at the end, with a paragraph of their
// own. It works on text alone; where articles are kept is the caller's affair.
//
// An article is told by its Sketch. Two sketches are compared that share a key which
// few wordings carry, or several that no Crowd does. What is alike hangs together,
// directly or through others, and Stories parts what hangs together into stories. So
// stories depend on the set of articles alone, not on the order in which they came:
// Groups is that rule in few lines, and whoever keeps stories up to date must come
// to the same.
package neardup

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// How much of a text is kept, and what makes two texts one. The bounds of Alike
// are held by the labelled set in testdata (TestLabelled).
const (
	// A text of more words is sketched by its beginning.
	maxWords = 200_000

	runWords   = 5 // words in a run
	keyWords   = 8
	leastRuns  = 20  // a text of fewer runs is one with another only if both print the same
	sketchRuns = 256 // runs that are kept
	sketchFill = 128 // filled places that are kept
	sketchKeys = 10  // of two texts of which one is a share r of the other, 1-(1-r)^10 share a key: 94 % of quarters, 99.9 % of halves

	leastSimilar = 0.63
	leastRatio   = 0.25
	leastTold    = 0.3 // of a later, longer text, the share that the earlier one has
	leastNearly  = 0.8 // of two round-ups that are one, likeness and length
	mostInCommon = 0.1 // of two texts that are different parts of a round-up
	shorterPart  = 0.8 // of the length of a round-up, the most that a part of it has
)

// Sketch is what is kept of one text. It is read-only.
type Sketch struct {
	// Wording is equal for texts that print the same words, whatever their case,
	// marks, signs and paragraphs.
	Wording [16]byte
	// Keys are shared by texts that may be alike; none where only the same
	// wording is. In rising order.
	Keys []uint64

	size  int      // different runs of the whole text
	runs  sample32 // runs of words
	fills fillings
}

// sample32 are the smallest of a set of hashes, in rising order: all below limit.
type sample32 struct {
	hashes []uint32
	limit  uint64
}

// Of sketches a text. The title counts only where the body is short, since each
// paper writes its own. A text without words gives nil.
func Of(title, body string) *Sketch {
	words := split(body)
	if len(words) < leastRuns+runWords {
		words = append(split(title), words...)
		if len(words) == 0 {
			return nil
		}
		return &Sketch{Wording: wording(words)}
	}
	runs := hashRuns(words)
	s := &Sketch{Wording: wording(words), size: len(runs), fills: filled(words)}
	if s.runs = smallest(runs, sketchRuns); s.size >= leastRuns {
		s.Keys = keys(words)
	}
	return s
}

func wording(words []word) (sum [16]byte) {
	raw := make([]byte, 0, 8*len(words))
	for _, w := range words {
		raw = binary.LittleEndian.AppendUint64(raw, w.hash)
	}
	whole := sha256.Sum256(raw)
	copy(sum[:], whole[:])
	return sum
}

// hashRuns gives the different runs of runWords words, in rising order.
func hashRuns(words []word) []uint32 {
	runs := make([]uint32, 0, len(words))
	for i := runWords; i <= len(words); i++ {
		runs = append(runs, uint32(hashOf(words[i-runWords:i])>>32))
	}
	slices.Sort(runs)
	return slices.Compact(runs)
}

func smallest(sorted []uint32, most int) sample32 {
	if len(sorted) <= most {
		return sample32{sorted, 1 << 32}
	}
	return sample32{slices.Clone(sorted[:most]), uint64(sorted[most])}
}

// keys are the smallest hashes of keyWords words, those with a number first:
// they are rarer than phrases that every article has.
func keys(words []word) []uint64 {
	const plain = 1 << 63
	var all []uint64
	for i := keyWords; i <= len(words); i++ {
		run := words[i-keyWords : i]
		h := hashOf(run) &^ plain
		if !slices.ContainsFunc(run, func(w word) bool { return w.digit }) {
			h |= plain
		}
		all = append(all, h)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return slices.Clone(all[:min(len(all), sketchKeys)])
}
