// Package crawl fetches what is new on news sites into a corpus directory:
// boctin.db, which remembers the frontier, and warc/, which holds the pages as
// they came. It keeps to robots.txt and to each host's pace, asks again only
// for what changed, and loses nothing when it is killed.
package crawl
