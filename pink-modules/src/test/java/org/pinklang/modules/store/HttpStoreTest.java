package org.pinklang.modules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpStoreTest {
  private static final RemoteCache.Timeouts SHORT =
      new RemoteCache.Timeouts(
          Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(1000));
  private static final RemoteCache.Timeouts LONG =
      new RemoteCache.Timeouts(
          Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60));
  private static final byte[] BYTES = Entries.bytes(100_000, 1);
  private static final StoreKey CONTENT = Entries.contentKey(BYTES);
  private static final StoreKey RECORD = Entries.recordKey(1);
  private static final StoreKey MISSING = Entries.recordKey(2);

  private final CacheServer server = new CacheServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private CheckedStore store() {
    return store(LONG);
  }

  private CheckedStore store(RemoteCache.Timeouts timeouts) {
    return new CheckedStore(new HttpStore(server.address(), timeouts));
  }

  private String stopped(String reason) {
    return "the store `%s/` is not used further in this run: %s"
        .formatted(server.address(), reason);
  }

  private void fill() {
    CheckedStore store = store();
    store.put(RECORD, BYTES);
    store.put(CONTENT, BYTES);
    store.flush();
    assertThat(store.trouble()).isEmpty();
    server.requests.clear();
  }

  @Test
  void entriesLieWhereBazelsDo() {
    CheckedStore store = store();
    store.put(RECORD, BYTES);
    store.put(CONTENT, BYTES);
    assertThat(server.requests).as("nothing is sent before the flush").isEmpty();
    assertThat(store.get(CONTENT)).hasValue(BYTES);
    assertThat(store.get(RECORD)).hasValue(BYTES);
    store.flush();
    assertThat(server.requests)
        .containsExactly("PUT /cas/" + CONTENT.hash(), "PUT /ac/" + RECORD.hash());
    CheckedStore other = store();
    assertThat(other.get(CONTENT)).hasValue(BYTES);
    assertThat(other.get(RECORD)).hasValue(BYTES);
    assertThat(other.get(MISSING)).isEmpty();
    assertThat(other.trouble()).isEmpty();
  }

  @Test
  void aPathOfTheAddressComesFirst() {
    for (String path : List.of("/a/b%20c", "/a/b%20c/")) {
      Store store = new HttpStore(server.address("", path));
      store.put(CONTENT, BYTES);
      store.flush();
    }
    assertThat(server.entries).containsOnlyKeys("/a/b c/cas/" + CONTENT.hash());
  }

  @Test
  void thePasswordIsSentAndNeverShown() {
    server.answerAll(403);
    HttpStore store = new HttpStore(server.address("ci:s%40cret@", "/x"), LONG);
    assertThat(store.get(RECORD)).isEmpty();
    store.put(CONTENT, BYTES);
    store.flush();
    assertThat(server.authorizations).containsExactly("Basic Y2k6c0BjcmV0", "Basic Y2k6c0BjcmV0");
    assertThat(store.trouble())
        .hasValueSatisfying(text -> assertThat(text).contains("403").doesNotContain("cret", "ci:"));
    assertThat(store.toString()).isEqualTo(server.address() + "/x/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://u:secret@host/",
        "http:///u:secret@x",
        "http://u:secret@under_score/",
        "http://u:secret@host/?a",
        "http://u:secret@host/#a",
        "u:secret@host"
      })
  void anAddressThatIsNoneIsRefusedWithoutThePassword(String address) {
    assertThatThrownBy(() -> new HttpStore(URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 507, 302, 204, 206})
  void afterThreeFailuresItIsNotAskedFurther(int status) {
    server.answerAll(status);
    CheckedStore store = store();
    for (int i = 0; i < 10; i++) {
      assertThat(store.get(Entries.recordKey(i))).isEmpty();
    }
    assertThat(server.requests).hasSize(3);
    assertThat(store.trouble()).hasValue(stopped("it answered " + status + " to reading"));
    store.flush();
    server.behaveAgain();
    assertThat(store.get(RECORD)).as("the next run tries once").isEmpty();
    assertThat(server.requests).hasSize(4);
  }

  @Test
  void aFailureBetweenHitsIsForgotten() {
    fill();
    CheckedStore store = store();
    for (int i = 0; i < 5; i++) {
      server.answerAll(500);
      assertThat(store.get(RECORD)).isEmpty();
      assertThat(store.get(RECORD)).isEmpty();
      server.behaveAgain();
      assertThat(store.get(RECORD)).isPresent();
    }
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  void whoMayNotWriteReads() {
    fill();
    server.behave(exchange -> exchange.sendResponseHeaders(401, -1));
    CheckedStore store = store();
    store.put(MISSING, BYTES);
    store.flush();
    assertThat(store.trouble()).hasValue(stopped("it answered 401 to writing"));
    server.behaveAgain();
    assertThat(store.get(CONTENT)).hasValue(BYTES);
  }

  @Test
  void noRecordIsSentWhoseContentsMayBeMissing() {
    CheckedStore store = store();
    server.behave(
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(507, -1);
        });
    store.put(CONTENT, BYTES);
    store.put(RECORD, BYTES);
    store.flush();
    assertThat(server.requests).containsExactly("PUT /cas/" + CONTENT.hash());
  }

  @Test
  void aFullServerIsNotSentEverything() {
    server.answerAll(507);
    CheckedStore store = store();
    for (int i = 0; i < 100; i++) {
      byte[] bytes = Entries.bytes(10, i);
      store.put(Entries.contentKey(bytes), bytes);
    }
    store.flush();
    assertThat(server.requests).hasSizeBetween(3, 3 + 8);
    assertThat(store.trouble()).hasValue(stopped("it answered 507 to writing"));
  }

  @Test
  void aTruncatedAnswerIsAMiss() {
    fill();
    server.behave(
        exchange -> {
          exchange.sendResponseHeaders(200, BYTES.length);
          exchange.getResponseBody().write(BYTES, 0, 1000);
          exchange.getResponseBody().flush();
        });
    CheckedStore store = store();
    assertThat(store.get(CONTENT)).isEmpty();
    server.behave(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(BYTES, 0, 1000);
        });
    assertThat(store.get(CONTENT)).isEmpty();
    assertThat(store.counts().damaged()).isEqualTo(1);
    server.behaveAgain();
    assertThat(store.get(CONTENT)).hasValue(BYTES);
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  void anAnswerOfAnotherEntryIsAMiss() {
    fill();
    byte[] wrong = Arrays.copyOf(BYTES, BYTES.length + 1);
    server.behave(
        exchange -> {
          exchange.sendResponseHeaders(200, wrong.length);
          exchange.getResponseBody().write(wrong);
        });
    CheckedStore store = store();
    assertThat(store.get(CONTENT)).isEmpty();
    assertThat(store.get(RECORD)).isEmpty();
    assertThat(store.counts().damaged()).isEqualTo(2);
  }

  @Test
  void aServerThatSaysNothingIsWaitedForThreeTimes() {
    server.behave(exchange -> Thread.sleep(60_000));
    CheckedStore store = store(SHORT);
    for (int i = 0; i < 10; i++) {
      assertThat(store.get(RECORD)).isEmpty();
    }
    assertThat(store.trouble()).hasValue(stopped("HttpTimeoutException: request timed out"));
  }

  @Test
  void aServerThatDripsIsNotWaitedFor() {
    server.behave(
        exchange -> {
          exchange.sendResponseHeaders(200, BYTES.length);
          for (byte b : BYTES) {
            exchange.getResponseBody().write(b);
            exchange.getResponseBody().flush();
            Thread.sleep(20);
          }
        });
    assertThat(store(SHORT).get(CONTENT)).isEmpty();
  }

  @Test
  void whereNobodyListensOneRunTriesThrice() {
    URI address = server.address();
    server.close();
    HttpStore store = new HttpStore(address, LONG);
    for (int i = 0; i < 10; i++) {
      assertThat(store.get(RECORD)).isEmpty();
      store.put(CONTENT, BYTES);
    }
    store.flush();
    assertThat(store.trouble()).hasValueSatisfying(text -> assertThat(text).contains("Connect"));
  }

  @Test
  void betweenRunsThereAreNoThreads() {
    fill();
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    HttpStore store = new HttpStore(server.address(), LONG);
    for (int run = 0; run < 2; run++) {
      assertThat(store.get(CONTENT)).isPresent();
      assertThat(clientThreads(before)).isNotEmpty();
      store.flush();
      awaitNoThreads(before);
    }
  }

  /** A thread that has ended its work still takes a moment to end. */
  private static void awaitNoThreads(Set<Thread> before) {
    long deadline = System.nanoTime() + LONG.connect().toNanos();
    while (!clientThreads(before).isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(clientThreads(before)).isEmpty();
  }

  private static List<String> clientThreads(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> name.startsWith("HttpClient") || name.startsWith("pink-store"))
        .toList();
  }

  @Test
  void anInterruptedThreadGetsAMissAndStaysInterrupted() {
    fill();
    CheckedStore store = store();
    Thread.currentThread().interrupt();
    assertThat(store.get(CONTENT)).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(store.get(CONTENT)).hasValue(BYTES);
    assertThat(store.trouble()).isEmpty();
  }
}
