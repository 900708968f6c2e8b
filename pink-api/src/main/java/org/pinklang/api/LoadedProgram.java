package org.pinklang.api;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.link.bind.FunctionBinder;
import org.pinklang.link.load.LoadedCode;

/**
 * A program loaded into this process. Any thread may call its functions, virtual ones too, and Java
 * code that it calls may call it again.
 *
 * <p>Closing forbids further calls at once and does not wait: the code is freed when the last call
 * under way has ended. Whoever uses the program or anything it gave after that gets an {@link
 * IllegalStateException}; buffers that show its memory must not be used any more. Programs that
 * were loaded on top and use it are closed with it. A program that is not closed stays in memory.
 *
 * <p>Memory destroyed by unchecked casts or C code can end the process.
 */
public final class LoadedProgram implements AutoCloseable {
  private static final int STATUS_BITS = 0xFF;

  private final LoadedCode code;
  private final LoadableFunctions functions;
  private final Diagnostic missingMain;
  private final FunctionBinder binder;
  private final List<LoadedProgram> loadedOnTop = new CopyOnWriteArrayList<>();

  LoadedProgram(LoadedCode code, LoadableFunctions functions, Diagnostic missingMain) {
    this.code = code;
    this.functions = functions;
    this.missingMain = missingMain;
    this.binder =
        new FunctionBinder(
            code,
            functions.types(),
            Map.of(PinkCallback.class, callback -> ((PinkCallback) callback).address()));
  }

  /**
   * A function that can be called.
   *
   * @param name with its module, for example {@code math.vector::dot}; of this program or of one
   *     loaded on top of it
   * @throws IllegalArgumentException if no module exports such a function, or if what it takes is
   *     not known
   * @throws ManifestFormatException if a manifest that says what it takes turns out to be damaged
   */
  public PinkFunction function(String name) {
    Arguments.present(name, "name");
    code.checkOpen();
    PinkFunction found = find(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "no module of the program exports a function `%s`; there are %s"
              .formatted(name, functions.shown()));
    }
    return found;
  }

  private @Nullable PinkFunction find(String name) {
    SymbolId symbol = functions.symbol(name);
    if (symbol == null || !code.defines(LinkageNames.function(symbol))) {
      for (LoadedProgram program : onTop()) {
        PinkFunction found = program.find(name);
        if (found != null) {
          return found;
        }
      }
    }
    if (symbol == null) {
      return null;
    }
    PinkType.Function type = functions.type(name);
    if (type == null) {
      throw new IllegalArgumentException(
          "`%s` cannot be called from Java: what it takes or gives is not known".formatted(name));
    }
    return new PinkFunction(
        symbol.display(), type, code.function(LinkageNames.function(symbol)), binder);
  }

  /**
   * A module's functions as methods of a Java interface, matched by name.
   *
   * <table>
   * <caption>What fits a Pink type</caption>
   * <tr><td>numbers, {@code Boolean}</td><td>the Java type as wide; an unsigned number comes with
   *     the same bits</td></tr>
   * <tr><td>struct, tuple</td><td>a record with the fields' names, or in their order; a {@code
   *     ByteBuffer} with its bytes</td></tr>
   * <tr><td>union</td><td>a sealed interface with a record for each alternative, named like it,
   *     whose one component is what it carries; a {@code ByteBuffer}</td></tr>
   * <tr><td>array</td><td>a Java array of that length; a {@code ByteBuffer}</td></tr>
   * <tr><td>slice</td><td>the {@code java.nio} buffer of its elements: a direct one passes its own
   *     memory from position to limit, another one is copied, and copied back after the call; a
   *     read-only one is only copied; a {@code ByteBuffer} for all elements; a Java array, copied
   *     there and, where Pink has changed elements, back; a {@code String} for {@code *[]Byte}. As
   *     a result, a buffer shows memory that Pink owns, the others are copies</td></tr>
   * <tr><td>pointer</td><td>{@code long}, its address; a {@code ByteBuffer} as for slices; what
   *     fits its target, passed as a copy</td></tr>
   * <tr><td>function pointer</td><td>a functional interface: what is passed can be called until the
   *     call returns; {@link PinkCallback}, only for what Java passes; {@code long}</td></tr>
   * <tr><td>{@code Nil}</td><td>{@code void}</td></tr>
   * </table>
   *
   * <p>Null stands for nil where the Pink type has it. Copies made for a call are freed when it
   * ends; they are copied back only if it returns.
   *
   * @throws IllegalArgumentException if a method has no function or one of other types, or if the
   *     interface's module does not let it be implemented
   * @throws ManifestFormatException as for {@link #function}
   */
  public <T> T bind(String module, Class<T> type) {
    Arguments.present(module, "module");
    return FunctionBinder.implement(
        Arguments.present(type, "type"),
        method -> bound(method, function(module + "::" + method.getName())));
  }

  private static MethodHandle bound(Method method, PinkFunction function) {
    try {
      return function.bound(
          MethodType.methodType(method.getReturnType(), method.getParameterTypes()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the method %s does not fit `%s: %s`: %s"
              .formatted(
                  method.toGenericString(), function.name(), function.type(), e.getMessage()),
          e);
    }
  }

  /**
   * Loads a later compilation on top of this program: what it imports and does not define is what
   * is loaded. Its standard modules are those that are loaded already. Nothing is replaced.
   *
   * @param later compiled with the manifests of what is loaded
   * @return what the caller closes; closing this program closes it too
   * @throws LinkException if a symbol is defined already, naming it, or is not defined
   * @throws CompilationException if the later compilation has errors
   */
  public LoadedProgram load(CompilationResult later) {
    LoadedProgram program = Arguments.present(later, "later").loadOnTopOf(code);
    onTop().add(program);
    return program;
  }

  /** What can be used of what was loaded on top; forgets what cannot, whoever closed it. */
  private List<LoadedProgram> onTop() {
    loadedOnTop.removeIf(program -> !program.code.isOpen());
    return loadedOnTop;
  }

  /**
   * Runs the program's {@code main} on this thread.
   *
   * @param words the program's name and its arguments
   * @return the exit status, from 0 to 255
   * @throws LinkException if the program has no {@code main}
   * @throws PinkPanicException if it panics
   * @throws PinkExitException if it asks to exit before {@code main} returns
   */
  public int run(String... words) {
    List<String> given = new ArrayList<>(Arguments.allPresent(Arrays.asList(words), "words"));
    if (given.isEmpty()) {
      given.add("main");
    }
    if (!code.defines("main")) {
      throw new LinkException(List.of(missingMain));
    }
    return code.runMain(given) & STATUS_BITS;
  }

  /** Forbids further use and frees the code. Closing again has no effect. */
  @Override
  public void close() {
    code.close();
    loadedOnTop.clear();
  }
}
