package org.pinklang.codegen.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.emit.ModuleJob;
import org.pinklang.codegen.emit.OutputKind;
import org.pinklang.codegen.ir.Step;
import org.pinklang.codegen.llvm.FunctionBody;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.source.HashWriter;

/** Jobs and what is said about them, as bytes. Both sides are the same version of the compiler. */
final class JobCodec {
  /** To be raised when frames or payloads change in a way that {@link #protocol} does not show. */
  private static final int VERSION = 2;

  private JobCodec() {}

  /** Something written to a payload. */
  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  /** Something read from a payload. */
  private interface Reading<T> {
    T read(DataInputStream in) throws IOException;
  }

  /** What both sides must have in common to understand each other's bytes, as a hash. */
  static String protocol() {
    HashWriter writer = new HashWriter().number(VERSION);
    for (Enum<?>[] constants :
        new Enum<?>[][] {
          Step.values(), OptimizationLevel.values(), OutputKind.values(), Frame.Kind.values()
        }) {
      writer.number(constants.length);
      for (Enum<?> constant : constants) {
        writer.text(constant.name());
      }
    }
    TargetDescription.all().forEach(target -> writer.text(target.name()));
    return writer.finish().toString();
  }

  // ---- being ready ----------------------------------------------------------------------------

  /** What a child says of itself. */
  record Ready(String protocol, String llvmVersion) {}

  static byte[] ready(Ready ready) {
    return toBytes(
        out -> {
          writeText(out, ready.protocol());
          writeText(out, ready.llvmVersion());
        });
  }

  static Ready ready(byte[] payload) throws IOException {
    return fromBytes(payload, in -> new Ready(readText(in), readText(in)));
  }

  // ---- jobs -----------------------------------------------------------------------------------

  static byte[] job(ModuleJob job) {
    CodegenOptions options = job.options();
    return toBytes(
        out -> {
          writeText(out, job.name());
          writeText(out, options.target().name());
          out.writeByte(options.level().ordinal());
          out.writeBoolean(options.debugInformation());
          out.writeBoolean(options.verify());
          out.writeByte(job.kind().ordinal());
          writeBytes(out, job.code());
        });
  }

  static ModuleJob job(byte[] payload) throws IOException {
    return fromBytes(
        payload,
        in -> {
          String name = readText(in);
          CodegenOptions options =
              new CodegenOptions(
                  target(readText(in)),
                  constant(in, OptimizationLevel.values()),
                  in.readBoolean(),
                  in.readBoolean());
          return new ModuleJob(name, options, constant(in, OutputKind.values()), readBytes(in));
        });
  }

  private static TargetDescription target(String name) throws IOException {
    return TargetDescription.named(name)
        .orElseThrow(() -> new IOException("no target is called " + name));
  }

  private static <E extends Enum<E>> E constant(DataInputStream in, E[] constants)
      throws IOException {
    int number = in.readUnsignedByte();
    if (number >= constants.length) {
      throw new IOException("no constant has the number " + number);
    }
    return constants[number];
  }

  // ---- optimised functions --------------------------------------------------------------------

  static byte[] functions(SequencedMap<String, FunctionBody> functions) {
    return toBytes(
        out -> {
          out.writeInt(functions.size());
          for (var function : functions.entrySet()) {
            FunctionBody body = function.getValue();
            writeText(out, function.getKey());
            out.writeLong(body.stackBytes());
            out.writeInt(body.blocks());
            out.writeInt(body.values());
            out.writeBoolean(body.callsFunctions());
          }
        });
  }

  static SequencedMap<String, FunctionBody> functions(byte[] payload) throws IOException {
    return fromBytes(
        payload,
        in -> {
          SequencedMap<String, FunctionBody> functions = new LinkedHashMap<>();
          for (int count = in.readInt(); count > 0; count--) {
            functions.put(
                readText(in),
                new FunctionBody(in.readLong(), in.readInt(), in.readInt(), in.readBoolean()));
          }
          return functions;
        });
  }

  // ---- texts ----------------------------------------------------------------------------------

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] payload) {
    return new String(payload, StandardCharsets.UTF_8);
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    writeBytes(out, text(text));
  }

  private static String readText(DataInputStream in) throws IOException {
    return text(readBytes(in));
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("a length of " + length + " where there are " + in.available());
    }
    return in.readNBytes(length);
  }

  private static byte[] toBytes(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      content.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static <T> T fromBytes(byte[] payload, Reading<T> reading) throws IOException {
    return reading.read(new DataInputStream(new ByteArrayInputStream(payload)));
  }
}
