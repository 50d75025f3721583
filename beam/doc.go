// Package beam reads web archives again on Apache Beam: shards in, records,
// dead letters and what can only be said of all articles together (posts with
// first and last seen, stories printed more than once) out. It is a module of
// its own, since Beam brings hundreds of others.
//
// A shard is read where the runner puts it, by the same batch that boctin run
// is, and written by whoever reads it under a name that depends on its place in
// the list alone. Beam carries what is left: a few kilobytes an article.
package beam
