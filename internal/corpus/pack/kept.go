// Package pack writes what the columns of the tables do not hold of an article and of what was
// found in it: without what its text says already, and compressed with that of the articles beside.
package pack

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"github.com/boctin/boctin"
)

// dictionary is what the JSON of every article has in common, as the sixth step packed
// it; trained is what that of the seventh has, and how often which byte stands in it:
// zstd made it of articles of our own writing and of the findings, without names and
// texts, in real ones. What was packed can be read with them alone, so they never change.
var (
	//go:embed dictionary.txt
	dictionary []byte
	//go:embed dictionary2.bin
	trained []byte
)

const dictionaryID = 0xb0c71

var (
	packer, errPacker     = zstd.NewWriter(nil, zstd.WithEncoderDict(trained), zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedBetterCompression), zstd.WithEncoderCRC(false))
	unpacker, ErrUnpacker = zstd.NewReader(nil, zstd.WithDecoderDictRaw(dictionaryID, dictionary), zstd.WithDecoderDicts(trained),
		zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(1<<30))
)

// Unzip appends to a text what was compressed with a dictionary or without.
func Unzip(packed, onto []byte) ([]byte, error) {
	if ErrUnpacker != nil {
		return nil, ErrUnpacker
	}
	return unpacker.DecodeAll(packed, onto)
}

// Leave gives what the columns do not hold of an article and what was found in it, to be
// packed with that of others.
func Leave(a *boctin.Article, found *boctin.Record, c *Columns) ([]byte, error) {
	l := strip(a, found, c)
	places, line, err := l.encode()
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(places)+len(line)+8)
	if l.terse {
		out = append(out, Terse...)
	}
	out = binary.AppendUvarint(out, uint64(len(places)))
	return append(append(out, places...), line...), nil
}

// Terse begins what is packed of a terse record. Where it is not, the length of the
// places stands there, and behind a length of 0 the JSON begins with another byte.
var Terse = []byte{0, 1}

// Kept is what is kept of an article.
type Kept struct {
	Columns
	Row    int64   // articles.id
	Packed []byte  // with what is packed of others
	Opened *Opened // of the article read before; may be nil
}

// Joined joins to article_rows a what is packed of them.
const Joined = ` JOIN packed p ON p.n = a.id >> 6`

// Selected are the columns of Kept, for a query over article_rows a and packed p.
const Selected = `a.id, a.url, a.title, a.body, CASE typeof(a.lead) WHEN 'integer' THEN substr(a.body, 1, a.lead) ELSE COALESCE(a.lead, '') END,
	(SELECT host FROM sites WHERE n = a.site), CASE typeof(a.record_id) WHEN 'blob' THEN lower(hex(a.record_id)) ELSE a.record_id END,
	CASE typeof(a.sha256) WHEN 'blob' THEN lower(hex(a.sha256)) ELSE a.sha256 END, COALESCE(a.fetched, ''), p.json`

// Into are where the columns go.
func (k *Kept) Into() []any {
	return []any{&k.Row, &k.URL, &k.Title, &k.Body, &k.Lead, &k.Site, &k.ID, &k.SHA256, &k.Fetched, &k.Packed}
}

// Read gives the article, as boctin extract prints it, and what was found in it.
func (k *Kept) Read() (article *boctin.Article, found *boctin.Record, err error) {
	if k.Opened == nil {
		k.Opened = &Opened{}
	}
	l, err := k.unpack()
	if err != nil {
		return nil, nil, fmt.Errorf("the stored record of %s is damaged: %w", k.URL, err)
	}
	a, r := l.restore(&k.Columns)
	return &a, r.Bytes(), nil
}

// unpack reads what is left of the article.
func (k *Kept) unpack() (*lean, error) {
	left, err := k.Opened.One(k.Packed, k.Row)
	if err != nil {
		return nil, err
	}
	left, terse := bytes.CutPrefix(left, Terse)
	r := &Reader{Left: left}
	places := r.Bytes(r.Uint())
	if r.Short {
		return nil, errors.New("it ends before its places")
	}
	return decode(places, r.Left, terse)
}
