package persons

import (
	"cmp"
	"context"
	"database/sql"

	"github.com/boctin/boctin/internal/identity"
)

// AppearanceID gives the id by which a judgement names the one appearance of an official
// in an article, whoever he is taken for; empty where the article does not name him.
func (p *Persons) AppearanceID(ctx context.Context, url, official string) (id string, err error) {
	return p.appearanceID(ctx, `a.url = ?`, url, official)
}

// OtherAppearanceID is AppearanceID of the earliest article but one that names the official.
func (p *Persons) OtherAppearanceID(ctx context.Context, url, official string) (id string, err error) {
	return p.appearanceID(ctx, `a.url <> ?`, url, official)
}

// appearanceID gives the id of the earliest appearance of an official in the articles that
// where picks by a URL.
func (p *Persons) appearanceID(ctx context.Context, where, url, official string) (id string, err error) {
	err = p.db.Each(ctx, `SELECT a.url, COALESCE(x.local, ''), x.country, COALESCE(x.name, o.written, o.name) FROM officials o JOIN appearance_rows x ON x.official = o.n JOIN article_rows a ON a.id = x.id >> 20
		WHERE `+where+` AND a.newest = 1 AND o.id = ? ORDER BY a.published IS NULL, a.published, x.id LIMIT 1`, []any{url, official}, func(r *sql.Rows) error {
		var x identity.Appearance
		if err := r.Scan(&x.Article, &x.Local, &x.Country, &x.Name); err != nil {
			return err
		}
		base := identity.BaseID(x.Country, x.Name)
		x.Local = cmp.Or(x.Local, base)
		id = base + "-" + identity.Mark(&x)
		return nil
	})
	return id, err
}
