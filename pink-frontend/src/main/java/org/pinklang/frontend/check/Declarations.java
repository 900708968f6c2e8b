package org.pinklang.frontend.check;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.Label;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.TypeTree;
import org.pinklang.frontend.type.Layouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.ConstantValue;

/**
 * What a body sees of everything declared at top level, in its own unit and in others. One for each
 * unit whose declarations are being read; for one thread. Every method that takes a tree reports
 * what is wrong with it, once.
 */
interface Declarations {

  /** Logical name of the unit whose scope this is. */
  String file();

  /** The full name of the unit's module; empty for a program unit. */
  String module();

  /**
   * What a path stands for where no local has its name. Reports and gives Broken if nothing.
   *
   * @param blocks around the path
   */
  Entity resolve(Expression.Path path, OpenBlocks blocks);

  /** What an unqualified name stands for at top level; null, without a report, for nothing. */
  @Nullable Entity find(String name);

  /**
   * The functions of a name that {@code x.name(…)} may mean besides those in scope: of the module
   * that declares the type, those it exports or re-exports, and its private ones too for units of
   * that module. At most one; null for none.
   */
  Entity.@Nullable Function method(PinkType.Nominal type, String name);

  /** Every unqualified name there is at top level, in alphabetical order. */
  Set<String> names();

  /** The names of which {@link #method} may give a function, in alphabetical order. */
  Set<String> methodNames(PinkType.Nominal type);

  /** Tells what a method's name stands for though it has errors; nothing where nothing has it. */
  void observeMethod(PinkType receiver, Identifier name);

  /** Who hears what names stand for. */
  Observations observations();

  /** Up to three names in scope that look like a name that was not found, best first. */
  List<String> similar(String name);

  /**
   * The type a tree stands for.
   *
   * @param lengths checks and evaluates the length of an array type in the scope the tree stands in
   */
  PinkType resolveType(TypeTree tree, LengthEvaluator lengths);

  /**
   * What a struct or union holds. Null where the unit must not see it: an {@code opaque} struct of
   * another module; also where its declaration has errors, which has then been reported.
   */
  @Nullable TypeDefinition definition(SymbolId symbol);

  /** Whether a struct is {@code opaque} and declared by another module. */
  boolean isOpaqueHere(SymbolId symbol);

  /** Whether a global is a {@code const}, with or without errors. */
  boolean isConstant(SymbolId symbol);

  /** The value of a {@code const} global of any unit; null where it has errors (reported). */
  @Nullable ConstantValue constant(SymbolId symbol);

  /** Layouts on the build's target, of every type whose definition can be computed. */
  Layouts layouts();

  /** What long work calls now and then, and what may end it by throwing. */
  Runnable checkpoint();

  /** Where the name of a declaration stands; null where that is not known. */
  @Nullable Label declaredAt(SymbolId symbol);

  /** Adds a finding about this unit. */
  void report(Diagnostic diagnostic);

  /** How the length of an array type is found in the scope its tree stands in. */
  @FunctionalInterface
  interface LengthEvaluator {

    /** The length, at least 0; −1 where it is wrong, which has then been reported. */
    long evaluate(Expression length);
  }
}
