package storing

import (
	"cmp"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/internal/neardup"
)

// A site that keeps articles under numbers shows one under whatever words stand before
// its number, and changes them with the headline. Pages of one site with one number whose
// texts are nearly the same are one article, under the address that was stored first; so
// are a summary and a text of one title.

// address gives the URL under which the article of a page is stored, with the id that
// goes with it, where that is not the page's own; else empty.
func (w *Writer) address(e *Entry, url string) (first, id string, err error) {
	err = w.tx.Row(`SELECT a.url, `+ownID+` FROM address_rows x JOIN article_rows a ON a.url_key = x.url_key AND a.newest = 1 WHERE x.url = ?`, url).Scan(&first, &id)
	if !errors.Is(err, sql.ErrNoRows) {
		return first, id, err
	}
	number := identity.Number(url)
	if number == "" {
		return "", "", nil
	}
	s, err := w.tx.Statement(`SELECT a.url, ` + ownID + `, a.title, a.body, a.partial FROM number_rows x JOIN article_rows a ON a.url_key = x.url_key AND a.newest = 1 WHERE x.key = ? ORDER BY a.id`)
	if err != nil {
		return "", "", err
	}
	rows, err := s.Query(numberKey(number))
	if err != nil {
		return "", "", err
	}
	defer rows.Close()
	for rows.Next() {
		var title, body string
		var partial bool
		if err := rows.Scan(&first, &id, &title, &body, &partial); err != nil {
			return "", "", err
		}
		if identity.Number(first) != number { // another with this key
			continue
		}
		if partial = partial || e.Partial; partial && title == e.Found.Title || neardup.Nearly(neardup.Of(e.Found.Title, e.Found.Body), neardup.Of(title, body)) {
			return first, id, w.readdress(url, first)
		}
	}
	return "", "", rows.Err()
}

// ownID is the id of a record as its JSON has it, of article_rows a.
const ownID = `CASE typeof(a.record_id) WHEN 'blob' THEN lower(hex(a.record_id)) ELSE a.record_id END`

// readdress takes down a further address of an article.
func (w *Writer) readdress(url, first string) error {
	return w.tx.Do(`INSERT OR IGNORE INTO address_rows VALUES (?, ?)`, url, column.Key(first))
}

// numberBits are those of a numberKey that tell the number.
const numberBits = 40

// numberKey is by what the number of a site is found: 24 bits of the SHA-256 of the host, and
// behind them the last 40 of the number, so that those that a site gives one after the other
// stand together.
func numberKey(number string) int64 {
	host, digits, _ := strings.Cut(number, " ")
	n := uint64(0)
	for _, c := range []byte(digits) {
		n = n*10 + uint64(c-'0')
	}
	return column.Key(host)>>numberBits<<numberBits | int64(n&(1<<numberBits-1))
}

// Numbered takes down the number under which a site keeps an article.
func (w *Writer) Numbered(url string) error {
	number := identity.Number(url)
	if number == "" {
		return nil
	}
	return w.tx.Do(insertNumbers+`(?, ?)`, numberKey(number), column.Key(url))
}

const insertNumbers = `INSERT OR IGNORE INTO number_rows VALUES `

// NumberAll takes down the numbers of all articles; step is told how many were read.
func (w *Writer) NumberAll(step store.Step) error {
	type row struct{ number, url int64 }
	read := 0
	all, err := store.All(w.tx, func(rows *sql.Rows) (r row, err error) {
		if read++; read%toldAfter == 0 {
			step(read, "URL")
		}
		var url string
		err = rows.Scan(&url)
		if number := identity.Number(url); number != "" {
			r = row{numberKey(number), column.Key(url)}
		}
		return r, err
	}, `SELECT url FROM article_rows WHERE newest = 1`)
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b row) int { return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.url, b.url)) })
	for _, r := range all {
		if r == (row{}) {
			continue
		}
		if err := w.tx.Later(insertNumbers, r.number, r.url); err != nil {
			return err
		}
	}
	return w.tx.Flush()
}

// under gives a page the address and id of the article that it is a version of.
func (e *Entry) under(url, id string) *Entry {
	out, article, found := *e, *e.Article, *e.Found
	out.As = ""
	article.URL, article.ID = url, id
	found.URL, found.ID = url, id
	out.Article, out.Found = &article, &found
	return &out
}
