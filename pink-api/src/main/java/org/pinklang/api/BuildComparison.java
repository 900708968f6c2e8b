package org.pinklang.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pinklang.api.Verification.Artefact;
import org.pinklang.api.Verification.Difference;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.link.object.ObjectPlace;
import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.codec.ManifestCodec;

/** Builds twice, as usual and from nothing, and compares byte for byte. */
final class BuildComparison {
  /** An object's header tells little more than how large it is. */
  private static final int HEADER_BYTES = 64;

  private static final byte[] NOTHING = {};

  /** What is compared is never written, but for names that are part of the bytes. */
  private static final Link EXECUTABLE = Link.executable(Path.of("program"));

  private static final Link SHARED_LIBRARY = Link.sharedLibrary(Path.of("library.so"));
  private static final Link STATIC_ARCHIVE = Link.staticArchive(Path.of("library.a"));

  private BuildComparison() {}

  static Verification verify(Settings settings, Engine engine, Cancellation cancellation) {
    CompilationResult usual = CompilationRun.run(settings, engine, cancellation);
    CompilationResult clean = CompilationRun.run(settings, engine, Optional.empty(), cancellation);
    Artefacts ours = Artefacts.of(usual);
    Artefacts theirs = Artefacts.of(clean);
    return new Verification(usual, firstDifference(usual, ours, theirs), ours.linkProblems());
  }

  /** What bytes are of; the unit is empty for what is linked, which comes last. */
  private record Key(String unit, Artefact artefact) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing((Key key) -> key.unit.isEmpty())
            .thenComparing(Key::unit)
            .thenComparing(Key::artefact);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private static Optional<Difference> firstDifference(
      CompilationResult usual, Artefacts ours, Artefacts theirs) {
    SortedSet<Key> keys = new TreeSet<>(ours.bytes().keySet());
    keys.addAll(theirs.bytes().keySet());
    for (Key key : keys) {
      byte[] our = ours.bytes().getOrDefault(key, NOTHING);
      byte[] their = theirs.bytes().getOrDefault(key, NOTHING);
      int offset = Arrays.mismatch(our, their);
      if (offset >= 0) {
        Map<String, String> files = usual.built().origins();
        String file = key.unit.isEmpty() ? "" : files.getOrDefault(key.unit, key.unit);
        return Optional.of(
            new Difference(key.unit, file, key.artefact, offset, place(key, our, their, offset)));
      }
    }
    return Optional.empty();
  }

  /** What a build made, and what keeps a program that has a {@code main} from being linked. */
  private record Artefacts(SortedMap<Key, byte[]> bytes, List<Diagnostic> linkProblems) {

    static Artefacts of(CompilationResult result) {
      SortedMap<Key, byte[]> bytes = new TreeMap<>();
      addUnits(result, bytes);
      addDiagnostics(result, bytes);
      return new Artefacts(bytes, addLinked(result, bytes));
    }

    private static void addUnits(CompilationResult result, SortedMap<Key, byte[]> bytes) {
      for (BuiltUnit unit : result.built().units()) {
        String name = unit.logicalName();
        bytes.put(new Key(name, Artefact.TEXT), unit.text().hash().value());
        bytes.put(
            new Key(name, Artefact.MANIFEST), ManifestCodec.encode(unit.manifest(), unit.bodies()));
        unit.compiled().ifPresent(code -> bytes.put(new Key(name, Artefact.CODE), code));
      }
    }

    private static void addDiagnostics(CompilationResult result, SortedMap<Key, byte[]> bytes) {
      result.diagnostics().stream()
          .collect(
              Collectors.groupingBy(
                  diagnostic -> diagnostic.range().file(),
                  Collectors.mapping(Diagnostic::toJson, Collectors.joining("\n"))))
          .forEach(
              (file, lines) ->
                  bytes.put(
                      new Key(file, Artefact.DIAGNOSTICS), lines.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Diagnostic> addLinked(
        CompilationResult result, SortedMap<Key, byte[]> bytes) {
      if (!result.succeeded() || result.objects().isEmpty()) {
        return List.of();
      }
      if (result.program().isPresent()) {
        return addLinked(result, EXECUTABLE, Artefact.PROGRAM, Artefact.LINK_RECORD, bytes);
      }
      // Nobody said that a library is wanted: what keeps it from being linked is no finding.
      addLinked(result, SHARED_LIBRARY, Artefact.LIBRARY, Artefact.LIBRARY_RECORD, bytes);
      addArchive(result, bytes);
      return List.of();
    }

    private static List<Diagnostic> addLinked(
        CompilationResult result,
        Link link,
        Artefact artefact,
        Artefact record,
        SortedMap<Key, byte[]> bytes) {
      try {
        Linking linking = result.linking();
        byte[] linked = linking.bytes(link);
        ContentHash known = linking.recorded(link).orElse(ContentHash.of(linked));
        bytes.put(new Key("", artefact), linked);
        bytes.put(new Key("", record), known.value());
        return List.of();
      } catch (LinkException e) {
        bytes.put(new Key("", artefact), NOTHING);
        return e.diagnostics();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot link", e);
      }
    }

    private static void addArchive(CompilationResult result, SortedMap<Key, byte[]> bytes) {
      try {
        bytes.put(new Key("", Artefact.ARCHIVE), result.linking().bytes(STATIC_ARCHIVE));
      } catch (LinkException e) {
        bytes.put(new Key("", Artefact.ARCHIVE), NOTHING);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot archive", e);
      }
    }
  }

  private static Optional<String> place(Key key, byte[] ours, byte[] theirs, int offset) {
    return switch (key.artefact) {
      case CODE, PROGRAM, LIBRARY -> {
        int beyond = mismatchBeyondHeader(ours, theirs).orElse(offset);
        yield ObjectPlace.find(theirs, beyond)
            .or(() -> ObjectPlace.find(ours, beyond))
            .map(BuildComparison::words);
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> mismatchBeyondHeader(byte[] ours, byte[] theirs) {
    if (Math.min(ours.length, theirs.length) <= HEADER_BYTES) {
      return Optional.empty();
    }
    int beyond =
        Arrays.mismatch(ours, HEADER_BYTES, ours.length, theirs, HEADER_BYTES, theirs.length);
    return beyond < 0 ? Optional.empty() : Optional.of(HEADER_BYTES + beyond);
  }

  private static String words(ObjectPlace place) {
    String section = "section `" + place.section() + "`";
    return place
        .symbol()
        .map(symbol -> LinkageNames.demangle(symbol).orElse(symbol))
        .map(name -> "`" + name + "`, " + section)
        .orElse(section);
  }
}
