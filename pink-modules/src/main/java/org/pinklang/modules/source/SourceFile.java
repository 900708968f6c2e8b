package org.pinklang.modules.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A text that can be read.
 *
 * @param identity equal for two ways to the same text
 * @param display what a user knows the text by: the path as it was given, or the name
 * @param fileName the last segment of the path or the name
 * @param path where the text lies, if it is a file
 * @param content reads it
 */
public record SourceFile(
    Object identity, String display, String fileName, Optional<Path> path, Content content) {

  /** Reads the bytes of one text. */
  @FunctionalInterface
  public interface Content {

    /** The bytes, which nobody changes afterwards. */
    byte[] read() throws IOException;

    /** Whether {@link #read} gave bytes that were at hand, because nothing has changed. */
    default boolean isKnown() {
      return false;
    }

    /**
     * Where whoever has called {@link #read} may leave what it found out about the bytes, for later
     * builds of this process that read the very same.
     */
    default AtomicReference<@Nullable Object> memo() {
      return new AtomicReference<>();
    }

    /** The same bytes, to be read as far as they are wanted; the caller closes it. */
    default InputStream open() throws IOException {
      return new ByteArrayInputStream(read());
    }
  }

  /** The same text with another way to its bytes. */
  public SourceFile withContent(Content other) {
    return new SourceFile(identity, display, fileName, path, other);
  }

  /** The same text, which a user knows by the name of another way to it. */
  public SourceFile calledAs(SourceFile other) {
    return new SourceFile(identity, other.display, other.fileName, other.path, content);
  }

  /** {@link #fileName()} without {@code .pink}. */
  public String stem() {
    return fileName.endsWith(UnitPlace.SUFFIX)
        ? fileName.substring(0, fileName.length() - UnitPlace.SUFFIX.length())
        : fileName;
  }
}
