package org.pinklang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Store;
import org.pinklang.api.UpToDateTask;

/**
 * A command by its words alone, so that a later one with the same words need not even read what
 * they mean to find that there is nothing to do. What decides the meaning beside the words is part
 * of the question: the working directory, the machine, and whether there is a file or a folder of a
 * name.
 */
final class KnownCommand {
  private static final String NO_STORE = "--no-store";
  private static final String STORE = "--store";

  private static final Set<String> COMMANDS = Set.of("build", "check");
  private static final Set<String> OUTPUT = Set.of("-o", "--output");

  private final Console console;
  private final List<String> words;
  private final Set<String> outputs = new HashSet<>();
  private String question = "";

  KnownCommand(Console console, List<String> words) {
    this.console = console;
    this.words = List.copyOf(words);
  }

  /** Says again what an earlier one said, if all that it made is there; false if it must be run. */
  boolean isUpToDate() {
    if (words.isEmpty() || !COMMANDS.contains(words.getFirst())) {
      return false;
    }
    question = question();
    Optional<Store> store = store();
    Optional<UpToDateTask> done = store.flatMap(known -> UpToDateTask.find(known, question));
    if (done.isEmpty() || store.get().trouble().isPresent()) {
      return false;
    }
    if (!done.get().diagnostics().isEmpty()) {
      ReportOptions.ofNote(done.get().note()).show(done.get().diagnostics(), console);
    }
    return true;
  }

  /**
   * Keeps that the command is done which {@link #isUpToDate} was asked of.
   *
   * @param output where the command was told to write
   * @param written the files that were written beside what was linked, and what they hold
   */
  void markUpToDate(
      CompilationResult result,
      ReportOptions report,
      Optional<Path> output,
      Map<Path, byte[]> written)
      throws IOException {
    boolean areOutputs =
        outputs.stream().allMatch(word -> output.equals(Optional.of(Path.of(word))));
    if (areOutputs && words.stream().noneMatch(KnownCommand::standsForMore)) {
      result.markAnswered(question, report.note(), written);
    }
  }

  /** Whether a word stands for what is elsewhere: in standard input, or in a file of words. */
  private static boolean standsForMore(String word) {
    return word.equals(Inputs.STANDARD_INPUT) || word.startsWith("@");
  }

  /** Where the command will look, as far as that is easily told; elsewhere nothing is found. */
  private Optional<Store> store() {
    if (words.contains(NO_STORE)) {
      return Optional.empty();
    }
    for (int i = words.size() - 1; i > 0; i--) {
      if (words.get(i - 1).equals(STORE)) {
        return Optional.of(StoreOptions.open(Path.of(words.get(i))));
      }
    }
    return console.cacheFolder().map(StoreOptions::openIn);
  }

  private String question() {
    StringBuilder question = new StringBuilder();
    question.append(Path.of("").toAbsolutePath()).append('\n').append(console.folder());
    question.append('\n').append(System.getProperty("os.name"));
    question.append('\n').append(System.getProperty("os.arch"));
    String before = "";
    for (String word : words) {
      question.append('\n').append(word.length()).append(' ').append(word);
      // What the command itself makes does not change what it means.
      if (OUTPUT.contains(before)) {
        outputs.add(word);
        before = "";
      } else if (before.equals(STORE)) {
        before = "";
      } else {
        addKinds(word, question);
        before = word;
      }
    }
    return question.toString();
  }

  /** Adds what there is of the names that a word may hold: all of it, or what follows a "=". */
  private static void addKinds(String word, StringBuilder question) {
    int end = -1;
    do {
      question.append(kindOf(word.substring(end + 1)));
      end = word.indexOf('=', end + 1);
    } while (end >= 0);
  }

  private static char kindOf(String name) {
    try {
      Path path = Path.of(name);
      return Files.isDirectory(path) ? 'd' : Files.exists(path) ? 'f' : '-';
    } catch (InvalidPathException e) {
      return '-';
    }
  }
}
