package org.pinklang.modules.resolve;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.UnitPlace;

/** Decides whether the manifest in a file answers a request. */
final class ManifestFile {
  private final SourceFile file;
  private final ManifestRequest request;

  private ManifestFile(SourceFile file, ManifestRequest request) {
    this.file = file;
    this.request = request;
  }

  /** What a file is to a request. */
  sealed interface Verdict {

    /** Its manifest answers the request. */
    record Usable(Manifest manifest, Provider provider) implements Verdict {}

    /** Its manifest does not. */
    record Unusable(Remark why) implements Verdict {}

    /** It holds no manifest; {@code file} has the bytes that were read. */
    record NoManifest(SourceFile file) implements Verdict {}
  }

  /** Reads a file and looks whether the manifest in it answers the request. */
  static Verdict open(SourceFile file, ManifestRequest request) {
    return new ManifestFile(file, request).open();
  }

  private Verdict open() {
    byte[] bytes;
    try {
      bytes = file.content().read();
    } catch (IOException e) {
      return unusable(Remark.Kind.UNREADABLE, reason(e));
    }
    return switch (ManifestBytes.read(bytes)) {
      case ManifestBytes.Content.Other other ->
          new Verdict.NoManifest(file.withContent(() -> bytes));
      case ManifestBytes.Content.Broken broken -> unusable(broken.kind(), broken.detail());
      case ManifestBytes.Content.Readable readable -> judge(readable.manifest());
    };
  }

  private static String reason(IOException e) {
    // Such an exception's message is little more than the path, which is said anyway.
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  private Verdict judge(Manifest manifest) {
    if (!manifest.kind().isImportable() || !manifest.name().equals(request.name())) {
      return unusable(Remark.Kind.OTHER_NAME, describe(manifest));
    }
    if (request.validity() == Validity.IGNORE) {
      return usable(manifest);
    }
    String source = UnitPlace.of(request.name()).path();
    return switch (request.compareSource(manifest.sourceHash())) {
      case SAME -> usable(manifest);
      case DIFFERENT -> unusable(Remark.Kind.STALE, source);
      case MISSING ->
          request.validity() == Validity.STRICT
              ? unusable(Remark.Kind.SOURCE_MISSING, source)
              : usable(manifest);
    };
  }

  /** A file that is called a manifest and is none. */
  static Remark noManifest(SourceFile file, ManifestRequest request) {
    return new Remark(
        Remark.Kind.DAMAGED, request.name(), file.display(), "it does not begin like a manifest");
  }

  /** What a manifest is of, for messages. */
  private static String describe(Manifest manifest) {
    UnitName name = manifest.name();
    return switch (manifest.kind()) {
      case PROGRAM -> "the program unit `" + manifest.logicalName() + "`";
      case IMPLEMENTATION -> "an implementation unit of `" + name.display() + "`";
      case PRIMARY_INTERFACE, INTERFACE_PARTITION, INTERNAL_PARTITION -> "`" + name.display() + "`";
    };
  }

  private Verdict usable(Manifest manifest) {
    Path path = file.path().orElseThrow();
    return new Verdict.Usable(manifest, Provider.of(path, file.display()));
  }

  private Verdict unusable(Remark.Kind kind, String detail) {
    return new Verdict.Unusable(new Remark(kind, request.name(), file.display(), detail));
  }
}
