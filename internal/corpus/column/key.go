// Package column is how the tables of a corpus write what they hold: digests as bytes, days
// as numbers, lists as JSON, and where in an article something stands as some bits.
package column

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strings"
)

// Octets gives a digest in hexadecimal as its bytes, and any other text as it is.
func Octets(digest string) any {
	raw, err := hex.DecodeString(digest)
	if err != nil || hex.EncodeToString(raw) != digest {
		return digest
	}
	return raw
}

// RecordID gives the bytes of a WARC-Record-ID that is a UUID, and any other as it is.
func RecordID(id string) any {
	uuid, ok := strings.CutPrefix(id, "<urn:uuid:")
	if uuid = strings.TrimSuffix(uuid, ">"); !ok || len(uuid) != 36 || uuid[8] != '-' || uuid[13] != '-' || uuid[18] != '-' || uuid[23] != '-' {
		return id
	}
	if raw, ok := Octets(strings.ReplaceAll(uuid, "-", "")).([]byte); ok && len(raw) == 16 {
		return raw
	}
	return id
}

// Digested begins what stands for the URL of a page that has none, before its digest.
const Digested = "sha256:"

// Key is by what a URL is found: the first 8 bytes of its SHA-256, as of the id of
// its record; or of the digest that stands for it.
func Key(text string) int64 {
	if digest, ok := strings.CutPrefix(text, Digested); ok {
		if raw, ok := Octets(digest).([]byte); ok && len(raw) >= 8 {
			return int64(binary.BigEndian.Uint64(raw))
		}
	}
	sum := sha256.Sum256([]byte(text))
	return int64(binary.BigEndian.Uint64(sum[:]))
}
