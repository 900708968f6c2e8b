package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.api.Verification.Artefact;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.store.CheckedStore;
import org.pinklang.modules.store.StoreKey;

/** A store that holds wrong results, all of them sound entries, is found out. */
class VerificationTest {
  private static final String ONE = "fn main() -> Integer { 1; }";
  private static final String TWO = "fn main() -> Integer { 2; }";

  @TempDir Path folder;

  /** Keeps everything, in the order it was put in. */
  private static final class OpenStore implements Store {
    final Map<Key, byte[]> entries = new LinkedHashMap<>();

    @Override
    public synchronized Optional<byte[]> get(Key key) {
      return Optional.ofNullable(entries.get(key));
    }

    @Override
    public synchronized void put(Key key, byte[] bytes) {
      entries.put(key, bytes);
    }

    List<Key> of(Kind kind) {
      return entries.keySet().stream().filter(key -> key.kind() == kind).toList();
    }

    /** What was put for another program only, in its order. */
    List<Key> own(Kind kind, OpenStore other) {
      List<Key> own = new ArrayList<>(of(kind));
      own.removeAll(other.entries.keySet());
      return own;
    }
  }

  private static Compilation compilation(String program, Store store) {
    return Compilation.builder()
        .sources(Sources.text("main.pink", program))
        .resolver(ManifestResolver.singleThreaded())
        .store(store)
        .build();
  }

  private CompilationResult link(String program, Store store) throws IOException {
    CompilationResult result = compilation(program, store).run().orThrow();
    result.link(Link.executable(folder.resolve("made")));
    return result;
  }

  /** Has the records about one program name what belongs to another one. */
  private static void confuse(OpenStore store, OpenStore other) {
    List<Store.Key> right = store.own(Store.Kind.CONTENT, other);
    List<Store.Key> wrong = other.own(Store.Kind.CONTENT, store);
    assertThat(wrong).hasSameSizeAs(right).isNotEmpty();
    wrong.forEach(key -> store.entries.put(key, other.entries.get(key)));
    CheckedStore checked = new CheckedStore(UserStore.of(store));
    for (Store.Key record : store.own(Store.Kind.RECORD, other)) {
      StoreKey key = StoreKey.action(ContentHash.ofHex(record.hash()));
      String payload = text(checked.get(key).orElseThrow());
      for (int i = 0; i < right.size(); i++) {
        payload =
            payload.replace(
                text(ContentHash.ofHex(right.get(i).hash()).value()),
                text(ContentHash.ofHex(wrong.get(i).hash()).value()));
      }
      checked.put(key, payload.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aSoundStoreGivesWhatABuildFromNothingGives() throws IOException {
    Store store = new OpenStore();
    assertThat(compilation(ONE, store).verify().difference()).isEmpty();
    link(ONE, store);
    Verification second = compilation(ONE, store).verify();
    assertThat(second.succeeded()).isTrue();
    assertThat(second.result().counters().compiled()).isZero();
  }

  @Test
  void aProgramWithErrorsIsCompared() {
    Verification verification =
        compilation("fn main() -> Integer { true; }", new OpenStore()).verify();
    assertThat(verification.succeeded()).isTrue();
    assertThat(verification.result().succeeded()).isFalse();
  }

  @Test
  void theObjectOfAnotherTextIsNamed() {
    OpenStore store = new OpenStore();
    OpenStore other = new OpenStore();
    compilation(ONE, store).run().orThrow();
    compilation(TWO, other).run().orThrow();
    confuse(store, other);
    Verification verification = compilation(ONE, store).verify();
    assertThat(verification.result().counters().compiled()).isZero();
    Verification.Difference difference = verification.difference().orElseThrow();
    assertThat(difference.unit()).isEqualTo("main.pink");
    assertThat(difference.artefact()).isEqualTo(Artefact.CODE);
    byte[] wrong = verification.result().objects().getFirst().bytes();
    byte[] right = compilation(ONE, Store.none()).run().objects().getFirst().bytes();
    int at = (int) difference.offset();
    assertThat(wrong[at]).isNotEqualTo(right[at]);
    assertThat(difference.toText())
        .isEqualTo(
            "main.pink: the compiled code is not what a build from nothing gives, from byte "
                + at
                + " on, in `main`, section `.text`");
  }

  @Test
  void aRecordThatTakesAnotherFileForTheExecutableIsNamed() throws IOException {
    OpenStore store = new OpenStore();
    compilation(ONE, store).run();
    List<Store.Key> before = store.of(Store.Kind.RECORD);
    link(ONE, store);
    List<Store.Key> records = new ArrayList<>(store.of(Store.Kind.RECORD));
    records.removeAll(before);
    StoreKey record = StoreKey.action(ContentHash.ofHex(records.getFirst().hash()));
    new CheckedStore(UserStore.of(store))
        .put(record, "0".repeat(64).getBytes(StandardCharsets.UTF_8));
    Verification.Difference difference =
        compilation(ONE, store).verify().difference().orElseThrow();
    assertThat(difference.artefact()).isEqualTo(Artefact.LINK_RECORD);
    assertThat(difference.toText()).startsWith("the record of the executable is not");
  }
}
