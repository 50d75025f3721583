package sites

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"golang.org/x/text/unicode/norm"
)

//go:embed *.toml families/*.toml
var embedded embed.FS

// genericFile holds the words of the generic reader; every other file beside
// it is a site.
const genericFile = "generic.toml"

// Load reads the embedded profiles and lays those of overlay, which may be nil,
// over them: a file of the same name replaces, but the words of generic.toml are
// added. It reports every fault it finds, joined: file, key, what is wrong and
// what to write.
func Load(overlay fs.FS) (*Sites, error) {
	l := loader{sites: &Sites{families: map[string]*Family{}, byHost: map[string]*Profile{}, words: &Words{}}}
	layers := []fs.FS{embedded}
	if overlay != nil {
		layers = append(layers, overlay)
	}
	l.words(layers)
	l.families(layers)
	l.profiles(layers)
	if len(l.faults) > 0 {
		return nil, errors.Join(l.faults...)
	}
	return l.sites, nil
}

type loader struct {
	sites  *Sites
	faults []error
}

func (l *loader) fault(file, key, format string, args ...any) {
	if key != "" {
		file += ": " + key
	}
	l.faults = append(l.faults, fmt.Errorf("sites/%s: %s", file, fmt.Sprintf(format, args...)))
}

// files lists the files of a folder over all layers: name to the text of the
// last layer that has it.
func (l *loader) files(layers []fs.FS, pattern string) (names []string, text map[string]string) {
	text = map[string]string{}
	for _, layer := range layers {
		found, _ := fs.Glob(layer, pattern) // the patterns are ours
		for _, name := range found {
			if data, ok := l.read(layer, name); ok {
				text[name] = data
			}
		}
	}
	for name := range text {
		names = append(names, name)
	}
	sort.Strings(names)
	return names, text
}

func (l *loader) read(layer fs.FS, name string) (string, bool) {
	data, err := fs.ReadFile(layer, name)
	if err != nil {
		l.fault(name, "", "cannot be read: %v", err)
		return "", false
	}
	if !norm.NFC.IsNormal(data) {
		l.fault(name, "", "text is not NFC: save it in Unicode normal form C")
		return "", false
	}
	return string(data), true
}

func (l *loader) words(layers []fs.FS) {
	for _, layer := range layers {
		if _, err := fs.Stat(layer, genericFile); err == nil {
			if data, ok := l.read(layer, genericFile); ok {
				l.addWords(data)
			}
		}
	}
}

func (l *loader) families(layers []fs.FS) {
	names, text := l.files(layers, "families/*.toml")
	for _, file := range names {
		var f familyFile
		if !l.decode(file, text[file], &f, familyKeys) {
			continue
		}
		name := strings.TrimSuffix(path.Base(file), ".toml")
		family := &Family{Name: name, Mark: l.selector(file, "mark", f.Mark), Crawl: l.crawl(file, f.Crawl)}
		for i := range f.Layout {
			family.Layouts = append(family.Layouts, l.layout(file, name, i, &f.Layout[i]))
		}
		if len(family.Layouts) == 0 {
			l.fault(file, "layout", "the family has no layout: write at least one [[layout]]")
		}
		l.unreachable(file, family.Layouts)
		l.sites.families[name] = family
	}
}

func (l *loader) profiles(layers []fs.FS) {
	names, text := l.files(layers, "*.toml")
	for _, file := range names {
		if file == genericFile {
			continue
		}
		var p profileFile
		if l.decode(file, text[file], &p, profileKeys) {
			l.profile(file, &p)
		}
	}
}

func (l *loader) profile(file string, f *profileFile) {
	p := &Profile{Name: strings.TrimSuffix(file, ".toml"), Family: f.Family, Unverified: f.Unverified, Page: f.Page, Note: f.Note}
	l.hosts(file, p, f.Hosts)
	p.Crawl = l.crawl(file, f.Crawl)
	for i := range f.Layout {
		p.Layouts = append(p.Layouts, l.layout(file, "", i, &f.Layout[i]))
	}
	l.unreachable(file, p.Layouts)
	if f.Family != "" {
		family, ok := l.sites.families[f.Family]
		if !ok {
			l.fault(file, "family", "unknown family %q: write one of %s, or add families/%s.toml", f.Family, strings.Join(l.familyNames(), ", "), f.Family)
			return
		}
		p.Crawl.inherit(&family.Crawl)
		p.Layouts = join(p.Layouts, family.Layouts)
	}
	l.sites.profiles = append(l.sites.profiles, p)
}

func (l *loader) familyNames() []string {
	var names []string
	for name := range l.sites.families {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func (l *loader) hosts(file string, p *Profile, hosts []string) {
	if len(hosts) == 0 {
		hosts = []string{p.Name}
	}
	for _, h := range hosts {
		switch other := l.sites.byHost[h]; {
		case h != Host(h) || !strings.Contains(h, ".") || strings.ContainsAny(h, "/ "):
			l.fault(file, "hosts", "%q is not a host: write it in lower case, without scheme, path, www., m. and amp.", h)
		case other == p:
			l.fault(file, "hosts", "%q stands twice: remove one", h)
		case other != nil:
			l.fault(file, "hosts", "%q belongs to sites/%s.toml already: remove it from one of the two", h, other.Name)
		default:
			l.sites.byHost[h] = p
		}
	}
	p.Hosts = hosts
}

// unreachable refuses a layout behind one that fits every page.
func (l *loader) unreachable(file string, layouts []*Layout) {
	for i, layout := range layouts {
		if layout.If == nil && i < len(layouts)-1 {
			l.fault(file, fmt.Sprintf("layout[%d].if", i), "a layout without `if` fits every page, so those after it are never used: give it an `if`, or move it to the end")
			return
		}
	}
}

// Source gives the text of a built-in file of a site, such as vnexpress.net.toml; it is
// empty where there is none.
func Source(file string) string {
	data, _ := embedded.ReadFile(file)
	return string(data)
}
