package org.pinklang.modules.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.source.FilesSeen;
import org.pinklang.modules.source.FilesSeenCodec;
import org.pinklang.modules.store.CheckedStore;
import org.pinklang.modules.store.Store;
import org.pinklang.modules.store.StoreKey;

/** The records of whole runs in a store. Safe for any number of threads. */
public final class RunRecords {
  private static final String KIND = "run";

  private final CheckedStore store;
  private final ContentHash toolchain;
  private final Supplier<DiagnosticCodes> codes;

  /**
   * Records in a store.
   *
   * @param toolchain what identifies the compiler: records of another one are not found
   * @param codes gives every code that a diagnostic may have; asked where there is a diagnostic
   */
  public RunRecords(Store store, ContentHash toolchain, Supplier<DiagnosticCodes> codes) {
    this.store = new CheckedStore(store);
    this.toolchain = toolchain;
    this.codes = codes;
  }

  /**
   * The record of a run.
   *
   * @param question the hash of all that decides the run but the contents of files
   * @return empty where there is none, or something that it needs is lost
   */
  public Optional<RunRecord> find(ContentHash question) {
    try {
      return store.get(key(question)).flatMap(bytes -> decode(new RecordReader(bytes)));
    } catch (MalformedRecordException e) {
      return Optional.empty();
    }
  }

  private Optional<RunRecord> decode(RecordReader in) {
    Optional<FilesSeen> inputs = FilesSeenCodec.decode(in.bytes());
    Optional<FilesSeen> outputs = FilesSeenCodec.decode(in.bytes());
    List<String> written = in.list(in::text);
    String note = in.text();
    List<Diagnostic> diagnostics = in.list(() -> new DiagnosticCodec(codes.get()).read(in));
    Map<String, SourceText> texts = new HashMap<>();
    boolean whole =
        in.list(() -> addText(in.text(), in.hash(), texts)).stream()
            .allMatch(Boolean::booleanValue);
    Map<String, String> origins = new HashMap<>();
    in.list(() -> origins.put(in.text(), in.text()));
    return whole && inputs.isPresent() && outputs.isPresent()
        ? Optional.of(
            new RunRecord(inputs.get(), outputs.get(), written, note, diagnostics, texts, origins))
        : Optional.empty();
  }

  private boolean addText(String name, ContentHash hash, Map<String, SourceText> texts) {
    Optional<byte[]> bytes = store.get(StoreKey.content(hash));
    bytes.ifPresent(found -> texts.put(name, SourceText.ofBytes(name, found)));
    return bytes.isPresent();
  }

  /**
   * Keeps a record in place of an earlier one.
   *
   * @return whether it could be kept: not where something is not there for other processes to see
   */
  public boolean keep(ContentHash question, RunRecord record) {
    Optional<byte[]> inputs = FilesSeenCodec.encode(record.inputs());
    Optional<byte[]> outputs = FilesSeenCodec.encode(record.outputs());
    if (inputs.isEmpty() || outputs.isEmpty()) {
      return false;
    }
    DiagnosticCodec codec = new DiagnosticCodec(new DiagnosticCodes(List.of()));
    RecordWriter out = new RecordWriter();
    out.bytes(inputs.get());
    out.bytes(outputs.get());
    out.list(record.written(), out::text);
    out.text(record.note());
    out.list(record.diagnostics(), diagnostic -> codec.write(out, diagnostic));
    out.list(
        new TreeMap<>(record.texts()).entrySet(),
        text -> {
          store.put(StoreKey.content(text.getValue().hash()), text.getValue().bytes());
          out.text(text.getKey());
          out.hash(text.getValue().hash());
        });
    out.list(
        new TreeMap<>(record.origins()).entrySet(),
        origin -> {
          out.text(origin.getKey());
          out.text(origin.getValue());
        });
    store.put(key(question), out.toByteArray());
    return true;
  }

  /** Has the store give back what it holds open, once nothing more is asked for. */
  public void flush() {
    store.flush();
  }

  private StoreKey key(ContentHash question) {
    return StoreKey.action(new HashWriter().text(KIND).hash(toolchain).hash(question).finish());
  }
}
