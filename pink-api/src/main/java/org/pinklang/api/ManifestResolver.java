package org.pinklang.api;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.pinklang.modules.resolve.Execution;
import org.pinklang.modules.resolve.ManifestRequest;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.resolve.Resolvers;

/**
 * Says where the manifest of an imported unit comes from. The strategies below compose with {@link
 * #orElse} and {@link #firstOf}; users write their own with one method.
 *
 * <p>A resolver is asked once for each name in a run, from several threads at once, and not for
 * what is among the sources or the standard modules.
 */
@FunctionalInterface
public interface ManifestResolver {

  /** Answers at once; what takes long is answered {@link Answer.Later later}. */
  Answer resolve(Request request);

  /** How this resolver wants what it makes from source to be made; empty where it does not care. */
  default Optional<Threads> threads() {
    return Optional.empty();
  }

  /**
   * Answers from files by name, which may lie anywhere and be called anything: manifests, binary or
   * as text, or sources. A damaged manifest, or one of another unit or version, is an error; a
   * stale one is a warning, and the next resolver is asked.
   *
   * @param files by the name of the module or partition, {@code m} or {@code m:p}
   * @throws IllegalArgumentException if a name is none of a module or partition
   */
  static ManifestResolver explicit(Map<String, Path> files) {
    return new BuiltInResolver(Resolvers.explicit(UnitNames.parse(files)));
  }

  /**
   * Answers from the files {@code a.b.pmi} and {@code a.b-p.pmi} of folders, searched in order. A
   * manifest that cannot be used is a warning, and the next folder, then the next resolver is
   * asked.
   */
  static ManifestResolver files(Path... folders) {
    return new BuiltInResolver(
        Resolvers.files(Arguments.allPresent(Arrays.asList(folders), "folders")));
  }

  /** Answers from manifests held in the process, for example those of an earlier run. */
  static ManifestResolver inMemory(Collection<Manifest> manifests) {
    return new BuiltInResolver(
        Resolvers.inMemory(
            Arguments.allPresent(manifests, "manifests").stream().map(Manifest::value).toList()));
  }

  /** Makes what is missing from the source path on one thread, while the caller waits. */
  static ManifestResolver singleThreaded() {
    return new SourceStrategy(new Threads(new Execution.SingleThreaded()));
  }

  /**
   * Makes what is missing from the source path on at most {@code threads} threads of the engine.
   *
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  static ManifestResolver threadPool(int threads) {
    return new SourceStrategy(new Threads(new Execution.Pool(threads)));
  }

  /**
   * Makes what is missing from the source path, reading and resolving in tasks of an executor. What
   * needs a large stack is handed over to threads of the engine, one for each processor. A thread
   * that runs a compilation waits, so it must not be the only one of the executor.
   */
  static ManifestResolver threadPool(Executor executor) {
    return new SourceStrategy(
        new Threads(new Execution.On(Arguments.present(executor, "executor"))));
  }

  /** Asks each resolver in turn until one does not answer "not mine". */
  static ManifestResolver firstOf(ManifestResolver... resolvers) {
    return new FirstOfResolver(Arguments.allPresent(Arrays.asList(resolvers), "resolvers"));
  }

  /** Asks this resolver, then another where this one answers "not mine". */
  default ManifestResolver orElse(ManifestResolver other) {
    return firstOf(this, Arguments.present(other, "other"));
  }

  /** A question for a manifest, and what the run that asks can do to answer it. */
  final class Request {
    private final ManifestRequest request;

    Request(ManifestRequest request) {
      this.request = request;
    }

    /** The module or partition asked for, {@code m} or {@code m:p}. */
    public String name() {
      return request.name().display();
    }

    /** Makes the manifest from the source in the name's place on the source path. */
    public Answer fromSource() {
      return new Answer(request.fromSource());
    }

    /** Makes the manifest from a source that may lie anywhere and be called anything. */
    public Answer fromSource(Path file) {
      return new Answer(request.fromSource(request.files().file(Arguments.present(file, "file"))));
    }

    ManifestRequest request() {
      return request;
    }
  }

  /** What a resolver says. */
  final class Answer {
    private final Resolution resolution;

    Answer(Resolution resolution) {
      this.resolution = resolution;
    }

    /** The unit's manifest; the unit itself is not compiled in this run. */
    public static Answer found(Manifest manifest) {
      return new Answer(Arguments.present(manifest, "manifest").found());
    }

    /**
     * This resolver does not know the unit: an ordinary answer, so that the next one is asked.
     *
     * @param searched the places searched, for the message when nobody knows the unit
     */
    public static Answer notMine(String... searched) {
      return new Answer(
          new Resolution.NotMine(Arguments.allPresent(Arrays.asList(searched), "searched")));
    }

    /**
     * There is something that cannot be used; nobody else is asked.
     *
     * @param reason a sentence that says what is wrong and where
     */
    public static Answer rejected(String reason) {
      return new Answer(new Resolution.Rejected(Arguments.present(reason, "reason")));
    }

    /** The answer when the stage completes; no thread waits for it. */
    public static Answer later(CompletionStage<Answer> answer) {
      return new Answer(
          new Resolution.Later(Arguments.present(answer, "answer").thenApply(Answer::settled)));
    }

    private static Resolution settled(@Nullable Answer answer) {
      if (answer == null) {
        throw new IllegalStateException("the stage given to `Answer.later` completed with null");
      }
      return answer.resolution;
    }

    Resolution resolution() {
      return resolution;
    }
  }

  /** On what threads a run works; given by the resolvers above. */
  final class Threads {
    private final Execution execution;

    Threads(Execution execution) {
      this.execution = execution;
    }

    Execution execution() {
      return execution;
    }
  }
}
