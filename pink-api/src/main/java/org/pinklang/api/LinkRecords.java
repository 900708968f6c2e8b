package org.pinklang.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;
import org.pinklang.link.lld.LinkInput;
import org.pinklang.link.lld.LinkOutcome;
import org.pinklang.link.lld.OutputFile;
import org.pinklang.link.object.SharedLibrary;
import org.pinklang.modules.history.ResultCache;

/**
 * What earlier links gave, so that one that would write what is there already need not run. A
 * record holds the hash of the file, and below it the hash and the path of each library of the
 * system that was linked with it.
 */
final class LinkRecords {
  private static final String KIND = "link";
  private static final String SEPARATOR = " ";

  private final ResultCache results;

  LinkRecords(ResultCache results) {
    this.results = results;
  }

  /**
   * The hash of what a linker gets. The compiler and what it brings, which the runtime and the
   * linker are part of, are in every key.
   *
   * @param kind what is made, with all that decides it beside the input
   * @param systemFiles where the libraries of the system are, whose contents are in the record
   * @param hashOf gives the hash of an object's bytes
   */
  static ContentHash question(
      List<String> kind,
      LinkInput input,
      List<Path> systemFiles,
      Function<byte[], ContentHash> hashOf) {
    HashWriter writer = new HashWriter().number(kind.size());
    kind.forEach(writer::text);
    writer.text(input.triple()).number(input.objects().size());
    input.objects().forEach(object -> writer.hash(hashOf.apply(object.bytes())));
    writer.number(input.libraries().size());
    for (SharedLibrary library : input.libraries()) {
      writer.text(library.soname()).hash(ContentHash.of(library.bytes()));
    }
    writer.number(systemFiles.size());
    systemFiles.forEach(file -> writer.text(file.toString()));
    return writer.finish();
  }

  /** The hash of the file that a link gives; empty where none is known. */
  Optional<ContentHash> outcome(ContentHash question) throws IOException {
    Optional<byte[]> record = results.record(KIND, question);
    if (record.isEmpty()) {
      return Optional.empty();
    }
    try {
      return outcome(new String(record.get(), StandardCharsets.UTF_8).lines().toList());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty(); // no record of a link
    }
  }

  private static Optional<ContentHash> outcome(List<String> lines) throws IOException {
    for (String line : lines.subList(1, lines.size())) {
      int separator = line.indexOf(SEPARATOR);
      Path library = Path.of(line.substring(separator + 1));
      if (!Files.isReadable(library) || !hash(library).hex().equals(line.substring(0, separator))) {
        return Optional.empty();
      }
    }
    return Optional.of(ContentHash.ofHex(lines.getFirst()));
  }

  /** The hash of a file that is what a link gives, so that it need not run; empty for others. */
  Optional<ContentHash> done(ContentHash question, Path file) throws IOException {
    Optional<ContentHash> outcome = outcome(question);
    return outcome.isPresent() && OutputFile.read(file, true).map(ContentHash::of).equals(outcome)
        ? outcome
        : Optional.empty();
  }

  /**
   * Keeps what a link gave.
   *
   * @param hash of the file
   */
  void keep(ContentHash question, LinkOutcome.Linked linked, ContentHash hash) throws IOException {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(hash.hex());
    for (Path library : linked.libraries()) {
      lines.add(hash(library).hex() + SEPARATOR + library);
    }
    results.keepRecord(KIND, question, lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ContentHash hash(Path file) throws IOException {
    return ContentHash.of(Files.readAllBytes(file));
  }
}
