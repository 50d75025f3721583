package pack

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// What is left of the articles whose numbers differ in their last six bits alone is packed
// together: they say much alike, so that each takes a third of what it takes alone.
const (
	Bits      = 6
	packFrame = 256 << 10 // bytes that are unpacked for one of them, unless it is longer
)

// Row is what is left of the articles of a row, by the last bits of their numbers.
type Row [1 << Bits][]byte

// Bytes packs them, in frames: a zero, a bit for each article in it, and in two streams of
// zstd, each after its length, the places of their findings and their JSON, which have
// nothing in common.
func (p *Row) Bytes() (out []byte, err error) {
	if errPacker != nil {
		return nil, errPacker
	}
	var streams [2][]byte
	var in uint64
	end := func() {
		if in == 0 {
			return
		}
		out = binary.AppendUvarint(append(out, 0), in)
		for i, raw := range streams {
			packed := packer.EncodeAll(raw, nil)
			out, streams[i] = append(binary.AppendUvarint(out, uint64(len(packed))), packed...), raw[:0]
		}
		in = 0
	}
	for i, left := range p {
		if left == nil {
			continue
		}
		if len(streams[0])+len(streams[1])+len(left) > packFrame {
			end()
		}
		in |= 1 << i
		for j, part := range halves(left) {
			streams[j] = append(binary.AppendUvarint(streams[j], uint64(len(part))), part...)
		}
	}
	end()
	return out, nil
}

// halves parts what is left of an article behind the places of its findings.
func halves(left []byte) [2][]byte {
	rest, _ := bytes.CutPrefix(left, Terse)
	r := &Reader{Left: rest}
	r.Bytes(r.Uint())
	at := len(left) - len(r.Left)
	return [2][]byte{left[:at], left[at:]}
}

// Read reads the frames that have any of some articles, a bit for each, and gives it what
// is in them.
func (p *Row) Read(packed []byte, some uint64) error {
	r := &Reader{Left: packed}
	for len(r.Left) > 0 && !r.Short {
		in, streams := r.Uint(), 1 // in one stream, as frames were packed before
		if in == 0 {
			in, streams = r.Uint(), 2
		}
		var parts [2]*Reader
		for i := range streams {
			frame := r.Bytes(r.Uint())
			if in&some == 0 {
				continue
			}
			raw, err := Unzip(frame, nil)
			if err != nil {
				return err
			}
			parts[i] = &Reader{Left: raw}
		}
		if in&some == 0 {
			continue
		}
		if err := p.fill(parts[:streams], in); err != nil {
			return err
		}
	}
	return r.whole()
}

// fill takes what is in a frame from its streams.
func (p *Row) fill(streams []*Reader, in uint64) error {
	for i := range p {
		if in>>i&1 == 0 {
			continue
		}
		left := []byte{}
		for _, r := range streams {
			left = append(left, r.Bytes(r.Uint())...)
		}
		p[i] = left
	}
	for _, r := range streams {
		r.Short = r.Short || len(r.Left) > 0
		if err := r.whole(); err != nil {
			return err
		}
	}
	return nil
}

// whole tells of what ended before its time.
func (r *Reader) whole() error {
	if r.Short {
		return errors.New("what is packed is not whole")
	}
	return nil
}

// Opened is a row of packed as far as it was unpacked: of articles that are read one after
// the other, a frame is unpacked once.
type Opened struct {
	packed []byte
	Row
}

// One gives what is left of one article of a row.
func (o *Opened) One(packed []byte, article int64) ([]byte, error) {
	if !bytes.Equal(o.packed, packed) {
		*o = Opened{packed: packed}
	}
	i := article & (1<<Bits - 1)
	if o.Row[i] == nil {
		if err := o.Read(packed, 1<<i); err != nil {
			*o = Opened{}
			return nil, err
		}
	}
	if o.Row[i] == nil {
		return nil, errors.New("nothing is packed of it")
	}
	return o.Row[i], nil
}

// Alone gives what is left of an article that was packed by itself; where that is
// damaged, as it is, for boctin check to tell.
func Alone(packed []byte) []byte {
	rest, _ := bytes.CutPrefix(packed, Terse)
	r := &Reader{Left: rest}
	r.Bytes(r.Uint())
	left, err := Unzip(r.Left, slices.Clone(packed[:len(packed)-len(r.Left)]))
	if err != nil || r.Short {
		return packed
	}
	return left
}
