package org.pinklang.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No static field changes, nor does what it refers to: two compilations in one process share
 * nothing but what the operating system makes them share.
 */
class StaticStateTest {
  private static final Set<Class<?>> MUTABLE =
      Set.of(
          java.util.concurrent.atomic.AtomicBoolean.class,
          java.util.concurrent.atomic.AtomicInteger.class,
          java.util.concurrent.atomic.AtomicLong.class,
          java.util.concurrent.atomic.AtomicReference.class,
          java.util.concurrent.atomic.LongAdder.class,
          java.util.concurrent.locks.Lock.class,
          java.util.concurrent.Executor.class,
          java.util.BitSet.class,
          java.util.Random.class,
          java.lang.ref.Reference.class,
          ThreadLocal.class,
          Appendable.class,
          com.google.common.cache.Cache.class,
          com.google.common.collect.Interner.class);

  @Test
  void everyStaticFieldIsFinal() {
    assertThat(staticFields().filter(field -> !field.getModifiers().contains(FINAL)))
        .as("static fields that can be assigned")
        .isEmpty();
  }

  @Test
  void noStaticFieldHoldsAnObjectThatChanges() {
    assertThat(
            staticFields()
                .filter(field -> MUTABLE.stream().anyMatch(field.getRawType()::isAssignableTo)))
        .as("static fields of types whose objects change")
        .isEmpty();
  }

  @Test
  void everyStaticCollectionIsImmutable() {
    assertThat(
            staticFields()
                .filter(
                    field ->
                        field.getRawType().isAssignableTo(Collection.class)
                            || field.getRawType().isAssignableTo(Map.class))
                .filter(field -> !isImmutable(valueOf(field))))
        .as("static collections that can be changed")
        .isEmpty();
  }

  @Test
  void everyStaticArrayIsPrivate() {
    assertThat(
            staticFields()
                .filter(field -> field.getRawType().isArray())
                .filter(field -> !field.getModifiers().contains(PRIVATE)))
        .as("static arrays that others can write to")
        .isEmpty();
  }

  private static Stream<JavaField> staticFields() {
    return ProjectClasses.all().stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getModifiers().contains(STATIC))
        .filter(field -> !field.getModifiers().contains(SYNTHETIC));
  }

  private static boolean isImmutable(Object value) {
    String implementation = value.getClass().getName();
    return implementation.startsWith("java.util.ImmutableCollections$")
        || implementation.startsWith("java.util.Collections$Unmodifiable")
        || implementation.startsWith("com.google.common.collect.Immutable")
        || implementation.startsWith("com.google.common.collect.Regular")
        || implementation.startsWith("com.google.common.collect.Singleton");
  }

  private static Object valueOf(JavaField field) {
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      return reflected.get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(field.getFullName(), e);
    }
  }
}
