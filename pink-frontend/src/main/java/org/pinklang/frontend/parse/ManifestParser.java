package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.ManifestCode;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.TypeTree;

/** A manifest in the form of text: declarations of a unit without bodies and variables' values. */
final class ManifestParser {
  private static final List<String> OF_THE_WHOLE = List.of("kind", "source", "unit");

  private final Grammar grammar;
  private final Cursor cursor;
  private final UnitParser units;
  private final DeclarationParser declarations;
  private final List<ManifestTree.Import> imports = new ArrayList<>();
  private final List<ManifestTree.Entry> entries = new ArrayList<>();
  private @Nullable ModuleName module;
  private @Nullable Identifier partition;

  ManifestParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.units = new UnitParser(grammar);
    this.declarations = grammar.declarations;
  }

  /** What the text says. */
  ManifestTree manifest() {
    Documentation documentation = cursor.documentation();
    header();
    List<ManifestTree.Annotation> annotations = annotations(true);
    while (!cursor.at(END)) {
      int before = cursor.position();
      topLevel();
      recover(before);
    }
    return new ManifestTree(
        documentation, module, partition, annotations, imports, entries, cursor.diagnostics());
  }

  private void recover(int before) {
    if (cursor.isLost()) {
      grammar.recovery.toDeclaration();
    }
    if (cursor.position() == before) {
      cursor.advance();
    }
  }

  /** {@code manifest m;}, {@code manifest m:p;}, or {@code manifest;} of a program unit. */
  private void header() {
    if (!cursor.isWord(0, "manifest")) {
      cursor.fail(cursor.here(ManifestCode.NO_MANIFEST, cursor.found()));
      recover(-1);
      return;
    }
    cursor.advance();
    if (!cursor.at(SEMICOLON)) {
      module = grammar.names.moduleName();
      partition =
          !cursor.isLost() && cursor.accept(COLON) ? grammar.names.name("a partition") : null;
    }
    cursor.semicolon("`manifest`");
    if (cursor.isLost()) {
      recover(-1);
    }
  }

  private List<ManifestTree.Annotation> annotations(boolean ofTheWhole) {
    List<ManifestTree.Annotation> annotations = new ArrayList<>();
    while (cursor.at(AT) && (!ofTheWhole || isOfTheWhole())) {
      annotations.add(annotation());
    }
    return annotations;
  }

  private boolean isOfTheWhole() {
    return OF_THE_WHOLE.stream().anyMatch(name -> cursor.isWord(1, name));
  }

  private ManifestTree.Annotation annotation() {
    int start = cursor.start();
    cursor.advance();
    Identifier name = grammar.names.name("an annotation");
    String argument = "";
    if (!cursor.isLost() && cursor.at(LEFT_PARENTHESIS)) {
      int opener = cursor.start();
      cursor.advance();
      argument = argument();
      cursor.close(RIGHT_PARENTHESIS, opener);
    }
    return new ManifestTree.Annotation(name, argument, start, cursor.endFrom(start));
  }

  private String argument() {
    if (cursor.at(STRING)) {
      String bytes = Literals.quoted(cursor.bytes, cursor.start(), cursor.end());
      cursor.advance();
      return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
    int start = cursor.start();
    while (isPartOfArgument()) {
      cursor.advance();
    }
    return cursor.spelling(start, cursor.endFrom(start));
  }

  private boolean isPartOfArgument() {
    return switch (cursor.kind) {
      case IDENTIFIER, INTEGER, COLON, COMMA, MINUS -> true;
      default -> false;
    };
  }

  private void topLevel() {
    Documentation documentation = cursor.documentation();
    List<ManifestTree.Annotation> annotations = annotations(false);
    if (cursor.isLost()) {
      return;
    }
    if (units.atImport()) {
      imports.add(new ManifestTree.Import(annotations, units.importDeclaration()));
      return;
    }
    documentation = documentation == null ? cursor.documentation() : documentation;
    int offset = cursor.start();
    boolean unnameable = atPrivate();
    if (unnameable) {
      cursor.advance();
    }
    boolean exported = !unnameable && cursor.accept(EXPORT);
    boolean undefined = annotations.stream().anyMatch(ManifestParser::isUndefined);
    Declaration tree =
        declaration(new DeclarationParser.Start(documentation, offset, exported), undefined);
    entries.add(new ManifestTree.Entry(annotations, tree, unnameable));
  }

  private static boolean isUndefined(ManifestTree.Annotation annotation) {
    return annotation.name().text().equals("undefined");
  }

  private boolean atPrivate() {
    return cursor.isWord(0, "private");
  }

  private Declaration declaration(DeclarationParser.Start start, boolean undefined) {
    boolean opaque = declarations.modifier("opaque", STRUCT);
    boolean inline = declarations.modifier("inline", FN);
    return switch (cursor.kind) {
      case FN -> function(start, inline, undefined);
      case EXTERN -> declarations.functions.extern(start);
      case STRUCT -> struct(start, opaque);
      case UNION -> declarations.union(start);
      case VAR -> variable(start);
      case CONST -> declarations.global(start);
      default -> declarations.missing(start);
    };
  }

  /** {@code fn f(x: T) -> U;}, or {@code fn f;} where the text does not write the types. */
  private Declaration function(DeclarationParser.Start start, boolean inline, boolean undefined) {
    cursor.advance();
    Identifier name = grammar.names.name("a function");
    boolean nameOnly = !cursor.isLost() && cursor.at(SEMICOLON);
    List<Declaration.Parameter> parameters =
        nameOnly ? List.of() : declarations.functions.parameters();
    TypeTree result = nameOnly ? null : declarations.functions.result();
    functionEnd();
    boolean untyped = !start.exported() && !undefined && result == null;
    int end = cursor.endFrom(start.offset());
    if (name.text().isEmpty()) {
      return new Declaration.Malformed(start.offset(), end);
    }
    return new Declaration.Function(
        start.documentation(),
        start.exported(),
        inline,
        name,
        untyped ? List.of() : parameters,
        result,
        undefined ? null : new Expression.Block(List.of(), end, end),
        start.offset(),
        end);
  }

  private void functionEnd() {
    if (!cursor.isLost() && cursor.at(LEFT_BRACE)) {
      cursor.report(cursor.here(ManifestCode.BODY));
      grammar.branches.block();
    } else {
      cursor.semicolon("a function of a manifest");
    }
  }

  private Declaration variable(DeclarationParser.Start start) {
    cursor.advance();
    Identifier name = grammar.names.name("a variable");
    TypeTree type = cursor.isLost() ? null : grammar.terms.writtenType();
    if (!cursor.isLost() && cursor.at(BIND)) {
      cursor.report(cursor.here(ManifestCode.VALUE));
      cursor.advance();
      grammar.expressions.value();
    }
    cursor.semicolon("a variable of a manifest");
    int end = cursor.endFrom(start.offset());
    if (name.text().isEmpty()) {
      return new Declaration.Malformed(start.offset(), end);
    }
    return new Declaration.Global(
        start.documentation(),
        start.exported(),
        BindingKind.VAR,
        name,
        type,
        new Literal.NilLiteral(end, end),
        start.offset(),
        end);
  }

  /**
   * A struct. An opaque one may keep its fields to itself: then it has one that nobody can name, of
   * a type that could not be read, so that whoever needs its size depends on an error.
   */
  private Declaration struct(DeclarationParser.Start start, boolean opaque) {
    if (!opaque || cursor.peek(1) != IDENTIFIER || cursor.peek(2) != SEMICOLON) {
      return declarations.struct(start, opaque);
    }
    cursor.advance();
    Identifier name = grammar.names.name("a struct");
    cursor.advance();
    return new Declaration.Struct(
        start.documentation(),
        start.exported(),
        true,
        name,
        List.of(withheld(cursor.endFrom(start.offset()))),
        start.offset(),
        cursor.endFrom(start.offset()));
  }

  private static Declaration.Field withheld(int at) {
    return new Declaration.Field(
        null, new Identifier("", at, at), new TypeTree.Malformed(at, at), at, at);
  }
}
