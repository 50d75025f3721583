package viet

import (
	"encoding/binary"
	"math/bits"
)

// ID is a syllable's number in a Vocabulary; 0 is a syllable it does not hold.
type ID uint32

// Vocabulary numbers the lookup keys of all syllables that the lexicon uses.
// Finders add to it while they are built; afterwards it is read-only and safe
// to share between goroutines.
type Vocabulary struct {
	slots []slot        // open addressing; a power of two, at most half full
	used  int           // of the slots
	long  map[string]ID // keys over shortKey bytes
	n     int
}

// shortKey is how many bytes of key a slot holds; no Vietnamese syllable has more.
const shortKey = 16

// slot holds a lookup key, or a syllable as texts write it: with a capital, or in
// capitals.
type slot struct {
	head, tail uint64
	id         ID
	shape      Shape
}

// NewVocabulary gives an empty vocabulary with room for so many spellings, which are
// up to three a syllable.
func NewVocabulary(room int) *Vocabulary {
	return &Vocabulary{slots: make([]slot, 1<<max(10, bits.Len(uint(2*room)))), long: map[string]ID{}}
}

// Add numbers every token of a phrase and gives the numbers in order.
func (v *Vocabulary) Add(phrase string) []ID { return v.Append(nil, phrase) }

// Append is Add behind the numbers of ids.
func (v *Vocabulary) Append(ids []ID, phrase string) []ID {
	var buf keyBuffer
	s := scanner{src: phrase}
	for s.space(); s.pos < len(phrase); s.space() {
		var tok Token
		key := v.read(&s, &tok, &buf)
		if tok.ID == 0 {
			v.n++
			tok.ID = ID(v.n)
			v.put(&buf, key, tok.ID)
		}
		ids = append(ids, tok.ID)
	}
	return ids
}

// ID gives the number of a single syllable, 0 if it is not in the vocabulary.
func (v *Vocabulary) ID(syllable string) ID {
	var buf keyBuffer
	return v.find(&buf, AppendKey(buf[:0], syllable))
}

// keyBuffer holds one key; what lies behind it up to shortKey is made zero.
type keyBuffer [64]byte

func (v *Vocabulary) find(buf *keyBuffer, key []byte) ID {
	if len(key) > shortKey {
		return v.long[string(key)]
	}
	return v.slot(pack(buf, len(key))).id
}

// slot gives the slot of a short key, an empty one if it has none.
func (v *Vocabulary) slot(head, tail uint64) *slot {
	mask := uint64(len(v.slots) - 1)
	for i := mix(head, tail) & mask; ; i = (i + 1) & mask {
		if s := &v.slots[i]; s.id == 0 || s.head == head && s.tail == tail {
			return s
		}
	}
}

func (v *Vocabulary) put(buf *keyBuffer, key []byte, id ID) {
	if len(key) > shortKey {
		v.long[string(key)] = id
		return
	}
	head, tail := pack(buf, len(key))
	v.place(slot{head, tail, id, Lower})
	v.putCapitals(string(key), id)
}

func (v *Vocabulary) place(s slot) {
	if 3*v.used >= 2*len(v.slots) {
		old := v.slots
		v.slots, v.used = make([]slot, 2*len(old)), 0
		for _, s := range old {
			if s.id != 0 {
				v.place(s)
			}
		}
	}
	if at := v.slot(s.head, s.tail); at.id == 0 {
		*at = s
		v.used++
	}
}

// pack reads a short key of n bytes as two words.
func pack(buf *keyBuffer, n int) (head, tail uint64) {
	clear(buf[n:shortKey])
	return binary.LittleEndian.Uint64(buf[:8]), binary.LittleEndian.Uint64(buf[8:16])
}

// mix is a multiplicative hash; both constants are odd and random.
func mix(head, tail uint64) uint64 {
	hi, lo := bits.Mul64(head^0x9e3779b97f4a7c15, tail^0xd6e8feb86659fd93)
	return hi ^ lo
}
