package org.pinklang.modules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server, with the configuration that {@code docs/store.md} gives, but for the port. */
class NginxTest {
  private static final Pattern CONFIGURATION =
      Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);
  private static final String ADDRESS = "127.0.0.1:8473";

  @TempDir Path home;

  private Process nginx;
  private int port;

  private static Path program() {
    return Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(Path.of("nginx"));
  }

  @BeforeEach
  void start() throws Exception {
    assumeThat(program()).as("nginx is installed").isAbsolute();
    Path guide = Path.of("").toAbsolutePath().resolveSibling("docs").resolve("store.md");
    Matcher configuration = CONFIGURATION.matcher(Files.readString(guide));
    assertThat(configuration.find()).isTrue();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Files.writeString(
        home.resolve("nginx.conf"), configuration.group(1).replace(ADDRESS, "127.0.0.1:" + port));
    Files.writeString(home.resolve("users"), "ci:{PLAIN}secret\n");
    nginx = launch();
    awaitServer();
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>(List.of(program().toString(), "-p", home + "/"));
    command.addAll(List.of("-e", "error.log", "-c", home.resolve("nginx.conf").toString()));
    boolean root = "root".equals(System.getProperty("user.name"));
    command.addAll(List.of("-g", "daemon off;" + (root ? " user root;" : "")));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("output").toFile())
        .start();
  }

  private void awaitServer() throws Exception {
    while (nginx.isAlive()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(socket.isConnected()).isTrue();
        return;
      } catch (IOException e) {
        Thread.sleep(10);
      }
    }
    throw new AssertionError(Files.readString(home.resolve("output")));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (nginx != null) {
      nginx.destroy();
      nginx.waitFor();
    }
  }

  private CheckedStore store(String userInfo) {
    return new CheckedStore(new HttpStore(URI.create("http://" + userInfo + "127.0.0.1:" + port)));
  }

  @Test
  void entriesGoThereAndComeBack() throws IOException {
    CheckedStore writer = store("ci:secret@");
    List<byte[]> contents = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      byte[] bytes = Entries.bytes(i * i * 100, i);
      contents.add(bytes);
      writer.put(Entries.contentKey(bytes), bytes);
      writer.put(Entries.recordKey(i), bytes);
    }
    writer.flush();
    assertThat(writer.trouble()).isEmpty();
    CheckedStore reader = store("");
    for (int i = 0; i < 30; i++) {
      assertThat(reader.get(Entries.contentKey(contents.get(i)))).hasValue(contents.get(i));
      assertThat(reader.get(Entries.recordKey(i))).hasValue(contents.get(i));
    }
    assertThat(reader.get(Entries.recordKey(30))).isEmpty();
    assertThat(reader.trouble()).isEmpty();

    Path entry = home.resolve("entries").resolve(Entries.recordKey(3).path());
    byte[] stored = Files.readAllBytes(entry);
    stored[stored.length - 1] ^= 1;
    Files.write(entry, stored);
    assertThat(reader.get(Entries.recordKey(3))).isEmpty();
    writer.put(Entries.recordKey(3), contents.get(3));
    writer.flush();
    assertThat(reader.get(Entries.recordKey(3))).hasValue(contents.get(3));
    reader.flush();
  }

  @Test
  void withoutThePasswordNothingIsWritten() {
    CheckedStore store = store("");
    store.put(Entries.recordKey(1), new byte[1]);
    store.flush();
    assertThat(store.trouble())
        .hasValueSatisfying(text -> assertThat(text).endsWith("it answered 401 to writing"));
    assertThat(home.resolve("entries")).doesNotExist();
    assertThat(store.get(Entries.recordKey(1))).isEmpty();
  }
}
