package org.pinklang.modules.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.tree.UnitTree;

/**
 * What the last builds of this process asked for or made. Safe for any number of threads. Bounded
 * by what so many builds use: an edit adds what it changes and, some builds later, drops what it
 * replaced.
 */
final class ResultMemory {
  private static final int BUILDS = 8;

  private final Map<ContentHash, Entry<TextResult>> texts = new ConcurrentHashMap<>();
  private final Map<ContentHash, Entry<Map<String, DeclarationTokens>>> lastBuilds =
      new ConcurrentHashMap<>();
  private final Map<ContentHash, Entry<UnitTree>> trees = new ConcurrentHashMap<>();
  private final Map<ContentHash, Entry<List<UnitTrace>>> traces = new ConcurrentHashMap<>();
  private final Map<ContentHash, Entry<byte[]>> compiled = new ConcurrentHashMap<>();
  private final Map<ContentHash, Entry<byte[]>> records = new ConcurrentHashMap<>();
  private final AtomicInteger build = new AtomicInteger();

  private record Entry<T>(T value, int lastUse) {}

  Optional<TextResult> text(ContentHash key) {
    return find(texts, key);
  }

  void keepText(ContentHash key, TextResult result) {
    keep(texts, key, result);
  }

  Optional<Map<String, DeclarationTokens>> lastBuild(ContentHash key) {
    return find(lastBuilds, key);
  }

  void keepLastBuild(ContentHash key, Map<String, DeclarationTokens> units) {
    keep(lastBuilds, key, units);
  }

  Optional<UnitTree> tree(ContentHash key) {
    return find(trees, key);
  }

  void keepTree(ContentHash key, UnitTree tree) {
    keep(trees, key, tree);
  }

  Optional<List<UnitTrace>> traces(ContentHash key) {
    return find(traces, key);
  }

  void keepTraces(ContentHash key, List<UnitTrace> known) {
    keep(traces, key, known);
  }

  Optional<byte[]> compiled(ContentHash hash) {
    return find(compiled, hash);
  }

  void keepCompiled(ContentHash hash, byte[] bytes) {
    keep(compiled, hash, bytes);
  }

  Optional<byte[]> record(ContentHash key) {
    return find(records, key);
  }

  void keepRecord(ContentHash key, byte[] record) {
    keep(records, key, record);
  }

  private static <T> Optional<T> find(Map<ContentHash, Entry<T>> entries, ContentHash key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  private <T> void keep(Map<ContentHash, Entry<T>> entries, ContentHash key, T value) {
    entries.put(key, new Entry<>(value, build.get()));
  }

  /** A build has ended. */
  void age() {
    int oldest = build.incrementAndGet() - BUILDS;
    texts.values().removeIf(entry -> entry.lastUse() < oldest);
    trees.values().removeIf(entry -> entry.lastUse() < oldest);
    traces.values().removeIf(entry -> entry.lastUse() < oldest);
    compiled.values().removeIf(entry -> entry.lastUse() < oldest);
    records.values().removeIf(entry -> entry.lastUse() < oldest);
  }
}
