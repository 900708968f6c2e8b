package org.pinklang.codegen.lower;

import java.util.List;
import org.pinklang.codegen.llvm.InstructionBuilder;
import org.pinklang.codegen.llvm.LlvmAttribute;
import org.pinklang.codegen.llvm.LlvmFunction;
import org.pinklang.codegen.llvm.LlvmType;
import org.pinklang.codegen.llvm.LlvmValue;
import org.pinklang.codegen.target.Signature;

/**
 * A signature in LLVM's terms.
 *
 * @param signature how the values travel
 * @param functionType LLVM's function type
 * @param attributes what the type does not say of parameters and the result
 */
record CallShape(Signature signature, LlvmType functionType, List<Placed> attributes) {

  /** The index that stands for the result. */
  static final int RESULT = -1;

  /** An attribute of an LLVM parameter, or of the {@link #RESULT}. */
  record Placed(int index, LlvmAttribute attribute) {}

  /** Says of a function what the type does not. */
  void annotate(LlvmFunction function) {
    for (Placed placed : attributes) {
      if (placed.index() == RESULT) {
        function.addResultAttribute(placed.attribute());
      } else {
        function.addParameterAttribute(placed.index(), placed.attribute());
      }
    }
  }

  /** Says of a call what the type does not. */
  void annotate(InstructionBuilder builder, LlvmValue call) {
    for (Placed placed : attributes) {
      if (placed.index() == RESULT) {
        builder.addResultAttribute(call, placed.attribute());
      } else {
        builder.addArgumentAttribute(call, placed.index(), placed.attribute());
      }
    }
  }
}
