package org.pinklang.frontend.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.pinklang.frontend.check.BuildFacts.FactKey;
import org.pinklang.frontend.manifest.FreeNames;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.TypeTree;
import org.pinklang.frontend.type.SymbolId;

/**
 * Computes what a fact needs before the fact itself, so that a chain of any number of constants or
 * types needs no stack. It goes by the names in the text, which may be more than is needed and
 * never decides what is: facts are still read one through the other.
 */
final class DependencyOrder {
  private final FactReader facts;
  private final Set<SymbolId> visited = new HashSet<>();
  private boolean active;

  /** A declaration whose dependencies are being visited. */
  private record Visit(Declared declared, Iterator<Declared> rest) {}

  DependencyOrder(FactReader facts) {
    this.facts = facts;
  }

  /** Computes everything that a declaration's facts probably need. */
  void prepare(Declared root) {
    if (active || !visited.add(root.symbol())) {
      return;
    }
    active = true;
    List<Declared> first = dependencies(root);
    if (!first.isEmpty()) {
      computeAll(root, first);
    }
    active = false;
  }

  private void computeAll(Declared root, List<Declared> first) {
    Deque<Visit> path = new ArrayDeque<>();
    path.push(new Visit(root, first.iterator()));
    while (!path.isEmpty()) {
      Visit visit = path.peek();
      if (visit.rest().hasNext()) {
        Declared next = visit.rest().next();
        if (!isComputed(next) && visited.add(next.symbol())) {
          path.push(new Visit(next, dependencies(next).iterator()));
        }
      } else {
        path.pop();
        if (!path.isEmpty()) {
          compute(visit.declared());
        }
      }
    }
  }

  private boolean isComputed(Declared declared) {
    return facts.isKnown(
        declared.isType() ? FactKey.Kind.DEFINITION : FactKey.Kind.VALUE, declared);
  }

  private void compute(Declared declared) {
    if (declared.isType()) {
      facts.definition(declared.symbol());
    } else if (declared.isConstant()) {
      facts.value(declared);
    } else {
      facts.entity(declared);
    }
  }

  private List<Declared> dependencies(Declared declared) {
    Declaration tree = facts.computer().tree(declared);
    if (tree instanceof Declaration.Function plain && hasPlainTypes(plain)) {
      return List.of();
    }
    List<Declared> found = new ArrayList<>();
    UnitDeclarations scope = facts.scope(declared.unit());
    boolean function = tree instanceof Declaration.Function || tree instanceof Declaration.Extern;
    FreeNames.Visitor visitor =
        (qualifier, name, use) -> {
          boolean needed = use == FreeNames.Use.VALUE || use == FreeNames.Use.TYPE && !function;
          if (needed
              && scope.lookUp(qualifier, name) instanceof Lookup.Found other
              && isComputable(other.declared())) {
            found.add(other.declared());
          }
        };
    FreeNames.ofInterface(tree, visitor);
    if (tree instanceof Declaration.Global global && !declared.isConstant()) {
      FreeNames.ofExpression(global.initializer(), visitor);
    }
    return found;
  }

  /** Whether a signature consists of names of types, of which a function needs nothing. */
  private static boolean hasPlainTypes(Declaration.Function function) {
    for (Declaration.Parameter parameter : function.parameters()) {
      if (!(parameter.type() instanceof TypeTree.Named)) {
        return false;
      }
    }
    return function.result() == null || function.result() instanceof TypeTree.Named;
  }

  /** Functions are left out: nothing a constant needs comes from their bodies. */
  private static boolean isComputable(Declared declared) {
    return declared.isType() || declared.isConstant();
  }
}
