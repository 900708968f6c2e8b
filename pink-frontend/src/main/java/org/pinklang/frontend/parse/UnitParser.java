package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.UnitDeclaration;
import org.pinklang.frontend.tree.UnitTree;

/** A whole text: the unit declaration, the imports and what follows them. */
final class UnitParser {
  private final Grammar grammar;
  private final Cursor cursor;
  private final ListParser lists;
  private final List<ImportDeclaration> imports = new ArrayList<>();
  private final List<Declaration> declarations = new ArrayList<>();
  private @Nullable UnitDeclaration unit;

  UnitParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.lists = new ListParser(grammar.cursor, grammar.recovery);
  }

  /** The tree of the text; calls {@code checkpoint} before each declaration. */
  UnitTree unit(Runnable checkpoint) {
    int start = cursor.start();
    head();
    while (!cursor.at(END)) {
      checkpoint.run();
      int before = cursor.position();
      topLevel();
      recover(before);
    }
    return new UnitTree(unit, imports, declarations, start, cursor.end());
  }

  /** Reads the unit declaration and the imports only. */
  HeadScan scan() {
    head();
    return new HeadScan(unit, List.copyOf(imports), cursor.lastEnd(), cursor.diagnostics());
  }

  private void head() {
    if (atUnitDeclaration()) {
      unit = unitDeclaration();
      recover(-1);
    }
    while (atImport()) {
      int before = cursor.position();
      imports.add(importDeclaration());
      recover(before);
    }
  }

  private void recover(int before) {
    if (cursor.isLost()) {
      grammar.recovery.toDeclaration();
    }
    if (cursor.position() == before) {
      cursor.advance();
    }
  }

  private boolean atUnitDeclaration() {
    byte kind = cursor.at(EXPORT) ? cursor.peek(1) : cursor.kind;
    return kind == MODULE || kind == IMPLEMENT;
  }

  /** Whether an import begins at the present token. */
  boolean atImport() {
    return cursor.at(IMPORT) || cursor.at(EXPORT) && cursor.peek(1) == IMPORT;
  }

  private void topLevel() {
    if (atImport()) {
      cursor.report(cursor.here(SyntaxCode.LATE_IMPORT));
      imports.add(importDeclaration());
    } else if (atUnitDeclaration()) {
      cursor.report(cursor.here(SyntaxCode.LATE_UNIT_DECLARATION));
      unitDeclaration();
    } else if (cursor.at(RIGHT_BRACE)) {
      cursor.report(cursor.here(SyntaxCode.STRAY_BRACE));
      cursor.advance();
    } else if (cursor.at(SEMICOLON)) {
      grammar.terms.straySemicolon();
    } else {
      declarations.add(grammar.declarations.declaration());
    }
  }

  private UnitDeclaration unitDeclaration() {
    Documentation documentation = cursor.documentation();
    int start = cursor.start();
    if (cursor.at(EXPORT)) {
      cursor.report(
          cursor.here(SyntaxCode.MISPLACED_EXPORT).edit(cursor.span(0), "", "leave `export` out"));
      cursor.advance();
    }
    boolean module = cursor.at(MODULE);
    cursor.advance();
    ModuleName name = grammar.names.moduleName();
    Identifier partition =
        !cursor.isLost() && cursor.accept(COLON) ? grammar.names.name("a partition") : null;
    cursor.semicolon(module ? "`module`" : "`implement`");
    return new UnitDeclaration(
        documentation,
        module ? UnitDeclaration.Keyword.MODULE : UnitDeclaration.Keyword.IMPLEMENT,
        name,
        partition,
        start,
        cursor.endFrom(start));
  }

  /** An import; the present token is its first. */
  ImportDeclaration importDeclaration() {
    int start = cursor.start();
    boolean exported = cursor.accept(EXPORT);
    cursor.advance();
    ModuleName module = null;
    Identifier partition = null;
    Identifier alias = null;
    List<Identifier> names = null;
    if (cursor.accept(COLON)) {
      partition = grammar.names.name("a partition");
    } else {
      module = grammar.names.moduleName();
      if (!cursor.isLost() && cursor.at(COLON)) {
        partition = partitionOf(module);
        module = partition == null ? module : null;
      }
      if (!cursor.isLost() && cursor.accept(AS)) {
        alias = grammar.names.name("the module here");
      }
      names = cursor.at(LEFT_BRACE) && !cursor.isLost() ? importedNames() : null;
    }
    cursor.semicolon("`import`");
    return new ImportDeclaration(
        exported, module, partition, alias, names, start, cursor.endFrom(start));
  }

  /** The partition behind a module's name, where that is this unit's own; null for any other. */
  private @Nullable Identifier partitionOf(ModuleName module) {
    cursor.advance();
    Identifier partition = grammar.names.name("a partition");
    if (cursor.isLost()) {
      return null;
    }
    Diagnostic.Builder error =
        cursor.errors.at(
            SyntaxCode.PARTITION_WITH_MODULE, module.start(), partition.end(), partition.text());
    boolean own = unit != null && unit.module().text().equals(module.text());
    cursor.report(own ? error.edit(module.span(), "", "leave the name out") : error);
    return own ? partition : null;
  }

  private List<Identifier> importedNames() {
    int start = cursor.start();
    List<Identifier> names =
        lists.bracketed(RIGHT_BRACE, () -> grammar.names.name("what is imported"));
    if (names.isEmpty() && !cursor.isLost()) {
      cursor.reportElsewhere(
          cursor.errors.at(
              SyntaxCode.EMPTY_LIST, start, cursor.lastEnd(), "an import list", "name"));
    }
    return names;
  }
}
