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
	packFrame = 64 << 10 // bytes that are unpacked for one of them, unless it is longer
)

// pack is what is left of the articles of a row, by the last bits of their numbers.
type pack [1 << packBits][]byte

// bytes packs them: frames of zstd, each with a bit for each article in it before, and its
// length.
func (p *pack) bytes() (out []byte, err error) {
	if errPacker != nil {
		return nil, errPacker
	}
	var raw []byte
	var in uint64
	end := func() {
		if in != 0 {
			frame := packer.EncodeAll(raw, nil)
			out = append(binary.AppendUvarint(binary.AppendUvarint(out, in), uint64(len(frame))), frame...)
		}
		raw, in = raw[:0], 0
	}
	for i, left := range p {
		if left == nil {
			continue
		}
		if len(raw)+len(left) > packFrame {
			end()
		}
		raw, in = append(binary.AppendUvarint(raw, uint64(len(left))), left...), in|1<<i
	}
	end()
	return out, nil
}

// read reads the frames that have any of some articles, a bit for each, and gives it what
// is in them.
func (p *pack) read(packed []byte, some uint64) error {
	if errUnpacker != nil {
		return errUnpacker
	}
	r := &reader{left: packed}
	for len(r.left) > 0 && !r.short {
		in := r.uint()
		frame := r.bytes(r.uint())
		if in&some == 0 {
			continue
		}
		raw, err := unpacker.DecodeAll(frame, nil)
		if err != nil {
			return err
		}
		if err := p.fill(raw, in); err != nil {
			return err
		}
	}
	return r.whole()
}

func (p *pack) fill(raw []byte, in uint64) error {
	r := &reader{left: raw}
	for i := range p {
		if in>>i&1 == 1 {
			p[i] = r.bytes(r.uint())
		}
	}
	if len(r.left) > 0 {
		r.short = true
	}
	return r.whole()
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
