package org.pinklang.modules.build;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.OfferedBodies;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.DeclarationKind;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.modules.codec.EncodedBodies;
import org.pinklang.modules.resolve.Resolution;

/**
 * What the units of a build offer each other for inlining, each known from when the unit has been
 * checked. Safe for any number of threads; none waits.
 */
final class BodyExchange {
  private final BuildFacts facts;
  private final DataModel model;
  private final BodyUse use;
  private final Map<String, OutlinedUnit> units = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Boolean>> known = new ConcurrentHashMap<>();

  BodyExchange(BuildFacts facts, DataModel model, BodyUse use) {
    this.facts = facts;
    this.model = model;
    this.use = use;
  }

  /** Whether anybody takes a body. */
  boolean isUsed() {
    return use != BodyUse.NONE;
  }

  /** A unit whose bodies will be known once it is checked, which happens only if somebody asks. */
  void add(String name, OutlinedUnit unit) {
    units.put(name, unit);
  }

  /** A unit that is being checked, so that its bodies will be known. */
  void expect(String name) {
    known.putIfAbsent(name, new CompletableFuture<>());
  }

  /** Makes the bodies of a unit known. */
  void publish(String name, EncodedBodies bodies) {
    publish(name, bodies.in(name, model, use == BodyUse.INLINE_WITH_PLACES));
  }

  /** Makes known what comes with a manifest; gives a note where that is nothing. */
  Optional<Diagnostic> take(Resolution.Found found) {
    if (!isUsed()) {
      return Optional.empty(); // nobody looks at the bytes of bodies
    }
    Manifest manifest = found.manifest();
    String name = manifest.logicalName();
    Optional<EncodedBodies> bodies = found.bodies().filter(offered -> offered.isFor(model));
    if (bodies.isPresent()) {
      publish(name, bodies.get());
      return Optional.empty();
    }
    publishNone(name);
    boolean hasFunctions =
        manifest.declarations().stream()
            .anyMatch(
                one ->
                    one.kind() == DeclarationKind.FUNCTION
                        && one.visibility() == Visibility.EXPORTED
                        && one.defined());
    return hasFunctions
        ? Optional.of(
            Diagnostic.of(BuildCode.NO_BODIES, name, new Span(0, 0), manifest.name().display())
                .build())
        : Optional.empty();
  }

  /** Makes known that a unit offers nothing, unless what it offers is known. */
  void publishNone(String name) {
    if (facts.offers(name) == null) {
      publish(name, OfferedBodies.NONE);
    }
  }

  private void publish(String name, OfferedBodies bodies) {
    if (!isUsed()) {
      return;
    }
    facts.offer(name, bodies);
    CompletableFuture<Boolean> promise =
        known.computeIfAbsent(name, unit -> new CompletableFuture<>());
    promise.complete(true);
  }

  /**
   * Completes when it is known what a unit offers.
   *
   * @param check starts checking a unit that would not be checked otherwise
   */
  CompletionStage<Boolean> whenKnown(String name, Consumer<OutlinedUnit> check) {
    CompletableFuture<Boolean> promise = new CompletableFuture<>();
    CompletableFuture<Boolean> first = known.putIfAbsent(name, promise);
    if (first != null) {
      return first;
    }
    OutlinedUnit unit = units.get(name);
    if (unit == null) {
      publishNone(name);
    } else {
      check.accept(unit);
    }
    return promise;
  }
}
