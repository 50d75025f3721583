package lines

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/extract/sites"
)

// Words are the words of generic.toml made ready for lookup: the first group is
// compared without case and accents (Fold), the second without case (Lower).
type Words struct {
	Related, End, Widget, Modified, Imprint, Invite, Today, Gate, Foot                                          Phrases
	ErrorTitle, ErrorText, ChallengeTitle, ChallengeText, SigninTitle, SigninText                               Phrases
	CookieText, ContactTitle, SearchTitle, SectionText, More, Colophon, Posted, Document, Issued, Portal        Phrases
	OtherDay, StampWord, Order, Terms, Counter, Reaction, Follow, Channel, Announce, Farewell, TagLabel, Thread Phrases
	Phone, PageTitle, Edit, Printed, MailFrom, MailTo, MailSubject                                              Phrases

	Credit, Source, Byline, Label, Translator, Editor, By, Crew, Team, NotName, Given, Outlet, Paper, Surname, Dated, Home, Degree, SiteUser, Button, DayWord, Place, Office, Level Phrases

	separators *strings.Replacer // of names
	takenFrom  []string          // what stands between what was done and the source
}

// New makes the words of the sites ready.
func New(w *sites.Words) *Words {
	v := &Words{separators: separators(w.And), takenFrom: w.TakenFrom}
	for _, list := range []struct {
		into  *Phrases
		words []string
	}{
		{&v.Related, w.RelatedHeads()}, {&v.End, w.End}, {&v.Widget, w.Widget}, {&v.Modified, w.Modified}, {&v.Imprint, w.Imprint},
		{&v.Invite, w.Invite}, {&v.Today, w.Today}, {&v.ErrorTitle, w.ErrorTitle}, {&v.ErrorText, w.ErrorText},
		{&v.ChallengeTitle, w.ChallengeTitle}, {&v.ChallengeText, w.ChallengeText}, {&v.SigninTitle, w.SigninTitle},
		{&v.SigninText, w.SigninText}, {&v.CookieText, w.CookieText}, {&v.ContactTitle, w.ContactTitle},
		{&v.SearchTitle, w.SearchTitle}, {&v.SectionText, w.SectionText}, {&v.More, w.More}, {&v.Colophon, w.Colophon}, {&v.Posted, w.Posted},
		{&v.Document, w.Document}, {&v.Issued, w.Issued}, {&v.OtherDay, slices.Concat(w.OtherDay, w.Printed)}, {&v.Printed, w.Printed}, {&v.Portal, w.Portal},
		{&v.Reaction, w.Reaction}, {&v.Follow, w.Follow}, {&v.Channel, w.Channel}, {&v.Announce, w.Announce}, {&v.TagLabel, w.TagLabel}, {&v.Farewell, w.Farewell}, {&v.Thread, w.Thread},
		{&v.Order, w.Order}, {&v.Terms, w.Terms}, {&v.Counter, w.Counter}, {&v.StampWord, w.StampWord}, {&v.Phone, w.Phone}, {&v.PageTitle, w.PageTitle}, {&v.Edit, w.Edit}, {&v.Gate, w.Gate}, {&v.Foot, w.Foot},
		{&v.MailFrom, w.MailFrom}, {&v.MailTo, w.MailTo}, {&v.MailSubject, w.MailSubject},
	} {
		*list.into = NewPhrases(Fold, list.words)
	}
	for _, list := range []struct {
		into  *Phrases
		words []string
	}{
		{&v.Credit, w.Credit}, {&v.Source, w.Source}, {&v.Byline, w.Byline}, {&v.Label, slices.Concat(w.Byline, w.Label)}, {&v.Translator, w.Translator}, {&v.Editor, w.Editor}, {&v.By, w.By}, {&v.Crew, w.Crew}, {&v.Team, w.Team},
		{&v.NotName, w.NotName}, {&v.Given, w.Given}, {&v.Outlet, w.Outlet}, {&v.Paper, w.Paper}, {&v.Surname, w.Surname},
		{&v.Dated, w.Dated}, {&v.Home, w.Home}, {&v.Degree, w.Degree}, {&v.DayWord, w.DayWord}, {&v.SiteUser, w.SiteUser}, {&v.Button, w.Widget}, {&v.Place, w.Place},
		{&v.Office, w.Office}, {&v.Level, w.Level},
	} {
		*list.into = NewPhrases(Lower, list.words)
	}
	return v
}

// AsksToFollow tells a line that names where the paper may be followed: "Theo dõi Báo A
// trên Google News".
func (v *Words) AsksToFollow(s, folded string) bool {
	const most = 14                                                       // words
	named := v.Channel.Ends(folded) || strings.HasSuffix(folded, " tren") // the names were pictures
	return v.Follow.Begins(folded) > 0 && named && Count(s) <= most && !Stopped(s)
}
