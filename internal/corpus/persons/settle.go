// Package persons tells who is who of those whom articles name: it keeps their appearances in
// blocks of namesakes, settles each block, and sums up the posts and names of each person.
package persons

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/register"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// Persons are those whom the articles of a corpus name.
type Persons struct {
	db        *store.DB
	resolvers *Resolvers
}

// Of gives the persons of a database, whom the resolvers tell apart.
func Of(db *store.DB, r *Resolvers) *Persons { return &Persons{db, r} }

// Blocks are the blocks of namesakes in one transaction.
type Blocks struct {
	tx      *store.Tx
	numbers *register.Numbers
	Who     *identity.Resolver // who is who; nil where nobody asks
	claims  identity.Claims    // the posts of blocks that were settled
}

// In gives the blocks of a transaction, which knows numbers.
func In(tx *store.Tx, numbers *register.Numbers, who *identity.Resolver) *Blocks {
	return &Blocks{tx, numbers, who, identity.Claims{}}
}

// In gives the blocks of a transaction.
func (p *Persons) In(tx *store.Tx) *Blocks { return In(tx, register.New(tx), p.resolvers.Resolver()) }

// settleBatch is how many blocks are settled in one transaction: their officials and posts
// stand on pages all over a large database, which a larger batch writes once.
const settleBatch = 16_000

// settleChunk is how many of them are read and written by the same statements: what these
// cost is mostly not their rows.
const settleChunk = 250

// Settle tells who is who among those who were named since the last time, and sums
// up their posts. It may be broken off and goes on at the next call. Progress, which may be
// nil, is told how many blocks are done.
func (p *Persons) Settle(ctx context.Context, progress func(done int)) error {
	if err := p.reblock(ctx); err != nil {
		return err
	}
	total := 0
	for more := true; more; {
		err := p.db.Within(ctx, func(tx *store.Tx) error {
			w := p.In(tx)
			blocks, err := w.tx.IDs(`SELECT DISTINCT block FROM unsettled ORDER BY block LIMIT ?`, settleBatch)
			more = len(blocks) == settleBatch
			for some := range slices.Chunk(blocks, settleChunk) {
				if err == nil {
					err = w.settle(some)
				}
			}
			total += len(blocks)
			return err
		})
		if err != nil {
			return err
		}
		if progress != nil {
			progress(total)
		}
	}
	return nil
}

// settling are blocks that are settled together.
type settling struct {
	*Blocks
	late    map[int64][]int64 // of a block, the ids of the appearances that came, changed or went since it was settled
	all     map[int64][]*Seen // of a block, its appearances as they are now
	known   map[string]bearer
	judged  []string          // marks of appearances of which somebody decided whose they are
	changed map[int64]bool    // officials of whom an appearance came or went, or is another's now
	his     map[int64][]*Seen // of an official; none where they stand in several of the blocks
	in      map[int64]int64   // the block that his are of
	moved   [][]any           // of the appearances that are another official's now the ids, his number, and their names and blocks where these are not his
}

// settle tells who is who in some blocks, and sums up those of whom something changed.
func (w *Blocks) settle(blocks []int64) error {
	s := &settling{Blocks: w, judged: w.Who.Judged(), late: map[int64][]int64{}, all: map[int64][]*Seen{}, known: map[string]bearer{}, changed: map[int64]bool{}, his: map[int64][]*Seen{}, in: map[int64]int64{}}
	if err := s.gather(blocks); err != nil {
		return err
	}
	for _, block := range blocks {
		if err := s.settle(block); err != nil {
			return err
		}
	}
	if err := s.move(); err != nil {
		return err
	}
	if err := w.sum(slices.Sorted(maps.Keys(s.changed)), s.met()); err != nil {
		return err
	}
	for _, block := range blocks {
		if err := w.store(block, s.all[block]); err != nil {
			return err
		}
	}
	return w.tx.Do(`DELETE FROM unsettled WHERE block IN (SELECT value FROM json_each(?))`, column.Numbers(blocks))
}

// met gives the officials that were met, as they are now.
func (s *settling) met() met {
	m := met{s.his, map[int64]bool{}, map[int64]string{}}
	for _, b := range s.known {
		m.home[b.N], m.names[b.N] = s.in[b.N] == b.Block, b.name
	}
	return m
}

// settle tells who is who in a block.
func (s *settling) settle(block int64) error {
	all := s.all[block]
	list := make([]*identity.Appearance, len(all))
	for i, x := range all {
		list[i] = &x.Appearance
	}
	for _, p := range s.Who.SettleWith(s.claims, list) {
		n, err := s.person(&p, block, all)
		if err != nil {
			return err
		}
		if other, met := s.in[n]; met && other != block {
			s.his[n] = nil
			continue
		}
		s.in[n] = block
		for _, i := range p.Members {
			s.his[n] = append(s.his[n], all[i])
		}
	}
	return nil
}

// gather reads the appearances of blocks as they are now, with their officials.
func (s *settling) gather(blocks []int64) error {
	late, err := s.lately(blocks)
	if err == nil {
		err = s.readPacked(blocks)
	}
	if err != nil {
		return err
	}
	fresh, err := s.seen(`SELECT `+appearanceColumns+` WHERE x.id IN (SELECT value FROM json_each(?))`, column.Numbers(late))
	for _, x := range fresh {
		if _, is := slices.BinarySearch(s.late[x.block], x.ID); is {
			s.changed[x.Official], x.fresh = true, true
			x.Article = column.ArticleOf(x.ID)
			s.all[x.block] = append(s.all[x.block], x)
		}
	}
	var every []*Seen
	for _, all := range s.all {
		sortSeen(all)
		every = append(every, all...)
	}
	return cmp.Or(err, s.bearers(every))
}

// lately reads what came, changed or went; it gives the ids of all blocks.
func (s *settling) lately(blocks []int64) (ids []int64, err error) {
	_, err = store.All(s.tx, func(rows *sql.Rows) (block int64, err error) {
		var id int64
		err = rows.Scan(&block, &id)
		s.late[block], ids = append(s.late[block], id), append(ids, id)
		return block, err
	}, `SELECT u.block, u.appearance FROM json_each(?) v CROSS JOIN unsettled u ON u.block = v.value ORDER BY u.block, u.appearance`, column.Numbers(blocks))
	return ids, err
}

// readPacked reads the appearances that stand as they were settled.
func (s *settling) readPacked(blocks []int64) error {
	var settled []*Seen
	_, err := store.All(s.tx, func(rows *sql.Rows) (block int64, err error) {
		var packed []byte
		if err := rows.Scan(&block, &packed); err != nil {
			return block, err
		}
		all, err := UnpackBlock(packed)
		if err != nil {
			return block, fmt.Errorf("block %d: %w", block, err)
		}
		for _, x := range all {
			settled = append(settled, s.stays(block, x)...)
		}
		return block, nil
	}, `SELECT b.block, b.packed FROM json_each(?) v CROSS JOIN blocks b ON b.block = v.value`, column.Numbers(blocks))
	return cmp.Or(err, s.complete(settled))
}

// stays takes an appearance of a block into it as it is now, without those for which it
// stands that changed or went; each by itself where one is named beside somebody who came, or
// a judgement is of one.
func (s *settling) stays(block int64, x *Seen) (stay []*Seen) {
	late := s.late[block]
	if stay = []*Seen{x}; x.beside(late) || slices.ContainsFunc(s.judged, func(mark string) bool { _, is := x.has(mark); return is }) {
		stay = x.apart()
	}
	stay = slices.DeleteFunc(stay, func(one *Seen) bool {
		_, gone := slices.BinarySearch(late, one.ID)
		s.changed[x.Official] = s.changed[x.Official] || gone
		return gone
	})
	s.all[block] = append(s.all[block], stay...)
	return stay
}

// bearer is an official as he is stored.
type bearer struct {
	register.Official
	id, name string
}

// bearers reads the officials of appearances.
func (s *settling) bearers(all []*Seen) error {
	numbers := make([]int64, len(all))
	for i, x := range all {
		numbers[i] = x.Official
	}
	slices.Sort(numbers)
	_, err := store.All(s.tx, func(rows *sql.Rows) (b bearer, err error) {
		err = rows.Scan(&b.N, &b.id, &b.name, &b.Written, &b.Block)
		s.known[b.id] = b
		return b, err
	}, `SELECT o.n, o.id, o.name, COALESCE(o.written, o.name), o.block FROM json_each(?) v CROSS JOIN officials o ON o.n = v.value`, column.Numbers(slices.Compact(numbers)))
	return err
}

// person writes a person, whose appearances are his, and gives his number.
func (s *settling) person(p *identity.Person, block int64, all []*Seen) (int64, error) {
	b, is := s.known[p.ID]
	if !is || b.name != p.Name {
		state, slug, mark := register.Parts(p.ID)
		b = bearer{id: p.ID, name: p.Name}
		if err := s.tx.Row(`INSERT INTO officials (slug, state, mark, name, block) VALUES (?,?,?,?,?) ON CONFLICT (slug, state, mark) DO UPDATE SET written = COALESCE(written, name), name = excluded.name
			RETURNING n, COALESCE(written, name), block`, slug, state, mark, p.Name, block).Scan(&b.N, &b.Written, &b.Block); err != nil {
			return 0, err
		}
		s.known[p.ID], s.changed[b.N] = b, true
	}
	for _, i := range p.Members {
		x := all[i]
		if x.Official == b.N {
			s.changed[b.N] = s.changed[b.N] || x.fresh
			continue
		}
		s.changed[x.Official], s.changed[b.N], x.Official = true, true, b.N
		for _, id := range x.ids() {
			s.moved = append(s.moved, []any{id, b.N, column.Unless(x.Name == b.Written, x.Name), column.Unless(block == b.Block, block)})
		}
	}
	return b.N, nil
}

// move writes whose appearances are another official's now. OR FAIL as in Tx.InsertRows.
func (s *settling) move() error {
	slices.SortFunc(s.moved, func(a, b []any) int { return cmp.Compare(a[0].(int64), b[0].(int64)) })
	raw, err := json.Marshal(s.moved)
	if err != nil || len(s.moved) == 0 {
		return err
	}
	return s.tx.Do(`UPDATE OR FAIL appearance_rows SET official = v.value ->> 1, name = v.value ->> 2, block = v.value ->> 3 FROM json_each(?) v WHERE appearance_rows.id = v.value ->> 0`, string(raw))
}

// Resum sums up anew the posts of those of whom they are not summed up as the articles
// give them: by an earlier program, or after somebody wrote into the database.
func (p *Persons) Resum(ctx context.Context) error {
	return p.db.Within(ctx, func(tx *store.Tx) error {
		w := p.In(tx)
		list, err := w.tx.IDs(`SELECT n FROM officials WHERE id IN (` + HeldOtherwise + `)`)
		return cmp.Or(err, w.sum(list, met{}))
	})
}

// Settled settles a block and writes nothing.
func (w *Blocks) Settled(block int64) ([]*identity.Appearance, []identity.Person, error) {
	all, err := w.appearances(block)
	if err != nil {
		return nil, nil, err
	}
	list := make([]*identity.Appearance, len(all))
	for i, s := range all {
		list[i] = &s.Appearance
	}
	return list, w.Who.Settle(list), nil
}
