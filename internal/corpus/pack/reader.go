package pack

import "encoding/binary"

// Reader reads numbers and bytes.
type Reader struct {
	Left  []byte
	Short bool // it ended before its time
}

// Uint reads a number that is not negative.
func (r *Reader) Uint() uint64 {
	n, size := binary.Uvarint(r.Left)
	r.Bytes(uint64(max(size, 0)))
	r.Short = r.Short || size <= 0
	return n
}

// Int reads a number.
func (r *Reader) Int() int64 {
	n, size := binary.Varint(r.Left)
	r.Bytes(uint64(max(size, 0)))
	r.Short = r.Short || size <= 0
	return n
}

// Bytes reads so many bytes.
func (r *Reader) Bytes(n uint64) []byte {
	if n > uint64(len(r.Left)) {
		r.Short = true
		n = uint64(len(r.Left))
	}
	out := r.Left[:n]
	r.Left = r.Left[n:]
	return out
}
