package org.pinklang.modules.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The requests that a remote cache understands, each with an end. */
final class RemoteCache {
  /** What a server says to an entry it was sent; nobody reads it. */
  private static final int MAX_REPLY_BYTES = 1 << 16;

  private final URI base;
  private final Optional<String> authorization;
  private final Timeouts timeouts;

  /** The password of the address goes into each request and nowhere else. */
  RemoteCache(URI address, Timeouts timeouts) {
    this.base = withoutUser(address);
    this.authorization = Optional.ofNullable(address.getUserInfo()).map(RemoteCache::basic);
    this.timeouts = timeouts;
  }

  /**
   * How long to wait.
   *
   * @param connect for a connection
   * @param answer for the beginning of an answer
   * @param body for all of an answer; sending gets a second more for each mebibyte
   */
  record Timeouts(Duration connect, Duration answer, Duration body) {
    static final Timeouts USUAL =
        new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(30));
  }

  private static URI withoutUser(URI address) {
    boolean web = "http".equalsIgnoreCase(address.getScheme());
    boolean secure = "https".equalsIgnoreCase(address.getScheme());
    if (!web && !secure) {
      throw new IllegalArgumentException("a remote store's address begins with http: or https:");
    }
    if (address.getHost() == null) {
      throw new IllegalArgumentException("a remote store's address names a host");
    }
    if (address.getRawQuery() != null || address.getRawFragment() != null) {
      throw new IllegalArgumentException("a remote store's address has no `?` and no `#`");
    }
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    String path = address.getRawPath();
    return URI.create(
        (secure ? "https://" : "http://")
            + address.getHost()
            + port
            + path
            + (path.endsWith("/") ? "" : "/"));
  }

  private static String basic(String userAndPassword) {
    String both = userAndPassword.contains(":") ? userAndPassword : userAndPassword + ":";
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  /** The address without user and password. */
  URI base() {
    return base;
  }

  /** Asks for an entry. */
  Pending get(HttpClient client, StoreKey key) {
    HttpRequest request = request(key).timeout(timeouts.answer()).GET().build();
    return new Pending(
        client.sendAsync(request, LimitedBody.upTo(StoreLimits.MAX_ENTRY_BYTES)), timeouts.body());
  }

  /** Sends an entry. */
  Pending put(HttpClient client, StoreKey key, byte[] bytes) {
    HttpRequest request =
        request(key)
            .timeout(sending(timeouts.answer(), bytes))
            .header("Content-Type", "application/octet-stream")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    return new Pending(
        client.sendAsync(request, LimitedBody.upTo(MAX_REPLY_BYTES)),
        sending(timeouts.body(), bytes));
  }

  private static Duration sending(Duration usual, byte[] bytes) {
    return usual.plusSeconds(bytes.length >> 20);
  }

  private HttpRequest.Builder request(StoreKey key) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(key.path()));
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  /**
   * A request that is under way.
   *
   * @param limit how long to wait for the end of the answer
   */
  record Pending(CompletableFuture<HttpResponse<byte[]>> answer, Duration limit) {

    /** Waits for an answer to its end; what has not come then is not waited for. */
    HttpResponse<byte[]> await() throws IOException {
      try {
        return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        answer.cancel(true);
        throw new HttpTimeoutException("request timed out");
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
      }
    }
  }
}
