package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.modules.resolve.Resolution;

/**
 * The manifests of implementation units that are compiled apart from their module's interface.
 * Nobody imports them, but they say which of the functions that the interface leaves open are
 * defined.
 */
final class ImplementationManifests {
  private final Requests requests;
  private final WorkGroup group;
  private final Map<String, List<CompletableFuture<Resolution>>> asked = new ConcurrentHashMap<>();
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Resolution> answers = new ArrayList<>();

  ImplementationManifests(Requests requests, WorkGroup group) {
    this.requests = requests;
    this.group = group;
  }

  /** Finds those of the modules of some units that are not themselves among the units. */
  void find(List<OutlinedUnit> units) {
    Set<String> known = new HashSet<>();
    SortedSet<String> modules = new TreeSet<>();
    for (OutlinedUnit unit : units) {
      known.add(unit.scanned().logicalName());
      if (unit.manifest().kind().isInterface() && leavesOpen(unit.manifest())) {
        modules.add(unit.manifest().module());
      }
    }
    for (String module : modules) {
      group.startLight(() -> ask(module, Set.copyOf(known)));
    }
    group.await();
    for (String module : modules) {
      asked.getOrDefault(module, List.of()).forEach(answer -> take(answer.join(), known));
    }
  }

  /** Whether a unit declares functions that others of its module define. */
  static boolean leavesOpen(Manifest manifest) {
    return manifest.declarations().stream().anyMatch(one -> !one.defined());
  }

  private void ask(String module, Set<String> known) {
    List<CompletableFuture<Resolution>> settled = new ArrayList<>();
    for (Resolution answer : requests.implementations(module, name -> !known.contains(name))) {
      CompletableFuture<Resolution> one = new CompletableFuture<>();
      settled.add(one);
      if (answer instanceof Resolution.Later later) {
        group.whenAnswered(later.answer(), (value, error) -> one.complete(present(value, error)));
      } else {
        one.complete(answer);
      }
    }
    asked.put(module, settled);
  }

  private static Resolution present(@Nullable Resolution value, @Nullable Throwable error) {
    if (value == null) {
      throw new IllegalStateException("a manifest of an implementation unit did not come", error);
    }
    return value;
  }

  private void take(Resolution answer, Set<String> known) {
    answers.add(answer);
    if (answer instanceof Resolution.Found found && known.add(found.manifest().logicalName())) {
      manifests.add(GuardedManifest.of(found.manifest(), found.provider()));
    }
  }

  /** What was found, in an order that only depends on the resolvers; after {@link #find}. */
  List<Manifest> manifests() {
    return manifests;
  }

  /** The answers, with remarks on what was not used; after {@link #find}. */
  List<Resolution> answers() {
    return answers;
  }
}
