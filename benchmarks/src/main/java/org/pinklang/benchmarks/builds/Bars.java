package org.pinklang.benchmarks.builds;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.pinklang.benchmarks.generated.Edit;
import org.pinklang.benchmarks.report.Table;

/** What builds should take, beside what they took. */
final class Bars {
  private static final String SESSION = WarmPink.Use.LINKED.words();
  private static final String ONE_THREAD = WarmPink.Use.LINKED_ON_ONE_THREAD.words();
  private static final String LOADED = WarmPink.Use.LOADED.words();
  private static final double BYTES_PER_MIB = 1 << 20;
  private static final double BYTES_PER_MB = 1e6;
  private static final String[] FRONT_END = {"scan", "parse", "outline", "check"};
  private static final String[] LLVM = {"llvm build", "llvm optimize", "llvm emit"};
  private static final String[] UNIT = {"scan", "parse", "outline", "check", "compile"};

  private final Measurements all;
  private final Table table = new Table(2, List.of("what", "of what", "bar", "measured", "met"));

  private Bars(Measurements all) {
    this.all = all;
  }

  /** The table of all bars. */
  static Table of(Measurements all) {
    Bars bars = new Bars(all);
    bars.addFullBuilds();
    bars.addEdits();
    bars.addParts();
    bars.addSizes();
    bars.addProcesses();
    return bars.table;
  }

  private void addFullBuilds() {
    String warm = "full build, warm session, -O0, linked";
    OptionalDouble session = all.full(SESSION);
    addRatio(warm, session, "of the floor", all.full(FloorBuilds.NAME), 1.4);
    addRatio(warm, session, "of ldc2, one process", all.full(OtherCompilers.LDC2), 0.35);
    String fresh = "full build, fresh process, empty store";
    OptionalDouble process = all.full(FreshPink.O0);
    addRatio(fresh, process, "of cargo dev", all.full(OtherCompilers.CARGO), 0.20);
    addRatio(fresh, process, "of ldc2, one process", all.full(OtherCompilers.LDC2), 0.6);
    addRatio(
        "full build, -O2, fresh process",
        all.full(FreshPink.O2),
        "of clang -O2 with ninja",
        all.full(OtherCompilers.CLANG_O2),
        0.55);
  }

  private void addEdits() {
    OptionalDouble link = all.linking(SESSION);
    addAtMost("no-op, warm", "ms", all.after(Edit.NOTHING, SESSION), 5);
    OptionalDouble nothing = all.after(Edit.NOTHING, FreshPink.O0);
    addAtMost("no-op, fresh process with store", "ms", nothing, 250);
    OptionalDouble start = OptionalDouble.of(all.startup().version().millis());
    addRatio("no-op, fresh process with store", nothing, "of `pink --version`", start, 1.3);
    addRatio(
        "body edit, warm, linked", all.after(Edit.BODY, SESSION), "of the link alone", link, 1.5);
    addAtMost("body edit, warm, loaded in process", "ms", all.after(Edit.BODY, LOADED), 10);
    int users = all.program().probeUsers();
    double share = (double) users / all.program().modules();
    OptionalDouble ofUsers = map(all.full(SESSION), full -> full * share);
    addRatio(
        "interface edit, warm, without the link",
        difference(all.after(Edit.SIGNATURE, SESSION), link),
        "of %d/%d of a full build".formatted(users, all.program().modules()),
        ofUsers,
        1.2);
  }

  private void addParts() {
    OptionalDouble frontEnd = all.phases(ONE_THREAD, FRONT_END);
    addAtLeast(
        "front end, warm, one thread",
        "lines/s",
        map(frontEnd, millis -> all.lines() / millis * 1_000),
        1_000_000);
    addAtMost(
        "outline, warm, one thread",
        "% of a unit's time at -O0",
        percent(all.phases(ONE_THREAD, "outline"), all.phases(ONE_THREAD, UNIT)),
        15);
    addAtLeast(
        "inside LLVM, warm, one thread",
        "% of a unit's time at -O0",
        percent(all.phases(ONE_THREAD, LLVM), all.phases(ONE_THREAD, UNIT)),
        70);
  }

  private void addSizes() {
    List<Sizes.Row> rows = all.sizes().rows();
    String sizes =
        "%s to %s modules"
            .formatted(
                Table.count(rows.getFirst().modules()), Table.count(rows.getLast().modules()));
    double base = all.startup().hello().millis();
    double baseMib = all.startup().hello().peakMib();
    addSpread("time per module, warm, " + sizes, rows, row -> row.session().millis());
    addSpread(
        "time per module beyond hello, fresh, " + sizes,
        rows,
        row -> row.process().millis() - base);
    addSpread(
        "memory per module beyond hello, fresh, " + sizes,
        rows,
        row -> row.process().peakMib() - baseMib);
    addAtLeast(
        "full build, warm, two threads",
        "times as fast as one",
        quotient(all.full(ONE_THREAD), all.full(SESSION)),
        1.85);
  }

  private void addSpread(String what, List<Sizes.Row> rows, ToDoubleFunction<Sizes.Row> figure) {
    double[] perModule =
        rows.stream()
            .mapToDouble(row -> figure.applyAsDouble(row) / row.modules())
            .sorted()
            .toArray();
    OptionalDouble least = OptionalDouble.of(perModule[0]);
    OptionalDouble most = OptionalDouble.of(perModule[perModule.length - 1]);
    addRatio(what, most, "the most of the least", least, 1.2);
  }

  private void addProcesses() {
    addAtMost(
        "most memory, fresh process",
        "MB",
        all.of(FreshPink.O0, rounds -> rounds.full().peakMib() * BYTES_PER_MIB / BYTES_PER_MB),
        300);
    addRatio(
        "hello world, fresh process, built and linked",
        OptionalDouble.of(all.startup().hello().millis()),
        "of a JVM that makes one function",
        OptionalDouble.of(all.startup().floor().millis()),
        2);
  }

  private void addRatio(
      String what, OptionalDouble value, String ofWhat, OptionalDouble base, double bar) {
    OptionalDouble ratio = quotient(value, base);
    String times =
        ratio.isEmpty()
            ? ""
            : " (%s / %s)"
                .formatted(Table.number(value.getAsDouble()), Table.number(base.getAsDouble()));
    add(what, ofWhat, "≤ " + plain(bar), ratio, times, ratio.orElse(0) <= bar);
  }

  private void addAtMost(String what, String unit, OptionalDouble value, double bar) {
    add(what, unit, "≤ " + plain(bar), value, "", value.orElse(0) <= bar);
  }

  private void addAtLeast(String what, String unit, OptionalDouble value, double bar) {
    add(what, unit, "≥ " + plain(bar), value, "", value.orElse(0) >= bar);
  }

  private void add(
      String what, String ofWhat, String bar, OptionalDouble value, String further, boolean met) {
    if (value.isEmpty()) {
      table.add(what, ofWhat, bar, "not measured", "");
    } else {
      table.add(
          what, ofWhat, bar, Table.number(value.getAsDouble()) + further, met ? "yes" : "**no**");
    }
  }

  private static String plain(double bar) {
    return bar == Math.rint(bar)
        ? Table.count((long) bar)
        : String.format(Locale.ROOT, "%.2f", bar);
  }

  private static OptionalDouble percent(OptionalDouble part, OptionalDouble whole) {
    return map(quotient(part, whole), ratio -> ratio * 100);
  }

  private static OptionalDouble quotient(OptionalDouble value, OptionalDouble base) {
    return value.isPresent() && base.isPresent()
        ? OptionalDouble.of(value.getAsDouble() / base.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble difference(OptionalDouble value, OptionalDouble less) {
    return value.isPresent() && less.isPresent()
        ? OptionalDouble.of(value.getAsDouble() - less.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble map(OptionalDouble value, DoubleUnaryOperator change) {
    return value.isPresent() ? OptionalDouble.of(change.applyAsDouble(value.getAsDouble())) : value;
  }
}
