package corpus

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"errors"
	"maps"
	"math"
	"slices"
)

// What is left of the articles whose numbers differ in their last six bits alone is packed
// together: they say much alike, so that each takes a third of what it takes alone.
const (
	packBits  = 6
	packFrame = 256 << 10 // bytes that are unpacked for one of them, unless it is longer
)

// pack is what is left of the articles of a row, by the last bits of their numbers.
type pack [1 << packBits][]byte

// bytes packs them, in frames: a zero, a bit for each article in it, and in two streams of
// zstd, each after its length, the places of their findings and their JSON, which have
// nothing in common.
func (p *pack) bytes() (out []byte, err error) {
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
	rest, _ := bytes.CutPrefix(left, terseMark)
	r := &reader{left: rest}
	r.bytes(r.uint())
	at := len(left) - len(r.left)
	return [2][]byte{left[:at], left[at:]}
}

// read reads the frames that have any of some articles, a bit for each, and gives it what
// is in them.
func (p *pack) read(packed []byte, some uint64) error {
	if errUnpacker != nil {
		return errUnpacker
	}
	r := &reader{left: packed}
	for len(r.left) > 0 && !r.short {
		in, streams := r.uint(), 1 // in one stream, as frames were packed before
		if in == 0 {
			in, streams = r.uint(), 2
		}
		var parts [2]*reader
		for i := range streams {
			frame := r.bytes(r.uint())
			if in&some == 0 {
				continue
			}
			raw, err := unpacker.DecodeAll(frame, nil)
			if err != nil {
				return err
			}
			parts[i] = &reader{left: raw}
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
func (p *pack) fill(streams []*reader, in uint64) error {
	for i := range p {
		if in>>i&1 == 0 {
			continue
		}
		left := []byte{}
		for _, r := range streams {
			left = append(left, r.bytes(r.uint())...)
		}
		p[i] = left
	}
	for _, r := range streams {
		r.short = r.short || len(r.left) > 0
		if err := r.whole(); err != nil {
			return err
		}
	}
	return nil
}

// whole tells of what ended before its time.
func (r *reader) whole() error {
	if r.short {
		return errors.New("what is packed is not whole")
	}
	return nil
}

// opened is a row of packed as far as it was unpacked: of articles that are read one after
// the other, a frame is unpacked once.
type opened struct {
	packed []byte
	pack
}

// one gives what is left of one article of a row.
func (o *opened) one(packed []byte, article int64) ([]byte, error) {
	if !bytes.Equal(o.packed, packed) {
		*o = opened{packed: packed}
	}
	i := article & (1<<packBits - 1)
	if o.pack[i] == nil {
		if err := o.read(packed, 1<<i); err != nil {
			*o = opened{}
			return nil, err
		}
	}
	if o.pack[i] == nil {
		return nil, errors.New("nothing is packed of it")
	}
	return o.pack[i], nil
}

// packLater takes down what is left of an article, to be packed at the end of the batch.
func (w *writer) packLater(article int64, left []byte) {
	n := article >> packBits
	if w.packs[n] == nil {
		w.packs[n] = &pack{}
	}
	w.packs[n][article&(1<<packBits-1)] = left
}

// pack packs what was taken down, with what is packed of the articles beside.
func (w *writer) pack() error {
	for _, n := range slices.Sorted(maps.Keys(w.packs)) {
		if err := w.packRow(n, w.packs[n]); err != nil {
			return err
		}
	}
	clear(w.packs)
	return nil
}

func (w *writer) packRow(n int64, fresh *pack) error {
	var before []byte
	err := w.row(`SELECT json FROM packed WHERE n = ?`, n).Scan(&before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	var all pack
	if err := all.read(before, math.MaxUint64); err != nil {
		return err
	}
	for i, left := range fresh {
		if left != nil {
			all[i] = left
		}
	}
	packed, err := all.bytes()
	if err != nil {
		return err
	}
	return w.exec(`INSERT INTO packed VALUES (?1, ?2) ON CONFLICT DO UPDATE SET json = ?2`, n, packed)
}
