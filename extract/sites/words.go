package sites

import (
	"reflect"
	"slices"
)

// Words are what the generic reader knows of Vietnamese pages. generic.toml
// explains each list.
type Words struct {
	// Words inside class, id and itemprop.
	Junk         []string `toml:"junk"`
	Below        []string `toml:"below"`
	Room         []string `toml:"room"`
	Content      []string `toml:"content"`
	NotBody      []string `toml:"not_body"`
	Lead         []string `toml:"lead"`
	Author       []string `toml:"author"`
	Date         []string `toml:"date"`
	Caption      []string `toml:"caption"`
	Title        []string `toml:"title"`
	Comment      []string `toml:"comment"`
	Tags         []string `toml:"tags"`
	Section      []string `toml:"section"`
	Hidden       []string `toml:"hidden"`
	SourceName   []string `toml:"source_name"`
	Shown        []string `toml:"shown"`
	Gutter       []string `toml:"gutter"`
	Post         []string `toml:"post"`
	User         []string `toml:"user"`
	Picture      []string `toml:"picture"`
	Legal        []string `toml:"legal"`
	Fold         []string `toml:"fold"`
	ModifiedName []string `toml:"modified_name"`

	// Words that a page prints.
	Related    []string `toml:"related"`
	Many       []string `toml:"related_many"`
	Kind       []string `toml:"related_kind"`
	Way        []string `toml:"related_way"`
	Gate       []string `toml:"gate"`
	Foot       []string `toml:"foot"`
	End        []string `toml:"end"`
	Widget     []string `toml:"widget"`
	Credit     []string `toml:"credit"`
	Source     []string `toml:"source"`
	Byline     []string `toml:"byline"`
	Label      []string `toml:"byline_label"`
	Translator []string `toml:"translator"`
	Editor     []string `toml:"editor"`
	Printed    []string `toml:"printed"`
	Crew       []string `toml:"crew"`
	Team       []string `toml:"team"`
	NotName    []string `toml:"not_name"`
	Given      []string `toml:"given"`
	Modified   []string `toml:"modified"`
	Posted     []string `toml:"posted"`
	Document   []string `toml:"document"`
	Issued     []string `toml:"issued"`
	OtherDay   []string `toml:"other_day"`
	Portal     []string `toml:"portal"`
	PageTitle  []string `toml:"page_title"`
	Phone      []string `toml:"phone"`
	Edit       []string `toml:"edit"`

	MailFrom    []string `toml:"mail_from"`
	MailTo      []string `toml:"mail_to"`
	MailSubject []string `toml:"mail_subject"`

	Imprint    []string `toml:"imprint"`
	Invite     []string `toml:"invite"`
	Order      []string `toml:"order"`
	Reaction   []string `toml:"reaction"`
	Follow     []string `toml:"follow"`
	Channel    []string `toml:"channel"`
	Announce   []string `toml:"announce"`
	TagLabel   []string `toml:"tag_label"`
	Farewell   []string `toml:"farewell"`
	By         []string `toml:"by"`
	Terms      []string `toml:"terms"`
	Counter    []string `toml:"counter"`
	Today      []string `toml:"today"`
	Outlet     []string `toml:"outlet"`
	Paper      []string `toml:"paper"`
	Surname    []string `toml:"surname"`
	DayWord    []string `toml:"day_word"`
	StampWord  []string `toml:"stamp_word"`
	Dated      []string `toml:"dated"`
	Thread     []string `toml:"thread_label"`
	Degree     []string `toml:"degree"`
	SiteUser   []string `toml:"site_user"`
	And        []string `toml:"and"`
	AuthorPath []string `toml:"author_path"`
	TakenFrom  []string `toml:"taken_from"`
	Home       []string `toml:"home"`
	Place      []string `toml:"place"`
	Office     []string `toml:"office"`
	Level      []string `toml:"level"`

	// Words of pages that are no article: what their headline is made of, and
	// how they speak to the visitor.
	ErrorName      []string `toml:"error_name"`
	ErrorTitle     []string `toml:"error_title"`
	ErrorText      []string `toml:"error_text"`
	ChallengeTitle []string `toml:"challenge_title"`
	ChallengeText  []string `toml:"challenge_text"`
	SigninTitle    []string `toml:"signin_title"`
	SigninText     []string `toml:"signin_text"`
	CookieText     []string `toml:"cookie_text"`
	ContactTitle   []string `toml:"contact_title"`
	SearchTitle    []string `toml:"search_title"`
	SectionText    []string `toml:"section_text"`
	More           []string `toml:"more"`
	Colophon       []string `toml:"colophon"`
}

// RelatedHeads are the heads of boxes with other articles, those made of parts with them.
func (w *Words) RelatedHeads() []string {
	all := slices.Clone(w.Related)
	for _, kind := range w.Kind {
		for _, way := range w.Way {
			head := kind + " " + way
			all = append(all, head)
			for _, many := range w.Many {
				all = append(all, many+" "+head)
			}
		}
	}
	return all
}

// addWords lays one more generic.toml over those read before: lists grow.
func (l *loader) addWords(data string) {
	var w Words
	if !l.decode(genericFile, data, &w, "those of the embedded generic.toml") {
		return
	}
	into, from := reflect.ValueOf(l.sites.words).Elem(), reflect.ValueOf(w)
	for i := range from.NumField() {
		into.Field(i).Set(reflect.AppendSlice(into.Field(i), from.Field(i)))
	}
}
