package org.pinklang.codegen.lower;

import java.util.List;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrAttribute;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.target.Signature;

/**
 * A signature in LLVM's terms.
 *
 * @param signature how the values travel
 * @param functionType LLVM's function type
 * @param attributes what the type does not say of parameters and the result
 */
record CallShape(Signature signature, IrType functionType, List<Placed> attributes) {

  /** The index that stands for the result. */
  static final int RESULT = -1;

  /** An attribute of an LLVM parameter, or of the {@link #RESULT}. */
  record Placed(int index, IrAttribute attribute) {}

  /** Says of a function what the type does not. */
  void annotate(IrFunction function) {
    for (Placed placed : attributes) {
      if (placed.index() == RESULT) {
        function.addResultAttribute(placed.attribute());
      } else {
        function.addParameterAttribute(placed.index(), placed.attribute());
      }
    }
  }

  /** Says of a call what the type does not. */
  void annotate(InstructionBuilder builder, IrValue call) {
    for (Placed placed : attributes) {
      if (placed.index() == RESULT) {
        builder.addResultAttribute(call, placed.attribute());
      } else {
        builder.addArgumentAttribute(call, placed.index(), placed.attribute());
      }
    }
  }
}
