package org.pinklang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Store;
import org.pinklang.api.UpToDateTask;

/**
 * A command by its words alone, so that a later one with the same words need not even read what
 * they mean to find that there is nothing to do. What decides the meaning beside the words is part
 * of the question: which command this is, the folder that names are shown from, the machine, and
 * whether there is a file or a folder of a name.
 */
final class KnownCommand {
  /** The resource beside this class that the build writes. */
  private static final String IDENTITY = "compiler-identity";

  private static final String NO_STORE = "--no-store";
  private static final String STORE = "--store";

  private static final Set<String> COMMANDS = Set.of("build", "check");
  private static final Set<String> OUTPUT = Set.of("-o", "--output");

  private final Console console;
  private final List<String> words;
  private final Set<String> outputs = new HashSet<>();
  private String question = "";
  private boolean hasStore;

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
    hasStore = store.isPresent();
    Optional<UpToDateTask> done = store.flatMap(known -> UpToDateTask.find(known, question));
    if (done.isEmpty() || store.get().trouble().isPresent()) {
      return false;
    }
    if (!done.get().diagnostics().isEmpty()) {
      ReportOptions.ofNote(done.get().note()).show(done.get().diagnostics(), console);
    }
    return true;
  }

  /** Whether options ask for nothing that only a run can tell. */
  static boolean areAnswerable(ReportOptions report, MeasureOptions measure, WhyOption why) {
    return !measure.wantRun() && !why.wanted() && !report.verbose();
  }

  /** Whether {@link #markUpToDate} may keep something: there is a store, and the words are all. */
  boolean mayBeKept() {
    return hasStore && words.stream().noneMatch(KnownCommand::standsForMore);
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
      Map<Path, byte[]> written) {
    boolean areOutputs =
        outputs.stream().allMatch(word -> output.equals(Optional.of(Path.of(word))));
    if (areOutputs && mayBeKept()) {
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

  /** All that decides what the command makes, but the contents of files. */
  String question() {
    StringBuilder question = new StringBuilder();
    question.append(identity()).append('\n').append(console.folder());
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

  /** A hash of the command's classes, made when it was built; else what is no other process's. */
  private static String identity() {
    try (InputStream resource = KnownCommand.class.getResourceAsStream(IDENTITY)) {
      return resource == null
          ? UUID.randomUUID().toString()
          : new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
