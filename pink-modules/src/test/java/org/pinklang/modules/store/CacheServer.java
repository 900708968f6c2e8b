package org.pinklang.modules.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A remote cache for Bazel, which can be told to behave otherwise. */
final class CacheServer implements AutoCloseable {
  /** What it was asked, as {@code GET /ac/…}. */
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
  final Map<String, byte[]> entries = new ConcurrentHashMap<>();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private volatile @Nullable Behaviour other;

  /** Answers in place of the cache. */
  interface Behaviour {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  CacheServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI address(String userInfo, String path) {
    return URI.create("http://" + userInfo + "127.0.0.1:" + server.getAddress().getPort() + path);
  }

  URI address() {
    return address("", "");
  }

  /** Behaves like this from now on. */
  void behave(Behaviour behaviour) {
    other = behaviour;
  }

  /** Answers everything with a status. */
  void answerAll(int status) {
    behave(
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(status, -1);
        });
  }

  void behaveAgain() {
    other = null;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(exchange.getRequestMethod() + " " + path);
    try (exchange) {
      List<String> authorization = exchange.getRequestHeaders().get("Authorization");
      if (authorization != null) {
        authorizations.addAll(authorization);
      }
      Behaviour behaviour = other;
      if (behaviour != null) {
        behaviour.answer(exchange);
      } else if (exchange.getRequestMethod().equals("PUT")) {
        entries.put(path, exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(201, -1);
      } else {
        get(exchange, entries.get(path));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void get(HttpExchange exchange, byte @Nullable [] entry) throws IOException {
    if (entry == null) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      exchange.sendResponseHeaders(200, entry.length == 0 ? -1 : entry.length);
      exchange.getResponseBody().write(entry);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
