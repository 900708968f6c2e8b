package org.pinklang.modules.history;

import java.util.List;
import org.pinklang.frontend.tree.UnitTree;

/**
 * What the last builds of this process asked for or made. Safe for any number of threads. Bounded
 * by what so many builds use: an edit adds what it changes and, some builds later, drops what it
 * replaced. Builds that fail or are cancelled drop nothing that those before them used.
 */
final class ResultMemory implements AgingTable.Clock {
  private static final int BUILDS = 8;

  private final AgingTable<TextResult> texts = new AgingTable<>(this);
  private final AgingTable<BrokenText> brokenTexts = new AgingTable<>(this);
  private final AgingTable<UnitTree> trees = new AgingTable<>(this);
  private final AgingTable<List<UnitTrace>> traces = new AgingTable<>(this);
  private final AgingTable<FailedUnit> failedUnits = new AgingTable<>(this);
  private final AgingTable<byte[]> compiled = new AgingTable<>(this);
  private final AgingTable<byte[]> records = new AgingTable<>(this);
  private final AgingTable<DeclarationTokens> written = new AgingTable<>(this);
  private final List<AgingTable<?>> tables =
      List.of(texts, brokenTexts, trees, traces, failedUnits, compiled, records, written);
  private volatile int builds;
  private volatile int attempts;

  AgingTable<TextResult> texts() {
    return texts;
  }

  AgingTable<BrokenText> brokenTexts() {
    return brokenTexts;
  }

  AgingTable<UnitTree> trees() {
    return trees;
  }

  AgingTable<List<UnitTrace>> traces() {
    return traces;
  }

  AgingTable<FailedUnit> failedUnits() {
    return failedUnits;
  }

  AgingTable<byte[]> compiled() {
    return compiled;
  }

  AgingTable<byte[]> records() {
    return records;
  }

  AgingTable<DeclarationTokens> written() {
    return written;
  }

  /** Whether a use has to be noted in this build: often enough, so that nothing used is dropped. */
  boolean notesUses() {
    return builds % (BUILDS / 2) == 0;
  }

  @Override
  public int builds() {
    return builds;
  }

  @Override
  public int attempts() {
    return attempts;
  }

  /** A build has ended. */
  synchronized void buildEnded() {
    attempts++;
    builds++;
    tables.forEach(table -> table.forgetBefore(builds - BUILDS));
  }

  /** A build has failed or was cancelled. */
  synchronized void buildAbandoned() {
    attempts++;
    tables.forEach(table -> table.forgetUnsettledBefore(attempts - BUILDS));
  }

  /** How much there is in all. */
  int size() {
    return tables.stream().mapToInt(AgingTable::size).sum();
  }
}
