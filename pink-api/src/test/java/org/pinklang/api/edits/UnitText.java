package org.pinklang.api.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pinklang.api.edits.Item.How;
import org.pinklang.api.edits.Item.Use;
import org.pinklang.api.edits.Unit.Import;
import org.pinklang.api.edits.Unit.Kind;

/** Writes a unit. */
final class UnitText {
  /** An expression that can panic; nothing else does. */
  static final String PANIC = "100 / ";

  private static final List<String> BLANKS =
      List.of(" ", "  ", "\n", "\r\n", "\t", "\n\n", " // why\n", " /* not /* here */ */ ");

  private final Program program;
  private final Unit unit;

  UnitText(Program program, Unit unit) {
    this.program = program;
    this.unit = unit;
  }

  /** What the file holds. */
  String text() {
    return laidOut(plain());
  }

  /** The text with single blanks, the same for every layout. */
  String plain() {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    String head = head();
    if (!head.isEmpty()) {
      lines.add(head);
    }
    imports().forEach(lines::add);
    unit.items().forEach(item -> lines.add(declaration(item)));
    if (!unit.fault().isEmpty()) {
      lines.add(unit.fault());
    }
    return lines.toString();
  }

  /** Lines and columns of what can panic, in the order of the text. */
  List<String> panics() {
    return places(PANIC.substring(0, PANIC.indexOf(' ')));
  }

  /**
   * Lines and columns of the names of functions that may run out of stack.
   *
   * @param all also of those that call no other
   */
  List<String> functions(boolean all) {
    List<String> places = new ArrayList<>();
    for (Item item : unit.items()) {
      if (all || item.uses().stream().anyMatch(use -> use.how().isCall())) {
        places.addAll(places("\\b" + item.name() + "(?=\\()"));
      }
    }
    return places;
  }

  private List<String> places(String word) {
    List<String> places = new ArrayList<>();
    String text = text();
    Matcher words = Pattern.compile(word).matcher(text);
    while (words.find()) {
      int at = words.start();
      String before = text.substring(0, at);
      long line = before.chars().filter(c -> c == '\n').count() + 1;
      places.add(line + ":" + (at - before.lastIndexOf('\n')));
    }
    return places;
  }

  private String laidOut(String plain) {
    if (unit.layout() == 0) {
      return plain;
    }
    Random random = new Random(unit.layout());
    int often = 1 + random.nextInt(30);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean blank = c == ' ' || c == '\n';
      boolean changes = blank && random.nextInt(often) == 0;
      out.append(changes ? BLANKS.get(random.nextInt(BLANKS.size())) : String.valueOf(c));
    }
    return (random.nextInt(8) == 0 ? "\uFEFF" : "") + out;
  }

  private String head() {
    return switch (unit.kind()) {
      case PROGRAM -> "";
      case PRIMARY -> "module " + unit.module() + " ;";
      case PARTITION -> "module " + unit.module() + ":" + unit.part() + " ;";
      case INTERNAL -> "implement " + unit.module() + ":" + unit.part() + " ;";
      case IMPLEMENTATION -> "implement " + unit.module() + " ;";
    };
  }

  private List<String> imports() {
    List<String> lines = new ArrayList<>();
    for (Import imported : unit.imports()) {
      String alias = imported.alias().isEmpty() ? "" : " as " + imported.alias();
      String listed =
          imported.listed().isEmpty() ? "" : " { " + String.join(", ", imported.listed()) + " }";
      lines.add(
          (imported.exported() ? "export " : "")
              + "import "
              + imported.module()
              + alias
              + listed
              + " ;");
    }
    if (unit.kind() == Kind.PRIMARY) {
      for (Unit other : program.unitsOf(unit.module())) {
        if (other.kind() == Kind.PARTITION) {
          lines.add("export import :" + other.part() + " ;");
        } else if (other.kind() == Kind.INTERNAL) {
          lines.add("import :" + other.part() + " ;");
        }
      }
    }
    return lines;
  }

  private String declaration(Item item) {
    String export = item.exported() && unit.isInterface() ? "export " : "";
    String name = item.name();
    return export
        + switch (item.kind()) {
          case CONSTANT -> "const " + name + ": Integer := " + number(item) + sum(item) + " ;";
          case VARIABLE -> "var " + name + ": Integer := " + number(item) + sum(item) + " ;";
          case STRUCT -> (item.marked() ? "opaque " : "") + "struct " + name + fields(item);
          case FUNCTION -> "fn " + name + "(x: " + item.type() + ") -> Integer { " + body(item);
          case PEEK -> pointer(item) + " -> Integer { p.n0 + " + item.number() + " ; }";
          case PASS -> pointer(item) + " -> *" + name(item.uses().get(0)) + " { p ; }";
          case METHOD -> pointer(item) + " -> Integer { p." + item.uses().get(1).name() + "() ; }";
        };
  }

  private String pointer(Item item) {
    return "fn " + item.name() + "(p: *" + name(item.uses().get(0)) + ")";
  }

  private static String number(Item item) {
    return item.kind() == Item.Kind.CONSTANT && item.marked()
        ? "(" + (item.number() - 1) + " + 1)"
        : "" + item.number();
  }

  private String sum(Item item) {
    StringBuilder sum = new StringBuilder();
    item.uses().forEach(use -> sum.append(" + ").append(term(use)));
    return sum.toString();
  }

  private String term(Use use) {
    return switch (use.how()) {
      case CALL -> name(use) + "(1)";
      case SIZE -> "size_of(" + name(use) + ")";
      default -> name(use);
    };
  }

  private String fields(Item item) {
    StringJoiner fields = new StringJoiner(", ", " { ", " }");
    for (int i = 0; i <= item.number(); i++) {
      fields.add("n" + i + ": Integer");
    }
    int next = 0;
    for (Use use : item.uses()) {
      String type =
          switch (use.how()) {
            case HOLD -> name(use);
            case LENGTH -> "[Byte; " + name(use) + "]";
            default -> "*?" + name(use);
          };
      fields.add("u" + next++ + ": " + type);
    }
    return fields.toString();
  }

  private String body(Item item) {
    String panic = item.marked() ? PANIC + "Integer(x) + " : "";
    return panic + "Integer(x) + " + item.number() + sum(item) + " ; }";
  }

  /** A name as it is written here: through an alias, unqualified, in full. */
  private String name(Use use) {
    if (use.module().isEmpty() || use.module().equals(unit.module())) {
      return use.name();
    }
    Import via = unit.importOf(use.module());
    if (via.listed().contains(use.name()) && use.how() != How.SIZE) {
      return use.name();
    }
    return (via.alias().isEmpty() ? use.module() : via.alias()) + "::" + use.name();
  }
}
