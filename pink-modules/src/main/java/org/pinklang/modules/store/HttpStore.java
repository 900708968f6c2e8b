package org.pinklang.modules.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * A store on another machine that speaks HTTP, with the paths of Bazel's remote caches: {@code GET}
 * and {@code PUT} of {@code ac/} and {@code cas/} and a hash. What is put is sent by {@link
 * #flush}, several entries at a time and the contents first, so that no build waits for it; or
 * earlier, where it is much. A server that fails again and again is not asked further until then.
 * Between a flush and the next use there is no thread and no connection.
 */
public final class HttpStore implements Store {
  private static final long MAX_WAITING_BYTES = 64L << 20;
  private static final int AT_ONCE = 8;

  private final RemoteCache remote;
  private final SharedClient client;
  private final Uploads uploads = new Uploads();
  private final Breaker reading = new Breaker();
  private final Breaker writing = new Breaker();
  private final Trouble trouble = new Trouble();

  /**
   * The store at an address.
   *
   * @param address of scheme http or https; its user and password are sent to this server with each
   *     request, as basic authentication, and shown nowhere
   * @throws IllegalArgumentException if it has another scheme, no host, a query or a fragment
   */
  public HttpStore(URI address) {
    this(address, RemoteCache.Timeouts.USUAL);
  }

  HttpStore(URI address, RemoteCache.Timeouts timeouts) {
    this.remote = new RemoteCache(address, timeouts);
    this.client = new SharedClient(timeouts.connect());
  }

  @Override
  public Optional<byte[]> get(StoreKey key) {
    Optional<byte[]> waiting = uploads.find(key);
    if (waiting.isPresent() || reading.isOpen()) {
      return waiting;
    }
    HttpClient borrowed = client.borrow();
    try {
      return received(remote.get(borrowed, key).await());
    } catch (IOException e) {
      failed(e);
      return Optional.empty();
    } finally {
      client.release();
    }
  }

  private Optional<byte[]> received(HttpResponse<byte[]> answer) {
    switch (answer.statusCode()) {
      case 200 -> {
        reading.succeeded();
        return Optional.of(answer.body());
      }
      case 404, 410 -> reading.succeeded();
      case 401, 403 -> tellIf(reading.open(), answered(answer, "reading"));
      default -> tellIf(reading.failed(), answered(answer, "reading"));
    }
    return Optional.empty();
  }

  private static String answered(HttpResponse<byte[]> answer, String what) {
    return "it answered " + answer.statusCode() + " to " + what;
  }

  private void failed(IOException problem) {
    if (!(problem instanceof InterruptedIOException) || !Thread.currentThread().isInterrupted()) {
      boolean enough = reading.failed();
      tellIf(writing.failed() || enough, Trouble.reason(problem));
    }
  }

  private void tellIf(boolean enough, String reason) {
    if (enough) {
      trouble.tell("the store `" + remote.base() + "` is not used further in this run: " + reason);
    }
  }

  @Override
  public void put(StoreKey key, byte[] bytes) {
    if (bytes.length <= StoreLimits.MAX_ENTRY_BYTES
        && !writing.isOpen()
        && uploads.add(key, bytes) > MAX_WAITING_BYTES) {
      send(uploads.take());
    }
  }

  @Override
  public void flush() {
    send(uploads.take());
    client.retire();
    reading.retry();
    writing.retry();
  }

  /** A record is sent only when all contents are there, since some are what it names. */
  private void send(Map<StoreKey, byte[]> entries) {
    if (entries.isEmpty()) {
      return;
    }
    HttpClient borrowed = client.borrow();
    try {
      if (send(borrowed, entries, StoreKey.Space.CONTENT)) {
        send(borrowed, entries, StoreKey.Space.ACTION);
      }
    } finally {
      client.release();
    }
  }

  private boolean send(HttpClient borrowed, Map<StoreKey, byte[]> entries, StoreKey.Space space) {
    Deque<RemoteCache.Pending> running = new ArrayDeque<>();
    boolean all = true;
    for (Map.Entry<StoreKey, byte[]> entry : entries.entrySet()) {
      if (entry.getKey().space() != space) {
        continue;
      }
      if (running.size() == AT_ONCE) {
        all &= sent(running.remove());
      }
      if (writing.isOpen() || Thread.currentThread().isInterrupted()) {
        all = false;
        break;
      }
      running.add(remote.put(borrowed, entry.getKey(), entry.getValue()));
    }
    for (RemoteCache.Pending last : running) {
      all &= sent(last);
    }
    return all;
  }

  private boolean sent(RemoteCache.Pending request) {
    HttpResponse<byte[]> answer;
    try {
      answer = request.await();
    } catch (IOException e) {
      failed(e);
      return false;
    }
    int status = answer.statusCode();
    if (status / 100 == 2) {
      writing.succeeded();
      return true;
    }
    boolean never = status == 401 || status == 403 || status == 405;
    tellIf(never ? writing.open() : writing.failed(), answered(answer, "writing"));
    return false;
  }

  @Override
  public Optional<String> trouble() {
    return trouble.told();
  }

  /** The address, without user and password. */
  @Override
  public String toString() {
    return remote.base().toString();
  }
}
