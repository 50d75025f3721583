package persons

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/boctin/boctin/crawl/discover"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// The appearances of a block stand together in one row, packed, because whoever came
// anew is compared with all of his name, and these stand in articles all over the
// database.

// stored gives the appearances of a block as they were settled last.
func (w *Blocks) stored(block int64) ([]*Seen, error) {
	all, err := w.packed(block)
	if err != nil {
		return nil, err
	}
	return all, w.complete(all)
}

// packed is stored, as far as the block itself says.
func (w *Blocks) packed(block int64) ([]*Seen, error) {
	var packed []byte
	err := w.tx.Row(`SELECT packed FROM blocks WHERE block = ?`, block).Scan(&packed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return unpacked(block, packed)
}

func unpacked(block int64, packed []byte) ([]*Seen, error) {
	all, err := UnpackBlock(packed)
	if err != nil {
		return nil, fmt.Errorf("block %d: %w", block, err)
	}
	return all, nil
}

// unchanged gives the appearances of blocks that stand as they were settled, as far as the
// blocks themselves say, each by itself.
func (w *Blocks) unchanged(blocks []int64) (settled []*Seen, err error) {
	these := column.Numbers(blocks)
	late, err := w.tx.IDs(`SELECT u.appearance FROM json_each(?) v CROSS JOIN unsettled u ON u.block = v.value`, these)
	if err != nil {
		return nil, err
	}
	all, err := store.All(w.tx, func(rows *sql.Rows) ([]*Seen, error) {
		var block int64
		var packed sql.RawBytes
		if err := rows.Scan(&block, &packed); err != nil {
			return nil, err
		}
		all, err := unpacked(block, packed)
		var each []*Seen
		for _, x := range all {
			each = append(each, x.apart()...)
		}
		return each, err
	}, `SELECT b.block, b.packed FROM json_each(?) v CROSS JOIN blocks b ON b.block = v.value`, these)
	settled = slices.Concat(all...)
	sortSeen(settled)
	slices.Sort(late)
	return slices.DeleteFunc(settled, func(x *Seen) bool {
		_, is := slices.BinarySearch(late, x.ID)
		return is
	}), err
}

// store writes the appearances of a block, as they are settled.
func (w *Blocks) store(block int64, all []*Seen) error {
	if len(all) == 0 {
		return w.tx.Do(`DELETE FROM blocks WHERE block = ?`, block)
	}
	return w.tx.Do(`INSERT INTO blocks VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET number = ?2, packed = ?3`, block, countSeen(all), packBlock(w.together(all)))
}

// members gives the ids of the appearances of a block, the unsettled included.
func (w *Blocks) members(block int64) (ids []int64, err error) {
	ids, err = w.tx.IDs(`SELECT u.appearance FROM unsettled u JOIN appearance_rows x ON x.id = u.appearance JOIN officials o ON o.n = x.official AND `+BlockOf+` = u.block WHERE u.block = ?`, block)
	if err != nil {
		return nil, err
	}
	all, err := w.stored(block)
	for _, x := range all {
		ids = append(ids, x.ids()...)
	}
	slices.Sort(ids)
	return slices.Compact(ids), err
}

// PackBlocks packs all blocks, which older databases lack, as they are settled.
func (w *Blocks) PackBlocks() error {
	all, err := w.seen(`SELECT ` + appearanceColumns + ` ORDER BY x.id`)
	blocks := map[int64][]*Seen{}
	for _, x := range all {
		blocks[x.block] = append(blocks[x.block], x)
	}
	for _, block := range slices.Sorted(maps.Keys(blocks)) {
		if err == nil {
			err = w.store(block, blocks[block])
		}
	}
	return err
}

// withOthers is the first byte of a block in which some stand for others; earlier programs
// began it with the number of its strings.
const withOthers = 0

// packBlock writes appearances: the strings of all of them, then the numbers of each.
func packBlock(all []*Seen) []byte {
	table := &textTable{at: map[string]uint64{"": 0}, list: []string{""}}
	var rows []byte
	last := int64(0)
	for _, x := range all {
		rows = binary.AppendVarint(rows, x.ID-last)
		last = x.ID
		rows = binary.AppendVarint(rows, x.Official)
		rows = binary.AppendVarint(rows, x.Manner)
		rows = binary.AppendUvarint(rows, table.time(x.Published))
		for _, s := range []string{x.Name, x.Country, x.local, x.aliases, x.forms} {
			rows = binary.AppendUvarint(rows, table.number(s))
		}
		rows = append(rows, x.Mark...)
		rows = binary.AppendUvarint(rows, uint64(len(x.Offices)))
		for _, n := range x.Offices {
			rows = binary.AppendVarint(rows, n)
		}
		rows = binary.AppendUvarint(rows, uint64(x.More))
		if x.More > 0 {
			rows = binary.AppendVarint(binary.AppendVarint(rows, x.first), x.last)
			rows = binary.AppendUvarint(rows, table.time(x.Until))
			rows = append(binary.AppendUvarint(rows, uint64(len(x.packed))), x.packed...)
		}
	}
	out := binary.AppendUvarint([]byte{withOthers}, uint64(len(table.list)))
	for _, s := range table.list {
		out = append(binary.AppendUvarint(out, uint64(len(s))), s...)
	}
	return append(out, rows...)
}

// UnpackBlock reads what packBlock wrote; Article stands for the article by its number.
func UnpackBlock(packed []byte) (all []*Seen, err error) {
	r := &pack.Reader{Left: packed}
	others := len(packed) > 0 && packed[0] == withOthers
	if others {
		r.Bytes(1)
	}
	list := make([]string, min(r.Uint(), uint64(len(packed))))
	for i := range list {
		list[i] = string(r.Bytes(r.Uint()))
	}
	text := func(n uint64) string {
		if n >= uint64(len(list)) {
			r.Short = true
			return ""
		}
		return list[n]
	}
	last := int64(0)
	for len(r.Left) > 0 && !r.Short {
		x := &Seen{}
		x.ID, x.Official, x.Manner = last+r.Int(), r.Int(), r.Int()
		last = x.ID
		x.Article = column.ArticleOf(x.ID)
		x.first, x.last = x.ID, x.ID
		x.Published = timeOf(r.Uint(), text)
		for _, s := range []*string{&x.Name, &x.Country, &x.local, &x.aliases, &x.forms} {
			*s = text(r.Uint())
		}
		x.Mark = string(r.Bytes(identity.MarkLength))
		for n := r.Uint(); n > 0 && !r.Short; n-- {
			x.Offices = append(x.Offices, r.Int())
		}
		if others {
			x.readOthers(r, text)
		}
		all = append(all, x)
	}
	if r.Short {
		return nil, errors.New("what is packed of its appearances is damaged; move boctin.db away and store anew")
	}
	return all, nil
}

// readOthers reads for whom else an appearance stands.
func (x *Seen) readOthers(r *pack.Reader, text func(uint64) string) {
	x.More = int(r.Uint())
	if x.More == 0 {
		return
	}
	x.first, x.last, x.Until = r.Int(), r.Int(), timeOf(r.Uint(), text)
	x.packed = r.Bytes(r.Uint())
	r.Short = r.Short || x.More < 0 || x.More >= len(x.packed)
}

// timeOf is the opposite of textTable.time.
func timeOf(n uint64, text func(uint64) string) string {
	if n&1 == 1 {
		return minuteText(int64(n >> 1))
	}
	return text(n >> 1)
}

// textTable are strings by number.
type textTable struct {
	list []string
	at   map[string]uint64
}

func (t *textTable) number(s string) uint64 {
	n, known := t.at[s]
	if !known {
		n = uint64(len(t.list))
		t.list, t.at[s] = append(t.list, s), n
	}
	return n
}

// minute is how most articles tell when they were published.
const minute = "2006-01-02T15:04-07:00"

// time gives an odd number for a time to the minute of Việt Nam, an even one for any
// other text.
func (t *textTable) time(published string) uint64 {
	if at, is := minuteOf(published); is {
		return uint64(at)<<1 | 1
	}
	return t.number(published) << 1
}

// minuteOf counts the minutes of Unix up to a time as most articles tell it. Digits alone
// are read here: time.Parse takes a third of what packing a large block does.
func minuteOf(published string) (minutes int64, is bool) {
	if len(published) != len(minute) || published[16:] != "+07:00" {
		return 0, false
	}
	number := func(from, to int) (n int) {
		for _, c := range []byte(published[from:to]) {
			n = 10*n + int(c) - '0'
		}
		return n
	}
	at := time.Date(number(0, 4), time.Month(number(5, 7)), number(8, 10), number(11, 13), number(14, 16), 0, 0, discover.Zone).Unix() / 60
	return at, at >= 0 && minuteText(at) == published
}

// minuteText is the opposite of minuteOf.
func minuteText(minutes int64) string {
	at := time.Unix(minutes*60, 0).In(discover.Zone)
	year, month, day := at.Date()
	hour, min, _ := at.Clock()
	if year < 0 || year > 9999 {
		return at.Format(minute)
	}
	text := []byte("0000-00-00T00:00+07:00")
	for _, part := range [...]struct{ end, n int }{{4, year}, {7, int(month)}, {10, day}, {13, hour}, {16, min}} {
		for i := part.end - 1; part.n > 0; i-- {
			text[i] += byte(part.n % 10)
			part.n /= 10
		}
	}
	return string(text)
}
