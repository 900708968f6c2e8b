package org.pinklang.link.bind;

import org.pinklang.codegen.target.CallingConvention;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.typed.TypeDefinitions;

/**
 * What binding needs to know of a program's types. As safe for threads as the definitions are.
 *
 * @param model of the target
 * @param convention of the target
 * @param definitions what structs and unions hold
 */
public record PinkTypes(
    DataModel model, CallingConvention convention, TypeDefinitions definitions) {

  /** Layouts, for one thread. */
  TypeLayouts layouts() {
    return new TypeLayouts(model, definitions);
  }
}
