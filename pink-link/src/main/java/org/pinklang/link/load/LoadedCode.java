package org.pinklang.link.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.object.LinkSymbols;
import org.pinklang.link.object.UnusableObjectException;

/**
 * Objects that have become code in this process.
 *
 * <p>Any thread may call any method, and calls may be nested: Java code called from loaded code may
 * call loaded code again. A panic or an exit ends the innermost call. {@link #close} forbids
 * further calls at once and frees the code when the last call under way has ended; whoever then
 * uses the code or a function of it gets an {@link IllegalStateException}. Addresses that the code
 * has handed out are invalid from then on. Code that was loaded later and uses this is closed with
 * it, and freed before it.
 */
public final class LoadedCode implements AutoCloseable {
  /** What the object of the runtime is called. */
  static final String RUNTIME = "";

  private static final String ENTRY = "main";
  private static final MachineSignature ENTRY_SIGNATURE =
      new MachineSignature(
          List.of(ScalarType.INTEGER32, ScalarType.POINTER), Optional.of(ScalarType.INTEGER32));

  private final LoadedFamily family;
  private final CallEndings endings;
  private final long number = JavaMachine.get().programs().nextNumber();
  private final ProgramControl control = new ProgramControl(number);
  private final ProgramLinker linker;

  // What follows is guarded by the family.
  private final List<LinkObject> objects = new ArrayList<>();
  private final Set<LoadedCode> used = new HashSet<>();
  private final List<ProgramArguments> arguments = new ArrayList<>();
  private Set<String> defined = Set.of();
  private Set<String> offered = Set.of();
  private @Nullable CodeImage image;
  private @Nullable CodeMap map;
  private boolean freed;

  private LoadedCode(LoadedFamily family, ProgramLinker linker, CallEndings endings) {
    this.family = family;
    this.linker = linker;
    this.endings = endings;
  }

  /** Loads a program, with the runtime. */
  static LoadOutcome load(
      LinkObject runtime, List<LinkObject> objects, ProgramLinker linker, CallEndings endings) {
    LoadedFamily family = new LoadedFamily();
    synchronized (family) {
      List<LinkObject> all = new ArrayList<>(objects);
      all.addFirst(runtime);
      LoadedCode code = new LoadedCode(family, linker, endings);
      try {
        return code.admitProgram(all, JavaMachine.get().offered());
      } catch (UnusableObjectException e) {
        return new LoadOutcome.Refused(List.of(e.problem()));
      }
    }
  }

  /**
   * Loads objects on top of what is loaded, which they may use.
   *
   * @param endings what calls into these objects end with that do not return
   * @return their code, which is closed with all code it uses; or why nothing was loaded
   */
  public LoadOutcome loadOnTop(List<LinkObject> objects, CallEndings endings) {
    synchronized (family) {
      checkOpen();
      LoadedCode code = new LoadedCode(family, linker, endings);
      code.used.add(this);
      try {
        return code.admit(objects, Map.of());
      } catch (UnusableObjectException e) {
        return new LoadOutcome.Refused(List.of(e.problem()));
      }
    }
  }

  private LoadOutcome admitProgram(List<LinkObject> added, Map<String, Long> given)
      throws UnusableObjectException {
    Optional<LinkedProgram> again = linker.again(added);
    if (again.isPresent()) {
      Map<String, Long> outside = new HashMap<>(given);
      if (find(again.get().outside(), outside).isEmpty()) {
        return loaded(added, given.keySet(), again.get(), outside);
      }
    }
    return admit(added, given);
  }

  /**
   * Loads the objects.
   *
   * @param given what they may use beside what is loaded and what the process has
   */
  private LoadOutcome admit(List<LinkObject> added, Map<String, Long> given)
      throws UnusableObjectException {
    LinkSymbols symbols = linker.symbols(added);
    List<LinkProblem> problems = new ArrayList<>(symbols.duplicates());
    problems.addAll(symbols.redefinitions(family.defined()));
    problems.addAll(symbols.redefinitions(given.keySet()));
    Map<String, Long> outside = new HashMap<>(given);
    find(symbols.missing(given.keySet()), outside)
        .forEach(symbol -> problems.add(symbols.undefined(symbol)));
    if (!problems.isEmpty()) {
      return new LoadOutcome.Refused(problems);
    }
    Optional<LinkedProgram> linked = linker.link(added, outside.keySet());
    if (linked.isPresent()) {
      if (used.isEmpty()) {
        linker.remember(linked.get());
      }
      return loaded(added, given.keySet(), linked.get(), outside);
    }
    return loaded(added, given.keySet(), symbols.defined(), OrcJit.of(added, outside));
  }

  private LoadOutcome loaded(
      List<LinkObject> added, Set<String> given, LinkedProgram program, Map<String, Long> outside)
      throws UnusableObjectException {
    CodeImage loaded = new LinkedImage(program, outside, JavaMachine.get().memory());
    return loaded(added, given, program.definitions().keySet(), loaded);
  }

  private LoadOutcome loaded(
      List<LinkObject> added, Set<String> given, Set<String> defines, CodeImage loaded) {
    image = loaded;
    objects.addAll(added);
    offered = given;
    defined = defines;
    family.add(this);
    JavaMachine.get().programs().add(number, this);
    return new LoadOutcome.Loaded(this);
  }

  /**
   * Finds symbols that these objects do not define.
   *
   * @param found takes their addresses, and may have some
   * @return those that nobody defines, in their order
   */
  private List<String> find(Set<String> symbols, Map<String, Long> found) {
    List<String> missing = new ArrayList<>();
    for (String symbol : symbols) {
      long address = found.containsKey(symbol) ? found.get(symbol) : outside(symbol);
      if (address == 0) {
        missing.add(symbol);
      } else {
        found.put(symbol, address);
      }
    }
    return missing;
  }

  private CodeImage image() {
    return Objects.requireNonNull(image);
  }

  /** The address of a symbol that these objects do not define; 0 if nobody does. */
  private long outside(String symbol) {
    LoadedCode definer = family.definer(symbol);
    if (definer == null) {
      return ProcessSymbols.find(symbol);
    }
    used.add(definer);
    return definer.image().address(symbol);
  }

  /** Whether it has not been closed, itself or with code that it uses. */
  public boolean isOpen() {
    return control.isOpen();
  }

  CallEndings endings() {
    return endings;
  }

  /**
   * Refuses further use.
   *
   * @throws IllegalStateException if this has been closed
   */
  public void checkOpen() {
    if (!isOpen()) {
      throw new IllegalStateException("the loaded program has been closed");
    }
  }

  /** Whether the objects define the symbol for others. */
  public boolean defines(String symbol) {
    synchronized (family) {
      return isDefined(symbol);
    }
  }

  private boolean isDefined(String symbol) {
    return defined.contains(symbol) || offered.contains(symbol);
  }

  /** Whether what can be used of this code and what it was loaded with defines all symbols. */
  public boolean isDefined(Set<String> symbols) {
    synchronized (family) {
      return symbols.stream().allMatch(symbol -> family.definer(symbol) != null);
    }
  }

  void addDefinedTo(Set<String> all) {
    all.addAll(defined);
    all.addAll(offered);
  }

  /**
   * A function of the loaded objects.
   *
   * @param symbol its linkage name
   * @throws IllegalArgumentException if there is no such symbol
   */
  public LoadedFunction function(String symbol) {
    return functionAt(address(symbol));
  }

  /** The function at an address that loaded code has handed out, as {@link #function}. */
  public LoadedFunction functionAt(long address) {
    return new LoadedFunction(control, address);
  }

  /**
   * The address of a function or variable of the loaded objects, valid until this is closed.
   *
   * @throws IllegalArgumentException if there is no such symbol
   */
  public long address(String symbol) {
    synchronized (family) {
      checkOpen();
      if (!isDefined(symbol)) {
        throw new IllegalArgumentException("nothing loaded defines " + symbol);
      }
      return image().address(symbol);
    }
  }

  /**
   * What is known of an instruction of this code or of code it was loaded with; null for nothing.
   */
  @Nullable CodePlace placeOf(long address) {
    synchronized (family) {
      for (LoadedCode member : family.members()) {
        CodePlace place = member.map().find(address);
        if (place != null) {
          return place;
        }
      }
      return null;
    }
  }

  private CodeMap map() {
    CodeMap known = map;
    if (known == null) {
      known = new CodeMap(objects, image());
      map = known;
    }
    return known;
  }

  /**
   * Runs the program's {@code main} on this thread. Of several programs run at the same time in the
   * same loaded code, each sees the arguments of the last one started.
   *
   * @param words the program's name and its arguments; they stay in memory until this is closed,
   *     since the program may keep them
   * @return the exit status in the low 8 bits
   * @throws IllegalArgumentException if no loaded object defines {@code main}
   */
  public int runMain(List<String> words) {
    LoadedFunction main = function(ENTRY);
    ProgramArguments given = new ProgramArguments(words);
    synchronized (family) {
      arguments.add(given);
      LoadedCode runtime = family.definer("pink_process_arguments");
      if (runtime != null) {
        given.publish(runtime.image().address("pink_process_arguments"));
      }
    }
    return (int) main.call(ENTRY_SIGNATURE, words.size(), given.vector());
  }

  /** Forbids further use; frees the code now, or when the last call under way has ended. */
  @Override
  public void close() {
    synchronized (family) {
      if (isOpen()) {
        control.close();
        family.open().stream()
            .filter(other -> other.used.contains(this))
            .forEach(LoadedCode::close);
      }
      freeIfUnused();
    }
  }

  /** Frees the code if it has been closed and nobody is inside or needs it. */
  void freeIfUnused() {
    synchronized (family) {
      boolean isNeeded =
          isOpen() || family.members().stream().anyMatch(other -> other.used.contains(this));
      if (!freed && !isNeeded && !NativeCalls.isAnyInside(control)) {
        freed = true;
        family.remove(this);
        JavaMachine.get().programs().remove(number);
        image().close();
        arguments.forEach(ProgramArguments::close);
        used.forEach(LoadedCode::freeIfUnused);
      }
    }
  }
}
