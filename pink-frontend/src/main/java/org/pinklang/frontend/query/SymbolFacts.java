package org.pinklang.frontend.query;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.Referent;
import org.pinklang.frontend.check.VisibleDeclarations;
import org.pinklang.frontend.manifest.DeclarationKind;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.UnitDeclaration;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;

/** What is known of the things names stand for, as one unit sees them. For one thread. */
final class SymbolFacts {
  private final QueriedUnit unit;
  private final VisibleDeclarations visible;
  private final Map<Referent.Local, LocalFacts> locals;

  SymbolFacts(QueriedUnit unit, Map<Referent.Local, LocalFacts> locals) {
    this.unit = unit;
    this.visible = unit.visible();
    this.locals = locals;
  }

  VisibleDeclarations visible() {
    return visible;
  }

  // ---- description --------------------------------------------------------------------------

  Symbol describe(Referent referent) {
    return switch (referent) {
      case Referent.TopLevel topLevel -> topLevel(topLevel);
      case Referent.Member member -> member(member);
      case Referent.Local local -> local(local);
      case Referent.Unit module -> unit(module);
      case Referent.Predeclared predeclared -> predeclared(predeclared);
      case Referent.BuiltInMember member ->
          new Symbol(
              member,
              SymbolKind.FIELD,
              member.name().equals("length") ? "length: Integer" : member.name(),
              "");
    };
  }

  private Symbol topLevel(Referent.TopLevel referent) {
    VisibleDeclarations.Site site = visible.declaration(referent.symbol());
    if (site == null) {
      return new Symbol(referent, SymbolKind.UNRESOLVED, referent.symbol().display(), "");
    }
    Declaration tree = site.tree();
    PinkType type = writesType(tree) ? null : visible.type(referent.symbol());
    return new Symbol(
        referent,
        SymbolKind.of(DeclarationKind.of(tree)),
        site.nameOnly() ? DeclarationText.nameOnly(tree) : DeclarationText.of(tree, type),
        DeclarationText.text(tree.documentation()));
  }

  private static boolean writesType(Declaration tree) {
    return switch (tree) {
      case Declaration.Function function -> function.result() != null || function.body() == null;
      case Declaration.Global global -> global.type() != null;
      default -> true;
    };
  }

  private Symbol member(Referent.Member referent) {
    Node tree = memberTree(referent);
    return switch (tree) {
      case Declaration.Field field ->
          new Symbol(
              referent,
              SymbolKind.FIELD,
              DeclarationText.of(field),
              DeclarationText.text(field.documentation()));
      case Declaration.Alternative part ->
          new Symbol(
              referent,
              SymbolKind.ALTERNATIVE,
              DeclarationText.of(part),
              DeclarationText.text(part.documentation()));
      case null, default -> new Symbol(referent, SymbolKind.UNRESOLVED, referent.name(), "");
    };
  }

  private Symbol local(Referent.Local local) {
    LocalFacts facts = locals.get(local);
    return facts == null
        ? new Symbol(local, SymbolKind.LOCAL_VARIABLE, local.name(), "")
        : new Symbol(local, SymbolKind.of(facts.kind()), facts.detail(), "");
  }

  private Symbol unit(Referent.Unit referent) {
    Manifest manifest = visible.unit(referent.unit());
    SymbolKind kind = referent.unit().isPrimary() ? SymbolKind.MODULE : SymbolKind.PARTITION;
    return new Symbol(
        referent,
        kind,
        "module " + referent.unit().display(),
        manifest == null ? "" : manifest.documentation());
  }

  private static Symbol predeclared(Referent.Predeclared referent) {
    boolean type = Scalar.named(referent.name()) != null;
    String detail =
        switch (referent.name()) {
          case "panic" -> "fn panic(message: *[]Byte)";
          case "assert" -> "fn assert(condition: Boolean)";
          case "size_of" -> "fn size_of(T) -> Integer";
          case "align_of" -> "fn align_of(T) -> Integer";
          default -> referent.name();
        };
    return new Symbol(
        referent, type ? SymbolKind.PREDECLARED_TYPE : SymbolKind.PREDECLARED_FUNCTION, detail, "");
  }

  /** The field or alternative that a member is; null where its type has none of the name. */
  @Nullable Node memberTree(Referent.Member member) {
    VisibleDeclarations.Site site = visible.declaration(member.owner());
    Declaration owner = site == null ? null : site.tree();
    return switch (owner) {
      case Declaration.Struct struct ->
          struct.fields().stream()
              .filter(field -> field.name().text().equals(member.name()))
              .findFirst()
              .orElse(null);
      case Declaration.Union union ->
          union.alternatives().stream()
              .filter(part -> part.name().text().equals(member.name()))
              .findFirst()
              .orElse(null);
      case null, default -> null;
    };
  }

  /** The type of what a name stands for; null for none, and where it is not known. */
  @Nullable PinkType type(Referent referent) {
    return switch (referent) {
      case Referent.TopLevel topLevel -> visible.type(topLevel.symbol());
      case Referent.Member member -> memberType(member);
      case Referent.Predeclared predeclared -> Scalar.named(predeclared.name());
      case Referent.Local local -> {
        LocalFacts facts = locals.get(local);
        yield facts == null ? null : facts.type();
      }
      case Referent.BuiltInMember member -> null;
      case Referent.Unit module -> null;
    };
  }

  private @Nullable PinkType memberType(Referent.Member member) {
    return switch (visible.members(member.owner())) {
      case TypeDefinition.Struct struct -> {
        int index = struct.indexOf(member.name());
        yield index < 0 ? null : struct.fields().get(index).type();
      }
      case TypeDefinition.Union union -> visible.type(union.symbol());
      case null -> null;
    };
  }

  // ---- place --------------------------------------------------------------------------------

  @Nullable Location locate(Referent referent) {
    return switch (referent) {
      case Referent.TopLevel topLevel -> locate(topLevel.symbol());
      case Referent.Member member -> locateMember(member);
      case Referent.Local local -> locateLocal(local);
      case Referent.Unit module -> locateUnit(module);
      case Referent.Predeclared predeclared -> null;
      case Referent.BuiltInMember member -> null;
    };
  }

  private @Nullable Location locate(SymbolId symbol) {
    VisibleDeclarations.Site site = visible.declaration(symbol);
    if (site != null
        && site.tree() instanceof Declaration.Function function
        && function.body() == null) {
      VisibleDeclarations.Site definition = visible.definition(symbol);
      site = definition == null ? site : definition;
    }
    Identifier name = site == null ? null : site.tree().name();
    return site == null || name == null
        ? null
        : location(site.unit().logicalName(), site.tree(), name);
  }

  private @Nullable Location locateMember(Referent.Member member) {
    VisibleDeclarations.Site site = visible.declaration(member.owner());
    if (site == null) {
      return null;
    }
    String file = site.unit().logicalName();
    return switch (memberTree(member)) {
      case Declaration.Field field -> location(file, field, field.name());
      case Declaration.Alternative part -> location(file, part, part.name());
      case null, default -> null;
    };
  }

  private @Nullable Location locateLocal(Referent.Local local) {
    if (!local.unit().equals(unit.text().logicalName())) {
      return null;
    }
    Span name = new Span(local.offset(), local.offset() + local.name().length());
    return new Location(local.unit(), name, name);
  }

  private @Nullable Location locateUnit(Referent.Unit referent) {
    Manifest manifest = visible.unit(referent.unit());
    if (manifest == null) {
      return null;
    }
    UnitDeclaration own = unit.tree().declaration();
    if (own != null && manifest.logicalName().equals(unit.text().logicalName())) {
      Identifier partition = own.partition();
      Span name = partition == null ? own.module().span() : partition.span();
      return new Location(manifest.logicalName(), name, own.span());
    }
    return new Location(manifest.logicalName(), new Span(0, 0), new Span(0, 0));
  }

  private static Location location(String file, Node declaration, Identifier name) {
    return new Location(file, name.span(), declaration.span().cover(name.span()));
  }
}
