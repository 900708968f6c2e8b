package org.pinklang.modules.build;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;

/**
 * Answers by key, each worked out once however many ask and however they race: the first to ask
 * starts the work, the others are given the answer that is to come. Nobody waits. Safe for any
 * number of threads.
 */
final class SingleFlight<K extends Comparable<K>, V> {
  private final BiConsumer<K, CompletableFuture<V>> start;
  private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

  /**
   * Nothing asked for yet.
   *
   * @param start called once for each key, by the first thread that asks, with the answer to
   *     complete sooner or later; it may ask for other keys
   */
  SingleFlight(BiConsumer<K, CompletableFuture<V>> start) {
    this.start = start;
  }

  /** The answer for a key, which may be yet to come. */
  CompletableFuture<V> ask(K key) {
    CompletableFuture<V> known = flights.get(key);
    if (known != null) {
      return known;
    }
    CompletableFuture<V> answer = new CompletableFuture<>();
    CompletableFuture<V> first = flights.putIfAbsent(key, answer);
    if (first != null) {
      return first;
    }
    start.accept(key, answer);
    return answer;
  }

  /** The answers by key; only when all have come. */
  Map<K, V> answers() {
    Map<K, V> answers = new TreeMap<>();
    flights.forEach((key, answer) -> answers.put(key, answer.join()));
    return answers;
  }
}
