package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"sync"
)

// memo remembers what was counted over many articles, until anybody writes to the
// database.
type memo struct {
	mu    sync.Mutex
	db    *sql.DB // of one connection: SQLite tells it whether others wrote
	state int64
	known map[string]any
}

// mostRemembered is how many counts are kept.
const mostRemembered = 64

// Remembered gives what was made for a key while the database was as it is now, or makes
// it. Nobody may change it.
func Remembered[T any](ctx context.Context, c *DB, key string, make func() (T, error)) (out T, err error) {
	before, err := c.memo.now(ctx, c.Dir)
	if err != nil {
		return make() // nothing is remembered where the state cannot be told
	}
	if known, ok := c.memo.get(before, key); ok {
		return known.(T), nil
	}
	if out, err = make(); err != nil {
		return out, err
	}
	if after, err := c.memo.now(ctx, c.Dir); err == nil && after == before {
		c.memo.put(after, key, out)
	}
	return out, nil
}

// now tells the state of the database by a number that changes with it.
func (m *memo) now(ctx context.Context, dir string) (state int64, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.db == nil {
		if m.db, err = sql.Open("sqlite", fmt.Sprintf("file:%s?mode=ro&_pragma=busy_timeout(60000)", inURI.Replace(filepath.Join(dir, File)))); err != nil {
			return 0, err
		}
		m.db.SetMaxOpenConns(1)
		m.db.SetMaxIdleConns(1)
	}
	err = m.db.QueryRowContext(context.WithoutCancel(ctx), `PRAGMA data_version`).Scan(&state)
	return state, err
}

func (m *memo) get(state int64, key string) (any, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	known, ok := m.known[key]
	return known, ok && m.state == state
}

func (m *memo) put(state int64, key string, value any) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.state != state || len(m.known) >= mostRemembered {
		m.state, m.known = state, map[string]any{}
	}
	m.known[key] = value
}

func (m *memo) close() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.db != nil {
		m.db.Close()
	}
}
