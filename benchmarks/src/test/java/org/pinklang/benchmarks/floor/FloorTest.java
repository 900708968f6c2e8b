package org.pinklang.benchmarks.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.api.Compilation;
import org.pinklang.api.Link;
import org.pinklang.api.Sources;

class FloorTest {
  @TempDir Path folder;

  @Test
  void theFloorsProgramPrintsWhatPinksDoes() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("m0.pink"), "module m0;\n" + function("s = s + (s & 7) * d;"));
    Files.writeString(
        folder.resolve("m1.pink"),
        "module m1;\nimport m0;\n"
            + function("s = s + m0::f0(s & 255, d - 1) + m0::f0(x & 127, d - 2);"));
    Files.writeString(
        folder.resolve("main.pink"),
        """
        import std.io;
        import m1;
        fn main() -> Nil {
            t := 0;
            t = t + m1::f0(1, 4);
            io::print_integer(t);
            io::println("");
        }
        """);
    Path pinks = folder.resolve("pink");
    Compilation.builder()
        .sources(Sources.files(folder.resolve("main.pink")))
        .build()
        .run()
        .orThrow()
        .link(Link.executable(pinks));
    Path floors = folder.resolve("floor");

    FloorTimes times;
    try (Floor floor = new Floor(2)) {
      times = floor.build(FloorProgram.read(folder), floors);
    }
    assertThat(floors.toFile().setExecutable(true)).isTrue();

    assertThat(output(floors)).isEqualTo(output(pinks)).isNotBlank();
    assertThat(times.emitNanos()).isPositive();
  }

  private static String function(String calls) {
    return """

    export fn f0(a: Integer, d: Integer) -> Integer {
        x := (a * 93 + d) & 1048575;
        s := 960;
        for j in 0..(x & 7) {
            s = s + (x ^ (j * 30));
            if (s > 100000) { s = s & 65535; }
        }
        if (d > 0) { %s }
        else { s = s + (x & 31); }
        return s & 16777215;
    }
    """
        .formatted(calls);
  }

  private static String output(Path program) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(program.toString()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }
}
