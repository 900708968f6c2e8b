package org.pinklang.api;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pinklang.link.load.ScalarType;

/** A Java interface whose methods are functions of a loaded module. */
final class InterfaceBinding implements InvocationHandler {
  private static final Object[] NO_ARGUMENTS = {};

  private final Class<?> type;
  private final Map<Method, PinkFunction> functions = new HashMap<>();

  private InterfaceBinding(Class<?> type) {
    this.type = type;
  }

  static <T> T bind(Class<T> type, Function<String, PinkFunction> lookup) {
    if (!type.isInterface()) {
      throw new IllegalArgumentException("`" + type.getName() + "` is not an interface");
    }
    InterfaceBinding binding = new InterfaceBinding(type);
    for (Method method : type.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method)) {
        binding.functions.put(method, matching(method, lookup.apply(method.getName())));
      }
    }
    Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, binding);
    return type.cast(proxy);
  }

  private static PinkFunction matching(Method method, PinkFunction function) {
    List<Class<?>> wanted =
        function.parameters().stream().<Class<?>>map(JavaValue::javaType).toList();
    Class<?> result = function.result().<Class<?>>map(JavaValue::javaType).orElse(void.class);
    if (!wanted.equals(Arrays.asList(method.getParameterTypes()))
        || result != method.getReturnType()) {
      throw new IllegalArgumentException(
          "the method %s does not fit `%s: %s`; in Java that is %s%s"
              .formatted(
                  method.toGenericString(),
                  function.name(),
                  function.type(),
                  result,
                  wanted.stream().map(Class::getName).toList()));
    }
    return function;
  }

  private static boolean isOfObject(Method method) {
    return Arrays.stream(Object.class.getMethods())
        .anyMatch(
            other ->
                other.getName().equals(method.getName())
                    && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given)
      throws Throwable {
    Object[] arguments = given == null ? NO_ARGUMENTS : given;
    PinkFunction function = functions.get(method);
    if (function != null) {
      return call(function, arguments);
    }
    if (method.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "Pink functions as " + type.getName();
    };
  }

  private static @Nullable Object call(PinkFunction function, Object[] arguments) {
    ScalarType result = function.result().orElse(null);
    if (result == null) {
      function.invokeVoid(arguments);
      return null;
    }
    return JavaValue.toJava(function.call(arguments), result);
  }
}
