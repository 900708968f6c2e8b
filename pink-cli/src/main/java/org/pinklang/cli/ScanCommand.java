package org.pinklang.cli;

import java.util.concurrent.Callable;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Output;
import org.pinklang.modules.graph.GraphText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pink scan}. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    description = "Shows what units provide and import; reads only the heads of texts.")
final class ScanCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private Inputs inputs = new Inputs();

  @Option(
      names = "--format",
      paramLabel = "FORM",
      description =
          "`json` (default): P1689, for build systems; `dyndep`: for ninja; `dot`: for Graphviz;"
              + " `tree`: for people. All but `json` follow the imports.")
  private Format format = Format.json;

  @Mixin private CompileOptions options = new CompileOptions();
  @Mixin private ReportOptions report = new ReportOptions();
  @Mixin private MeasureOptions measure = new MeasureOptions();

  ScanCommand(Console console) {
    this.console = console;
  }

  /** The forms of a graph. */
  private enum Format {
    json,
    dyndep,
    dot,
    tree
  }

  @Override
  public Integer call() throws Exception {
    try (Session session = new Session(console, report)) {
      CompilationResult result =
          session.compile(
              inputs.sources(console),
              options,
              format == Format.json ? Output.HEADS : Output.GRAPH);
      console
          .out()
          .print(
              switch (format) {
                case json -> result.p1689();
                case dyndep -> result.dyndep();
                case dot -> GraphText.dot(result.graph());
                case tree -> GraphText.tree(result.graph());
              });
      console.out().flush();
      session.finish(result, measure);
      return result.succeeded() ? ExitStatus.DONE : ExitStatus.PROGRAM_ERRORS;
    }
  }
}
