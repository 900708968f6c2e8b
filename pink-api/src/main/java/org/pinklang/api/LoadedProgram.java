package org.pinklang.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.link.load.LoadedCode;

/**
 * A program loaded into this process. Any thread may call its functions. Closing frees the code as
 * soon as no call is under way; using the program or anything it gave after that throws {@link
 * IllegalStateException}. Memory destroyed by unchecked casts or C code can end the process.
 */
public final class LoadedProgram implements AutoCloseable {
  private static final int STATUS_BITS = 0xFF;

  private final LoadedCode code;
  private final Diagnostic missingMain;
  private final LoadableFunctions functions;

  LoadedProgram(LoadedCode code, LoadableFunctions functions, Diagnostic missingMain) {
    this.code = code;
    this.functions = functions;
    this.missingMain = missingMain;
  }

  /**
   * A function that can be called.
   *
   * @param name with its module, for example {@code math.vector::dot}
   * @throws IllegalArgumentException if no module exports such a function, or if Java cannot call
   *     it
   */
  public PinkFunction function(String name) {
    SymbolId symbol = functions.symbol(Arguments.present(name, "name"));
    if (symbol == null) {
      throw new IllegalArgumentException(
          "no module of the program exports a function `%s`; there are %s"
              .formatted(name, functions.shown()));
    }
    PinkType.Function type = functions.type(name);
    if (type == null) {
      throw new IllegalArgumentException(
          "`%s` cannot be called from Java: it takes or gives what is neither a number nor a boolean"
              .formatted(name));
    }
    return PinkFunction.of(code, symbol, type);
  }

  /**
   * A module's functions as methods of a Java interface, matched by name. A method's parameters and
   * result are {@code byte}, {@code short}, {@code int}, {@code long}, {@code float}, {@code
   * double} or {@code boolean}, as wide as the Pink types; an unsigned number comes with the same
   * bits.
   *
   * @throws IllegalArgumentException if a method has no function or one of other types
   */
  public <T> T bind(String module, Class<T> type) {
    Arguments.present(module, "module");
    return InterfaceBinding.bind(
        Arguments.present(type, "type"), name -> function(module + "::" + name));
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
    return (int) CallEnding.valueOf(code.runMain(given)) & STATUS_BITS;
  }

  /** Forbids further use and frees the code. Closing again has no effect. */
  @Override
  public void close() {
    code.close();
  }
}
