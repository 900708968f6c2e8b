package org.pinklang.frontend.query;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.pinklang.frontend.check.Referent;
import org.pinklang.frontend.check.ScopeProbe;
import org.pinklang.frontend.check.VisibleDeclarations;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;

/** Makes items of the members of types. */
final class MemberItems {
  private final SymbolFacts facts;
  private final Consumer<CompletionItem> items;

  MemberItems(SymbolFacts facts, Consumer<CompletionItem> items) {
    this.facts = facts;
    this.items = items;
  }

  /** The fields of a value, then the functions that can be called on it. */
  void ofValue(PinkType object, List<ScopeProbe.Method> methods) {
    switch (object) {
      case PinkType.Nominal nominal when nominal.kind() == PinkType.Nominal.Kind.STRUCT ->
          fields(nominal.symbol());
      case PinkType.Slice slice -> {
        builtIn("length", Scalar.INTEGER64);
        builtIn("pointer", new PinkType.Pointer(slice.element(), false));
      }
      case PinkType.Array array -> builtIn("length", Scalar.INTEGER64);
      case PinkType.Tuple tuple -> elements(tuple);
      default -> {}
    }
    for (ScopeProbe.Method method : methods) {
      items.accept(method(method));
    }
  }

  private CompletionItem method(ScopeProbe.Method method) {
    String name = method.function().name();
    return method.function() instanceof Referent.Local local
        ? new CompletionItem(
            name, SymbolKind.LOCAL_VARIABLE, name + ": " + method.type().display(), "", name, local)
        : CompletionItem.of(facts.describe(method.function()), name);
  }

  private void builtIn(String name, PinkType type) {
    items.accept(
        new CompletionItem(
            name,
            SymbolKind.FIELD,
            name + ": " + type.display(),
            "",
            name,
            new Referent.BuiltInMember(name)));
  }

  private void elements(PinkType.Tuple tuple) {
    for (int i = 0; i < tuple.elements().size(); i++) {
      String index = Integer.toString(i);
      String detail = index + ": " + tuple.elements().get(i).display();
      items.accept(new CompletionItem(index, SymbolKind.FIELD, detail, "", index, null));
    }
  }

  private void fields(SymbolId type) {
    if (tree(type) instanceof Declaration.Struct struct && !facts.visible().isOpaque(type)) {
      struct.fields().forEach(field -> add(type, field.name().text(), field.name().text()));
    }
  }

  /** The fields of a struct but for some, as a literal gives them. */
  void fields(SymbolId type, Set<String> given) {
    if (tree(type) instanceof Declaration.Struct struct && !facts.visible().isOpaque(type)) {
      for (Declaration.Field field : struct.fields()) {
        String name = field.name().text();
        if (!given.contains(name)) {
          add(type, name, name + ": ");
        }
      }
    }
  }

  /** The alternatives of a union, as literals name them. */
  void literals(SymbolId type) {
    if (tree(type) instanceof Declaration.Union union) {
      union.alternatives().forEach(part -> add(type, part.name().text(), part.name().text()));
    }
  }

  /** The alternatives of a union but for some, as arms of a match. */
  void arms(SymbolId type, Set<String> handled) {
    if (tree(type) instanceof Declaration.Union union) {
      for (Declaration.Alternative part : union.alternatives()) {
        String name = part.name().text();
        if (!handled.contains(name)) {
          add(type, name, part.type() == null ? name : name + "(value)");
        }
      }
    }
  }

  private void add(SymbolId owner, String name, String insertText) {
    if (!name.isEmpty()) {
      Symbol member = facts.describe(new Referent.Member(owner, name));
      items.accept(CompletionItem.of(member, insertText));
    }
  }

  private Declaration tree(SymbolId type) {
    VisibleDeclarations.Site site = facts.visible().declaration(type);
    return site == null ? new Declaration.Malformed(0, 0) : site.tree();
  }
}
