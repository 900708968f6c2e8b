package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever happens to sources, outputs and the store between them, commands of which some find that
 * there is nothing to do say and leave what commands without a store do. {@code -Dpink.long=true}
 * tries sixty times as many sequences.
 */
class UpToDateCommandProperties {
  private static final int SEQUENCES = Boolean.getBoolean("pink.long") ? 60 : 1;
  private static final int STEPS = 10;
  private static final int MODULES = 3;

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("build", "app"),
          List.of("build", "app"),
          List.of("build", "app", "-O1", "-q"),
          List.of("build", "app", "-g", "--diagnostics", "json"),
          List.of("build", "app", "--whole-program", "--color", "always"),
          List.of("build", "libapp.so", "--emit", "shared"),
          List.of("build", "libapp.a", "--emit", "static"),
          List.of("build", "objects", "--emit", "object"),
          List.of("build", "manifests", "--emit", "manifest"),
          List.of("check", ""),
          List.of("check", "", "--diagnostics", "json"));

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(tries = 8, seed = "2028", shrinking = ShrinkingMode.OFF)
  void everyCommandDoesWhatOneFromNothingDoes(@ForAll("seeds") long seed) throws Exception {
    for (int more = 0; more < SEQUENCES; more++) {
      Path folder = Files.createTempDirectory("pink-up-to-date-");
      try {
        new Sequence(folder, new Random(seed + more)).run();
      } finally {
        delete(folder);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** One program and its history. */
  private record Sequence(Path folder, Random random) {

    void run() throws Exception {
      Files.createDirectory(source(""));
      Files.createDirectories(folder.resolve("made/objects"));
      Files.createDirectories(folder.resolve("made/manifests"));
      for (int i = 0; i < MODULES; i++) {
        edit(i, 0);
      }
      Files.writeString(
          source("main.pink"), "import m0;\nfn main() -> Integer { return m0::f(2); }\n");
      List<String> history = new ArrayList<>();
      List<String> command = COMMANDS.getFirst();
      for (int i = 0; i < STEPS; i++) {
        history.add(step());
        if (random.nextInt(3) == 0) {
          command = COMMANDS.get(random.nextInt(COMMANDS.size()));
        }
        history.add(command.toString());
        compare(command, history);
      }
    }

    private Path source(String name) {
      return folder.resolve("src").resolve(name);
    }

    private void edit(int module, int version) throws IOException {
      String body =
          switch (version % 6) {
            case 1 -> "export fn f(x: Integer) -> Integer { return x + %d; }\n";
            case 2 -> "fn unused() {}\nexport fn f(x: Integer) -> Integer { return x; }\n";
            case 3 -> "export fn f(x: Integer) -> Integer { return nothing; }\n";
            case 4 -> "// a comment\nexport fn f(x: Integer) -> Integer { return x * 3; }\n";
            case 5 -> "export fn f(x: Integer, y: Integer) -> Integer { return x + y; }\n";
            default -> "export fn f(x: Integer) -> Integer { return x * 3; }\n";
          };
      Files.writeString(
          source("m" + module + ".pink"),
          "module m%d;\n%s".formatted(module, body.formatted(version)));
    }

    /** Does something; says what. */
    private String step() throws Exception {
      int module = random.nextInt(MODULES);
      Path text = source("m" + module + ".pink");
      Path made = folder.resolve("made").resolve(random.nextBoolean() ? "app" : "libapp.so");
      switch (random.nextInt(14)) {
        case 0, 1 -> {
          int version = random.nextInt(30);
          edit(module, version);
          return "edit " + module + " " + version % 6;
        }
        case 2 -> {
          Files.deleteIfExists(text);
          return "delete m" + module;
        }
        case 3 -> {
          if (Files.exists(text)) {
            Files.writeString(text, Files.readString(text));
          }
          return "write m" + module + " as it was";
        }
        case 4 -> {
          Files.deleteIfExists(made);
          return "delete " + made.getFileName();
        }
        case 5 -> {
          if (Files.exists(made)) {
            byte[] bytes = Files.readAllBytes(made);
            bytes[bytes.length / 2] ^= 1;
            Files.write(made, bytes);
          }
          return "spoil " + made.getFileName();
        }
        case 6 -> {
          if (Files.exists(made)) {
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
          }
          return "permissions of " + made.getFileName();
        }
        case 7 -> {
          delete(folder.resolve("store"));
          return "delete the store";
        }
        case 8 -> {
          spoilStore();
          return "spoil the store";
        }
        case 9 -> {
          Path elsewhere = folder.resolve("linked" + module + ".pink");
          if (Files.exists(text) && !Files.isSymbolicLink(text)) {
            Files.deleteIfExists(elsewhere);
            Files.move(text, elsewhere);
            Files.createSymbolicLink(text, elsewhere);
          }
          return "make m" + module + " a link";
        }
        case 10 -> {
          Thread.sleep(2_100); // until states are believed
          return "wait";
        }
        default -> {
          return "nothing";
        }
      }
    }

    private void spoilStore() throws IOException {
      try (Stream<Path> packs = Files.list(folder.resolve("store/packs"))) {
        for (Path pack : packs.sorted().toList()) {
          byte[] bytes = Files.readAllBytes(pack);
          if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= 1;
            Files.write(pack, bytes);
          }
        }
      } catch (NoSuchFileException e) {
        // There is no store yet.
      }
    }

    private void compare(List<String> command, List<String> history) throws IOException {
      delete(folder.resolve("clean"));
      Files.createDirectories(folder.resolve("clean/objects"));
      Files.createDirectories(folder.resolve("clean/manifests"));
      CommandRun clean = command(command, "clean", "--no-store");
      CommandRun run = command(command, "made", "--store", folder.resolve("store").toString());
      assertThat(run).as("%s", history).isEqualTo(clean);
      if (clean.status() == ExitStatus.DONE) {
        try (Stream<Path> files = Files.walk(folder.resolve("clean"))) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            Path same = folder.resolve("made").resolve(folder.resolve("clean").relativize(file));
            assertThat(same).as("%s", history).hasSameBinaryContentAs(file);
            assertThat(Files.getPosixFilePermissions(same))
                .as("%s", history)
                .isEqualTo(Files.getPosixFilePermissions(file));
          }
        }
      }
    }

    private CommandRun command(List<String> command, String output, String... store) {
      List<String> words = new ArrayList<>(List.of(command.getFirst(), source("").toString()));
      if (!command.get(1).isEmpty()) {
        words.addAll(List.of("-o", folder.resolve(output).resolve(command.get(1)).toString()));
      }
      words.addAll(command.subList(2, command.size()));
      words.addAll(List.of(store));
      return CommandRun.in(folder, words.toArray(String[]::new));
    }
  }
}
