package org.pinklang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.pinklang.api.Compilation;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.CompilationSession;
import org.pinklang.api.Diagnostic;
import org.pinklang.api.Engine;
import org.pinklang.api.Output;
import org.pinklang.api.Sources;
import org.pinklang.api.Store;
import org.pinklang.api.Verification;

/**
 * The runs of the compiler for one command, shown as its options say. Closing it makes lasting what
 * they keep for later commands, so that this is done when everything else is.
 */
final class Session implements AutoCloseable {
  private final Console console;
  private final ReportOptions report;
  private final Progress progress;
  private Optional<Engine> engine = Optional.empty();
  private Store store = Store.none();
  private boolean troubleTold;

  Session(Console console, ReportOptions report) {
    this.console = console;
    this.report = report;
    this.progress = new Progress(console, report.quiet() || report.json());
  }

  /** Compiles and shows the diagnostics. */
  CompilationResult compile(Sources sources, CompileOptions options, Output output) {
    return compile(sources, options, output, builder -> builder);
  }

  /** As the other, with further settings. */
  CompilationResult compile(
      Sources sources,
      CompileOptions options,
      Output output,
      UnaryOperator<Compilation.Builder> further) {
    CompilationResult result = run(compilation(sources, options, output, further)::run);
    report(result);
    return result;
  }

  /** Compiles, shows the diagnostics, and compares with what compiling from nothing gives. */
  Verification verify(Sources sources, CompileOptions options, Output output) {
    Verification verification =
        run(compilation(sources, options, output, builder -> builder)::verify);
    report(verification.result());
    return verification;
  }

  /** A compilation that is run again and again. */
  CompilationSession open(
      Sources sources,
      CompileOptions options,
      Output output,
      UnaryOperator<Compilation.Builder> further) {
    return compilation(sources, options, output, further).openSession();
  }

  private Compilation compilation(
      Sources sources,
      CompileOptions options,
      Output output,
      UnaryOperator<Compilation.Builder> further) {
    store = options.store(console);
    Compilation.Builder builder =
        further.apply(
            Compilation.builder().sources(sources).output(output).store(store).listener(progress));
    return options.apply(builder).build();
  }

  private Engine engine(CompileOptions options) {
    Engine opened = engine.orElseGet(() -> Engine.open(options.isolation()));
    engine = Optional.of(opened);
    return opened;
  }

  /** Runs, and shows nothing but how it goes. */
  <T> T run(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      progress.clear();
    }
  }

  /** Shows the diagnostics of a run. */
  void report(CompilationResult result) {
    show(result.diagnostics());
    tellTrouble();
  }

  /** Says something about a whole build to whoever wants more than errors. */
  void summarise(String message) {
    if (!report.quiet() && !report.json()) {
      console.err().println("pink: " + message);
    }
  }

  /** Shows diagnostics on standard error. */
  void show(List<Diagnostic> diagnostics) {
    report.show(diagnostics, console);
  }

  /** Says something that only who asked for it wants to know. */
  void say(String message) {
    if (report.verbose()) {
      console.err().println("pink: " + message);
    }
  }

  /** Says once what keeps the store from its work; the command does its own all the same. */
  private void tellTrouble() {
    Optional<String> trouble = store.trouble();
    if (trouble.isPresent() && !troubleTold && !report.quiet() && !report.json()) {
      troubleTold = true;
      console.err().println("pink: note: " + trouble.get());
    }
  }

  @Override
  public void close() {
    engine.ifPresent(Engine::close);
    tellTrouble();
  }

  /** Shows the counters and writes the trace, where asked for. */
  void finish(CompilationResult result, MeasureOptions measure) throws IOException {
    if (measure.counters()) {
      console.err().print(result.counters().toText());
      console.err().flush();
    }
    Path trace = measure.trace();
    if (trace != null) {
      Files.writeString(trace, result.trace());
    }
  }
}
