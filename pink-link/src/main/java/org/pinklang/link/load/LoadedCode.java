package org.pinklang.link.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.object.LinkSymbols;
import org.pinklang.link.object.ObjectSymbols;

/**
 * Objects that have become code in this process.
 *
 * <p>Any thread may call any method, and calls may be nested: Java code called from loaded code may
 * call loaded code again. A panic or an exit ends the innermost call. {@link #close} forbids
 * further calls at once and frees the code when the last call under way has ended; whoever then
 * uses the code or a function of it gets an {@link IllegalStateException}. Addresses that the code
 * has handed out are invalid from then on.
 */
public final class LoadedCode implements AutoCloseable {
  private static final String ENTRY = "main";
  private static final MachineSignature ENTRY_SIGNATURE =
      new MachineSignature(
          List.of(ScalarType.INTEGER32, ScalarType.POINTER), List.of(ScalarType.INTEGER32));

  private final GlueCompiler glue;
  private final OrcJit jit = new OrcJit();
  private final Entrance entrance;
  private final Callbacks callbacks;
  private final Lifetime lifetime;
  private final List<ProgramArguments> arguments = new ArrayList<>();

  /** What has been added; also the lock for adding. */
  private final Set<String> defined = new HashSet<>();

  private final Set<String> foreign = new HashSet<>();
  private final Map<String, Long> thunks = new HashMap<>();

  LoadedCode(byte[] runtime, GlueCompiler glue) throws IOException {
    this.glue = glue;
    defined.addAll(ObjectSymbols.ofElf(runtime).defined());
    jit.add("runtime", runtime);
    entrance = new Entrance(jit);
    callbacks = new Callbacks(jit, glue);
    lifetime = new Lifetime(this::free);
  }

  private void free() {
    callbacks.close();
    entrance.close();
    jit.close();
    arguments.forEach(ProgramArguments::close);
  }

  /**
   * Adds objects, which may use what was loaded before.
   *
   * @return why nothing was added, or an empty list
   * @throws IOException if an object is damaged
   */
  public List<LinkProblem> add(List<LinkObject> objects) throws IOException {
    lifetime.enter();
    try {
      synchronized (defined) {
        return addChecked(objects);
      }
    } finally {
      lifetime.leave();
    }
  }

  private List<LinkProblem> addChecked(List<LinkObject> objects) throws IOException {
    LinkSymbols symbols = LinkSymbols.of(objects);
    List<LinkProblem> problems = new ArrayList<>(symbols.duplicates());
    problems.addAll(symbols.redefinitions(defined));
    Map<String, Long> found = new HashMap<>();
    for (String symbol : symbols.missing(defined)) {
      long address = foreign.contains(symbol) ? 0 : ProcessSymbols.find(symbol);
      if (address != 0) {
        found.put(symbol, address);
      } else if (!foreign.contains(symbol)) {
        problems.add(symbols.undefined(symbol));
      }
    }
    if (problems.isEmpty()) {
      found.forEach(jit::define);
      foreign.addAll(found.keySet());
      objects.forEach(object -> jit.add(object.name(), object.bytes()));
      defined.addAll(symbols.defined());
    }
    return problems;
  }

  /** Whether the objects define the symbol for others. */
  public boolean defines(String symbol) {
    synchronized (defined) {
      return defined.contains(symbol);
    }
  }

  /**
   * A function of the loaded objects.
   *
   * @param symbol its linkage name
   * @param signature how the machine passes its parameters and results; a wrong one has effects no
   *     one can foresee
   * @throws IllegalArgumentException if there is no such symbol
   */
  public LoadedFunction function(String symbol, MachineSignature signature) {
    return functionAt(address(symbol), signature);
  }

  /** The function at an address that loaded code has handed out, as {@link #function}. */
  public LoadedFunction functionAt(long address, MachineSignature signature) {
    return new LoadedFunction(lifetime, entrance, callbacks, thunk(signature), address, signature);
  }

  /**
   * The address of a function or variable of the loaded objects, valid until this is closed.
   *
   * @throws IllegalArgumentException if there is no such symbol
   */
  public long address(String symbol) {
    lifetime.enter();
    try {
      if (!defines(symbol)) {
        throw new IllegalArgumentException("nothing loaded defines " + symbol);
      }
      return jit.address(symbol);
    } finally {
      lifetime.leave();
    }
  }

  /**
   * A native function that calls Java, to be given to loaded code; it exists until this is closed.
   *
   * @param signature how loaded code calls it; at most one result
   * @return its address
   */
  public long callback(MachineSignature signature, JavaCallback callback) {
    lifetime.enter();
    try {
      return callbacks.add(signature, callback);
    } finally {
      lifetime.leave();
    }
  }

  private long thunk(MachineSignature signature) {
    lifetime.enter();
    try {
      synchronized (thunks) {
        return thunks.computeIfAbsent(signature.thunkName(), name -> link(name, signature));
      }
    } finally {
      lifetime.leave();
    }
  }

  private long link(String name, MachineSignature signature) {
    // The runtime brings the one for main, so that running a program compiles nothing.
    if (!defines(name)) {
      jit.add(name, glue.thunk(signature));
    }
    return jit.address(name);
  }

  /**
   * Runs the program's {@code main} on this thread. Of several programs run at the same time in the
   * same loaded code, each sees the arguments of the last one started.
   *
   * @param words the program's name and its arguments; they stay in memory until this is closed,
   *     since the program may keep them
   * @return returned with the exit status in the low 8 bits of the first result, or else
   * @throws IllegalArgumentException if no loaded object defines {@code main}
   */
  public CallOutcome runMain(List<String> words) {
    LoadedFunction main = function(ENTRY, ENTRY_SIGNATURE);
    ProgramArguments given = new ProgramArguments(words);
    lifetime.enter();
    try {
      synchronized (arguments) {
        arguments.add(given);
      }
      given.publish(jit.address("pink_process_arguments"));
      return main.call(words.size(), given.vector());
    } finally {
      lifetime.leave();
    }
  }

  /** Forbids further use; frees the code now, or when the last call under way has ended. */
  @Override
  public void close() {
    lifetime.close();
  }
}
