package org.pinklang.link.bind;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.frontend.type.PinkType;

/** The methods of an interface that an implementation has to have. */
final class InterfaceMethods {
  private InterfaceMethods() {}

  /** Each once, whoever declares it; not those that every object has. */
  static List<Method> abstractOnes(Class<?> type) {
    Map<String, Method> methods = new LinkedHashMap<>();
    for (Method method : type.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method)) {
        String key = method.getName() + Handles.typeOf(method).toMethodDescriptorString();
        methods.putIfAbsent(key, method);
      }
    }
    return List.copyOf(methods.values());
  }

  private static boolean isOfObject(Method method) {
    return Arrays.stream(Object.class.getMethods())
        .anyMatch(
            other ->
                other.getName().equals(method.getName())
                    && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
  }

  /** The one method of a functional interface. */
  static Method single(Class<?> type, PinkType.Function function) {
    List<Method> methods = type.isInterface() ? abstractOnes(type) : List.of();
    if (methods.size() != 1) {
      throw Misfit.type(type, function, "an interface with one method, or long, its address");
    }
    return methods.getFirst();
  }
}
