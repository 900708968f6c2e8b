package org.pinklang.modules.resolve;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.modules.source.SourceFile;

/** The answer that a file gives to a request. */
final class ManifestFile {
  private final SourceFile file;
  private final ManifestRequest request;
  private final ManifestPlace place;
  private final boolean named;

  private ManifestFile(
      SourceFile file, ManifestRequest request, ManifestPlace place, boolean named) {
    this.file = file;
    this.request = request;
    this.place = place;
    this.named = named;
  }

  /** The answer of a file that the user named: a manifest, or else a source. */
  static Resolution named(SourceFile file, ManifestRequest request) {
    return new ManifestFile(file, request, ManifestPlace.of(request.name()), true).answer();
  }

  /** The answer of a file that was found in its place in a folder of manifests. */
  static Resolution found(SourceFile file, ManifestRequest request) {
    return new ManifestFile(file, request, ManifestPlace.of(request.name()), false).answer();
  }

  /** The answer of a file in the place of an implementation unit of the module asked for. */
  static Resolution implementation(SourceFile file, ManifestRequest request, ManifestPlace place) {
    return new ManifestFile(file, request, place, false).answer();
  }

  private Resolution answer() {
    byte[] bytes;
    try {
      bytes = file.content().read();
    } catch (IOException e) {
      return refuse(Remark.Kind.UNREADABLE, reason(e));
    }
    return switch (ManifestBytes.formOf(bytes)) {
      case BINARY -> judge(ManifestBytes.readBinary(bytes, place.unnamed(file), request.decoded()));
      case TEXT ->
          new Resolution.Later(
              request.withLargeStack(
                  () -> judge(ManifestBytes.readText(bytes, place.unnamed(file)))));
      case OTHER ->
          named && !file.fileName().endsWith(ManifestPlace.SUFFIX)
              ? request.fromSource(file.withContent(() -> bytes))
              : refuse(Remark.Kind.DAMAGED, ManifestBytes.NO_MANIFEST);
    };
  }

  private static String reason(IOException e) {
    // Such an exception's message is little more than the path, which is said anyway.
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  private Resolution judge(ManifestBytes read) {
    return switch (read) {
      case ManifestBytes.Broken broken -> refuse(broken.kind(), broken.detail());
      case ManifestBytes.Readable readable -> judge(readable);
    };
  }

  private Resolution judge(ManifestBytes.Readable read) {
    Manifest manifest = read.manifest();
    if (!place.isOf(manifest)) {
      return refuse(Remark.Kind.OTHER_NAME, describe(manifest));
    }
    if (request.validity() == Validity.IGNORE) {
      return found(read);
    }
    String source = place.source().path();
    return switch (request.compareSource(place.source(), manifest.sourceHash())) {
      case SAME -> found(read);
      case DIFFERENT -> refuse(Remark.Kind.STALE, source);
      case MISSING ->
          request.validity() == Validity.STRICT && manifest.source().text() == null
              ? refuse(Remark.Kind.SOURCE_MISSING, source)
              : found(read);
    };
  }

  private Resolution found(ManifestBytes.Readable read) {
    Provider provider = Provider.of(file.path().orElseThrow(), file.display());
    return new Resolution.Found(read.manifest(), read.bodies(), provider, List.of());
  }

  private static String describe(Manifest manifest) {
    return switch (manifest.kind()) {
      case PROGRAM -> "the program unit `" + manifest.logicalName() + "`";
      case IMPLEMENTATION -> "an implementation unit of `" + manifest.module() + "`";
      case PRIMARY_INTERFACE, INTERFACE_PARTITION, INTERNAL_PARTITION ->
          "`" + manifest.name().display() + "`";
    };
  }

  private Resolution refuse(Remark.Kind kind, String detail) {
    Remark why = new Remark(kind, place.fileName(), file.display(), detail);
    return named && why.isError()
        ? new Resolution.Rejected(why.refusal())
        : new Resolution.NotMine(List.of(file.display()), List.of(why));
  }
}
