package org.pinklang.link.bind;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes a class that implements an interface with method handles. They are constants of the class,
 * so that compiled Java code calls what is behind them directly; the class is hidden and goes when
 * nobody uses it any more.
 */
final class InterfaceWriter {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final String HANDLE = Type.getInternalName(MethodHandle.class);
  private static final String OBJECT = Type.getInternalName(Object.class);

  /** What gives a constant that was passed along with a class. */
  private static final Handle CLASS_DATA =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          Type.getInternalName(MethodHandles.class),
          "classDataAt",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;I)"
              + "Ljava/lang/Object;",
          false);

  private final Class<?> type;
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  private InterfaceWriter(Class<?> type) {
    this.type = type;
  }

  /**
   * An object of such a class.
   *
   * @param handles one for each method, of its type
   */
  static Object implement(Class<?> type, List<Method> methods, List<MethodHandle> handles) {
    MethodHandles.Lookup host = hostOf(type);
    byte[] bytes = new InterfaceWriter(type).write(host.lookupClass(), methods);
    try {
      MethodHandles.Lookup made = host.defineHiddenClassWithClassData(bytes, handles, true);
      MethodHandle constructor =
          made.findConstructor(made.lookupClass(), MethodType.methodType(void.class));
      return Handles.call(() -> (Object) constructor.invoke());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalArgumentException(type.getTypeName() + " cannot be implemented", e);
    }
  }

  /** Where the class goes: beside the interface, or here where others' code may not be added. */
  private static MethodHandles.Lookup hostOf(Class<?> type) {
    InterfaceWriter.class.getModule().addReads(type.getModule());
    try {
      return MethodHandles.privateLookupIn(type, LOOKUP);
    } catch (IllegalAccessException closed) {
      return LOOKUP;
    }
  }

  private byte[] write(Class<?> host, List<Method> methods) {
    String name = Type.getInternalName(host) + "$Pink";
    writer.visit(
        Opcodes.V21,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        name,
        null,
        OBJECT,
        new String[] {Type.getInternalName(type)});
    writeConstructor();
    writeToString();
    for (int i = 0; i < methods.size(); i++) {
      writeMethod(methods.get(i), i);
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void writeConstructor() {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void writeToString() {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "toString", "()Ljava/lang/String;", null, null);
    code.visitCode();
    code.visitLdcInsn("Pink functions as " + type.getName());
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void writeMethod(Method method, int handle) {
    String descriptor = Type.getMethodDescriptor(method);
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, method.getName(), descriptor, null, null);
    code.visitCode();
    code.visitLdcInsn(
        new ConstantDynamic("_", "Ljava/lang/invoke/MethodHandle;", CLASS_DATA, handle));
    int local = 1;
    for (Class<?> parameter : method.getParameterTypes()) {
      Type parameterType = Type.getType(parameter);
      code.visitVarInsn(parameterType.getOpcode(Opcodes.ILOAD), local);
      local += parameterType.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, HANDLE, "invokeExact", descriptor, false);
    code.visitInsn(Type.getReturnType(method).getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
