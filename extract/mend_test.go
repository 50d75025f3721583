package extract

import (
	"strings"
	"testing"

	"github.com/boctin/boctin"
)

func TestEntitiesOfALegacyFont(t *testing.T) {
	const page = `<html><head><title>x</title></head><body><h1>C&#171;ng an x&#183; gi&oacute;p d&#169;n g&Aelig;t l&oacute;a</h1>
<p>S&#184;ng 4/5, C&#171;ng an x&#183; M&Eacute;u S&not;n c&iuml;ng b&#181; con thu ho&sup1;ch h&not;n n&uml;m h&ETH;c ta l&oacute;a ch&Yacute;n tr&shy;&iacute;c khi b&middot;o v&#181;o.</p>
<p>Chi&Ograve;u c&iuml;ng ng&micro;y, to&micro;n b&eacute; s&egrave; l&oacute;a &reg;&middot; &reg;&shy;&icirc;c &reg;&shy;a v&Ograve; n&not;i kh&laquo; r&cedil;o, kh&laquo;ng h&eacute; n&micro;o b&THORN; thi&Ouml;t h&sup1;i.</p></body></html>`
	a, err := New(nil).Article(&boctin.Page{Format: boctin.FormatHTML, Body: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Body, "hơn năm héc ta lúa") || !strings.Contains(a.Body, "toàn bộ số lúa đã được đưa về nơi khô ráo") {
		t.Errorf("%s: %q", a.Source.Charset, a.Body)
	}
	if !strings.HasPrefix(a.Title, "Công an xã giúp dân") {
		t.Errorf("title %q", a.Title)
	}
}

// Letters written as entities in proper spelling are most of the old portals'.
func TestEntitiesInProperSpelling(t *testing.T) {
	const page = `<html><body><h1>C&ocirc;ng an x&atilde; gi&uacute;p d&acirc;n</h1>
<p>S&aacute;ng 4/5, C&ocirc;ng an x&atilde; Mẫu Sơn c&ugrave;ng b&agrave; con thu hoạch hơn năm h&eacute;c ta l&uacute;a ch&iacute;n trước khi b&atilde;o v&agrave;o.</p>
<p>La soir&eacute;e s'est achev&eacute;e &agrave; l'h&ocirc;tel de ville, o&ugrave; le maire a salu&eacute; les d&eacute;l&eacute;gu&eacute;s et les invit&eacute;s du comit&eacute;.</p></body></html>`
	a, err := New(nil).Article(&boctin.Page{Format: boctin.FormatHTML, Body: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Body, "cùng bà con thu hoạch hơn năm héc ta lúa chín trước khi bão vào.") || !strings.Contains(a.Body, "les délégués et les invités du comité") {
		t.Errorf("%q", a.Body)
	}
}
