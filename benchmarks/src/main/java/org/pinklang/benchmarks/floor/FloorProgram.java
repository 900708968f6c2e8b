package org.pinklang.benchmarks.floor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells the functions of one generated program from those of another. Immutable.
 *
 * @param modules its modules, without the one that has {@code main}
 * @param roots the modules whose functions {@code main} calls, in that order, by index
 */
public record FloorProgram(List<Module> modules, List<Integer> roots) {
  private static final Pattern FUNCTION =
      Pattern.compile("\nexport fn f\\d+\\(.*?\n}", Pattern.DOTALL);
  private static final Pattern FACTOR = Pattern.compile("\\(a \\* (\\d+) \\+ d\\)");
  private static final Pattern START = Pattern.compile("s := (\\d+);");
  private static final Pattern STEP = Pattern.compile("\\(j \\* (\\d+)\\)");
  private static final Pattern CALL = Pattern.compile("m(\\d+)::f(\\d+)\\(");

  /** Copies the lists. */
  public FloorProgram {
    modules = List.copyOf(modules);
    roots = List.copyOf(roots);
  }

  /**
   * A module.
   *
   * @param functions its functions, in their order
   */
  public record Module(List<Function> functions) {
    /** Copies the list. */
    public Module {
      functions = List.copyOf(functions);
    }
  }

  /** A function, by the index of its module and its own. */
  public record Callee(int module, int function) {}

  /**
   * A function: the constants of its body, in the order of the text, and what it calls.
   *
   * @param first what it calls first; null if it calls nothing
   * @param second what it calls next; null if it calls nothing
   */
  public record Function(
      long factor, long start, long step, @Nullable Callee first, @Nullable Callee second) {}

  /**
   * Reads the program that generators wrote to a folder in Pink: {@code m0.pink}, {@code m1.pink}
   * and so on, and {@code main.pink}.
   *
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if a text is none that a generator wrote
   */
  public static FloorProgram read(Path folder) throws IOException {
    List<Module> modules = new ArrayList<>();
    Path file = folder.resolve("m0.pink");
    while (Files.exists(file)) {
      modules.add(module(Files.readString(file)));
      file = folder.resolve("m" + modules.size() + ".pink");
    }
    List<Integer> roots =
        CALL.matcher(Files.readString(folder.resolve("main.pink")))
            .results()
            .map(call -> Integer.parseInt(call.group(1)))
            .distinct()
            .toList();
    return new FloorProgram(modules, roots);
  }

  private static Module module(String text) {
    return new Module(
        FUNCTION.matcher(text).results().map(found -> function(found.group())).toList());
  }

  private static Function function(String text) {
    List<Callee> callees =
        CALL.matcher(text)
            .results()
            .map(
                call ->
                    new Callee(Integer.parseInt(call.group(1)), Integer.parseInt(call.group(2))))
            .toList();
    boolean calls = callees.size() >= 2;
    return new Function(
        number(FACTOR, text),
        number(START, text),
        number(STEP, text),
        calls ? callees.get(0) : null,
        calls ? callees.get(1) : null);
  }

  private static long number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no " + pattern + " in " + text);
    }
    return Long.parseLong(matcher.group(1));
  }
}
