// Package boctin is the vocabulary of the project: the page that was saved, the
// article that stands on it, and the record that says who, when and which
// agency. It does no work; it holds the types that the stages hand to one
// another, and their JSON form (docs/record.schema.json).
//
//	page    -> extract   -> article   (what the page prints)
//	article -> normalize -> record    (what it means)
package boctin
