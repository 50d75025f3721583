package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
)

// condition is one place where a package decides.
type condition struct {
	number   int
	pkg      string // that it stands in
	at       string // file:line, as a person reads it
	op, text string
}

// scan wraps the conditions of a file, each so that it can be neutralised by its
// number when the program runs.
type scan struct {
	pkg, shown    string // the package and the file, as a person reads it
	source        string
	set           *token.FileSet
	next          int            // number of the next condition
	before, after map[int]string // what is put in front of and behind the byte at an offset
	gone          map[int]int    // from, to of what is left out
	found         []condition
}

// wrap gives the changed text of a file and its conditions, numbered from first.
func wrap(pkg, shown, source string, first int) (string, []condition, error) {
	s := &scan{pkg: pkg, shown: shown, source: source, set: token.NewFileSet(), next: first,
		before: map[int]string{}, after: map[int]string{}, gone: map[int]int{}}
	file, err := parser.ParseFile(s.set, shown, source, parser.SkipObjectResolution)
	if err != nil {
		return "", nil, err
	}
	ast.Inspect(file, s.visit)
	if len(s.found) > 0 {
		s.after[s.offset(file.Name.End())] = fmt.Sprintf("; import mutate %q", hook)
	}
	return s.text(), s.found, nil
}

func (s *scan) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.IfStmt:
		s.whole("if", n.Cond)
	case *ast.ForStmt:
		if n.Cond != nil {
			s.whole("for", n.Cond)
		}
	case *ast.BinaryExpr:
		s.operands(n)
	case *ast.SwitchStmt:
		s.clauses(n)
	}
	return true
}

// whole makes a condition false; an && or || goes by its operands.
func (s *scan) whole(op string, cond ast.Expr) {
	if !isLogic(cond) {
		s.put(cond, s.add(op, cond), "mutate.False(%d, (")
	}
}

// operands makes those of && true and those of || false.
func (s *scan) operands(n *ast.BinaryExpr) {
	form := map[token.Token]string{token.LAND: "mutate.True(%d, (", token.LOR: "mutate.False(%d, ("}[n.Op]
	if form == "" {
		return
	}
	for _, x := range []ast.Expr{n.X, n.Y} {
		if !isLogic(x) {
			s.put(x, s.add(n.Op.String(), x), form)
		}
	}
}

// clauses makes each case false. Where the switch has a value, every case compares
// with it; it is asked again for each, which is right as long as asking changes nothing.
func (s *scan) clauses(n *ast.SwitchStmt) {
	for _, stmt := range n.Body.List {
		clause := stmt.(*ast.CaseClause)
		switch {
		case clause.List == nil: // default
		case n.Tag == nil:
			for _, cond := range clause.List {
				s.whole("case", cond)
			}
		default:
			number := s.add("case", clause.List...)
			for _, value := range clause.List {
				s.put(value, number, "mutate.False(%d, ("+s.of(n.Tag, n.Tag)+") == (")
			}
			s.gone[s.offset(n.Tag.Pos())] = s.offset(n.Tag.End())
		}
	}
}

func isLogic(x ast.Expr) bool {
	b, ok := ast.Unparen(x).(*ast.BinaryExpr)
	return ok && (b.Op == token.LAND || b.Op == token.LOR)
}

// add counts a condition in and gives its number.
func (s *scan) add(op string, of ...ast.Expr) int {
	number := s.next
	s.next++
	text := s.of(of[0], of[len(of)-1])
	line := s.set.Position(of[0].Pos()).Line
	s.found = append(s.found, condition{
		number: number, pkg: s.pkg, at: fmt.Sprintf("%s:%d", s.shown, line), op: op, text: strings.Join(strings.Fields(text), " "),
	})
	return number
}

// put opens an expression by form, which has the number and two brackets, and closes it.
// Of two that begin or end at a byte the outer one comes first.
func (s *scan) put(x ast.Expr, number int, form string) {
	s.before[s.offset(x.Pos())] += fmt.Sprintf(form, number)
	s.after[s.offset(x.End())] = "))" + s.after[s.offset(x.End())]
}

func (s *scan) offset(p token.Pos) int { return s.set.Position(p).Offset }

func (s *scan) of(from, to ast.Expr) string {
	return s.source[s.offset(from.Pos()):s.offset(to.End())]
}

func (s *scan) text() string {
	var b strings.Builder
	for i := 0; i <= len(s.source); i++ {
		b.WriteString(s.after[i] + s.before[i])
		if to := s.gone[i]; to > 0 {
			i = to
		}
		if i < len(s.source) {
			b.WriteByte(s.source[i])
		}
	}
	return b.String()
}
