package org.pinklang.modules.store;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of a store, with its threads and connections: made when somebody needs it, and
 * closed when nobody does any more after it was said to be enough.
 */
final class SharedClient {
  /** The threads end at once; this is only for the case that the machine stands still. */
  private static final Duration ENDING = Duration.ofSeconds(2);

  private final Duration connectTimeout;
  private @Nullable OpenClient open;
  private int users;
  private boolean enough;

  SharedClient(Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  /** The client, to be given back with {@link #release}. */
  synchronized HttpClient borrow() {
    users++;
    enough = false;
    if (open == null) {
      open = OpenClient.open(connectTimeout);
    }
    return open.client();
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

  private synchronized @Nullable OpenClient unused(int change) {
    users += change;
    if (users > 0 || !enough) {
      return null;
    }
    OpenClient last = open;
    open = null;
    return last;
  }

  private static void close(@Nullable OpenClient unused) {
    if (unused != null) {
      unused.close();
    }
  }

  /** A client and the threads it was given, since it leaves its own ones running for a while. */
  private record OpenClient(HttpClient client, ExecutorService threads) {

    static OpenClient open(Duration connectTimeout) {
      ExecutorService threads = Executors.newCachedThreadPool(OpenClient::thread);
      HttpClient client =
          HttpClient.newBuilder()
              .executor(threads)
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER) // the password is for this server alone
              .connectTimeout(connectTimeout)
              .build();
      return new OpenClient(client, threads);
    }

    private static Thread thread(Runnable work) {
      Thread thread = new Thread(work, "pink-store-http");
      thread.setDaemon(true);
      return thread;
    }

    void close() {
      client.shutdownNow();
      try {
        client.awaitTermination(ENDING);
        threads.shutdown();
        threads.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        threads.shutdown();
        Thread.currentThread().interrupt();
      }
    }
  }
}
