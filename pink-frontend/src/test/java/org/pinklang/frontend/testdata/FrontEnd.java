package org.pinklang.frontend.testdata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.CheckResult;
import org.pinklang.frontend.check.ManifestAnswer;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.check.OfferedTypes;
import org.pinklang.frontend.check.UnitChecker;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.parse.ParseResult;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.typed.CheckedUnit;

/** The whole front end over the texts of one case, which are all the units there are. */
public final class FrontEnd {
  private static final long STACK_BYTES = 512L << 20;

  private final List<Unit> units = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<CheckedUnit> checked = new ArrayList<>();

  private final int threads;

  private FrontEnd(int threads) {
    this.threads = threads;
  }

  /**
   * What checking some texts gave.
   *
   * @param units the units without errors
   * @param diagnostics all that is reported, in order
   */
  public record Result(List<CheckedUnit> units, List<Diagnostic> diagnostics) {}

  private record Unit(SourceText text, ParseResult parsed, OutlineResult outlined) {}

  /** All that is reported about some texts, in order. */
  public static List<Diagnostic> diagnostics(List<SourceText> texts) {
    return run(texts).diagnostics();
  }

  /** Checks some texts on a thread with a large stack. */
  public static Result run(List<SourceText> texts) {
    return run(texts, 1);
  }

  /** Checks some texts on several threads at once. */
  public static Result run(List<SourceText> texts, int threads) {
    CompletableFuture<Result> result = new CompletableFuture<>();
    Runnable work =
        () -> {
          try {
            result.complete(new FrontEnd(threads).check(texts));
          } catch (RuntimeException | StackOverflowError failure) {
            result.completeExceptionally(failure);
          }
        };
    new Thread(null, work, "check", STACK_BYTES).start();
    return result.join();
  }

  /** What the checks of some texts share, before any of them. */
  public static BuildFacts facts(List<SourceText> texts) {
    FrontEnd frontEnd = new FrontEnd(1);
    frontEnd.read(texts);
    return new BuildFacts(frontEnd.manifests(), DataModel.BITS_64);
  }

  /** Runs what needs the stack of a check. */
  public static <T> T onDeepStack(Callable<T> work) {
    try (ExecutorService executor =
        Executors.newSingleThreadExecutor(task -> new Thread(null, task, "", STACK_BYTES))) {
      return executor.submit(work).get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }

  private Result check(List<SourceText> texts) {
    read(texts);
    BuildFacts facts = new BuildFacts(manifests(), DataModel.BITS_64);
    List<SuggestedEdit> offers = new ArrayList<>();
    for (CheckResult result : checks(facts)) {
      diagnostics.addAll(result.diagnostics());
      offers.addAll(result.offers());
      if (result.unit() != null) {
        checked.add(result.unit());
      }
    }
    return new Result(
        checked, OfferedTypes.suggest(diagnostics.stream().sorted().toList(), offers));
  }

  private void read(List<SourceText> texts) {
    for (SourceText text : texts) {
      ParseResult parsed = Parser.parse(text);
      OutlineResult outlined = Outliner.outline(text, parsed.tree());
      units.add(new Unit(text, parsed, outlined));
      diagnostics.addAll(parsed.diagnostics());
      diagnostics.addAll(outlined.diagnostics());
    }
  }

  /** Checks every unit, on as many threads as there are to be, all over the same facts. */
  private List<CheckResult> checks(BuildFacts facts) {
    List<Callable<CheckResult>> tasks = new ArrayList<>();
    for (Unit unit : units) {
      tasks.add(() -> UnitChecker.check(unit.text(), unit.parsed().tree(), unit.outlined(), facts));
    }
    List<CheckResult> results = new ArrayList<>();
    try (ExecutorService executor =
        Executors.newFixedThreadPool(threads, work -> new Thread(null, work, "", STACK_BYTES))) {
      for (Future<CheckResult> result : executor.invokeAll(tasks)) {
        results.add(result.get());
      }
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
    return results;
  }

  private ManifestSet manifests() {
    Map<UnitName, ManifestAnswer> answers = new HashMap<>();
    Map<String, List<Manifest>> modules = new HashMap<>();
    for (Unit unit : units) {
      Manifest manifest = unit.outlined().manifest();
      if (manifest.kind().isImportable()) {
        answers.put(manifest.name(), new ManifestAnswer.Found(manifest));
      }
      modules.computeIfAbsent(manifest.module(), module -> new ArrayList<>()).add(manifest);
    }
    units.forEach(unit -> rejectFromItsPlace(unit.outlined().manifest(), answers));
    modules.values().forEach(list -> list.sort(Comparator.comparing(Manifest::logicalName)));
    return new ManifestSet(answers, modules);
  }

  /** Whoever asks for the module that the place of a unit promises does not get another one. */
  private static void rejectFromItsPlace(Manifest manifest, Map<UnitName, ManifestAnswer> answers) {
    String place = manifest.logicalName().replace(".pink", "").replace('/', '.');
    answers.putIfAbsent(
        UnitName.primary(place),
        new ManifestAnswer.Rejected(
            "`"
                + manifest.logicalName()
                + "` declares "
                + (manifest.module().isEmpty()
                    ? "no module"
                    : "module `" + manifest.name().display() + "`")));
  }
}
