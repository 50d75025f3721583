package input

import (
	"bufio"
	"bytes"
	le "encoding/binary"
	"errors"
	"io"

	"github.com/klauspost/compress/zstd"
)

const (
	gzipMagic = "\x1f\x8b"
	zstMagic  = "\x28\xb5\x2f\xfd" // of a frame
	dictMagic = "\x5d\x2a\x4d\x18" // of the frame that the dictionary of a .warc.zst stands in

	zstWindow = 128 << 20 // bytes that unpacking may hold, as zstd itself has it
	maxDict   = 16 << 20  // bytes
)

// packing tells what packs a document, by its first bytes; empty where nothing does.
func packing(head []byte) form {
	switch {
	case bytes.HasPrefix(head, []byte(gzipMagic)):
		return formGzip
	case bytes.HasPrefix(head, []byte(zstMagic)), bytes.HasPrefix(head, []byte(dictMagic)):
		return formZst
	}
	return formOther
}

// zst hands on what a zstd stream holds.
func (f *file) zst(record string, src *bufio.Reader, depth int) bool {
	z, err := unzst(src)
	if err != nil {
		return f.fail(record, err)
	}
	defer z.Close()
	return f.stream(record, &meter{z, f}, depth+1)
}

// unzst unpacks zstd frames. Web archives may have a dictionary before them, itself
// packed or not, in a frame that others pass over (the format .warc.zst).
func unzst(src *bufio.Reader) (io.ReadCloser, error) {
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(zstWindow), zstd.WithDecoderLowmem(true)}
	if head, _ := src.Peek(len(dictMagic)); string(head) == dictMagic {
		dict, err := dictionary(src)
		if err != nil {
			return nil, zstFault(err)
		}
		options = append(options, zstd.WithDecoderDicts(dict))
	}
	z, err := zstd.NewReader(src, options...)
	if err != nil {
		return nil, zstFault(err)
	}
	return struct {
		io.Reader
		io.Closer
	}{told{z, zstFault}, z.IOReadCloser()}, nil
}

func dictionary(src io.Reader) ([]byte, error) {
	var head struct{ Magic, Size uint32 }
	if err := le.Read(src, le.LittleEndian, &head); err != nil {
		return nil, err
	}
	if head.Size > maxDict {
		return nil, errors.New("its dictionary is too large")
	}
	dict := make([]byte, head.Size)
	if _, err := io.ReadFull(src, dict); err != nil || len(dict) < len(zstMagic) || string(dict[:len(zstMagic)]) != zstMagic {
		return dict, err
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDict))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return z.DecodeAll(dict, nil)
}

func zstFault(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return readFault(err)
	case errors.Is(err, zstd.ErrWindowSizeExceeded):
		return Faultf(TooLarge, "packed with a window of more than %s: unpack it first (zstd -d --long=31)", Bytes(zstWindow))
	}
	return Faultf(Damaged, "the compressed data is damaged (%w): fetch or copy the file again", err)
}

// told says of a stream that does not unpack what is wrong, and what to do.
type told struct {
	io.Reader
	fault func(error) error
}

func (t told) Read(p []byte) (int, error) {
	n, err := t.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = t.fault(err)
	}
	return n, err
}
