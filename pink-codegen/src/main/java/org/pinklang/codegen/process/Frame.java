package org.pinklang.codegen.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * What one side of a pipe tells the other: a mark, the kind, the length and the checksum of the
 * payload, and the payload.
 *
 * @param payload not copied, so not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares frames.
record Frame(Kind kind, byte[] payload) {
  private static final int MARK = 0x50_4E_4B_F1;

  /** What the JVM's words on standard output begin with when it crashes: {@code #}, {@code #}. */
  private static final int CRASH_MARK = 0x23_0A_23_20;

  /** More than any object; a length beyond it is none that was sent. */
  private static final int LONGEST = 1 << 30;

  /** What a payload is. */
  enum Kind {
    /** From a child that is ready: which protocol it speaks, and LLVM's version. */
    READY,
    /** To a child: a job. */
    JOB,
    /** From a child: what became of the module's functions, which asks for the late steps. */
    OPTIMIZED,
    /** To a child: the late steps. */
    LATE_STEPS,
    /** From a child: what the job asked for. */
    DONE,
    /** From a child: why it cannot be made. */
    FAILED;

    private static final Kind[] ALL = values();
  }

  /**
   * Reads a frame.
   *
   * @throws EOFException if the stream ends before
   * @throws DamagedFrameException if what is read is none
   */
  static Frame read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    int mark = data.readInt();
    int kind = data.readUnsignedByte();
    int length = data.readInt();
    int checksum = data.readInt();
    if (mark != MARK || kind >= Kind.ALL.length || length < 0 || length > LONGEST) {
      throw new DamagedFrameException(mark == CRASH_MARK);
    }
    byte[] payload = data.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException();
    }
    if (checksum(payload) != checksum) {
      throw new DamagedFrameException(false);
    }
    return new Frame(Kind.ALL[kind], payload);
  }

  void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MARK);
    data.writeByte(kind.ordinal());
    data.writeInt(payload.length);
    data.writeInt(checksum(payload));
    data.write(payload);
    data.flush();
  }

  private static int checksum(byte[] payload) {
    CRC32 checksum = new CRC32();
    checksum.update(payload);
    return (int) checksum.getValue();
  }

  /** Something came that is no frame, or no longer the one that was sent. */
  static final class DamagedFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean isCrash;

    private DamagedFrameException(boolean isCrash) {
      super("not a frame");
      this.isCrash = isCrash;
    }

    /** Whether it is what a JVM says that is about to end. */
    boolean isCrash() {
      return isCrash;
    }
  }
}
