package corpus

import (
	"bytes"
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"github.com/boctin/boctin"
)

// dictionary is what the JSON of every article has in common; short ones pack to
// half with it. What was packed can be read with it alone, so it never changes.
//
//go:embed dictionary.txt
var dictionary []byte

const dictionaryID = 0xb0c71

// packing packs the two lines of JSON that are kept of an article: the second
// repeats the text of the first, which costs next to nothing.
var (
	packer, errPacker     = zstd.NewWriter(nil, zstd.WithEncoderDictRaw(dictionaryID, dictionary), zstd.WithEncoderConcurrency(1))
	unpacker, errUnpacker = zstd.NewReader(nil, zstd.WithDecoderDictRaw(dictionaryID, dictionary), zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(1<<30))
)

func pack(article, record []byte) ([]byte, error) {
	if errPacker != nil {
		return nil, errPacker
	}
	lines := bytes.Join([][]byte{article, record}, []byte("\n"))
	return packer.EncodeAll(lines, make([]byte, 0, len(lines)/4)), nil
}

func unpack(packed []byte) (article, record []byte, err error) {
	if errUnpacker != nil {
		return nil, nil, errUnpacker
	}
	lines, err := unpacker.DecodeAll(packed, nil)
	if err != nil {
		return nil, nil, err
	}
	article, record, ok := bytes.Cut(lines, []byte("\n"))
	if !ok {
		return nil, nil, errors.New("it ends before the record")
	}
	return article, record, nil
}

// parse unpacks what is kept of an article and reads its record.
func parse(url string, packed []byte) (*boctin.Record, error) {
	_, line, err := unpack(packed)
	var r *boctin.Record
	if err == nil {
		r, err = boctin.ParseRecord(line)
	}
	if err != nil {
		return nil, fmt.Errorf("the stored record of %s is damaged: %w", url, err)
	}
	return r, nil
}

// sixth packs the articles of an older database, and indexes them and their
// names as this version does.
func sixth(ctx context.Context, tx *sql.Tx) error {
	w := newWriter(tx, "")
	if err := w.packAll(ctx); err != nil {
		return err
	}
	texts, err := column(tx, `SELECT DISTINCT text FROM agency_names`)
	if err != nil {
		return err
	}
	for _, text := range texts {
		if err := w.exec(`UPDATE agency_names SET folded = ? WHERE text = ?`, foldName(text), text); err != nil {
			return err
		}
	}
	for _, table := range []string{"officials", "agencies"} {
		if err := w.foldNames(table); err != nil {
			return err
		}
	}
	_, err = tx.Exec(`ALTER TABLE articles DROP COLUMN article; ALTER TABLE articles DROP COLUMN record`)
	return err
}

// foldNames folds the names of a table as they are compared now.
func (w *writer) foldNames(table string) error {
	ids, err := column(w.tx, `SELECT id FROM `+table)
	if err != nil {
		return err
	}
	for _, id := range ids {
		var name string
		if err := w.row(`SELECT name FROM `+table+` WHERE id = ?`, id).Scan(&name); err != nil {
			return err
		}
		if err := w.exec(`UPDATE `+table+` SET folded = ?1 WHERE id = ?2 AND folded <> ?1`, foldName(name), id); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) packAll(ctx context.Context) error {
	ids, err := w.ids(`SELECT id FROM articles ORDER BY id`)
	for _, id := range ids {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = w.packOne(id)
		}
		if len(w.indexed) >= batchPages && err == nil {
			err = w.index()
		}
	}
	if err != nil {
		return err
	}
	return w.index()
}

func (w *writer) packOne(id int64) error {
	var title, body string
	var article, record []byte
	var newest bool
	if err := w.row(`SELECT title, body, article, record, newest FROM articles WHERE id = ?`, id).Scan(&title, &body, &article, &record, &newest); err != nil {
		return err
	}
	raw, err := pack(article, record)
	if err == nil {
		err = w.exec(`INSERT INTO packed VALUES (?, ?)`, id, raw)
	}
	if err != nil || !newest {
		return err
	}
	w.indexed = append(w.indexed, text{article: id, title: title, body: body})
	r, err := boctin.ParseRecord(record)
	for i := 0; err == nil && i < len(r.Officials); i++ {
		err = w.otherNames(&r.Officials[i])
	}
	return err
}
