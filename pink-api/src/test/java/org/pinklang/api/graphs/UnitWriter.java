package org.pinklang.api.graphs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinklang.api.graphs.UnitFacts.Use;
import org.pinklang.api.graphs.UnitPlan.Link;
import org.pinklang.api.graphs.UnitPlan.Role;

/** Writes the declarations of a unit, and says what its functions give. */
final class UnitWriter {
  private static final int USES = 3;

  private final UnitPlan unit;
  private final UnitFacts facts;
  private final String export;
  private final List<String> lines = new ArrayList<>();
  private final List<String> terms = new ArrayList<>();
  private long sum;

  UnitWriter(UnitPlan unit) {
    this.unit = unit;
    this.facts = new UnitFacts(unit);
    this.export = unit.kind.isInterface() ? "export " : "";
  }

  /**
   * A unit as it is written.
   *
   * @param declarations one or several lines each
   * @param each what its function of nothing gives
   */
  record Written(List<String> declarations, long each) {}

  Written write() {
    constant();
    if (unit.has(Feature.STRUCT)) {
      struct();
    }
    if (unit.has(Feature.VARIABLE)) {
      variable();
    }
    if (unit.has(Feature.OPAQUE)) {
      opaque();
    }
    if (unit.has(Feature.INFERRED)) {
      lines.add("fn inferred%s() { %d; }".formatted(unit.id, unit.number));
      term("inferred" + unit.id + "()", unit.number);
    }
    if (unit.has(Feature.POINTER)) {
      facts.pointed().ifPresent(this::pointer);
    }
    unit.links.stream().limit(USES).forEach(this::usesOf);
    function(Role.EACH, "()", " " + String.join(" + ", terms) + "; ");
    return new Written(lines, sum);
  }

  private void term(String text, long value) {
    terms.add(text);
    sum += value;
  }

  private String name(Role role) {
    return unit.name(role);
  }

  private void function(Role role, String parameters, String body) {
    lines.add("%sfn %s%s -> Integer {%s}".formatted(export, name(role), parameters, body));
  }

  private void constant() {
    String other = facts.constant().map(use -> " + " + use.write(Role.CONSTANT)).orElse("");
    lines.add(
        "// The number of this unit.\n%sconst %s: Integer := %d%s;"
            .formatted(export, name(Role.CONSTANT), unit.number, other));
    term(name(Role.CONSTANT), unit.facts.constant());
  }

  private void struct() {
    Optional<Use> held = facts.held();
    Optional<Use> pointed = unit.has(Feature.CIRCLE) ? facts.pointed() : Optional.empty();
    String length = facts.length().map(use -> use.write(Role.CONSTANT)).orElse("2");
    lines.add(
        "%sstruct %s { n: Integer, b: Byte, list: [Integer; %s]%s%s }"
            .formatted(
                export,
                name(Role.STRUCT),
                length,
                held.map(use -> ", held: " + use.write(Role.STRUCT)).orElse(""),
                pointed.map(use -> ", next: *?" + use.write(Role.STRUCT)).orElse("")));
    lines.add(
        "%sfn %s() -> %s {\n  %s { b: %d, n: %d, list: [%d; %s]%s%s };\n}"
            .formatted(
                export,
                name(Role.MAKE),
                name(Role.STRUCT),
                name(Role.STRUCT),
                UnitFacts.BYTE,
                facts.made(),
                unit.number,
                length,
                held.map(use -> ", held: " + use.write(Role.MAKE) + "()").orElse(""),
                pointed.map(use -> ", next: nil").orElse("")));
    function(
        Role.TAKE,
        "(s: " + name(Role.STRUCT) + ")",
        "\n  sum := s.n + Integer(s.b);\n  for x in s.list { sum = sum + x; }\n  sum%s;\n"
            .formatted(held.map(use -> " + " + use.write(Role.TAKE) + "(s.held)").orElse("")));
    term(name(Role.TAKE) + "(" + name(Role.MAKE) + "())", unit.facts.taken());
    term("size_of(" + name(Role.STRUCT) + ")", unit.facts.size());
  }

  private void variable() {
    lines.add(
        "%svar %s: Integer := %s * 2%s;"
            .formatted(
                export,
                name(Role.VARIABLE),
                name(Role.CONSTANT),
                facts.start().map(use -> " + " + use.write(Role.CONSTANT)).orElse("")));
    term(name(Role.VARIABLE), facts.variable());
  }

  private void opaque() {
    String type = name(Role.OPAQUE);
    lines.add("%sopaque struct %s { hidden: Integer }".formatted(export, type));
    lines.add(
        "var hidden%s: %s := %s { hidden: %d };".formatted(unit.id, type, type, opened(unit)));
    lines.add("%sfn %s() -> *%s { &hidden%s; }".formatted(export, name(Role.OPEN), type, unit.id));
    function(Role.PEEK, "(p: *" + type + ")", " p.hidden; ");
    term(name(Role.PEEK) + "(" + name(Role.OPEN) + "())", opened(unit));
  }

  private static long opened(UnitPlan owner) {
    return owner.number + 100L;
  }

  private void pointer(Use use) {
    lines.add(
        "%sfn pointer%s(p: *%s) -> Integer { p.n; }"
            .formatted(export, unit.id, use.write(Role.STRUCT)));
    term(
        "{ x := %s(); pointer%s(&x); }".formatted(use.write(Role.MAKE), unit.id),
        new UnitFacts(use.owner()).made());
  }

  private void usesOf(Link link) {
    Sight sight = new Sight(unit, link);
    int pick = link.pick() + 1;
    switch (link.pick() % 5) {
      case 0 ->
          sight
              .owner(owner -> true, pick, Role.CONSTANT)
              .ifPresent(owner -> term(sight.write(owner, Role.CONSTANT), owner.facts.constant()));
      case 1 ->
          sight
              .owner(owner -> true, pick, Role.STRUCT)
              .ifPresent(
                  owner ->
                      term("size_of(" + sight.write(owner, Role.STRUCT) + ")", owner.facts.size()));
      case 2 ->
          sight
              .owner(owner -> true, pick, Role.MAKE)
              .ifPresent(
                  owner ->
                      term(sight.write(owner, Role.MAKE) + "().n", new UnitFacts(owner).made()));
      case 3 ->
          sight
              .owner(owner -> true, pick, Role.VARIABLE)
              .ifPresent(
                  owner ->
                      term(sight.write(owner, Role.VARIABLE), new UnitFacts(owner).variable()));
      default ->
          sight
              .owner(owner -> true, pick, Role.OPEN, Role.PEEK)
              .ifPresent(
                  owner ->
                      term(
                          sight.write(owner, Role.PEEK)
                              + "("
                              + sight.write(owner, Role.OPEN)
                              + "())",
                          opened(owner)));
    }
  }

  /** The declaration without a body of a function that lies elsewhere. */
  static String bodiless(UnitPlan owner) {
    return "export fn %s(n: Integer) -> Integer;".formatted(owner.name(Role.CALL));
  }

  /** The function of a depth, as it stands in the unit where its body is. */
  static String calling(UnitPlan owner) {
    String more =
        callees(owner).stream()
            .map(callee -> " + " + callee.text() + "(n - 1)")
            .reduce("", String::concat);
    String own = owner.home == owner ? " + " + owner.name(Role.EACH) + "()" : "";
    boolean exported = owner.home == owner && owner.kind.isInterface();
    return "%sfn %s(n: Integer) -> Integer {\n  if (n < 1) { %d; } else { %d%s%s; }\n}"
        .formatted(
            exported ? "export " : "",
            owner.name(Role.CALL),
            owner.number,
            owner.number,
            own,
            more);
  }

  /**
   * A function that is called.
   *
   * @param owner whose function it is
   * @param text how it is written there
   */
  record Callee(UnitPlan owner, String text) {}

  /** What the function of a unit calls, or for the program unit its {@code main}. */
  static List<Callee> callees(UnitPlan owner) {
    UnitPlan home = owner.home;
    List<Callee> callees = new ArrayList<>();
    for (Link link : home.links.stream().limit(USES).toList()) {
      Sight sight = new Sight(home, link);
      sight
          .owner(candidate -> true, link.pick() + owner.number, Role.CALL)
          .ifPresent(callee -> callees.add(new Callee(callee, sight.write(callee, Role.CALL))));
    }
    return callees;
  }
}
