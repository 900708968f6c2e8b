package org.pinklang.frontend.check;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.ConstantCode;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.ConstantValue;

/** Turns what evaluating a constant expression came to into its value or a finding. */
final class ConstantProblems {
  private final String file;
  private final Consumer<Diagnostic> report;
  private final Expression tree;

  /**
   * The findings about one expression at top level.
   *
   * @param scope the unit it stands in
   */
  ConstantProblems(UnitDeclarations scope, Expression tree) {
    this(scope.file(), scope::report, tree);
  }

  /**
   * The findings about one expression.
   *
   * @param file logical name of the unit it stands in
   * @param report takes the findings
   */
  ConstantProblems(String file, Consumer<Diagnostic> report, Expression tree) {
    this.file = file;
    this.report = report;
    this.tree = tree;
  }

  /** The value; null where there is none, which is then reported. */
  @Nullable ConstantValue value(Evaluation evaluation) {
    return switch (evaluation) {
      case Evaluation.Value value -> value.value();
      case Evaluation.NotConstant not ->
          reject(ConstantCode.NOT_CONSTANT, not.offset(), not.reason());
      case Evaluation.Panics panics ->
          reject(ConstantCode.CONSTANT_PANICS, panics.offset(), panics.message());
      case Evaluation.Unavailable unavailable -> null;
    };
  }

  /** The length an integer constant gives; −1 where it is none, which is then reported. */
  long length(ConstantValue.IntegerConstant length) {
    if (length.value() >= 0) {
      return length.value();
    }
    String written =
        length.type() == Scalar.UNSIGNED64
            ? Long.toUnsignedString(length.value())
            : Long.toString(length.value());
    report(TypeCode.LENGTH, tree.span(), "`" + written + "` cannot be the length of an array");
    return -1;
  }

  private @Nullable ConstantValue reject(DiagnosticCode code, int offset, String why) {
    boolean part = offset > tree.start() && offset < tree.end();
    report(code, part ? new Span(offset, tree.end()) : tree.span(), why);
    return null;
  }

  private void report(DiagnosticCode code, Span span, String argument) {
    report.accept(Diagnostic.of(code, file, span, argument).build());
  }
}
