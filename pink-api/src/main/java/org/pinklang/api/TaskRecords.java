package org.pinklang.api;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pinklang.frontend.diagnostic.Label;
import org.pinklang.frontend.diagnostic.SourceNames;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.history.RunRecord;
import org.pinklang.modules.history.RunRecords;
import org.pinklang.modules.source.FilesSeen;
import org.pinklang.modules.source.SourceInput;

/** What was kept of earlier runs, by the questions that they answered. */
final class TaskRecords {
  /** What the names of files end with that a build looks for in the listing of a folder. */
  private static final List<String> LOOKED_AT = List.of(".pink", ".pmi", ".o");

  private final Store store;
  private final RunRecords records;

  /** The records in a store. */
  TaskRecords(Store store) {
    this.store = store;
    this.records =
        new RunRecords(
            UserStore.of(store), CompilerIdentity.hash(), EarlierResults::diagnosticCodes);
  }

  /** Whether files and settings alone decide what a compilation gives, and a store keeps it. */
  static boolean areDecisive(Settings settings) {
    return !EarlierResults.isNone(settings.store())
        && settings.resolver() instanceof SourceStrategy
        && settings.sources().overlays().texts().isEmpty()
        && settings.sources().overlays().absent().isEmpty()
        && paths(settings).allMatch(TaskRecords::isOnDefaultFileSystem);
  }

  private static Stream<Path> paths(Settings settings) {
    return Stream.of(
            settings.sources().inputs().stream().flatMap(input -> input.onDisk().stream()),
            settings.sourcePath().stream(),
            settings.manifests().values().stream(),
            settings.manifestPath().stream())
        .flatMap(each -> each);
  }

  private static boolean isOnDefaultFileSystem(Path path) {
    return path.getFileSystem().equals(FileSystems.getDefault());
  }

  /** The hash of a question that says everything but the working folder. */
  static ContentHash question(String question) {
    return question(question, Path.of("").toAbsolutePath());
  }

  /** The hash of a question that is asked in a folder. */
  static ContentHash question(String question, Path workingFolder) {
    return new HashWriter().text("question").text(question).text(workingFolder.toString()).finish();
  }

  /** The hash of all that decides what a task leaves, beside the contents of files. */
  static ContentHash question(Settings settings, String task) {
    HashWriter question =
        new HashWriter().text("task").text(task).text(Path.of("").toAbsolutePath().toString());
    List<SourceInput> inputs = settings.sources().inputs();
    question.number(inputs.size());
    for (SourceInput input : inputs) {
      question
          .text(input.getClass().getSimpleName())
          .text(input.onDisk().map(Path::toString).orElseGet(input::identity))
          .text(input instanceof SourceInput.Text text ? text.text() : "");
    }
    addPaths(settings.sourcePath(), question);
    addPaths(settings.manifestPath(), question);
    Map<String, Path> manifests = new TreeMap<>(settings.manifests());
    question.number(manifests.size());
    manifests.forEach((name, file) -> question.text(name).text(file.toString()));
    question
        .text(settings.validity().name())
        .text(settings.optimization().name())
        .flag(settings.debugInformation())
        .text(settings.target().name())
        .text(settings.output().name())
        .flag(settings.embedSource())
        .flag(settings.verify());
    return question.finish();
  }

  private static void addPaths(Collection<Path> paths, HashWriter question) {
    question.number(paths.size());
    paths.forEach(path -> question.text(path.toString()));
  }

  /** What an earlier run has left, if all is as it was then. */
  Optional<UpToDateTask> find(ContentHash question) {
    try {
      return records.find(question).filter(record -> isStill(question, record)).map(this::shown);
    } finally {
      records.flush();
    }
  }

  private boolean isStill(ContentHash question, RunRecord record) {
    FilesSeen inputs = new FilesSeen();
    FilesSeen outputs = new FilesSeen();
    try {
      if (!record.outputs().isUntouched(outputs) || !record.inputs().lookAgain(inputs, () -> {})) {
        return false;
      }
    } catch (IOException e) {
      return false; // the run finds it, too, and says what it is
    }
    boolean hasLookedInside = inputs.hasLookedInside() || outputs.hasLookedInside();
    if (hasLookedInside && inputs.isSettled() && outputs.isSettled() && !isKeptBelow(inputs)) {
      // The next one need ask for nothing but states.
      records.keep(question, record.with(inputs, outputs));
    }
    return true;
  }

  /** Whether what is kept changes the state of a folder that was looked through. */
  private boolean isKeptBelow(FilesSeen inputs) {
    return UserStore.of(store).folder().filter(inputs::hasWalked).isPresent();
  }

  private UpToDateTask shown(RunRecord record) {
    SourceNames names = new SourceNames(record.texts(), UnaryOperator.identity());
    return new UpToDateTask(
        record.diagnostics().stream()
            .map(diagnostic -> new Diagnostic(diagnostic, names, record.origins()))
            .toList(),
        record.written().stream().map(Path::of).toList(),
        record.note());
  }

  /** Keeps what a run has left that had no errors. */
  void keep(ContentHash question, String note, BuildResult built, RunFiles files) {
    Optional<FilesSeen> inputs = files.inputs();
    Set<String> named = filesNamed(built);
    // Of texts that are not at hand there are lines alone.
    if (inputs.isEmpty() || named.stream().anyMatch(built.lines()::containsKey)) {
      return;
    }
    Map<String, SourceText> texts = new HashMap<>(built.texts());
    texts.keySet().retainAll(named);
    Map<String, String> origins = new HashMap<>(built.origins());
    origins.keySet().retainAll(named);
    records.keep(
        question,
        new RunRecord(
            inputs.get().withMade(made(files)),
            files.outputs(),
            files.written().stream().map(Path::toString).toList(),
            note,
            built.diagnostics(),
            texts,
            origins));
  }

  /** What the run has made that no run looks at: the next one would list it and go on. */
  private List<Path> made(RunFiles files) {
    List<Path> made = new ArrayList<>();
    files.written().stream()
        .filter(file -> LOOKED_AT.stream().noneMatch(file.toString()::endsWith))
        .map(Path::toAbsolutePath)
        .forEach(made::add);
    UserStore.of(store).folder().ifPresent(made::add);
    return made;
  }

  /** The files that diagnostics point into. */
  private static Set<String> filesNamed(BuildResult built) {
    Set<String> files = new HashSet<>();
    for (org.pinklang.frontend.diagnostic.Diagnostic diagnostic : built.diagnostics()) {
      files.add(diagnostic.primary().file());
      diagnostic.secondary().stream().map(Label::file).forEach(files::add);
      diagnostic.edits().stream().map(SuggestedEdit::file).forEach(files::add);
    }
    return files;
  }
}
