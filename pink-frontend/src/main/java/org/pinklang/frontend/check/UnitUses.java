package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;

/** What a unit was seen to use while it was checked. For one thread. */
final class UnitUses {
  private final Set<String> declarations = new HashSet<>();

  /** Where the imports start that were used. */
  private final BitSet imports = new BitSet();

  private final Map<Integer, Set<String>> listed = new TreeMap<>();
  private final Set<String> modules = new TreeSet<>();
  private final Map<SymbolId, Use> foreign = new TreeMap<>();
  private final Map<SymbolId, Use> unnamed = new TreeMap<>();
  private final Set<SymbolId> unwritten = new HashSet<>();
  private final List<WrittenType> types = new ArrayList<>();
  private @Nullable Identifier user;
  private @Nullable Identifier broken;

  /** Where a declaration of another unit is first named. */
  record Use(Declared declared, Span span) {}

  /** A type and where it is written. */
  record WrittenType(PinkType type, Span span) {}

  /** Says which declaration whatever is used from now on is used by; null for none. */
  void enter(@Nullable Identifier declaration) {
    user = declaration;
  }

  /**
   * A declaration of the unit is named.
   *
   * @param by the declaration whose fact is being computed; null for that which is being checked
   */
  void addDeclaration(String name, @Nullable String by) {
    String own = user == null ? null : user.text();
    if (!name.equals(by == null ? own : by)) {
      declarations.add(name);
    }
  }

  /** A name stands for nothing that could be used. */
  void addBroken(Identifier name) {
    if (broken == null || name.start() < broken.start()) {
      broken = name;
    }
  }

  /** The first name in the text that stands for nothing that could be used; null for none. */
  @Nullable Identifier broken() {
    return broken;
  }

  boolean usesDeclaration(String name) {
    return declarations.contains(name);
  }

  /**
   * An import shows what is named.
   *
   * @param name the name on its list that is used without qualifier; null for none
   */
  void addImport(ImportDeclaration via, @Nullable String name) {
    imports.set(via.start());
    if (name != null) {
      listed.computeIfAbsent(via.start(), start -> new HashSet<>()).add(name);
    }
  }

  void addImports(List<ImportDeclaration> all) {
    for (ImportDeclaration via : all) {
      addImport(via, null);
    }
  }

  /** A function of a module is found through a type of that module. */
  void addModule(String module) {
    modules.add(module);
  }

  boolean usesImport(ImportDeclaration declaration) {
    return imports.get(declaration.start())
        || declaration.module() != null && modules.contains(declaration.module().text());
  }

  /** Whether a name on the list of an import is used without qualifier. */
  boolean usesListed(ImportDeclaration declaration, String name) {
    return listed.getOrDefault(declaration.start(), Set.of()).contains(name);
  }

  /** A declaration of another unit is named. */
  void addForeign(Declared declared, Span span) {
    Use first = foreign.get(declared.symbol());
    if (first == null || span.compareTo(first.span()) < 0) {
      foreign.put(declared.symbol(), new Use(declared, span));
    }
  }

  /** The declarations of other units that are named, each where it is first. */
  Map<SymbolId, Use> foreign() {
    return foreign;
  }

  /** A type of another unit that has errors is needed where it is not named. */
  void addUnnamed(Declared declared) {
    Span span = user == null ? new Span(0, 0) : user.span();
    unnamed.putIfAbsent(declared.symbol(), new Use(declared, span));
  }

  Map<SymbolId, Use> unnamed() {
    return unnamed;
  }

  /** A declaration is named whose type other units cannot know; whether this is the first time. */
  boolean addUnwritten(Declared declared) {
    return unwritten.add(declared.symbol());
  }

  void addType(PinkType type, Span span) {
    types.add(new WrittenType(type, span));
  }

  /** Every type the unit writes. */
  List<WrittenType> types() {
    return types;
  }
}
