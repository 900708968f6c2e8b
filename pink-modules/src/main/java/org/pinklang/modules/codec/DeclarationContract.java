package org.pinklang.modules.codec;

import org.pinklang.frontend.manifest.DeclarationKind;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Literal;

/** Checks that a decoded declaration is what the index said and holds no more than it may. */
final class DeclarationContract {
  private DeclarationContract() {}

  static void check(String name, byte flags, Declaration tree) {
    Identifier declared = tree.name();
    boolean holds =
        declared != null
            && declared.text().equals(name)
            && DeclarationKind.of(tree) == EntryFlags.kind(flags)
            && exported(EntryFlags.visibility(flags), tree.exported())
            && content(flags, tree);
    if (!holds) {
      throw new DamagedManifestException("a declaration is not what the index says");
    }
  }

  private static boolean exported(Visibility visibility, boolean exported) {
    return visibility == Visibility.MODULE || exported == (visibility == Visibility.EXPORTED);
  }

  private static boolean content(byte flags, Declaration tree) {
    boolean nameOnly = EntryFlags.nameOnly(flags);
    boolean defined = EntryFlags.defined(flags);
    return switch (tree) {
      case Declaration.Function function -> {
        boolean typed = function.result() != null || !function.parameters().isEmpty();
        boolean empty = function.body() == null || function.body().terms().isEmpty();
        yield empty && (function.body() != null) == defined && !(nameOnly && typed);
      }
      case Declaration.Global global when global.kind() != BindingKind.CONST ->
          defined
              && global.initializer() instanceof Literal.NilLiteral
              && !(nameOnly && global.type() != null);
      default -> defined && !nameOnly;
    };
  }
}
