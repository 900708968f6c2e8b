package org.pinklang.benchmarks.builds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pinklang.benchmarks.generated.Edit;
import org.pinklang.benchmarks.generated.Shape;
import org.pinklang.benchmarks.report.BarChart;
import org.pinklang.benchmarks.report.Table;

/** The tables and pictures of one run. */
final class Report {
  private final Measurements all;

  Report(Measurements all) {
    this.all = all;
  }

  /** Builds from nothing, and what they needed. */
  Table fullBuilds() {
    Table table =
        new Table(
            1,
            List.of(
                "builds from nothing",
                "ms",
                "least to most",
                "CPU ms",
                "most MiB",
                "of pink -O0, a process"));
    double own = all.full(FreshPink.O0).orElseThrow();
    for (Rounds rounds : all.rounds().values()) {
      Samples full = rounds.full();
      table.add(
          rounds.contestant().name(),
          Table.number(full.millis()),
          range(full),
          Table.number(full.cpuMillis()),
          full.peakMib() == 0 ? "" : Table.number(full.peakMib()),
          Table.number(full.millis() / own));
    }
    return table;
  }

  private static String range(Samples samples) {
    return Table.number(samples.shortestMillis()) + " to " + Table.number(samples.longestMillis());
  }

  /** Builds after edits. */
  Table editedBuilds() {
    List<Edit> edits = edits();
    List<String> titles = new ArrayList<>(List.of("ms of builds after"));
    edits.forEach(edit -> titles.add(edit.words()));
    Table table = new Table(1, titles);
    for (Rounds rounds : all.rounds().values()) {
      if (rounds.hasEdits()) {
        List<String> cells = new ArrayList<>(List.of(rounds.contestant().name()));
        edits.forEach(edit -> cells.add(medianAndRange(rounds.after(edit))));
        table.add(cells);
      }
    }
    return table;
  }

  private List<Edit> edits() {
    return List.of(Edit.values()).stream()
        .filter(edit -> all.rounds().values().stream().anyMatch(one -> !one.after(edit).isEmpty()))
        .toList();
  }

  private static String medianAndRange(Samples samples) {
    return samples.isEmpty()
        ? ""
        : "%s (%s)".formatted(Table.number(samples.millis()), range(samples));
  }

  /** What Pink's phases take, over all threads. */
  Table phases() {
    List<Rounds> pinks =
        all.rounds().values().stream().filter(rounds -> !rounds.phases().isEmpty()).toList();
    List<String> titles = new ArrayList<>(List.of("ms of all threads"));
    pinks.forEach(rounds -> titles.add(rounds.contestant().name()));
    Table table = new Table(1, titles);
    Set<String> names = new LinkedHashSet<>();
    pinks.forEach(rounds -> names.addAll(rounds.phases().keySet()));
    for (String name : names) {
      List<String> cells = new ArrayList<>(List.of(name));
      for (Rounds rounds : pinks) {
        Samples phase = rounds.phases().get(name);
        cells.add(phase == null ? "" : Table.number(phase.millis()));
      }
      table.add(cells);
    }
    return table;
  }

  /** Programs of several sizes. */
  Table sizes() {
    Table table =
        new Table(
            0,
            List.of(
                "modules",
                "session ms",
                "a module",
                "process ms",
                "a module",
                "process MiB",
                "KiB a module"));
    for (Sizes.Row row : all.sizes().rows()) {
      double session = row.session().millis();
      double process = row.process().millis();
      double mib = row.process().peakMib();
      table.add(
          Table.count(row.modules()),
          Table.number(session),
          Table.number(session / row.modules()),
          Table.number(process),
          Table.number(process / row.modules()),
          Table.number(mib),
          Table.number(mib * 1024 / row.modules()));
    }
    return table;
  }

  /** Programs of several shapes. */
  Table shapes() {
    Map<Shape, List<Rounds>> measured = all.shapes().measured();
    List<String> titles = new ArrayList<>(List.of("ms from nothing"));
    measured.keySet().forEach(shape -> titles.add(shape.words()));
    Table table = new Table(1, titles);
    Set<String> names = new LinkedHashSet<>();
    measured.values().forEach(rounds -> rounds.forEach(one -> names.add(one.contestant().name())));
    for (String name : names) {
      List<String> cells = new ArrayList<>(List.of(name));
      for (List<Rounds> rounds : measured.values()) {
        cells.add(
            rounds.stream()
                .filter(one -> one.contestant().name().equals(name))
                .map(one -> Table.number(one.full().millis()))
                .collect(Collectors.joining()));
      }
      table.add(cells);
    }
    return table;
  }

  /** What there is before there is much to compile. */
  Table startup() {
    Table table = new Table(1, List.of("a process that", "ms", "least to most", "CPU ms", "MiB"));
    Map<String, Samples> rows = new LinkedHashMap<>();
    rows.put("says the version: `pink --version`", all.startup().version());
    rows.put("loads LLVM and makes one function", all.startup().floor());
    rows.put("builds and links hello world with `pink`", all.startup().hello());
    rows.forEach(
        (what, samples) ->
            table.add(
                what,
                Table.number(samples.millis()),
                range(samples),
                Table.number(samples.cpuMillis()),
                Table.number(samples.peakMib())));
    return table;
  }

  /** Builds from nothing, as a picture. */
  String fullBuildsPicture() {
    BarChart chart =
        new BarChart(Table.count(all.program().modules()) + " modules from nothing, milliseconds");
    all.rounds().forEach((name, rounds) -> chart.add(name, rounds.full().millis(), isPink(name)));
    return chart.toSvg();
  }

  /** Builds after an edit of a body, as a picture. */
  String bodyEditPicture() {
    BarChart chart =
        new BarChart(
            Table.count(all.program().modules())
                + " modules after the edit of a body, milliseconds");
    all.rounds()
        .forEach(
            (name, rounds) -> {
              Samples samples = rounds.after(Edit.BODY);
              if (!samples.isEmpty()) {
                chart.add(name, samples.millis(), isPink(name));
              }
            });
    return chart.toSvg();
  }

  private static boolean isPink(String name) {
    return name.startsWith("pink");
  }
}
