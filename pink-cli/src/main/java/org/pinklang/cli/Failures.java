package org.pinklang.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.api.ManifestFormatException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong with a command, and gives the exit status. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final Set<String> NOT_YET = Set.of("-g");

  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    console.err().println("pink: " + reason(e));
    if (!UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
      console.err().println(usageHint(command));
    }
    return ExitStatus.WRONG_COMMAND;
  }

  private static String reason(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      for (String word : unmatched.getUnmatched()) {
        String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        if (NOT_YET.contains(option)) {
          return "this version does not have the option " + option + " yet";
        }
      }
    }
    return String.valueOf(e.getMessage());
  }

  private static String usageHint(CommandLine command) {
    return "Try `" + command.getCommandSpec().qualifiedName() + " --help`.";
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return tell(e, parsed.originalArgs());
  }

  /** Says why one of the builds of a command failed; gives the exit status of that build. */
  int tell(Exception e) {
    return tell(e, List.of("build"));
  }

  private int tell(Exception e, List<String> arguments) {
    return switch (e) {
      case WrongCommandException wrong -> wrongCommand(wrong.getMessage());
      case UncheckedIOException io -> wrongCommand(io.getMessage() + ": " + reason(io.getCause()));
      case IOException io -> wrongCommand(reason(io));
      case ManifestFormatException damaged -> {
        console.err().println("pink: " + damaged.getMessage());
        yield ExitStatus.PROGRAM_ERRORS;
      }
      default -> internalError(e, arguments);
    };
  }

  private int wrongCommand(@Nullable String message) {
    console.err().println("pink: " + message);
    return ExitStatus.WRONG_COMMAND;
  }

  /** Many exceptions of the file system carry nothing but the name of the file. */
  private static String reason(@Nullable IOException e) {
    return switch (e) {
      case null -> "";
      case NoSuchFileException missing -> "there is no file " + missing.getMessage();
      case AccessDeniedException denied -> "no permission for " + denied.getMessage();
      default -> String.valueOf(e.getMessage());
    };
  }

  /** Says that this is our fault and what to report; the stack trace comes with {@code -v}. */
  int internalError(Throwable e, List<String> arguments) {
    console.err().println("pink: internal error: " + e);
    console
        .err()
        .println(
            "This is a bug of the compiler. Please report it with the sources, what `pink -v`"
                + " prints in addition, and:");
    console.err().println("  version: " + Version.number());
    console
        .err()
        .println(
            "  Java:    "
                + System.getProperty("java.vm.version")
                + " on "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch"));
    console.err().println("  command: pink " + String.join(" ", arguments));
    if (arguments.contains("-v") || arguments.contains("--verbose")) {
      e.printStackTrace(console.err());
    }
    return ExitStatus.INTERNAL_ERROR;
  }
}
