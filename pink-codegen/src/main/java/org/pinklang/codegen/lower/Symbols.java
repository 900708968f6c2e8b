package org.pinklang.codegen.lower;

import java.util.HashMap;
import java.util.Map;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.ir.IrGlobal;
import org.pinklang.codegen.ir.IrModule;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.ir.Visibility;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.Linkage;
import org.pinklang.frontend.typed.TypedExpression.FunctionReference;

/** The functions and globals of one module, declared when they are first named. */
final class Symbols {
  private final UnitScope unit;
  private final IrContext context;
  private final IrModule module;
  private final ValueTypes types;
  private final CallShapes shapes;
  private final Map<SymbolId, IrFunction> functions = new HashMap<>();
  private final Map<String, IrFunction> externals = new HashMap<>();
  private final Map<SymbolId, IrGlobal> globals = new HashMap<>();
  private final Map<String, IrValue> strings = new HashMap<>();

  Symbols(UnitScope unit, IrModule module, ValueTypes types, CallShapes shapes) {
    this.unit = unit;
    this.context = module.context();
    this.module = module;
    this.types = types;
    this.shapes = shapes;
  }

  /** The function a name in the program refers to. */
  IrFunction function(FunctionReference reference) {
    return reference.external()
        ? external(reference.symbol().name(), shapes.of(reference.type()).functionType())
        : function(reference.symbol(), reference.type());
  }

  /** The function that a call of a name in the program calls: perhaps one instruction. */
  IrFunction callee(FunctionReference reference) {
    String instruction =
        reference.external() ? RuntimeLibrary.INSTRUCTIONS.get(reference.symbol().name()) : null;
    return instruction == null
        ? function(reference)
        : external(instruction, shapes.of(reference.type()).functionType());
  }

  /** A Pink function of this unit or another. */
  IrFunction function(SymbolId symbol, PinkType.Function type) {
    IrFunction known = functions.get(symbol);
    if (known == null) {
      known = addFunction(symbol, type);
      Visibility visibility = unit.declaredVisibility(symbol);
      if (visibility != Visibility.DEFAULT) {
        known.setVisibility(visibility);
      }
    }
    return known;
  }

  /** A Pink function that this module defines. */
  IrFunction definedFunction(SymbolId symbol, PinkType.Function type, Linkage linkage) {
    IrFunction function = addFunction(symbol, type);
    function.setVisibility(unit.visibility(linkage));
    return function;
  }

  /** A Pink function of another unit, whose body this module has too. */
  IrFunction heldFunction(SymbolId symbol, PinkType.Function type) {
    IrFunction function = addFunction(symbol, type);
    function.setVisibility(Visibility.AVAILABLE);
    return function;
  }

  private IrFunction addFunction(SymbolId symbol, PinkType.Function type) {
    CallShape shape = shapes.of(type);
    IrFunction function = module.addFunction(LinkageNames.function(symbol), shape.functionType());
    shape.annotate(function);
    functions.put(symbol, function);
    return function;
  }

  /**
   * A function known by its plain name. Two declarations of one C function may differ in type; each
   * call brings its own.
   */
  IrFunction external(String name, IrType type) {
    IrFunction known = externals.get(name);
    if (known == null) {
      IrFunction declared = module.function(name);
      known = declared == null ? module.addFunction(name, type) : declared;
      externals.put(name, known);
    }
    return known;
  }

  /** A global of this unit or another. */
  IrGlobal global(SymbolId symbol, PinkType type) {
    IrGlobal known = globals.get(symbol);
    if (known == null) {
      known = module.addGlobal(LinkageNames.global(symbol), types.storage(type));
      Visibility visibility = unit.declaredVisibility(symbol);
      if (visibility != Visibility.DEFAULT) {
        known.setVisibility(visibility);
      }
      globals.put(symbol, known);
    }
    return known;
  }

  /** A global that this module defines, in storage of a type of its own. */
  void define(SymbolId symbol, IrType storage, Linkage linkage) {
    IrGlobal global = module.addGlobal(LinkageNames.global(symbol), storage);
    global.setVisibility(unit.visibility(linkage));
    globals.put(symbol, global);
  }

  /** A constant that only this module can see and that may be merged with an equal one. */
  IrValue privateConstant(IrValue value, int alignment) {
    IrGlobal constant = module.addGlobal("", context.typeOf(value));
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
  IrValue string(String bytes) {
    IrValue known = strings.get(bytes);
    if (known == null) {
      known = addString(bytes);
      strings.put(bytes, known);
    }
    return known;
  }

  private IrValue addString(String bytes) {
    byte[] terminated = new byte[bytes.length() + 1];
    for (int i = 0; i < bytes.length(); i++) {
      terminated[i] = (byte) bytes.charAt(i);
    }
    return privateConstant(context.bytes(terminated, terminated.length), 1);
  }
}
