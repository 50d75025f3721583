package webtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// mostBytes is how large a picture of docs/ may be.
const mostBytes = 300 << 10

// pictured is the site whose first hit is shown.
const pictured = "bocongan.gov.vn"

// TestScreenshots takes the pictures of docs/ anew, of pages of our own, when
// SCREENSHOTS names the directory: make screenshots.
func TestScreenshots(t *testing.T) {
	dir := os.Getenv("SCREENSHOTS")
	if dir == "" {
		t.Skip("make screenshots takes the pictures")
	}
	b := serve(t, ownPages()...).open(t, 1280, 820)
	b.visit("/search?q=%22th%E1%BB%A9+tr%C6%B0%E1%BB%9Fng%22&site=" + pictured)
	for _, path := range b.links() {
		if strings.HasPrefix(path, "/article?") {
			b.visit(path)
			break
		}
	}
	b.do(chromedp.WaitVisible(chromedp.CSS("main iframe")))
	picture := call(b, page.CaptureScreenshot, page.CaptureScreenshotParams{}).Data
	if len(picture) > mostBytes {
		t.Errorf("serve.png has %d bytes, want at most %d", len(picture), mostBytes)
	}
	if err := os.WriteFile(filepath.Join(dir, "serve.png"), picture, 0o644); err != nil {
		t.Fatal(err)
	}
}
