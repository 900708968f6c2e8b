package org.pinklang.modules.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.UnitRead;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.modules.codec.ManifestCodec;
import org.pinklang.modules.codec.ManifestFormatException;
import org.pinklang.modules.source.FilesSeen;
import org.pinklang.modules.store.CheckedStore;
import org.pinklang.modules.store.Store;
import org.pinklang.modules.store.StoreKey;

/**
 * Results of earlier builds: of texts, of units, and compiled forms. What is asked for again in the
 * same process comes from memory, everything else from a store. Safe for any number of threads.
 *
 * <p>Only results without errors are kept. A record that the store lost or damaged is not there,
 * and is written again.
 */
public final class ResultCache {
  /** So many environments in which a unit was compiled are remembered. */
  private static final int MAX_TRACES = 4;

  private final CheckedStore store;
  private final ContentHash toolchain;
  private final TraceCodec traces;
  private final boolean keepsTrees;
  private final ResultMemory memory = new ResultMemory();
  private final RecentHashes hashes = new RecentHashes();
  private volatile FilesSeen filesSeen = new FilesSeen();
  private volatile FilesSeen filesLookedAt = new FilesSeen();
  private volatile @Nullable FilesSeen filesOfBuild;

  /**
   * A cache with nothing in memory.
   *
   * @param store where results outlive this
   * @param toolchain what identifies the compiler: results of another one are not found
   * @param codes every code a diagnostic of a unit may have
   * @param keepsTrees whether trees of texts stay in memory, for many builds of one process
   */
  public ResultCache(
      Store store, ContentHash toolchain, DiagnosticCodes codes, boolean keepsTrees) {
    this.keepsTrees = keepsTrees;
    this.store = new CheckedStore(store);
    this.toolchain = toolchain;
    this.traces = new TraceCodec(codes);
  }

  /** The files that the last build has seen which ended well. */
  public FilesSeen filesSeen() {
    return filesSeen;
  }

  /**
   * What takes the files that the next build sees, and need not read where they are as they were.
   *
   * @see #lookedAt
   */
  public FilesSeen nextFilesSeen() {
    FilesSeen now = filesLookedAt;
    filesLookedAt = new FilesSeen();
    return new FilesSeen(filesSeen, now);
  }

  /** Says what was seen of files since the next build began. */
  public void lookedAt(FilesSeen now) {
    filesLookedAt = now;
  }

  /** Says what files the build has seen; they count once it has {@linkplain #buildEnded ended}. */
  public void seenByBuild(FilesSeen seen) {
    seen.finish();
    filesOfBuild = seen;
  }

  /** Keeps what was seen of files in place of a build that had nothing to do. */
  public void keepFilesSeen(FilesSeen seen) {
    seen.finish();
    filesSeen = seen;
  }

  /** The store behind this, which verifies what it reads. */
  public CheckedStore store() {
    return store;
  }

  /** What a text came to. */
  public Optional<TextResult> text(SourceText text) {
    ContentHash key = textKey(text);
    Optional<TextResult> known =
        memory
            .texts()
            .find(key)
            .or(() -> store.get(StoreKey.action(key)).flatMap(b -> decode(text, b)));
    known.ifPresent(result -> memory.texts().keep(key, result));
    // Whoever imports something that changes is checked again and needs its tree then.
    memory.trees().find(key);
    return known;
  }

  private static Optional<TextResult> decode(SourceText text, byte[] bytes) {
    try {
      RecordReader in = new RecordReader(bytes);
      ContentHash tokens = in.hash();
      Set<String> named = new HashSet<>(in.list(in::text));
      Manifest manifest = ManifestCodec.decode(in.bytes(), text.logicalName());
      boolean ofText =
          manifest.sourceHash().equals(text.hash())
              && manifest.logicalName().equals(text.logicalName());
      return ofText ? Optional.of(new TextResult(manifest, tokens, named)) : Optional.empty();
    } catch (MalformedRecordException | ManifestFormatException e) {
      return Optional.empty();
    }
  }

  /** Keeps what a text came to. */
  public void keepText(SourceText text, TextResult result) {
    ContentHash key = textKey(text);
    memory.texts().keep(key, result);
    if (store.keeps()) {
      RecordWriter out = new RecordWriter();
      out.hash(result.tokens());
      out.list(new TreeSet<>(result.named()), out::text);
      out.bytes(ManifestCodec.encode(result.manifest()));
      store.put(StoreKey.action(key), out.toByteArray());
    }
  }

  /** Whether trees of texts stay in memory. */
  public boolean keepsTrees() {
    return keepsTrees;
  }

  /** The whole tree of a text without errors, where this keeps trees and has this one. */
  public Optional<UnitTree> tree(SourceText text) {
    return keepsTrees ? memory.trees().find(textKey(text)) : Optional.empty();
  }

  /** Keeps the whole tree of a text in memory, where this keeps trees. */
  public void keepTree(SourceText text, UnitTree tree) {
    if (keepsTrees) {
      memory.trees().keep(textKey(text), tree);
    }
  }

  /**
   * What a text with errors came to, where this keeps trees and has this one.
   *
   * @param whole whether its bodies are asked for
   */
  public Optional<BrokenText> brokenText(SourceText text, boolean whole) {
    return keepsTrees ? memory.brokenTexts().find(brokenKey(text, whole)) : Optional.empty();
  }

  /**
   * Keeps what a text with errors came to in memory, where this keeps trees.
   *
   * @param whole whether its bodies were read
   */
  public void keepBrokenText(SourceText text, boolean whole, BrokenText broken) {
    if (keepsTrees) {
      memory.brokenTexts().keep(brokenKey(text, whole), broken);
    }
  }

  private ContentHash brokenKey(SourceText text, boolean whole) {
    return key("broken").flag(whole).hash(textKey(text)).finish();
  }

  /** A unit whose check found errors in an earlier build of this process. */
  public Optional<FailedUnit> failedUnit(ContentHash options, SourceText text) {
    return memory.failedUnits().find(failedKey(options, text));
  }

  /** Keeps in memory what is wrong with a unit. */
  public void keepFailedUnit(ContentHash options, SourceText text, FailedUnit failed) {
    memory.failedUnits().keep(failedKey(options, text), failed);
  }

  private ContentHash failedKey(ContentHash options, SourceText text) {
    return key("failed").hash(options).hash(textKey(text)).finish();
  }

  private ContentHash textKey(SourceText text) {
    return key("text").text(text.logicalName()).hash(text.hash()).finish();
  }

  private HashWriter key(String kind) {
    return new HashWriter().text(kind).hash(toolchain);
  }

  /**
   * The key of what a unit with some tokens is compiled to.
   *
   * @param options the hash of everything but the unit and other units that decides it
   * @param tokens the hash of the text's tokens
   */
  public ContentHash unitKey(ContentHash options, String logicalName, ContentHash tokens) {
    return key("unit").hash(options).text(logicalName).hash(tokens).finish();
  }

  /** How a unit was compiled before, the last time first. */
  public List<UnitTrace> traces(ContentHash unitKey) {
    List<UnitTrace> known =
        memory
            .traces()
            .find(unitKey)
            .or(() -> store.get(StoreKey.action(unitKey)).flatMap(this::decodeTraces))
            .orElse(List.of());
    if (!known.isEmpty()) {
      memory.traces().keep(unitKey, known);
    }
    return known;
  }

  private Optional<List<UnitTrace>> decodeTraces(byte[] bytes) {
    try {
      return Optional.of(traces.decode(bytes));
    } catch (MalformedRecordException e) {
      return Optional.empty();
    }
  }

  /** Puts how a unit was compiled before what is known; the compiled form has been kept. */
  public void keepTrace(ContentHash unitKey, UnitTrace trace) {
    List<UnitTrace> all = new ArrayList<>();
    all.add(trace);
    for (UnitTrace other : traces(unitKey)) {
      if (all.size() < MAX_TRACES && !readsTheSame(other, trace)) {
        all.add(other);
      }
    }
    memory.traces().keep(unitKey, List.copyOf(all));
    if (store.keeps()) {
      store.put(StoreKey.action(unitKey), traces.encode(all));
    }
  }

  private static boolean readsTheSame(UnitTrace one, UnitTrace other) {
    return answers(one).equals(answers(other))
        && one.compiled().equals(other.compiled())
        && new HashSet<>(one.positions().values())
            .equals(new HashSet<>(other.positions().values()));
  }

  private static Map<UnitRead, ContentHash> answers(UnitTrace trace) {
    Map<UnitRead, ContentHash> answers = new HashMap<>();
    trace.reads().forEach(read -> answers.put(read.read(), read.answer()));
    return answers;
  }

  /** A compiled form by the hash of its bytes. */
  public Optional<byte[]> compiled(ContentHash hash) {
    Optional<byte[]> known =
        memory.compiled().find(hash).or(() -> store.get(StoreKey.content(hash)));
    known.ifPresent(bytes -> memory.compiled().keep(hash, bytes));
    return known;
  }

  /** Keeps a compiled form; gives its hash. */
  public ContentHash keepCompiled(byte[] bytes) {
    ContentHash hash = hashes.of(bytes);
    memory.compiled().keep(hash, bytes);
    store.put(StoreKey.content(hash), bytes);
    return hash;
  }

  /** A small record about something with this hash, by whatever asks for it. */
  public Optional<byte[]> record(String kind, ContentHash about) {
    ContentHash key = key(kind).hash(about).finish();
    Optional<byte[]> known = memory.records().find(key).or(() -> store.get(StoreKey.action(key)));
    known.ifPresent(record -> memory.records().keep(key, record));
    return known;
  }

  /** Keeps a record for {@link #record}; what it names has been kept. */
  public void keepRecord(String kind, ContentHash about, byte[] record) {
    ContentHash key = key(kind).hash(about).finish();
    memory.records().keep(key, record);
    store.put(StoreKey.action(key), record);
  }

  /** Bytes that were made from something with this hash, by whatever asks for them. */
  public Optional<byte[]> made(String kind, ContentHash from) {
    return record(kind, from)
        .filter(bytes -> bytes.length == ContentHash.BYTES)
        .flatMap(bytes -> compiled(ContentHash.ofValue(bytes)));
  }

  /** Keeps bytes for {@link #made}. */
  public void keepMade(String kind, ContentHash from, byte[] bytes) {
    keepRecord(kind, from, keepCompiled(bytes).value());
  }

  /**
   * How a unit was written when it was last made.
   *
   * @param program what identifies the program among others of the user
   * @param unit its logical name
   */
  public Optional<DeclarationTokens> lastWritten(ContentHash program, String unit) {
    ContentHash key = writtenKey(program, unit);
    return memory
        .written()
        .find(key)
        .or(() -> store.get(StoreKey.action(key)).flatMap(ResultCache::decodeWritten));
  }

  private static Optional<DeclarationTokens> decodeWritten(byte[] bytes) {
    try {
      return Optional.of(DeclarationTokens.read(new RecordReader(bytes)));
    } catch (MalformedRecordException e) {
      return Optional.empty();
    }
  }

  /** Keeps how a unit of a program is written that is made now. */
  public void keepWritten(ContentHash program, String unit, DeclarationTokens written) {
    ContentHash key = writtenKey(program, unit);
    memory.written().keep(key, written);
    if (store.keeps()) {
      RecordWriter out = new RecordWriter();
      written.write(out);
      store.put(StoreKey.action(key), out.toByteArray());
    }
  }

  private ContentHash writtenKey(ContentHash program, String unit) {
    return key("written").hash(program).text(unit).finish();
  }

  /** Under what everything is kept that this knows of a unit. */
  public UnitKeys keys(SourceText text, ContentHash unitKey, Optional<ContentHash> compiled) {
    return new UnitKeys(textKey(text), unitKey, compiled);
  }

  /**
   * Says that what is known of a unit is used by the present build, which did not ask for it. Of
   * many builds of which each says so, only some cost anything.
   */
  public void use(UnitKeys keys) {
    if (!memory.notesUses()) {
      return;
    }
    memory.texts().use(keys.text());
    memory.trees().use(keys.text());
    memory.traces().use(keys.unit());
    keys.compiled().ifPresent(memory.compiled()::use);
  }

  /**
   * To be called after each build that ended well: keeps what files it has seen, and forgets from
   * memory what the last builds did not ask for.
   */
  public void buildEnded() {
    FilesSeen seen = filesOfBuild;
    filesOfBuild = null;
    if (seen != null) {
      filesSeen = seen;
    }
    memory.buildEnded();
  }

  /**
   * To be called in place of {@link #buildEnded} after a build that failed or was cancelled: what
   * builds before it used and have seen stays.
   */
  public void buildAbandoned() {
    filesOfBuild = null;
    filesLookedAt = new FilesSeen();
    memory.buildAbandoned();
  }

  /** How many results are in memory. */
  public int size() {
    return memory.size();
  }
}
