package neardup

import (
	"encoding/binary"
	"errors"
)

// form names the way that sketches are made and written; it rises when either
// changes, since sketches of two forms cannot be compared; a store then has to
// make its own anew.
const form = 2

// ErrForm says that a sketch was not written by this form of the package.
var ErrForm = errors.New("the sketch is of another form, or cut: make it anew from the text")

// AppendBinary writes a sketch, some 1 to 2 KB. It implements encoding.BinaryAppender.
func (s *Sketch) AppendBinary(b []byte) ([]byte, error) {
	le := binary.LittleEndian
	b = append(b, form)
	b = append(b, s.Wording[:]...)
	for _, n := range []int{s.size, len(s.Keys), len(s.runs.hashes), len(s.fills.list)} {
		b = le.AppendUint32(b, uint32(n))
	}
	for _, n := range []uint64{s.runs.limit, s.fills.limit} {
		b = le.AppendUint64(b, n)
	}
	for _, k := range s.Keys {
		b = le.AppendUint64(b, k)
	}
	for _, h := range s.runs.hashes {
		b = le.AppendUint32(b, h)
	}
	for _, f := range s.fills.list {
		b = le.AppendUint32(le.AppendUint32(b, f.place), f.value)
	}
	return b, nil
}

// MarshalBinary implements encoding.BinaryMarshaler.
func (s *Sketch) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

const head = 1 + 16 + 4*4 + 2*8

// UnmarshalBinary reads what MarshalBinary wrote. It fails with ErrForm.
func (s *Sketch) UnmarshalBinary(b []byte) error {
	le := binary.LittleEndian
	if len(b) < head || b[0] != form {
		return ErrForm
	}
	var out Sketch
	copy(out.Wording[:], b[1:])
	keys, runs, fills := le.Uint32(b[21:]), le.Uint32(b[25:]), le.Uint32(b[29:])
	if keys > sketchKeys || runs > sketchRuns || fills > sketchFill || len(b) != head+int(8*keys+4*runs+8*fills) {
		return ErrForm
	}
	out.size = int(le.Uint32(b[17:]))
	out.runs.limit, out.fills.limit = le.Uint64(b[33:]), le.Uint64(b[41:])
	b = b[head:]
	for ; keys > 0; keys, b = keys-1, b[8:] {
		out.Keys = append(out.Keys, le.Uint64(b))
	}
	for ; runs > 0; runs, b = runs-1, b[4:] {
		out.runs.hashes = append(out.runs.hashes, le.Uint32(b))
	}
	for ; fills > 0; fills, b = fills-1, b[8:] {
		out.fills.list = append(out.fills.list, filling{le.Uint32(b), le.Uint32(b[4:])})
	}
	*s = out
	return nil
}
