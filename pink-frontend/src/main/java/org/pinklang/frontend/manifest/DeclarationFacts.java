package org.pinklang.frontend.manifest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.TypeTree;

/** What the hashes of one declaration are made of. For one thread. */
final class DeclarationFacts {
  private final ManifestDeclaration declaration;
  private final NameOrigins origins;
  private final Function<String, @Nullable ManifestDeclaration> declared;
  private final Set<String> closure = new TreeSet<>();
  private final Set<String> valuesNamed = new TreeSet<>();
  private final Set<String> exposed = new TreeSet<>();
  private final ContentHash signature;

  DeclarationFacts(
      ManifestDeclaration declaration,
      NameOrigins origins,
      Function<String, @Nullable ManifestDeclaration> declared) {
    this.declaration = declaration;
    this.origins = origins;
    this.declared = declared;
    this.signature = computeSignature();
    if (declaration.kind().isFunction()) {
      FreeNames.ofInterface(declaration.tree(), this::expose);
    } else {
      FreeNames.ofInterface(declaration.tree(), this::reach);
      exposed.addAll(closure);
    }
  }

  DeclarationKind kind() {
    return declaration.kind();
  }

  ContentHash signature() {
    return signature;
  }

  /** The declarations of the text that this holds by value, takes a length from or reads. */
  List<String> closure() {
    return List.copyOf(closure);
  }

  /** The same, and for a function what it takes and gives by value. */
  Set<String> exposed() {
    return exposed;
  }

  /** Whether others that name it learn nothing of its fields. */
  boolean isOpaque() {
    return declaration.tree() instanceof Declaration.Struct struct && struct.opaque();
  }

  private void reach(@Nullable ModuleName qualifier, Identifier name, FreeNames.Use use) {
    if (!isOwn(qualifier, name)) {
      return;
    }
    switch (use) {
      case TYPE -> closure.add(name.text());
      // An address may be read through, and leads into what lies behind it.
      case VALUE, ADDRESS -> {
        closure.add(name.text());
        valuesNamed.add(name.text());
      }
      case POINTED_TYPE, MEMBER -> {}
    }
  }

  private void expose(@Nullable ModuleName qualifier, Identifier name, FreeNames.Use use) {
    boolean byValue = use == FreeNames.Use.TYPE || use == FreeNames.Use.VALUE;
    if (byValue && isOwn(qualifier, name)) {
      exposed.add(name.text());
    }
  }

  private boolean isOwn(@Nullable ModuleName qualifier, Identifier name) {
    return origins.isOwn(qualifier) && declared.apply(name.text()) != null;
  }

  private HashInput input() {
    boolean ownNil = declared.apply("Nil") != null;
    return new HashInput(!ownNil && !origins.isListed("Nil"));
  }

  private ContentHash computeSignature() {
    HashInput input = input();
    input.put(declaration.kind()).put(declaration.name()).put(declaration.nameOnly());
    Origins named = new Origins();
    switch (declaration.tree()) {
      case Declaration.Function function -> {
        input.put(function.inline());
        parameters(input, function.parameters(), function.result());
        FreeNames.ofInterface(function, named);
      }
      case Declaration.Extern extern -> {
        input.put(extern.variadic());
        parameters(input, extern.parameters(), extern.result());
        FreeNames.ofInterface(extern, named);
      }
      case Declaration.Global global -> {
        input.put(global.type());
        FreeNames.ofType(global.type(), named);
        if (global.type() == null && global.kind() == BindingKind.CONST) {
          // Its type is that of its value.
          input.put(global.initializer());
          FreeNames.ofExpression(global.initializer(), named);
        }
      }
      case Declaration.Struct struct -> input.put(struct.opaque());
      case Declaration.Union union -> {}
      case Declaration.Malformed malformed -> {}
    }
    named.putInto(input);
    return input.hash();
  }

  private static void parameters(
      HashInput input, List<Declaration.Parameter> parameters, @Nullable TypeTree result) {
    input.number(parameters.size());
    parameters.forEach(parameter -> input.put(parameter.type()));
    input.putResult(result);
  }

  /** What the declaration, which is no function, says itself of its layout or value. */
  ContentHash ownLayout(Function<String, ContentHash> signatures) {
    HashInput input = input();
    input.put(declaration.kind()).put(declaration.name());
    switch (declaration.tree()) {
      case Declaration.Struct struct -> {
        input.number(struct.fields().size());
        struct.fields().forEach(input::put);
      }
      case Declaration.Union union -> {
        input.number(union.alternatives().size());
        union.alternatives().forEach(input::put);
      }
      case Declaration.Global global -> input.put(global.type()).put(global.initializer());
      case Declaration.Function function -> {}
      case Declaration.Extern extern -> {}
      case Declaration.Malformed malformed -> {}
    }
    Origins named = new Origins();
    FreeNames.ofInterface(declaration.tree(), named);
    named.putInto(input);
    // The type of an expression is that of what it names, though it may read no value of it.
    input.number(valuesNamed.size());
    valuesNamed.forEach(name -> input.put(name).put(signatures.apply(name)));
    return input.hash();
  }

  /** Collects which names of a tree are of the text, and to which modules imports give others. */
  private final class Origins implements FreeNames.Visitor {
    private static final Iterable<String> OWN = List.of("");

    private final Map<String, Iterable<String>> modules = new TreeMap<>();

    @Override
    public void visit(@Nullable ModuleName qualifier, Identifier name, FreeNames.Use use) {
      String written = qualifier == null ? name.text() : qualifier.text() + "::" + name.text();
      boolean own = use != FreeNames.Use.MEMBER && isOwn(qualifier, name);
      modules.merge(
          written, own ? OWN : origins.of(qualifier, name), (one, other) -> own ? OWN : one);
    }

    void putInto(HashInput input) {
      modules.forEach(
          (name, found) -> {
            for (String module : found) {
              input.put(name).put(module);
            }
          });
    }
  }
}
