package org.pinklang.modules.store;

import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of a store, with its threads and connections: made when somebody needs it, and
 * closed when nobody does any more after it was said to be enough.
 */
final class SharedClient {
  /** Its threads end at once; this is only for the case that the machine stands still. */
  private static final Duration ENDING = Duration.ofSeconds(2);

  private final Duration connectTimeout;
  private @Nullable HttpClient client;
  private int users;
  private boolean enough;

  SharedClient(Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  /** The client, to be given back with {@link #release}. */
  synchronized HttpClient borrow() {
    users++;
    enough = false;
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER) // the password is for this server alone
              .connectTimeout(connectTimeout)
              .build();
    }
    return client;
  }

  void release() {
    close(unused(-1));
  }

  /** Closes the client as soon as nobody has borrowed it. */
  void retire() {
    synchronized (this) {
      enough = true;
    }
    close(unused(0));
  }

  private synchronized @Nullable HttpClient unused(int change) {
    users += change;
    if (users > 0 || !enough) {
      return null;
    }
    HttpClient last = client;
    client = null;
    return last;
  }

  private static void close(@Nullable HttpClient unused) {
    if (unused == null) {
      return;
    }
    unused.shutdownNow();
    try {
      unused.awaitTermination(ENDING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
