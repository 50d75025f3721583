package corpus

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/upgrade"
)

// sixteenthAgain makes of a database what the sixteenth step had.
func sixteenthAgain(t *testing.T, c *Corpus) {
	t.Helper()
	run := func(text string, args ...any) {
		t.Helper()
		if _, err := c.DB.Exec(text, args...); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
	posts := map[int64]string{}
	if err := c.DB.Each(context.Background(), `SELECT x.id, x.posts, a.title, a.body FROM appearance_rows x JOIN article_rows a ON a.id = x.id >> 20 WHERE posts IS NOT NULL`, nil, func(rows *sql.Rows) error {
		var id int64
		var raw []byte
		var title, body string
		if err := rows.Scan(&id, &raw, &title, &body); err != nil {
			return err
		}
		list, err := column.Posts(raw)
		var old [][]any
		for _, p := range list {
			text := [...]string{title, body, ""}[min(p.Field, 2)]
			if in, is := p.Printed.(float64); is {
				start := p.Start + int(in)>>column.PartLength
				p.Printed = string([]rune(text)[start : start+int(in)&(1<<column.PartLength-1)])
			}
			l := []any{p.Office, p.Field, p.Start, p.End, p.Printed, p.Caption}
			for l[len(l)-1] == nil {
				l = l[:len(l)-1]
			}
			old = append(old, l)
		}
		out, err2 := json.Marshal(old)
		posts[id] = string(out)
		if err == nil {
			err = err2
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	const places = `CASE field WHEN 'title' THEN 0 WHEN 'body' THEN 1 ELSE substr(field, 8, instr(field, ']') - 8) + 2 END, "start", "end"`
	for _, text := range []string{
		`CREATE TABLE was_a AS SELECT x.*, (SELECT name FROM appearances v WHERE v.id = x.id) AS whole, COALESCE(x.block, (SELECT block FROM officials WHERE n = x.official)) AS block_of,
			(SELECT json_group_array(json(CASE WHEN m.field LIKE 'images%' THEN json_array(` + places + `, name_start, name_end, text) ELSE json_array(` + places + `, name_start, name_end) END)) FROM official_mentions m WHERE m.appearance = x.id) AS at FROM appearance_rows x`,
		`CREATE TABLE was_g AS SELECT x.*, (SELECT json_group_array(json(CASE WHEN m.field LIKE 'images%' THEN json_array(` + places + `, text) ELSE json_array(` + places + `) END))
			FROM agency_mentions m JOIN agencies g ON g.id = m.agency WHERE m.article = x.id >> 20 AND g.n = x.agency) AS at FROM agency_article_rows x`,
		`CREATE TABLE was_e AS SELECT * FROM event_officials`,
		`DROP TRIGGER event_officials_moved`, `DROP TABLE marked`,
	} {
		run(text)
	}
	views := regexp.MustCompile(`CREATE VIEW (\w+) `)
	for _, v := range views.FindAllStringSubmatch(store.Migrations[16], -1) {
		run(`DROP VIEW ` + v[1])
	}
	for _, table := range []string{`appearance_rows`, `agency_article_rows`, `event_official_rows`} {
		run(`DROP TABLE ` + table)
	}
	run(`ALTER TABLE officials DROP COLUMN written`)
	run(`ALTER TABLE officials DROP COLUMN block`)
	run(`CREATE INDEX dates_value ON date_rows (value COLLATE NOCASE)`)
	made := regexp.MustCompile(`(?s)CREATE (?:VIEW|TABLE|INDEX|VIRTUAL TABLE) (\w+) .*?;\n`)
	wanted := map[string]bool{"appearance_rows": true, "agency_article_rows": true, "event_officials": true, "appearances_official": true, "agency_articles_agency": true, "marked": true}
	for _, v := range views.FindAllStringSubmatch(store.Migrations[16], -1) {
		wanted[v[1]] = v[1] != "event_officials" || wanted[v[1]]
	}
	for _, m := range made.FindAllStringSubmatch(store.Migrations[5][strings.Index(store.Migrations[5], "-- words with their marks"):]+store.Migrations[6], -1) {
		if wanted[m[1]] {
			run(m[0])
		}
	}
	for _, text := range []string{
		`INSERT INTO appearance_rows SELECT id, official, block_of, manner, country, whole, local, aliases, forms, NULL, at FROM was_a`,
		`INSERT INTO agency_article_rows SELECT id, agency, day, mentions, at FROM was_g`,
		`ALTER TABLE event_officials ADD COLUMN official INTEGER NOT NULL DEFAULT 0`, `ALTER TABLE event_officials ADD COLUMN day INTEGER`,
		`INSERT INTO event_officials SELECT event, appearance, role, official, day FROM was_e`,
		`CREATE INDEX event_officials_official ON event_officials (official, day)`, `CREATE INDEX event_officials_day ON event_officials (day, official)`,
		`CREATE TRIGGER event_officials_moved AFTER UPDATE OF official ON appearance_rows BEGIN
			UPDATE event_officials SET official = new.official WHERE event BETWEEN new.id >> 20 << 20 AND new.id | 1048575 AND appearance = new.id; END`,
		`UPDATE event_rows SET last_day = NULLIF(COALESCE(last_day, first_day), '')`, `DROP INDEX events_span`, `CREATE INDEX events_span ON event_rows (last_day, first_day) WHERE last_day <> COALESCE(first_day, '')`,
		`DROP TABLE was_a`, `DROP TABLE was_g`, `DROP TABLE was_e`,
		`DELETE FROM corpus_migrations WHERE version >= 17`,
	} {
		run(text)
	}
	for id, list := range posts {
		run(`UPDATE appearance_rows SET posts = ? WHERE id = ?`, list, id)
	}
}

// TestSeventeenthStep brings a database of the sixteenth step up to date, also where that
// was broken off, and holds that nothing is lost and nothing said at greater length.
func TestSeventeenthStep(t *testing.T) {
	for _, moved := range []bool{false, true} {
		c := made(t)
		add(t, c, append(seventy()[:3], entry(80, "https://a.vn/80", "17/08/2025", "Trưởng phòng họp dân",
			"Bà Trần Thị Mẫu, Trưởng phòng Cảnh sát hình sự Công an tỉnh Nghệ An, Đại biểu Quốc hội và ông Lê Văn Thử, Chủ tịch UBND tỉnh Nghệ An họp dân. Bà Trần Thị Mẫu nói với Công an tỉnh Nghệ An."),
			entry(81, "https://a.vn/81", "17/08/2025", "Đại tá Trần Văn Mẫu", "Đại tá Trần Văn Mẫu, Giám đốc "+strings.Repeat("Công an tỉnh Nghệ An, ", 90)+"họp."))...)
		gathered(t, c)
		if err := c.Persons.Settle(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
		queries := []string{`SELECT * FROM appearances ORDER BY id`, `SELECT * FROM official_mentions ORDER BY 1, 2, 5, 6`, `SELECT * FROM posts ORDER BY 1, 2, 3, 4, 9`,
			`SELECT * FROM agency_mentions ORDER BY 1, 2, 4, 5`, `SELECT * FROM event_officials ORDER BY 1, 2`, `SELECT * FROM agency_articles ORDER BY 1, 2`,
			`SELECT * FROM appearance_rows ORDER BY id`, `SELECT * FROM agency_article_rows ORDER BY id`, `SELECT * FROM event_official_rows ORDER BY 1, 2`,
			`SELECT * FROM events ORDER BY id`, `SELECT id, first_day, last_day FROM event_rows ORDER BY id`,
			`SELECT rowid FROM marked WHERE marked MATCH '"công"' ORDER BY 1`}
		want := dumped(t, c, queries)
		sixteenthAgain(t, c)
		if moved {
			if _, err := c.DB.Exec(store.Migrations[16] + `; INSERT INTO corpus_migrations VALUES (17, '')`); err != nil {
				t.Fatal(err)
			}
			if err := c.DB.Within(context.Background(), func(tx *store.Tx) error {
				_, err := upgrade.Appearances(tx)
				return err
			}); err != nil {
				t.Fatal(err)
			}
		}
		c.Close()
		again, err := Open(c.DB.Dir)
		if err != nil {
			t.Fatal(err)
		}
		for i, got := range dumped(t, again, queries) {
			if got != want[i] || got == "" {
				t.Errorf("moved %v: %s\n%s\nwant\n%s", moved, queries[i], got, want[i])
			}
		}
		if got := value(t, again, `SELECT COUNT(*) FROM sqlite_master WHERE name LIKE 'old\_%' ESCAPE '\' OR name = 'unmarked'`); got != "0" {
			t.Errorf("%s tables are left", got)
		}
		again.Close()
	}
}

// dumped gives what queries give.
func dumped(t *testing.T, c *Corpus, queries []string) (out []string) {
	t.Helper()
	for _, q := range queries {
		var b bytes.Buffer
		if err := c.DB.Dump(context.Background(), q, &b); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
		out = append(out, b.String())
	}
	return out
}
