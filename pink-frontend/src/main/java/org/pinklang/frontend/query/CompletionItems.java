package org.pinklang.frontend.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pinklang.frontend.check.Referent;
import org.pinklang.frontend.check.ScopeProbe;
import org.pinklang.frontend.check.VisibleDeclarations;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.parse.TextPlace;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.Suffix;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;

/** Collects what fits a place, the most likely first, each name once. For one thread. */
final class CompletionItems {
  private final MarkedUnit marked;
  private final ProbeRecord probe;
  private final Collection<String> modules;
  private final SymbolFacts facts;
  private final VisibleDeclarations visible;
  private final Map<String, CompletionItem> items = new LinkedHashMap<>();

  CompletionItems(MarkedUnit marked, ProbeRecord probe, Collection<String> modules) {
    this.marked = marked;
    this.probe = probe;
    this.modules = modules;
    Map<Referent.Local, LocalFacts> locals = new HashMap<>();
    for (ScopeProbe.VisibleLocal one : probe.locals()) {
      locals.put(one.local(), new LocalFacts(one.local(), one.kind(), one.type()));
    }
    this.facts = new SymbolFacts(marked.unit(), locals);
    this.visible = facts.visible();
  }

  List<CompletionItem> list() {
    return List.copyOf(items.values());
  }

  private void add(CompletionItem item) {
    items.putIfAbsent(item.name(), item);
  }

  private void add(Referent referent) {
    add(CompletionItem.of(facts.describe(referent), referent.name()));
  }

  void keywords(List<String> keywords) {
    keywords.forEach(keyword -> add(CompletionItem.keyword(keyword)));
  }

  void topLevel(TextPlace place) {
    UnitTree tree = marked.unit().tree();
    boolean inHead =
        tree.declarations().isEmpty() || marked.offset() <= tree.declarations().getFirst().start();
    keywords(CompletionKeywords.topLevel(place, inHead, tree.declaration() != null));
  }

  // ---- names --------------------------------------------------------------------------------

  /** Locals, the unit's own declarations, what it sees of others, qualifiers, predeclared names. */
  void values() {
    probe.locals().forEach(local -> add(local.local()));
    unqualified(false);
  }

  void types() {
    unqualified(true);
  }

  private void unqualified(boolean typesOnly) {
    List<Symbol> symbols = new ArrayList<>();
    for (Referent referent : visible.unqualified()) {
      Symbol symbol = facts.describe(referent);
      if (!typesOnly || symbol.kind().isType()) {
        symbols.add(symbol);
      }
    }
    symbols.removeIf(this::isMark);
    symbols.sort(Comparator.comparing(this::distance));
    symbols.stream().filter(symbol -> distance(symbol) < 2).forEach(this::add);
    qualifiers();
    symbols.forEach(this::add);
  }

  private void add(Symbol symbol) {
    add(CompletionItem.of(symbol, symbol.name()));
  }

  /** 0 for the unit's own declarations, 1 for those of others, 2 for what is predeclared. */
  private int distance(Symbol symbol) {
    if (!(symbol.referent() instanceof Referent.TopLevel topLevel)) {
      return 2;
    }
    return marked.unit().outline().manifest().find(topLevel.name()) != null ? 0 : 1;
  }

  /** Whether something is there only because the mark is. */
  private boolean isMark(Symbol symbol) {
    return facts.locate(symbol.referent()) instanceof Location location
        && location.file().equals(marked.unit().text().logicalName())
        && location.name().start() == marked.offset();
  }

  private void qualifiers() {
    for (String qualifier : visible.qualifiers()) {
      Symbol module = module(visible.moduleOf(qualifier));
      items.putIfAbsent(
          qualifier + "::",
          new CompletionItem(
              qualifier,
              SymbolKind.MODULE,
              module.detail(),
              module.documentation(),
              qualifier + "::",
              module.referent()));
    }
  }

  private Symbol module(String name) {
    return facts.describe(new Referent.Unit(UnitName.primary(name)));
  }

  void qualified(String qualifier, boolean typesOnly) {
    for (Referent referent : visible.qualified(qualifier)) {
      Symbol symbol = facts.describe(referent);
      if (!typesOnly || symbol.kind().isType()) {
        add(symbol);
      }
    }
  }

  // ---- imports ------------------------------------------------------------------------------

  /** Modules whose names begin with some segments; only what follows these is inserted. */
  void modules(String before) {
    Set<String> names = new TreeSet<>(visible.modules());
    names.addAll(modules);
    names.remove(marked.unit().outline().manifest().module());
    for (String name : names) {
      if (name.startsWith(before)) {
        Symbol module = module(name);
        add(CompletionItem.of(module, name.substring(before.length())));
      }
    }
  }

  void partitions() {
    String module = marked.unit().outline().manifest().module();
    String own = marked.unit().outline().manifest().partition();
    for (String partition : visible.partitions()) {
      if (!partition.equals(own)) {
        add(new Referent.Unit(new UnitName(module, partition)));
      }
    }
  }

  void listed(ImportDeclaration declaration, String module) {
    Set<String> there = new HashSet<>();
    List<Identifier> names = declaration.names();
    if (names != null) {
      names.forEach(name -> there.add(name.text()));
    }
    for (Referent referent : visible.exported(module)) {
      if (!there.contains(referent.name())) {
        add(referent);
      }
    }
  }

  // ---- members ------------------------------------------------------------------------------

  /** What can follow a dot: members of a value, alternatives of a union, segments of a module. */
  void members(Expression.PostfixChain chain) {
    PinkType object = probe.object();
    if (object != null) {
      new MemberItems(facts, this::add).ofValue(object, probe.methods());
    } else if (probe.owner() != null) {
      new MemberItems(facts, this::add).literals(probe.owner());
    }
    if (object == null || object == PinkType.Erroneous.ERRONEOUS) {
      qualifierSegments(chain);
    }
  }

  /** The rest of each qualifier that begins with the names in front of the mark. */
  private void qualifierSegments(Expression.PostfixChain chain) {
    if (!(chain.primary() instanceof Expression.Path path) || path.qualifier() != null) {
      return;
    }
    StringBuilder before = new StringBuilder(path.name().text()).append('.');
    for (Suffix suffix : chain.suffixes()) {
      if (!(suffix instanceof Suffix.Member member) || member.name().start() >= marked.offset()) {
        break;
      }
      before.append(member.name().text()).append('.');
    }
    String prefix = before.toString();
    for (String qualifier : visible.qualifiers()) {
      if (qualifier.startsWith(prefix)) {
        Symbol module = module(visible.moduleOf(qualifier));
        add(CompletionItem.of(module, qualifier.substring(prefix.length()) + "::"));
      }
    }
  }

  /** The fields of a struct literal that are not given yet. */
  void fields(Expression.StructLiteral literal) {
    Set<String> given = new HashSet<>();
    literal.fields().forEach(field -> given.add(field.name().text()));
    SymbolId owner = probe.owner();
    if (owner != null) {
      new MemberItems(facts, this::add).fields(owner, given);
    }
  }

  /** The alternatives that no arm handles yet, and {@code else}. */
  void alternatives(Expression.Match match) {
    Set<String> handled = new HashSet<>();
    match.arms().forEach(arm -> handled.add(arm.alternative().text()));
    SymbolId owner = probe.owner();
    if (owner != null) {
      new MemberItems(facts, this::add).arms(owner, handled);
    }
    if (match.otherwise() == null) {
      keywords(List.of("else"));
    }
  }
}
