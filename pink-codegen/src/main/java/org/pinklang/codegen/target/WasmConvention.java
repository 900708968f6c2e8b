package org.pinklang.codegen.target;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.target.Passing.CopiedOnStack;
import org.pinklang.codegen.target.Passing.InPieces;
import org.pinklang.frontend.type.PinkType;

/**
 * The basic C convention of WebAssembly's tools. An aggregate that is one scalar travels as that
 * scalar, every other one by the address of a copy.
 */
final class WasmConvention implements CallingConvention {
  private static final int LARGEST_SCALAR = 8;

  @Override
  public Signature classify(
      List<PinkType> arguments, int fixed, PinkType result, TypeLayouts layouts) {
    List<Passing> parameters = new ArrayList<>(arguments.size());
    arguments.forEach(argument -> parameters.add(classify(argument, layouts)));
    Passing resultPassing = classify(result, layouts);
    return new Signature(
        resultPassing instanceof CopiedOnStack ? Passing.ByReference.BY_REFERENCE : resultPassing,
        parameters);
  }

  private static Passing classify(PinkType type, TypeLayouts layouts) {
    long size = layouts.size(type);
    if (size == 0) {
      return Passing.Ignored.IGNORED;
    }
    if (Leaf.isScalar(type)) {
      return new InPieces(List.of(Leaf.scalar(type, layouts, Leaf.byValue(type))));
    }
    if (size <= LARGEST_SCALAR) {
      List<Leaf> leaves = Leaf.of(type, layouts);
      if (leaves.size() == 1 && leaves.getFirst().bytes() == size) {
        return new InPieces(List.of(leaves.getFirst().piece()));
      }
    }
    return new CopiedOnStack(layouts.layout(type).alignment());
  }
}
