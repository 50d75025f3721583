package corpus

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"slices"
)

// Knot is an official or agency of a network.
type Knot struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Country string `json:"country,omitempty"`
}

// Tie is two of a network who took part in the same events. An event is counted once
// a kind and day, however many articles tell it.
type Tie struct {
	A      string `json:"a"`
	B      string `json:"b"`
	Events int    `json:"events"`
	First  string `json:"first_day,omitempty"`
	Last   string `json:"last_day,omitempty"`
}

// Network is who met whom.
type Network struct {
	Knots []Knot `json:"knots"`
	Ties  []Tie  `json:"ties"` // the strongest first
}

// Netting says which network is asked for.
type Netting struct {
	Agencies bool     // of agencies, not of officials
	Of       string   // id of one, whose network it is; empty: of all
	Kinds    []string // of event; none: gatherings
	From, To string   // first and last day, 2025-08-17
	Most     int      // knots
	Star     bool     // the ties of the one alone, not those of the others among themselves
}

// numberedAgencies gives the numbers of the agencies whose ids ? lists as JSON.
const numberedAgencies = `(SELECT n FROM agencies WHERE id IN (SELECT value FROM json_each(?)))`

type seat struct{ one, all, names, some string }

// seats are the tables that say who took part, of officials and of agencies.
var seats = map[bool]seat{
	false: {`SELECT event, official AS n FROM event_officials WHERE official IN ` + numbered,
		`SELECT event, official AS n FROM event_officials`, `officials`, numbered},
	true: {`SELECT event, agency AS n FROM event_agency_rows WHERE agency IN ` + numberedAgencies,
		`SELECT event, agency AS n FROM event_agency_rows`, `agencies`, numberedAgencies},
}

// Network gives the strongest ties: of one with those whom he met most and of these
// among themselves, or of all.
func (c *Corpus) Network(ctx context.Context, n Netting) (*Network, error) {
	if len(n.Kinds) == 0 {
		n.Kinds = Gatherings
	}
	ties, err := c.ties(ctx, &n)
	if err != nil {
		return nil, err
	}
	out := &Network{}
	ids := knotsOf(ties, n.Most)
	if n.Of != "" && len(ids) > 0 && !n.Star {
		if ties, err = c.tiesAmong(ctx, &n, ids); err != nil {
			return nil, err
		}
	}
	for _, t := range ties {
		if ids[t.A] && ids[t.B] {
			out.Ties = append(out.Ties, t)
		}
	}
	out.Knots, err = c.knots(ctx, seats[n.Agencies].names, ids)
	return out, err
}

// BeginOf gives the first day of the last events of an agency, so many or some more, as
// 2025-08-17; "" where it has fewer of known days.
func (c *Corpus) BeginOf(ctx context.Context, agency string, events int) (day string, err error) {
	err = c.each(ctx, `SELECT date(day * 86400, 'unixepoch') FROM event_agency_rows WHERE agency = (SELECT n FROM agencies WHERE id = ?) AND day IS NOT NULL
		ORDER BY day DESC LIMIT 1 OFFSET ?`, []any{agency, events}, func(rows *sql.Rows) error { return rows.Scan(&day) })
	return day, err
}

// knotsOf gives the ends of the strongest ties, so many at most.
func knotsOf(ties []Tie, most int) map[string]bool {
	ids := map[string]bool{}
	for _, t := range ties {
		more := 0
		for _, id := range []string{t.A, t.B} {
			if !ids[id] {
				more++
			}
		}
		if len(ids)+more <= most {
			ids[t.A], ids[t.B] = true, true
		}
	}
	return ids
}

// within gives the condition of kinds and days on events e, with its values.
func (n *Netting) within() (string, []any) {
	period, args := between(n.From, n.To, ranged)
	return ` e.kind IN (SELECT value FROM json_each(?)) AND ` + period, append([]any{list(n.Kinds)}, args...)
}

// eventKey is what counts as one event: a kind and day, however many articles tell it.
const eventKey = `e.kind || COALESCE(e.first_day, e.id)`

// ties gives the strongest ties of one, or of all.
func (c *Corpus) ties(ctx context.Context, n *Netting) ([]Tie, error) {
	if n.Of != "" {
		return c.tiesOf(ctx, n)
	}
	within, args := n.within()
	ties, err := c.count(ctx, n, within, args)
	return ties[:min(len(ties), n.Most*4)], err
}

// tiesOf gives the strongest ties of one.
func (c *Corpus) tiesOf(ctx context.Context, n *Netting) ([]Tie, error) {
	met := map[int64]*encounters{}
	within, values := n.within()
	near, args := n.near()
	args = slices.Concat([]any{list([]string{n.Of})}, args, values)
	err := c.each(ctx, `SELECT q.n, `+eventKey+`, COALESCE(e.first_day, '') FROM (`+seats[n.Agencies].one+near+inOrder+`) p
		CROSS JOIN (`+seats[n.Agencies].all+`) q ON q.event = p.event CROSS JOIN event_rows e ON e.id = p.event WHERE q.n <> p.n AND`+within, args, func(rows *sql.Rows) error {
		var other int64
		var key, day string
		err := rows.Scan(&other, &key, &day)
		if met[other] == nil {
			met[other] = &encounters{events: map[string]bool{}}
		}
		met[other].add(key, day)
		return err
	})
	if err != nil {
		return nil, err
	}
	ids, err := c.idsOfSeats(ctx, n, slices.Collect(maps.Keys(met)))
	var ties []Tie
	for other, e := range met {
		ties = append(ties, Tie{n.Of, ids[other], len(e.events), e.first, e.last})
	}
	slices.SortFunc(ties, func(x, y Tie) int { return cmp.Or(y.Events-x.Events, cmp.Compare(x.B, y.B)) })
	return ties[:min(len(ties), n.Most)], err
}

// inOrder has the events of one read in their order, which is that of the tables; SQLite
// heeds an order inside of a join only with a limit.
const inOrder = ` ORDER BY event LIMIT -1`

// near gives the condition that who took part did so in an event that may fall into the
// period, by its first day, which stands with him. The pluses keep SQLite from reading all
// who took part on these days.
func (n *Netting) near() (text string, args []any) {
	if n.From != "" {
		text = ` AND (+day >= unixepoch(?) / 86400 OR +event IN (SELECT id FROM event_rows WHERE last_day <> COALESCE(first_day, '') AND last_day >= ?))`
		args = []any{n.From, n.From}
	}
	if n.To != "" {
		text, args = text+` AND day <= unixepoch(?) / 86400`, append(args, n.To)
	}
	return text, args
}

// tiesAmong gives the ties of some among themselves. The plus keeps SQLite from asking of
// each event for each of them.
func (c *Corpus) tiesAmong(ctx context.Context, n *Netting, ids map[string]bool) ([]Tie, error) {
	within, args := n.within()
	return c.count(ctx, n, within+` AND +p.n IN `+seats[n.Agencies].some, append(args, list(keysOf(ids))))
}

// sitting is who took part in one event, by number.
type sitting struct {
	key, day string // what counts as one event, and its day
	who      []int64
}

// count gives the ties among all who took part in the events of a period and pass a
// condition, the strongest first.
func (c *Corpus) count(ctx context.Context, n *Netting, condition string, args []any) ([]Tie, error) {
	events := map[int64]*sitting{}
	err := c.each(ctx, `SELECT e.id, `+eventKey+`, COALESCE(e.first_day, ''), p.n FROM event_rows e CROSS JOIN (`+seats[n.Agencies].all+`) p ON p.event = e.id WHERE`+condition, args, func(rows *sql.Rows) error {
		var id, who int64
		var s sitting
		err := rows.Scan(&id, &s.key, &s.day, &who)
		if events[id] == nil {
			events[id] = &s
		}
		events[id].who = append(events[id].who, who)
		return err
	})
	if err != nil {
		return nil, err
	}
	met := map[[2]int64]*encounters{}
	for _, s := range events {
		s.count(met)
	}
	ends := map[int64]bool{}
	for two := range met {
		ends[two[0]], ends[two[1]] = true, true
	}
	ids, err := c.idsOfSeats(ctx, n, slices.Collect(maps.Keys(ends)))
	if err != nil {
		return nil, err
	}
	var ties []Tie
	for two, e := range met {
		a, b := ids[two[0]], ids[two[1]]
		ties = append(ties, Tie{min(a, b), max(a, b), len(e.events), e.first, e.last})
	}
	slices.SortFunc(ties, func(x, y Tie) int {
		return cmp.Or(y.Events-x.Events, cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	return ties, nil
}

// encounters are the events in which two took part.
type encounters struct {
	events      map[string]bool
	first, last string
}

// add counts what is told of one event.
func (e *encounters) add(key, day string) {
	e.events[key] = true
	if day != "" {
		e.first, e.last = min(cmp.Or(e.first, day), day), max(e.last, day)
	}
}

func (s *sitting) count(met map[[2]int64]*encounters) {
	slices.Sort(s.who)
	who := slices.Compact(s.who)
	for i, a := range who {
		for _, b := range who[i+1:] {
			two := [2]int64{a, b}
			if met[two] == nil {
				met[two] = &encounters{events: map[string]bool{}}
			}
			met[two].add(s.key, s.day)
		}
	}
}

// idsOfSeats gives the ids of all who met, by number.
func (c *Corpus) idsOfSeats(ctx context.Context, n *Netting, numbers []int64) (map[int64]string, error) {
	ids := map[int64]string{}
	err := c.each(ctx, `SELECT n, id FROM `+seats[n.Agencies].names+` WHERE n IN (SELECT value FROM json_each(?))`, []any{listed(numbers)}, func(rows *sql.Rows) error {
		var number int64
		var id string
		err := rows.Scan(&number, &id)
		ids[number] = id
		return err
	})
	return ids, err
}

func keysOf(set map[string]bool) []string {
	all := make([]string, 0, len(set))
	for k := range set {
		all = append(all, k)
	}
	return all
}

func (c *Corpus) knots(ctx context.Context, table string, ids map[string]bool) (all []Knot, err error) {
	also := ``
	if table == `officials` {
		also = `AND k.slug IN ` + slugsOf
	}
	err = c.each(ctx, `SELECT k.id, k.name, k.country FROM json_each(?) v CROSS JOIN `+table+` k ON k.id = v.value `+also+` ORDER BY k.id`, []any{list(keysOf(ids))}, func(rows *sql.Rows) error {
		var k Knot
		err := rows.Scan(&k.ID, &k.Name, &k.Country)
		all = append(all, k)
		return err
	})
	return all, err
}

// LastEvents gives the first and the last day of so many events that took place, the
// last ones; empty where no day is known.
func (c *Corpus) LastEvents(ctx context.Context, many int) (first, last string, err error) {
	err = c.db.QueryRowContext(ctx, `WITH t AS (SELECT MAX(first_day) AS last FROM event_rows WHERE status = 'done' AND first_day IS NOT NULL)
		SELECT COALESCE((SELECT first_day FROM event_rows WHERE first_day <= t.last ORDER BY first_day DESC LIMIT 1 OFFSET ?), (SELECT MIN(first_day) FROM event_rows), ''), COALESCE(last, '') FROM t`,
		many).Scan(&first, &last)
	return first, last, c.stopped(ctx, err)
}
