package org.pinklang.codegen.lower;

import java.util.HashMap;
import java.util.Map;
import org.pinklang.codegen.llvm.LlvmContext;
import org.pinklang.codegen.llvm.LlvmFunction;
import org.pinklang.codegen.llvm.LlvmGlobal;
import org.pinklang.codegen.llvm.LlvmModule;
import org.pinklang.codegen.llvm.LlvmType;
import org.pinklang.codegen.llvm.LlvmValue;
import org.pinklang.codegen.llvm.Visibility;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.Linkage;
import org.pinklang.frontend.typed.TypedExpression.FunctionReference;

/** The functions and globals of one module, declared when they are first named. */
final class Symbols {
  private final LlvmContext context;
  private final LlvmModule module;
  private final ValueTypes types;
  private final CallShapes shapes;
  private final Map<SymbolId, LlvmFunction> functions = new HashMap<>();
  private final Map<String, LlvmFunction> externals = new HashMap<>();
  private final Map<SymbolId, LlvmGlobal> globals = new HashMap<>();
  private final Map<String, LlvmValue> strings = new HashMap<>();

  Symbols(LlvmContext context, LlvmModule module, ValueTypes types, CallShapes shapes) {
    this.context = context;
    this.module = module;
    this.types = types;
    this.shapes = shapes;
  }

  /** The function a name in the program refers to. */
  LlvmFunction function(FunctionReference reference) {
    return reference.external()
        ? external(reference.symbol().name(), shapes.of(reference.type()).functionType())
        : function(reference.symbol(), reference.type());
  }

  /** A Pink function. */
  LlvmFunction function(SymbolId symbol, PinkType.Function type) {
    LlvmFunction known = functions.get(symbol);
    if (known == null) {
      CallShape shape = shapes.of(type);
      known = module.addFunction(LinkageNames.function(symbol), shape.functionType());
      shape.annotate(known);
      functions.put(symbol, known);
    }
    return known;
  }

  /**
   * A Pink function that this unit defines. Only definitions are hidden: what is elsewhere may lie
   * too far off, when loaded, for the short references that hidden symbols get.
   */
  LlvmFunction definedFunction(SymbolId symbol, PinkType.Function type, Linkage linkage) {
    LlvmFunction function = function(symbol, type);
    function.setVisibility(visibility(linkage));
    return function;
  }

  /**
   * A function known by its plain name. Two declarations of one C function may differ in type; each
   * call brings its own.
   */
  LlvmFunction external(String name, LlvmType type) {
    LlvmFunction known = externals.get(name);
    if (known == null) {
      LlvmFunction declared = module.function(name, type);
      known = declared == null ? module.addFunction(name, type) : declared;
      externals.put(name, known);
    }
    return known;
  }

  /** A global of this unit or another. */
  LlvmGlobal global(SymbolId symbol, PinkType type) {
    LlvmGlobal known = globals.get(symbol);
    if (known == null) {
      known = module.addGlobal(LinkageNames.global(symbol), types.storage(type));
      globals.put(symbol, known);
    }
    return known;
  }

  /** A global that this unit defines, in storage of a type of its own. */
  void define(SymbolId symbol, LlvmType storage, Linkage linkage) {
    LlvmGlobal global = module.addGlobal(LinkageNames.global(symbol), storage);
    global.setVisibility(visibility(linkage));
    globals.put(symbol, global);
  }

  /** A constant that only this module can see and that may be merged with an equal one. */
  LlvmValue privateConstant(LlvmValue value, int alignment) {
    LlvmGlobal constant = module.addGlobal("", context.typeOf(value));
    constant.setVisibility(Visibility.PRIVATE);
    constant.setConstant();
    constant.setMergeable();
    constant.setInitializer(value);
    constant.setAlignment(alignment);
    return constant.address();
  }

  /**
   * The address of bytes that a zero byte follows.
   *
   * @param bytes one char from 0 to 255 for each
   */
  LlvmValue string(String bytes) {
    LlvmValue known = strings.get(bytes);
    if (known == null) {
      known = addString(bytes);
      strings.put(bytes, known);
    }
    return known;
  }

  private LlvmValue addString(String bytes) {
    byte[] terminated = new byte[bytes.length() + 1];
    for (int i = 0; i < bytes.length(); i++) {
      terminated[i] = (byte) bytes.charAt(i);
    }
    return privateConstant(context.bytes(terminated, terminated.length), 1);
  }

  private static Visibility visibility(Linkage linkage) {
    return switch (linkage) {
      case INTERNAL -> Visibility.INTERNAL;
      case HIDDEN -> Visibility.HIDDEN;
      case PUBLIC -> Visibility.DEFAULT;
    };
  }
}
