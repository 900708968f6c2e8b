package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A disk that notes what is done to it, and fails or stands still when it is told to. */
final class FailingDisk extends Disk {
  /** The steps since the last {@link #forgetSteps}, without the folder they happen in. */
  final List<String> steps = Collections.synchronizedList(new ArrayList<>());

  private volatile @Nullable String reason;
  private volatile int stepsToDeath = Integer.MAX_VALUE;

  /** The process was killed: nothing that it would have done next happens. */
  static final class KilledError extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Lets every step that needs room or permission fail for this reason; null for none. */
  void failWith(@Nullable String why) {
    reason = why;
  }

  /** Lets the process end at a step; a file it would write then is written in part. */
  void dieAfter(int count) {
    stepsToDeath = count;
  }

  void forgetSteps() {
    steps.clear();
  }

  private boolean diesNow() {
    return --stepsToDeath < 0;
  }

  private void step(String what, Path file) throws IOException {
    if (diesNow()) {
      throw new KilledError();
    }
    steps.add(what + " " + file.getFileName());
    if (reason != null) {
      throw new FileSystemException(file.toString(), null, reason);
    }
  }

  @Override
  void create(Path file, byte[] bytes) throws IOException {
    if (diesNow()) {
      super.create(file, Arrays.copyOf(bytes, bytes.length / 2));
      throw new KilledError();
    }
    if (reason != null) {
      super.create(file, Arrays.copyOf(bytes, bytes.length / 2));
    }
    step("create", file);
    super.create(file, bytes);
  }

  @Override
  FileChannel createToWrite(Path file) throws IOException {
    step("create", file);
    return super.createToWrite(file);
  }

  @Override
  void write(FileChannel channel, Path file, ByteBuffer bytes, long place) throws IOException {
    if (diesNow()) {
      super.write(channel, file, bytes.slice(bytes.position(), bytes.remaining() / 2), place);
      throw new KilledError();
    }
    if (reason != null) {
      super.write(channel, file, bytes.slice(bytes.position(), bytes.remaining() / 2), place);
    }
    step("write", file);
    super.write(channel, file, bytes, place);
  }

  @Override
  void delete(Path file) throws IOException {
    if (diesNow()) {
      throw new KilledError();
    }
    super.delete(file);
  }

  @Override
  void rename(Path file, Path name) throws IOException {
    step("rename", name);
    super.rename(file, name);
  }

  @Override
  void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      step("folder", folder);
    }
    super.makeFolder(folder);
  }

  @Override
  void force(Path file) throws IOException {
    step("force", file);
    super.force(file);
  }

  @Override
  void forceNames(Path folder) {
    steps.add("force names of " + folder.getFileName());
  }
}
