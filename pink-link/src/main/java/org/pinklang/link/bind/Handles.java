package org.pinklang.link.bind;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;

/** Method handles of what users declare. */
final class Handles {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private Handles() {}

  /** What a handle does that users wrote the code of. */
  interface Code {
    Object run() throws Throwable;
  }

  /** Runs a user's code that declares no checked exceptions; what it throws is thrown. */
  static Object call(Code code) {
    try {
      return code.run();
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  /** A method, with all types {@code Object}. */
  static MethodHandle generic(Method method) {
    open(method, method.getDeclaringClass());
    try {
      MethodHandle handle = LOOKUP.unreflect(method);
      return handle.asType(handle.type().generic());
    } catch (IllegalAccessException e) {
      throw hidden(method.getDeclaringClass(), e);
    }
  }

  static MethodHandle of(Constructor<?> constructor) {
    open(constructor, constructor.getDeclaringClass());
    try {
      return LOOKUP.unreflectConstructor(constructor);
    } catch (IllegalAccessException e) {
      throw hidden(constructor.getDeclaringClass(), e);
    }
  }

  /** The type of a method as a handle has it, without a receiver. */
  static MethodType typeOf(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes());
  }

  private static void open(AccessibleObject member, Class<?> declaring) {
    try {
      member.setAccessible(true);
    } catch (InaccessibleObjectException e) {
      throw hidden(declaring, e);
    }
  }

  private static IllegalArgumentException hidden(Class<?> type, Exception cause) {
    return new IllegalArgumentException(
        "%s cannot be used; its module has to open its package to %s"
            .formatted(type.getTypeName(), Handles.class.getModule()),
        cause);
  }
}
