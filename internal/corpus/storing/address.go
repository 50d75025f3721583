package storing

import (
	"database/sql"
	"errors"

	"github.com/boctin/boctin/internal/corpus/column"
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
	rows, err := s.Query(column.Key(number))
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

// Numbered takes down the number under which a site keeps an article.
func (w *Writer) Numbered(url string) error {
	number := identity.Number(url)
	if number == "" {
		return nil
	}
	return w.tx.Do(`INSERT OR IGNORE INTO number_rows VALUES (?, ?)`, column.Key(number), column.Key(url))
}

// NumberAll takes down the numbers of all articles.
func (w *Writer) NumberAll() error {
	const batch = 5000
	for last := int64(0); ; {
		ids, err := w.tx.IDs(`SELECT id FROM article_rows WHERE id > ? AND newest = 1 ORDER BY id LIMIT ?`, last, batch)
		if err != nil || len(ids) == 0 {
			return err
		}
		for _, id := range ids {
			var url string
			if err := w.tx.Row(`SELECT url FROM article_rows WHERE id = ?`, id).Scan(&url); err != nil {
				return err
			}
			if err := w.Numbered(url); err != nil {
				return err
			}
			last = id
		}
	}
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
